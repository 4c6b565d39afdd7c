/** Where a word can be a finite verb, and where only a noun that is spelled like it. */
import { isFiniteVerb } from '../lexicon/finite.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { withoutPronoun } from '../text/clitics.ts'
import { isFunctionWord, isPreposition, isRelative } from '../text/document.ts'
import { flagFor } from '../text/flags.ts'
import { AUXILIARIES, QUANTIFIERS } from '../text/function-words.ts'
import { perWord } from '../text/word.ts'
import { justBefore } from './before.ts'
import { isForOnesPart, opensClause } from './openers.ts'
import type { SentenceView } from './sentence.ts'
import type { FiniteVerb } from './subjects.ts'
import { formOf } from './verb-form.ts'

/** «أعلنت تونس رفض …»: what is spelled like a past, right behind the subject of a verb, is a masdar that the verb is about. */
export function complements(view: SentenceView, at: number, earlier: readonly FiniteVerb[]): boolean {
  const token = view.document.tokens[at]!
  const { key } = token
  const last = earlier[earlier.length - 1]
  if (last === undefined || isPlainVerb(token)) return false
  // «جدد الرئيس، لدى لقائه الوزير، دعمه للهدنة»: what is renewed.
  if (renews(view.document.tokens[last.at]!) && !last.slots.has('object') && withoutPronoun(key) !== undefined)
    return true
  // «طلبت من النائب العام فتح تحقيق»: so is what somebody is asked for.
  const asked = asksFor(view.document.tokens[last.at]!) ? last.slots.get('من') : undefined
  if (!(last.slots.get('subject')?.some((m) => m.to === at) || asked?.some((m) => m.to === at))) return false
  const { subject } = formOf(token)
  const masdar = () =>
    vocabulary()
      .events.get(key)
      ?.some((form) => form.kind === 'masdar') ?? false
  return subject === 'masculine' || (subject === 'plural' && masdar())
}

/** Joined to what stands before, or in the present: no masdar is spelled so. */
const isPlainVerb = perWord(({ key }) => /^(?:و|ي|س[يتن]|ف[يتس].{2})/.test(key))
const renews = perWord(({ key }) => /^[وف]?[يت]?(?:جدد|كرر)(?:ت|وا)?$/.test(key))
const asksFor = perWord(({ key }) => /^[وف]?[يت]?طلب(?:ت|وا|ا)?$/.test(key))

/** «…، مؤكدا توقيف …»: participles of saying, said of the subject before them like a verb. */
const SAYING_BESIDE = new Set(
  'موكدا موكده مءكدا مءكده معلنا معلنه مضيفا مضيفه نافيا نافيه موضحا موضحه مشيرا مشيره كاشفا كاشفه مبرزا مبرزه'.split(
    ' ',
  ),
)
export const saysBeside = perWord(({ key }) => SAYING_BESIDE.has(key))

/** Behind «الذي», «التي» stands a verb, known or not, unless the word is one of a closed class or definite. */
export function followsRelative(view: SentenceView, at: number): boolean {
  const { tokens } = view.document
  const previous = at > view.from ? tokens[at - 1]! : undefined
  return previous !== undefined && isRelative(previous) && mayFollowRelative(tokens[at]!)
}

/** Behind «لم», «لن», «سوف», «أن» a word with the prefix of the present is a verb, known or not. */
export function followsParticle(view: SentenceView, at: number): boolean {
  const particle = at > view.from ? particleOf(view.document.tokens[at - 1]!) : undefined
  if (particle === undefined || !isPresentShaped(view.document.tokens[at]!)) return false
  return particle === 'of a verb' || !isLikeMasdar(view.document.tokens[at]!)
}

/** «الذي», «لم», «أن»: behind these a word may be a verb that the lexicon does not know. */
export const OPENS_VERB = flagFor((word) => isRelative({ word }) || particleOf({ word }) !== undefined)
/** Verbs that are known by themselves, and participles that are said like one. */
export const MAY_BE_VERB = flagFor((word) => isFiniteVerb({ word }) || saysBeside({ word }))

