/** Whether what begins at a word is understood only behind what stands before it: alone it would point to nothing. */
import type { SentenceView } from '../events/sentence.ts'
import { isFiniteVerb, verbCandidates } from '../lexicon/finite.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { withoutPronoun } from '../text/clitics.ts'
import { isFunctionWord } from '../text/document.ts'
import { fold } from '../text/fold.ts'
import { DEMONSTRATIVES, RELATIVES } from '../text/function-words.ts'
import { perWord, type Word } from '../text/word.ts'
import { isSpeechVerb, isThat } from './speech.ts'

const keys = (words: string) => new Set(words.trim().split(/\s+/).map(fold))
const ASIDE = keys('رغم برغم فضلا إضافة علاوة ناهيك خاصة خصوصا سيما لاسيما ولاسيما وخاصة وخصوصا علما تماما سواء بما')
const CONTRAST = keys('لكن لكنه لكنها لكنهم ولكن ولكنه ولكنها إلا بيد غير')
const LEANING = keys(
  'وهو وهي وهم هو هي هم ذلك وذلك هذا هذه وهذا وهذه تلك أولئك الأمر مما وبذلك لذلك ولذلك منها ومنها فيه فيها عليه عليها له لها وله ولها إليه إليها كونه كونها لأن لأنه لأنها فلأن ولأن فإنه فإنها وأنه وأنها إنه إنها وإنه وإنها أنه أنها بأنه بأنها وبينهم بينهم وكلها كلها معه معها منهم ومنهم وفيه وفيها وبه به بها حينها عندها هكذا وهكذا كذلك',
)
/** End in «هم» of their own. */
const OWN_ENDING = keys(
  'اتهم يتهم تتهم المتهم متهم أسهم يسهم تسهم ساهم يساهم تساهم داهم يداهم درهم الدرهم يفهم تفهم التفاهم تفاهم الأسهم السهم المهم',
)
const QUOTED = /^[«"“:]$/

/** In tokens: so near the beginning what points back leans it. */
const REACH = 4

// What a word at the beginning of a segment shows, as bits.
/** Leans wherever it stands first: «لكن», «عينته». */
const LEANS = 1
/** «زيارته»: leans, unless it is a name. */
const ENDS_IN_PRONOUN = 2
/** «الأخير» */
const IS_LATTER = 4
/** «عليه», behind a verb that somebody named before does: «وردّ عليه». */
const REFERS_BACK = 8
/** «أن», «:»: behind a verb of saying whose speaker stands before. */
const OPENS_SPEECH = 16
const IS_DEMONSTRATIVE = 32
const IS_DEFINITE = 64

const signsOf = perWord(
  (word) =>
    (LEANING.has(word.key) || ASIDE.has(word.key) || CONTRAST.has(word.key) || isDependent({ word }) || hasObject(word)
      ? LEANS
      : 0) |
    (endsInPronoun(word) ? ENDS_IN_PRONOUN : 0) |
    (/^الاخير(?:ه|ين)?$/.test(word.key) ? IS_LATTER : 0) |
    (/^(?:علي|الي|ل|ب|ف|من|عن|مع)(?:ه|ها|هم|يه|يها|يهم)$/.test(word.key) ? REFERS_BACK : 0) |
    (isThat({ word }) || QUOTED.test(word.text) ? OPENS_SPEECH : 0) |
    (DEMONSTRATIVES.has(word.key) ? IS_DEMONSTRATIVE : 0) |
    (/^ال/.test(word.key) ? IS_DEFINITE : 0),
)

/** What begins so is no sentence: «أن», «بأن», «الذي». «إن» begins one. */
export const isDependent = perWord(
  ({ key, text }) => RELATIVES.has(key) || /^[وف]?بان$/.test(key) || (/^و?ان$/.test(key) && text.includes('أ')),
)

function endsInPronoun({ key, text }: Word): boolean {
  return (
    /(?:ته|ها|هم)$/.test(key) &&
    key.length > 4 &&
    !text.endsWith('ة') &&
    !OWN_ENDING.has(key.replace(/^[وف](?=.{4})/, ''))
  )
}

/** «عينته», «أحالهم»: a verb with a pronoun for its object. Whom? */
function hasObject(word: Word): boolean {
  if (word.text.endsWith('ة') || isFunctionWord({ word })) return false
  const without = withoutPronoun(word.key)
  if (without === undefined) return false
  const { events, speech } = vocabulary()
  const isVerb = (form: string) =>
    (events.get(form)?.some((f) => f.kind === 'verb') ?? false) ||
    (speech.get(form)?.some((f) => f.kind === 'verb') ?? false)
  const asWritten = [word.key, word.key.replace(/^[وف]/, '')]
  if (asWritten.some(isVerb)) return false
  return asWritten.some((key) => {
    const bareKey = withoutPronoun(key)
    return bareKey !== undefined && verbCandidates(bareKey).some(isVerb)
  })
}

/** Whether what begins at a token is understood only behind what stands before it. */
export function leans(view: SentenceView, at: number): boolean {
  const { tokens } = view.document
  const first = signsOf(tokens[at]!)
  if ((first & LEANS) !== 0 || ((first & ENDS_IN_PRONOUN) !== 0 && !view.isName(at))) return true
  let behind = 0
  for (let i = at + 1; i < Math.min(tokens.length, at + REACH); i++) behind |= signsOf(tokens[i]!)
  if ((behind & IS_LATTER) !== 0) return true
  const next = at + 1 < tokens.length ? signsOf(tokens[at + 1]!) : 0
  return (next & REFERS_BACK) !== 0 || ((next & OPENS_SPEECH) !== 0 && isSpeechVerb(tokens[at]!))
}

/** A verb inside its sentence without a definite noun behind it may be done by whoever was named before; what is pointed at was. */
export function mayLean(view: SentenceView, at: number, inside: boolean): boolean {
  const { tokens } = view.document
  for (let i = at; i < Math.min(view.to, at + REACH); i++)
    if ((signsOf(tokens[i]!) & IS_DEMONSTRATIVE) !== 0) return true
  if (!inside || at + 1 >= tokens.length || view.isName(at) || !isFiniteVerb(tokens[at]!)) return false
  return (signsOf(tokens[at + 1]!) & IS_DEFINITE) === 0 && !view.startsAt.has(at + 1)
}
