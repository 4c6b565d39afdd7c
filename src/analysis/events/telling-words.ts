/** What a word may tell of events, all that is asked of it found out once and kept together: what lies apart takes the processor longer to reach than to read. */
import { isFunctionWord } from '../text/document.ts'
import { flagFor } from '../text/flags.ts'
import { perWord, type Word } from '../text/word.ts'
import { type Candidate, candidatesOf, mayBeBarePast } from './candidates.ts'
import { halPhraseReadings, halReading, type PhraseReading, phraseReadings } from './forms.ts'
import { isVerbOfBound, mayBePresent } from './nouns.ts'
import { isJoined } from './openers.ts'

export interface TellingWord {
  /** Which of the traits below it has, summed. */
  traits: number
  /** The phrases that it may begin. */
  phrases: readonly PhraseReading[]
  /** By which of its further words each of the phrases is ruled out soonest: the id doubled, and one more where it has others too; −1 where it has none at all. */
  rarest: Int32Array
  /** What it may tell by itself. */
  candidates: readonly Candidate[]
}

/** Tells nothing beside some words. */
export const PECULIAR = 1
/** May be a participle said like a verb, or begin its phrase. */
export const HAL = 1 << 1
/** «تأييده», «قبلها»: has a pronoun. */
export const OWNED = 1 << 2
/** Ends in ta marbuta, as no verb does. */
export const MARBUTA = 1 << 3
/** A bare past, that is spelled like a noun. */
export const BARE_PAST = 1 << 4
/** «ورفضت»: a clause may begin with it wherever it stands. */
export const JOINED = 1 << 5

/** «عبر الرئيس عن شكره», but «عبر الحدود». */
export const ACROSS: ReadonlySet<string> = new Set(['عبر', 'وعبر'])
const TREATIES = /^[وف]?(?:ب|ل)?(?:ال)?(?:اتفاق|اتفاقيه|اتفاقيات|معاهده|بروتوكول|ميثاق)$/
export const isTreaty = perWord(({ key }) => TREATIES.test(key))

/** What a word may tell; undefined for most, which tell nothing. */
export const tellingOf = perWord((word): TellingWord | undefined => {
  if (word.kind !== 'word') return undefined
  const phrases = phraseReadings(word)
  const candidates = candidatesOf(word)
  const hal = halReading({ word }) !== undefined || halPhraseReadings({ word }).length > 0
  if (!hal && phrases.length === 0 && candidates.length === 0) return undefined
  return { traits: traitsOf(word, hal), phrases, rarest: rarestOf(phrases), candidates }
})

function rarestOf(phrases: readonly PhraseReading[]): Int32Array {
  const rarest = new Int32Array(phrases.length)
  for (let k = 0; k < phrases.length; k++) rarest[k] = phrases[k]!.rarest
  return rarest
}

function traitsOf(word: Word, hal: boolean): number {
  const { key, text } = word
  const isPeculiar =
    key === 'الاجتماع' ||
    isVerbOfBound({ word }) ||
    mayBePresent({ word }) ||
    isTreaty({ word }) ||
    isFunctionWord({ word }) ||
    ACROSS.has(key)
  const marbuta = text.endsWith('ة')
  return (
    (isPeculiar ? PECULIAR : 0) |
    (hal ? HAL : 0) |
    (!marbuta && /.{3}(?:ه|ها)$/.test(key) ? OWNED : 0) |
    (marbuta ? MARBUTA : 0) |
    (mayBeBarePast(word) ? BARE_PAST : 0) |
    (isJoined({ word }) ? JOINED : 0)
  )
}

/** Whether a word by itself may tell an event: most words don't, and nothing else need be asked of them. */
export const MAY_TELL = flagFor((word) => tellingOf({ word }) !== undefined)