/** What a word is the particle of: of a verb only, or of a verb or a masdar. */
const particleOf = perWord(({ key }) =>
  BEFORE_PRESENT.has(key) ? 'of a verb' : key === 'ان' || key === 'وان' ? 'of either' : undefined,
)
const BEFORE_PRESENT = new Set('لم لن سوف ولم ولن وسوف فلم فلن كي لكي'.split(' '))
const isPresentShaped = perWord(
  (word) =>
    word.kind === 'word' && /^[تين].{2,}$/.test(word.key) && !word.text.endsWith('ة') && !isFunctionWord({ word }),
)
/** «أن تنفيذ الاتفاق»: the second form makes its masdar with the same letter. */
const isLikeMasdar = perWord(
  ({ key }) =>
    /^ت..ي.(?:ها?|هم)?$/.test(key) ||
    /(?:ات|ان|ين|ون|ي)$/.test(key) ||
    vocabulary().groups.has(key) ||
    (vocabulary()
      .events.get(key)
      ?.some(({ kind }) => kind !== 'verb') ??
      false),
)

const mayFollowRelative = perWord((word) => !isFunctionWord({ word }) && !/^(?:ال|لل|ب|ل)/.test(word.key))
/** «من جهة أخرى اعتقل …»: these stand behind their noun. */
const BEHIND_NOUN = new Set('اخري اخر اخرون اخرين'.split(' '))
const wantsNoun = perWord(
  (word) =>
    (isPreposition({ word }) && !/^(?:حتي|منذ)$/.test(word.key)) ||
    (QUANTIFIERS.has(word.key) && !BEHIND_NOUN.has(word.key)),
)
/** Whether a word may be a masdar or noun of an event, whatever else it may be. */
const mayBeEventNoun = perWord(({ key }) => {
  const events = vocabulary().events.get(key) ?? vocabulary().events.get(key.replace(/^[وف]/, ''))
  return events?.some((form) => form.kind === 'masdar' || form.kind === 'noun') ?? false
})

/** «دعت», «نفى», «شنه»: short, and yet no noun is spelled so. */
const isShortVerb = perWord(
  ({ key, text }) =>
    /^شنه?ا?$/.test(key) ||
    ((/[^اويء]ت$/.test(key) || /[اى]$/.test(text)) &&
      (vocabulary()
        .events.get(key)
        ?.some((form) => form.kind === 'verb' && (form.verb?.subject === 'feminine' || /[اى]$/.test(text))) ??
        false)),
)

/** Behind a preposition or a noun in construct a word that could be a verb is a masdar. */
export function nounByContext(view: SentenceView, at: number): boolean {
  const { tokens } = view.document
  const key = tokens[at]!.key
  const governed = at > view.from ? tokens[at - 1]! : undefined
  if (governed && wantsNoun(governed)) return true
  // «جدد رفضه أي هدنة»: with its object joined to it a verb has no other.
  if (tokens[at + 1]?.key === 'اي' && withoutPronoun(key) !== undefined && mayBeEventNoun(tokens[at]!)) return true
  if (
    key.length <= 3 &&
    !isShortVerb(tokens[at]!) &&
    !opensClause(at > view.from ? tokens[at - 1] : undefined, tokens[at]!) &&
    !AUXILIARIES.has(key) &&
    !justBefore(view, at, 'masculine')
  )
    return true
  if (!mayBeEventNoun(tokens[at]!)) return false
  const previous = at > view.from ? tokens[at - 1]! : undefined
  // «… تأييده ورفض الحوار»: with «و» it may go on with a new verb.
  if (previous === undefined || /^[وف]/.test(key) || isForOnesPart(previous)) return false
  return (
    previous.kind === 'word' &&
    !isFunctionWord(previous) &&
    !view.isName(at - 1) &&
    !isFiniteVerb(previous) &&
    !/^ال/.test(previous.key)
  )
}
