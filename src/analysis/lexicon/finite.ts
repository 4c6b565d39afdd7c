import { withoutPronoun } from '../text/clitics.ts'
import { isFunctionKey } from '../text/document.ts'
import { fold } from '../text/fold.ts'
import { AUXILIARIES, INTENT_VERBS } from '../text/function-words.ts'
import { perWord, type WordKind } from '../text/word.ts'
import { names } from './names.ts'
import { PLAIN_VERBS } from './plain-verbs.ts'
import { vocabulary } from './vocabulary.ts'

/** Nouns that end like the feminine of a past verb, or begin like a present one. */
const NOUNS = new Set(
  'تهافت وقت بيت صوت موت تحت بنت اخت سبت كويت زيت ثابت توقيت تصويت تثبيت صمت نفت بحت سمت نعت يوم يمين يسار يناير يوليو يونيو يد يقين يهود يهودي يهوديه ياس يمن يافا ياسر ياسين يوسف يحيي يونس يعقوب يوما يوميا يومين يساري يميني ينبوع توفيت'
    .split(' ')
    .map(fold),
)

/** Nouns in the accusative that end like the plural of a past verb. */
const NOUNS_IN_WA = new Set('عضوا عفوا جزوا غزوا سهوا نحوا صحوا كفوا عدوا جوا لغوا محوا علوا نموا سموا'.split(' '))

/** «بينهم» is spelled like «he showed them». */
const NEVER_VERBS = new Set('نصف بينهم بينها بينهما بينه يومي وحده وحدها وحدهم'.split(' '))
/** «سياسي», «سيناريو»: their sin is no future. */
const OWN_SIN = /^[وف]?سي(?:اس|ار|ناري|اح|اق|اد|اج)/

/**
 * Whether a word, with its clitics, is a finite verb: one the lexicon knows, an auxiliary, or one of a shape that only verbs have
 * (present with ya, feminine past).
 */
export const isFiniteVerb = perWord(({ kind, key, text }) => isFiniteSpelling(kind, key, text))

// No verb ends in ta marbuta, which folds to the pronoun «ه».
const isFiniteSpelling = (kind: WordKind, key: string, text: string) =>
  kind === 'word' && !text.endsWith('ة') && judge(key, text)

/** Whether a word that is joined to a conjunction is a finite verb without it («ورفضت»). */
export const isFiniteBehindConjunction = perWord(({ kind, key, text }) =>
  isFiniteSpelling(kind, key.slice(1), text.slice(1)),
)

function judge(key: string, text: string): boolean {
  // «هنا», «أنها», «فجر» are spelled like «هنأ», «أنهى», «فجّر».
  if (isFunctionKey(key, text) && !AUXILIARIES.has(key)) return false
  if (NEVER_VERBS.has(key) || OWN_SIN.test(key)) return false
  // «استقالته», «زيارتها»: a masdar in ta marbuta with a pronoun, before a feminine past with one.
  const owned = /^[وف]?(.{3,})ت(?:ه|ها|هم|هما)$/.exec(key)
  if (
    owned &&
    vocabulary()
      .events.get(`${owned[1]}ه`)
      ?.some(({ kind }) => kind !== 'verb')
  )
    return false
  // «وزارته»: his ministry.
  const body = /^(.{3,})ت(?:ه|ها|هم|هما)$/.exec(key)
  if (body && vocabulary().groups.has(`${body[1]}ه`)) return false
  for (const word of key.length > 3 && /^[وف]/.test(key) ? [key, key.slice(1)] : [key]) {
    if (AUXILIARIES.has(word) || INTENT_VERBS.has(word)) return true
    for (const form of verbCandidates(word)) if (PLAIN_VERBS.has(form) || hasVerb(form)) return true
  }
  // A doubled root is too short for its pronoun to be cut off («هجوم شنه …»).
  if (/^[وف]?شن(?:ه|ها)?$/.test(key)) return true
  if (NOUNS.has(key) || names().firstNames.has(key) || names().byFirstWord.has(key) || names().nisba.has(key))
    return false
  const bareKey = key.length > 4 && /^[وفس]/.test(key) ? key.replace(/^[وف]?س?(?=[يت])/, '') : key
  if (
    NOUNS.has(bareKey) ||
    names().byFirstWord.has(bareKey) ||
    names().nisba.has(bareKey) ||
    names().firstNames.has(bareKey)
  )
    return false
  const { groups, titles, events } = vocabulary()
  if (groups.has(bareKey) || titles.has(bareKey) || events.has(bareKey)) return false
  return (
    (/^ي.{2,}$/.test(bareKey) && !/(?:ه|ات|يا)$/.test(bareKey)) ||
    (/^(?!ال).{3,}وا$/.test(bareKey) && !NOUNS_IN_WA.has(bareKey)) ||
    (/^(?!ال).{2,}[^اويء]ت$/.test(bareKey) && bareKey.length >= (bareKey.startsWith('ت') ? 5 : 4))
  )
}

/** The forms of a verb that a word may hide: without the future sa-, without the lam of purpose, without a joined pronoun. */
export function verbCandidates(word: string): string[] {
  const found = [word]
  if (/^س[يتن]/.test(word)) found.push(word.slice(1))
  if (/^ل[يت]/.test(word) && word.length > 4) found.push(word.slice(1))
  for (const form of [...found]) {
    const without = withoutPronoun(form)
    if (without !== undefined) found.push(without)
  }
  return found
}

function hasVerb(form: string): boolean {
  const { events, speech } = vocabulary()
  const isVerb = (f: { kind: string }) => f.kind === 'verb'
  return (events.get(form)?.some(isVerb) ?? false) || (speech.get(form)?.some(isVerb) ?? false)
}
