/** What can be told of a single word when it is asked whether it could be part of a name. */
import { names } from '../lexicon/names.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { bare } from '../text/clitics.ts'
import { type Document, isFunctionWord } from '../text/document.ts'
import type { Token } from '../text/tokens.ts'

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

export const isNameLink = (token: Token): boolean => token.kind === 'word' && NAME_LINKS.has(token.key)

export const isOfficeAdjective = (token: Token): boolean => OFFICE_ADJECTIVES.has(token.key)

/** «آلاف», «ألم»: an alef with hamza or madda is a letter of the word, not of the article. */
const HAMZA_LAM = /^[وفبكل]?[أإآ]ل/

/** Whether a word carries the article, after whatever clitics. */
export function isDefinite(token: Token): boolean {
  return token.kind === 'word' && !HAMZA_LAM.test(token.text) && bare(token.key) !== token.key
}

/** Whether a word begins with the article itself, with no clitic before it: so inside a name. */
export function hasPlainArticle(token: Token): boolean {
  return token.kind === 'word' && token.key.length > 4 && token.key.startsWith('ال') && !HAMZA_LAM.test(token.text)
}

/** A word of the general vocabulary: function words, event words, sayings, offices, groups. Such a word starts no name. */
export function isOrdinary(token: Token): boolean {
  if (token.kind !== 'word') return token.kind !== 'latin'
  if (isFunctionWord(token)) return true
  const { events, speech, groups, titles } = vocabulary()
  const key = token.key
  const stem = bare(key)
  const known = (word: string) => events.has(word) || speech.has(word) || groups.has(word) || titles.has(word)
  if (known(stem) || names().nisba.has(stem)) return true
  const joined = /^[وفبل](?=.{3})/.exec(key)
  return joined !== null && !names().firstNames.has(key) && (known(bare(key.slice(1))) || isFunctionKey(key.slice(1)))
}

function isFunctionKey(key: string): boolean {
  return isFunctionWord({ kind: 'word', key, text: key, start: 0, end: 0 })
}

/** Whether a word ends the way relative adjectives and sound participles do; used for what may follow a noun. */
export function looksAdjectival(key: string): boolean {
  return /(?:يه|يا|ين|ون|ات|ي|يين|يون)$/.test(key) && key.length >= 3
}

/** Whether a folded word is on the list of first names. */
export function isFirstName(key: string): boolean {
  return names().firstNames.has(key)
}

/** Whether nothing but white space stands between a token and the next: no mark, no line end. */
export function adjoins(document: Document, at: number): boolean {
  const here = document.tokens[at]
  const next = document.tokens[at + 1]
  return (
    here !== undefined &&
    next !== undefined &&
    next.kind !== 'mark' &&
    !/[\n]/.test(document.text.slice(here.end, next.start))
  )
}
