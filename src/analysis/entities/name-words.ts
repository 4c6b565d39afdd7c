/** What can be told of a single word when it is asked whether it could be part of a name. */
import { names } from '../lexicon/names.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { bare } from '../text/clitics.ts'
import { type Document, isFunctionKey, isFunctionWord } from '../text/document.ts'
import { numberAt } from '../text/numbers.ts'
import { perWord, type Word } from '../text/word.ts'
import { WEEKDAYS } from '../times/calendar.ts'

/** Words between the parts of a person's name, with which the next word belongs to the name whatever it is. */
const NAME_LINKS: ReadonlySet<string> = new Set([
  'بن',
  'ابن',
  'بنت',
  'ابو',
  'ابي',
  'ابا',
  'ام',
  'ال',
  'ولد',
  'عبد',
  'اوغلو',
  'فان',
  'فون',
  'دير',
  'دي',
  'دو',
  'دا',
  'ماك',
  'سان',
  'بو',
])

/** Adjectives that follow an office and never a name. */
const OFFICE_ADJECTIVES: ReadonlySet<string> = new Set(
  'العام العامه السابق السابقه الاسبق الحالي الحاليه الجديد الجديده المنتخب المنتخبه الموقت الموءقت الموءقته الراحل الاول الاولي الثاني الاعلي المساعد المكلف التنفيذي الاقليمي المحلي المخلوع المعزول المستقيل الانتقالي الوطني الخاص الخاصه الدايم الدءم الداءم الرسمي الرسميه المركزي القضاءي الامني السياسي العسكري الميداني الموسس الموءسس الفخري المختطف المحتجز المعتقل'.split(
    ' ',
  ),
)

export const isNameLink = perWord((word) => word.kind === 'word' && NAME_LINKS.has(word.key))

export const isOfficeAdjective = perWord((word) => OFFICE_ADJECTIVES.has(word.key))

/** «آلاف», «ألم»: an alef with hamza or madda is a letter of the word, not of the article. */
const HAMZA_LAM = /^[وفبكل]?[أإآ]ل/

/** «نظيره»: his counterpart, whose name or state comes next. */
export const isCounterpart = perWord(({ key }) => /^[ولب]?نظير(?:ه|ها|ته|تها|هما|هم)$/.test(key))

/** «الثلاثاء»: a day of the week, which is no part of a name. */
export const isWeekday = perWord(({ key }) => WEEKDAYS.has(key) || key === 'الاثنان')

/** Whether a word carries the article, after whatever clitics. */
export const isDefinite = perWord(
  ({ kind, key, text }) => kind === 'word' && !HAMZA_LAM.test(text) && bare(key) !== key,
)

/** Whether a word begins with the article itself, with no clitic before it: so inside a name. */
export const hasPlainArticle = perWord(
  ({ kind, key, text }) => kind === 'word' && key.length > 4 && key.startsWith('ال') && !HAMZA_LAM.test(text),
)

/** A word of the general vocabulary: function words, event words, sayings, offices, groups. Such a word starts no name. */
export const isOrdinary = perWord((word) => {
  if (word.kind !== 'word') return word.kind !== 'latin'
  return isFunctionWord({ word }) || isOrdinaryKey(word.key) || isAccusative(word)
})

/** «وفدا», «ضابطاً»: people or an office as an object. */
function isAccusative({ key, text }: Word): boolean {
  if (text.includes('\u064B')) return true
  if (key.length < 4 || !key.endsWith('ا') || names().firstNames.has(key)) return false
  const { groups, titles } = vocabulary()
  const stem = key.slice(0, -1)
  return groups.has(stem) || titles.has(stem)
}

/** Whether what stands behind the one-letter clitic of a word is of the general vocabulary. */
export const isOrdinaryBehindClitic = perWord((word) => {
  const key = word.key.slice(1)
  return isFunctionKey(key, word.text) || isOrdinaryKey(key)
})

function isOrdinaryKey(key: string): boolean {
  const { events, speech, groups, titles } = vocabulary()
  const stem = bare(key)
  const known = (word: string) => events.has(word) || speech.has(word) || groups.has(word) || titles.has(word)
  if (known(stem) || names().nisba.has(stem)) return true
  const joined = /^[وفبل](?=.{3})/.exec(key)
  const behind = key.slice(1)
  return joined !== null && !names().firstNames.has(key) && (known(bare(behind)) || isFunctionKey(behind))
}

/** Whether a word ends the way relative adjectives and sound participles do; used for what may follow a noun. */
export function looksAdjectival(key: string): boolean {
  return /(?:يه|يا|ين|ون|ات|ي|يين|يون)$/.test(key) && key.length >= 3
}

/** Whether a folded word is a form of a verb that the vocabulary knows. */
export function isVerbKey(key: string): boolean {
  const { events, speech } = vocabulary()
  const isVerb = (form: { kind: string }) => form.kind === 'verb'
  return (events.get(key)?.some(isVerb) ?? false) || (speech.get(key)?.some(isVerb) ?? false)
}

/** Whether a folded word is on the list of first names. */
export function isFirstName(key: string): boolean {
  return names().firstNames.has(key)
}

/** Whether nothing but white space stands between a token and the next: no mark, no end of a sentence. */
export function adjoins({ tokens, opens }: Document, at: number): boolean {
  const next = tokens[at + 1]
  return at >= 0 && next !== undefined && next.kind !== 'mark' && opens[at + 1] === 0
}

/** Whether a token is what a number right before it counts: «تسعة أحزاب». It stands in no construct with what follows. */
export function isCounted(document: Document, at: number): boolean {
  const before = document.tokens[at - 1]
  return before !== undefined && numberAt(document.tokens, at - 1)?.to === at && before.kind !== 'mark'
}
