/**
 * Other ways to ask: question words of the dialects, slips in them, question words at the end («قطر علقت الوساطة ليه؟»), and nouns that ask («تاريخ …»,
 * «سبب …»). Each becomes the plain question word that the frames know; the rest of the question stays as typed.
 */
import { vocabulary } from '../analysis/lexicon/vocabulary.ts'
import { fold } from '../analysis/text/fold.ts'
import phrasing from './phrasing.json' with { type: 'json' }
import { meaningsOf } from './terms.ts'

const WORDS = new Map(
  Object.entries(phrasing.words).flatMap(([plain, others]) => others.split(' ').map((word) => [fold(word), plain])),
)
const PHRASES = new Map(
  Object.entries(phrasing.phrases).flatMap(([plain, others]) =>
    others.split('|').map((phrase) => [fold(phrase), plain.split(' ')]),
  ),
)
const LONGEST_PHRASE = Math.max(...[...PHRASES.keys()].map((phrase) => phrase.split(' ').length))
const JOINED = new Set(phrasing.joined.split(' ').map(fold))
const KINDS = new Map(
  Object.entries(phrasing.kinds).flatMap(([kind, nouns]) => nouns.split('|').map((noun) => [fold(noun), kind])),
)

/** The plain question word for one of a dialect, or misspelt; undefined for other words. @param key folded */
export const plainWord = (key: string) => WORDS.get(key)

/** Plain question words with which nothing has to be done. */
const PLAIN = new Set('من ما ماذا متي اين لماذا كم كيف هل اي موقف بكم لم'.split(' '))
/** Nouns that ask only of something that happens: «تاريخ توقيع الاتفاق», but not «تاريخ الجزائر». */
const OF_EVENTS = new Set('تاريخ موعد توقيت مكان موقع دافع خلفيات كلام منفذ منفذو منفذي'.split(' '))

/**
 * The words of a question with a plain question word in front.
 * @param words as typed, without marks
 */
export function plainlyAsked(words: readonly string[]): string[] {
  const parted = withRelease(partOpening(words))
  const asked = lastTimeFirst(withPlainWord(questionFirst(parted)))
  const folded = asked.map(fold)
  for (let count = Math.min(LONGEST_PHRASE, asked.length - 1); count >= 1; count--) {
    const plain = PHRASES.get(folded.slice(0, count).join(' '))
    if (plain === undefined) continue
    const ofEvents = (count === 1 && OF_EVENTS.has(folded[0]!)) || plain[0] === 'آخر'
    if (ofEvents && !happens(folded[count]!) && !governs(folded[count]!, folded[count + 1])) continue
    return [...plain, ...asked.slice(count)]
  }
  return asked
}

/** «أطلق سراحه» is «أفرج عنه»: a verb of its own, where «أطلق» alone is to fire. */
function withRelease(words: string[]): string[] {
  const folded = words.map(fold)
  const at = folded.findIndex(
    (key, i) => /^(?:[وفبل]|لل)?(?:ال)?[ايت]?طل(?:ق|قت|قوا|اق)$/.test(key) && /^سراح/.test(folded[i + 1] ?? ''),
  )
  if (at < 0) return words
  const pronoun = folded[at + 1]!.slice('سراح'.length)
  return [
    ...words.slice(0, at),
    folded[at]!.endsWith('اق') ? 'الإفراج' : 'أفرج',
    `عن${pronoun}`,
    ...words.slice(at + 2),
  ]
}

/** «ماهو», «ماعلاقة», «ومتى»: what is written in one with the question word, apart. */
function partOpening(words: readonly string[]): string[] {
  const [first = '', ...rest] = words
  const key = fold(first)
  const joined = /^([وف]?)ما(.{2,})$/.exec(key)
  if (joined && JOINED.has(joined[2]!)) return ['ما', first.slice(-joined[2]!.length), ...rest]
  const behind = key.slice(1)
  if (/^[وف]/.test(key) && rest.length > 0 && !WORDS.has(key) && (PLAIN.has(behind) || WORDS.has(behind)))
    return [first.slice(1), ...rest]
  return [...words]
}

/** «قطر علقت الوساطة ليه؟»: the question word at the end comes to the front where none stands there. */
function questionFirst(words: string[]): string[] {
  const [first, last] = [words[0], words.at(-1)].map((word) => fold(word ?? ''))
  const asks = (key: string) => WORDS.has(key) || /^(?:متي|اين|لماذا|كم)$/.test(key)
  if (words.length < 3 || asks(first!) || PLAIN.has(first!) || !asks(last!)) return words
  return [words.at(-1)!, ...words.slice(0, -1)]
}

/** «متى هاجم الحوثيون آخر مرة؟» asks for the last time. */
function lastTimeFirst(words: string[]): string[] {
  const end = /^متي (.+) (?:ل?اخر مره|للمره الاخيره)$/.exec(words.map(fold).join(' '))
  return end ? ['آخر', 'مرة', ...words.slice(1, -2)] : words
}

function withPlainWord(words: string[]): string[] {
  const [first = '', ...rest] = words
  const plain = WORDS.get(fold(first))
  return plain ? [plain, ...rest] : words
}

/** Masdars that their letters tell: «انعقاد», «اجتماع», «استئناف». */
const MASDAR = /^(?:ال)?(?:ان..ا.|ا.ت.ا.|است..?ا.)$/

/** Whether a word tells of something that happens. */
function happens(key: string): boolean {
  const { lemmas, kin } = meaningsOf(key)
  return lemmas.size > 0 || kin.length > 0 || MASDAR.test(key)
}

/** «العثور على …»: a definite noun with the preposition of a verb behind it is a masdar. */
const governs = (key: string, next: string | undefined) => /^ال.{3}/.test(key) && /^(?:علي|عن|الي)$/.test(next ?? '')

/** «ما الدول التي أدانت …», «أي الدول رحبت …»: what kind of actor is asked for, and what it did. */
export function kindAsked(words: readonly string[]): { kind: string; rest: string[] } | undefined {
  const folded = words.map(fold)
  const lead = /^(?:ما|اي|من|ماهي|اذكر)$/.test(folded[0] ?? '') ? 1 : 0
  const noun = folded[lead] === 'هي' || folded[lead] === 'هم' || folded[lead] === 'بين' ? lead + 1 : lead
  for (const length of [2, 1]) {
    const kind = KINDS.get(folded.slice(noun, noun + length).join(' '))
    if (kind === undefined) continue
    const behind = noun + length
    const relative = /^(?:التي|الذي|الذين|اللي|اللواتي)$/.test(folded[behind] ?? '')
    const verb = behind + (relative ? 1 : 0)
    // «الدول التي أدانت» asks without a question word; «دول الساحل» does not.
    if ((!relative && folded[0] !== 'اي') || !isVerb(folded[verb])) continue
    return { kind, rest: words.slice(verb) }
  }
  return undefined
}

const isVerb = (key: string | undefined) =>
  key !== undefined && (vocabulary().events.get(key) ?? []).some(({ kind }) => kind === 'verb')
