/** The words of a sentence that tell an event: verbs, masdars, nouns and fixed phrases, each read by what stands before it. */
import type { EventWord } from '../lexicon/schema.ts'
import type { TriggerForm } from '../lexicon/vocabulary.ts'
import { isFunctionWord } from '../text/document.ts'
import { PREPOSITIONS } from '../text/function-words.ts'
import { bytes, scratch } from '../text/scratch.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import { halPhraseReadings, halReading } from './forms.ts'
import { isBoundVerb, measures } from './nouns.ts'
import { opensClause } from './openers.ts'
import { phraseAt } from './phrase-triggers.ts'
import { lookAt } from './phrase-words.ts'
import { restOfPhrase } from './rest-of-phrase.ts'
import type { SentenceView } from './sentence.ts'
import { ACROSS, HAL, isTreaty, MAY_TELL, PECULIAR, tellingOf } from './telling-words.ts'
import { wordAt } from './word-triggers.ts'

export interface Trigger {
  /** Token indexes, half-open. */
  from: number
  to: number
  entry: EventWord
  kind: TriggerForm<EventWord>['kind']
  /** Verbs: as the form tells it; a masdar behind «تم» is passive. */
  voice: 'active' | 'passive' | 'either'
  subject?: 'masculine' | 'feminine' | 'plural' | 'first'
  tense?: 'past' | 'present'
  future: boolean
  /** «ب», «ل», «ك» joined before a noun; the free preposition before it otherwise. */
  preposition?: string
  definite: boolean
  /** A pronoun is joined to it: the object of a verb, the owner of a masdar. */
  pronoun: boolean
  /** Token indexes of the further words of a phrase. */
  phrase: number[]
}

/** Words from a participle behind a comma to the rest of its phrase, at most. */
const HAL_REACH = 4
const DAWN = 'فجر'
const COMMAS = new Set(['،', ',', '»', '–', '-'])

/** The triggers among the tokens of a sentence, in order. */
export function triggersOf(view: SentenceView): Trigger[] {
  const { document, from, to } = view
  const { tokens, flags } = document
  const found: Trigger[] = []
  const isUsed = usedByPhrases(to - from)
  const sight = lookAt(view)
  for (let at = from; at < to; at++) {
    if ((flags[at]! & MAY_TELL) === 0) continue
    // «شهر أكتوبر», «نهاية الأسبوع»: what tells the time tells no event.
    if (isUsed[at - from] === 1 || view.isName(at) || view.isTime(at)) continue
    const word = tellingOf(tokens[at]!)!
    const isPeculiar = (word.traits & PECULIAR) !== 0
    if (isPeculiar && tellsNothing(view, at)) continue
    const hal = (word.traits & HAL) !== 0 ? halAt(view, at, found) : undefined
    const trigger = hal ?? phraseAt(sight, at, word, found) ?? wordAt(view, at, word)
    if (trigger === undefined) continue
    // «عبر الرئيس عن شكره», but «عبر الحدود».
    if (isPeculiar && ACROSS.has(tokens[at]!.key) && tokens[trigger.phrase[0] ?? at]!.key !== 'عن') continue
    if (trigger.phrase.length > 0 && !isOfAnAct(trigger, tokens))
      for (const index of trigger.phrase) isUsed[index - from] = 1
    found.push(trigger)
  }
  return found
}

/** By token of a sentence: 1 where it is a further word of a phrase. */
const usedByPhrases = scratch(bytes)

/** «أمر بنشر جنود», «دانت استهداف السفينة»: what is asked for, promised or condemned is an act of its own. */
const isOfAnAct = ({ entry, kind, phrase }: Trigger, tokens: readonly Token[]) =>
  phrase.length === 1 &&
  (kind === 'verb' || kind === 'hal') &&
  ((entry.prepositions.ب === 'act' && tokens[phrase[0]!]!.key.startsWith('ب')) ||
    (entry.type === 'ACCUSE' && entry.verb?.past === 'دان'))

