/** People by whose they are: «رجاله», «مقاتلوها», «800 من جنودها». Whose, the pronoun says; who they are, the noun. */
import { vocabulary } from '../lexicon/vocabulary.ts'
import { type Reading, withoutPronoun } from '../text/clitics.ts'
import { type Document, isFunctionWord, nounReadings, startAfterClitics } from '../text/document.ts'
import { perWord, type Word } from '../text/word.ts'
import { startOfCount } from './groups.ts'
import { type Mention, newMention } from './mention.ts'
import { adjoins, isCounted, isVerbKey } from './name-words.ts'
import { calledByPhrase } from './phrase-keys.ts'

/** Plurals that with a pronoun are things oftener than people, or verbs: «أطرافه», «مصادرها», «أسرها». */
const THINGS: ReadonlySet<string> = new Set(
  'اطراف مصادر جهات خلايا شبكات مجموعات جماعات دول اسر عصابات ميليشيات مليشيات اعيان اصحاب دوريات شباب'.split(' '),
)
const SOUND_AS_OBJECT = /ي(?=(?:ه|ها|هم|هما|هن)$)/

interface Owned {
  reading: Reading
  /** A sound plural, which has lost its nun. */
  isSound: boolean
}

const ownedBy = perWord((word): Owned | undefined => {
  if (word.kind !== 'word' || word.text.endsWith('ة') || isFunctionWord({ word })) return undefined
  for (const reading of nounReadings({ word })) {
    const stem = reading.article || reading.preposition === 'ك' ? undefined : withoutPronoun(reading.stem)
    if (stem === undefined || !/(?:ه|ها|هم|هما|هن)$/.test(reading.stem) || isVerbKey(reading.stem)) continue
    // «اتباعها»: to follow her.
    if (stem === 'اتباع' && !word.text.includes('أ')) continue
    if (isPlural(stem)) return { reading, isSound: false }
    // «محاميهم»: one of them.
    if (/[يو]$/.test(stem) && !vocabulary().titles.has(stem) && isPlural(`${stem}ن`)) return { reading, isSound: true }
  }
  return undefined
})

function isPlural(stem: string): boolean {
  if (THINGS.has(stem)) return false
  const { groups } = vocabulary()
  const group = groups.get(stem)
  return group?.plural === true && /^(?:people|armed)$/.test(group.entry.kind)
}

/** «عدد سكانها», «نصف جنوده»: how many, and nobody in particular. */
const isAmount = perWord(({ key }) =>
  /^[وفب]?(?:ال)?(?:عدد|نسبه|نصف|معظم|ثلث|ربع|اغلب|غالبيه|اغلبيه|حياه|ارواح)$/.test(key),
)

/** Whether a word may be people by whose they are. */
export const mayBeOwnedPeople = (word: Word): boolean => ownedBy({ word }) !== undefined

/** Whether a word may be men by whose they are: a verb in the feminine before them has them as its object. */
export const areMenOfHers = (word: Word): boolean => mayBeOwnedPeople(word) && !/ات(?:ه|ها|هم|هما|هن)$/.test(word.key)

/** The people that a token calls by whose they are, with the number they are counted by («ثلاثة من مساعديه»), or undefined. */
export function ownedPeopleAt(document: Document, at: number): Mention | undefined {
  const { tokens, text } = document
  const owned = ownedBy(tokens[at]!)
  if (owned === undefined || (at > 0 && isAmount(tokens[at - 1]!))) return undefined
  const { reading, isSound } = owned
  const { end } = tokens[at]!
  const own = startAfterClitics(tokens[at]!, reading)
  const isPart = tokens[at - 1]?.key === 'من' && adjoins(document, at - 1) && isCounted(document, at - 1)
  const start = isPart ? startOfCount(document, at - 1, own) : own
  const written = text.slice(start, end)
  const { key, name } = calledByPhrase(isPart ? written : written.replace(SOUND_AS_OBJECT, isSound ? 'و' : 'ي'))
  // «دعت أنصارها»: before people whose plural is broken a verb is rather in the masculine, or has them as its object.
  const gender = /ات(?:ه|ها|هم|هما|هن)$/.test(reading.stem) ? 'feminine' : 'masculine'
  return newMention(at, at + 1, { start, end }, 'group', 'group', key, name, reading, gender, true, undefined)
}