/** Whether a word that may tell an event tells none where it stands, for what stands beside it. */
function tellsNothing(view: SentenceView, at: number): boolean {
  const { tokens } = view.document
  const token = tokens[at]!
  if (at > view.from && token.key === 'الاجتماع' && /^(?:ال|ب|ل)?علم$/.test(tokens[at - 1]!.key)) return true
  if (isBoundVerb(tokens, at) || measures(tokens, at) || isNoLonger(tokens, at) || isNamedTreaty(view, at)) return true
  if (!isFunctionWord(token) || ACROSS.has(token.key)) return false
  // «فجر» is dawn, unless no time is told by it and a clause begins: «فجر انتحاري نفسه».
  return !(token.key === DAWN && opensClause(at > view.from ? tokens[at - 1] : undefined, token))
}

const comesBack = perWord(({ key }) => /^[يت]عد(?:وا)?$/.test(key))

/** «لم يعد التخادم سرا»: no longer; «لم تعد الوزيرة إلى …» comes back. */
function isNoLonger(tokens: readonly Token[], at: number): boolean {
  if (!comesBack(tokens[at]!) || !/^[وف]?لم$/.test(tokens[at - 1]?.key ?? '')) return false
  for (let i = at + 1; i < at + 5; i++) if (/^(?:الي|من|ل.{3,})$/.test(tokens[i]?.key ?? '')) return false
  return true
}

/** «اتفاق 1968», «اتفاقية فيينا»: a treaty called by its year or town has long been made. */
function isNamedTreaty({ document: { tokens }, isName }: SentenceView, at: number): boolean {
  const next = tokens[at + 1]
  if (next === undefined || !isTreaty(tokens[at]!)) return false
  if (next.kind === 'number') return /^(?:1[89]|20)\d\d$/.test(next.key)
  return isName(at + 1) && TOWNS.test(next.key)
}
const TOWNS =
  /^(?:الطاءف|فيينا|جنيف|لاهاي|مدريد|روما|باريس|ستوكهولم|كيوتو|مونتريال|اوسلو|لوزان|برن|بروكسل|دايتون|ريو|رامسار|بازل)$/

/** «…، متهما الحكومة بـ…»: a participle behind a comma, or behind a protest («اعتصم العمال … مطالبين بـ…»), said of the subject before it. */
function halAt(view: SentenceView, at: number, found: readonly Trigger[]): Trigger | undefined {
  const { document, from } = view
  const token = document.tokens[at]!
  if (at - 1 <= from) return undefined
  const before = document.tokens[at - 1]!
  if (
    before.kind === 'mark' ? !COMMAS.has(before.text) : !isSaidOfProtesters(token, before, found[found.length - 1], at)
  )
    return undefined
  const plain = halReading(token)
  let phrase: number[] = []
  let entry = plain?.entry
  let verb = plain?.verb
  for (const reading of halPhraseReadings(token)) {
    const rest = restOfPhrase(view, at, reading, HAL_REACH)
    if (rest === undefined || rest.length <= phrase.length) continue
    phrase = rest
    ;({ entry, verb } = reading)
  }
  if (entry === undefined || verb === undefined) return undefined
  const { subject, tense } = verb
  return {
    from: at,
    to: at + 1,
    entry,
    kind: 'hal',
    voice: 'active',
    subject,
    tense,
    future: false,
    preposition: undefined,
    definite: false,
    pronoun: false,
    phrase,
  }
}

/** Words from a protest to what the protesters call, at most. */
const PROTESTERS_REACH = 20

const isSaidOfProtesters = (token: Token, before: Token, last: Trigger | undefined, at: number): boolean =>
  last !== undefined &&
  last.kind === 'verb' &&
  last.entry.type === 'PROTEST' &&
  at - last.from <= PROTESTERS_REACH &&
  /ين$/.test(token.key) &&
  halReading(token) !== undefined &&
  before.kind === 'word' &&
  !PREPOSITIONS.has(before.key)
