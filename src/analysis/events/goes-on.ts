/** Verbs that go on with a subject before them though a noun stands behind them that could be theirs. */
import type { Mention } from '../entities/mention.ts'
import { verbCandidates } from '../lexicon/finite.ts'
import type { VerbForm } from '../lexicon/inflection.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { perWord } from '../text/word.ts'
import { isOfOther } from './before.ts'
import { opensContent } from './behind-that.ts'
import { agrees } from './nouns.ts'
import type { SentenceView } from './sentence.ts'
import type { FiniteVerb } from './subjects.ts'
import type { Trigger } from './triggers.ts'

/** Particles that may stand between a pronoun and its verb. */
const VERBAL_PARTICLES = new Set('قد لم لن لا سوف لقد ما'.split(' '))
const PRONOUNS_BEFORE: Readonly<Record<string, VerbForm['subject']>> = { ها: 'feminine', هي: 'feminine', هم: 'plural' }
const pronounBefore = perWord(({ key }): VerbForm['subject'] | undefined => {
  if (/^و?لكنه$/.test(key)) return 'masculine'
  const pronoun = /^(?:و?(?:ا|با|لا|لك|فا|كا)ن?(ها|هم)|و?(هي|هم))$/.exec(key)
  return pronoun ? PRONOUNS_BEFORE[pronoun[1] ?? pronoun[2]!] : undefined
})

/** «إلا أنها لم تدعم دعوة …»: whom the pronoun right before a verb means, which is its subject; what follows the verb is its object. */
export function meantBySubject(
  view: SentenceView,
  at: number,
  subject: VerbForm['subject'],
  trigger: Trigger | undefined,
  earlier: readonly FiniteVerb[],
): Mention[] | undefined {
  if (trigger === undefined) return undefined
  let end = at - 1
  while (end > view.from && VERBAL_PARTICLES.has(view.document.tokens[end]!.key)) end--
  if (end < view.from || pronounBefore(view.document.tokens[end]!) !== subject) return undefined
  const fits = (m: Mention) => (subject === 'plural' ? m.plural : agrees(m, subject))
  const last = earlier.findLast((verb) => verb.subjects.some((m) => fits(m) && !isOfOther(verb, m, subject)))
  if (last) return last.subjects.filter(fits)
  // «إن المؤسسة ليست طرفا، وإنها طلبت …»: whoever a clause before is about that has no verb.
  const topic = view.mentions.findLast(
    (m) =>
      m.to < end && m.via !== 'nisba' && m.type !== 'place' && m.preposition === '' && fits(m) && leadsClause(view, m),
  )
  return topic && !(topic.type === 'person' && topic.role === undefined) ? [topic] : []
}

const leadsClause = (view: SentenceView, m: Mention) => {
  const before = view.document.tokens[(m.titleFrom ?? m.from) - 1]
  return before !== undefined && opensContent(before)
}

/**
 * «… واتهم المصرف بالانحياز», «زار الرياض والتقى ولي العهد»: who accuses or meets names whom; with one name behind it, the doer is the subject of the verb
 * before: who that is, or undefined where the verb has its own.
 */
export function takesNoSubject(
  view: SentenceView,
  { entry, kind, phrase }: Trigger,
  verb: Pick<FiniteVerb, 'at' | 'subject' | 'slots' | 'pronoun'>,
  earlier: readonly FiniteVerb[],
): Mention[] | undefined {
  const { slots, pronoun } = verb
  if (kind !== 'verb' || pronoun || !slots.has('subject')) return undefined
  // «… وحملت روسيا المسؤولية»: of two objects the one is who is blamed.
  const blames = entry.type === 'ACCUSE' && phrase.length > 0 && isBlaming(view.document.tokens[verb.at]!)
  if (slots.has('object') && !(blames && slots.get('object')!.length === 0 && slots.get('subject')!.length > 0))
    return undefined
  // «… واتهمت فصائل موالية بـ…»: the accused may be somebody whom no mention names.
  const unnamed = slots.get('subject')!.length === 0
  // «… وحث السكان على الابتعاد»: nor is whoever is urged.
  const urges = entry.type === 'REQUEST' && entry.object === 'patient' && slots.has('علي')
  const joined = view.document.tokens[verb.at]!.key.startsWith('و')
  if (unnamed && !((entry.type === 'ACCUSE' || urges) && joined)) return undefined
  if (slots.get('subject')!.length > 1 && view.document.tokens[verb.at - 1]?.key !== 'وان') return undefined
  const accuses = entry.type === 'ACCUSE' && entry.object === 'patient' && slots.has('ب')
  const meets =
    entry.type === 'CONSULT' &&
    (entry.object === 'partner' || entry.object === 'patient') &&
    phrase.length === 0 &&
    !slots.has('مع') &&
    !slots.has('ب') &&
    view.document.tokens[verb.at]!.key.startsWith('و')
  // «على بغداد أن تكف … وأن تدعو دمشق …»: it goes on with the subject of the «أن» before.
  // «هاجمت مع حلفائها بلدة …»: a place does not attack.
  const struck =
    entry.type === 'ASSAULT' && entry.object === 'patient' && slots.get('subject')!.every((m) => m.type === 'place')
  // «… ومنعت النواب من دخوله»: who is kept from something does not keep.
  const prevents = entry.verb?.past === 'منع' && slots.has('من')
  const goesOn =
    struck ||
    (urges && joined) ||
    prevents ||
    (entry.object === 'patient' && view.document.tokens[verb.at - 1]?.key === 'وان')
  // «أن بلاده ترفض كذا وتدعو الرياض إلى …»: in the present as the verb before, it goes on with its subject.
  const previous = earlier.at(-1)
  const asks =
    entry.type === 'REQUEST' &&
    entry.object === 'patient' &&
    slots.has('الي') &&
    previous !== undefined &&
    isJoinedPresent(view.document.tokens[verb.at]!) &&
    isPresent(view.document.tokens[previous.at]!) &&
    previous.subject === verb.subject
  // «أن الجماعة باتت تخطف السائقين وتجند الشباب»: behind a subject that stands before its verb, the verbs joined to that go on with it.
  const continues =
    entry.object !== 'none' &&
    !unnamed &&
    phrase.length === 0 &&
    previous !== undefined &&
    !previous.slots.has('subject') &&
    previous.subjects.length > 0 &&
    previous.antecedent === undefined &&
    previous.subject === verb.subject &&
    isJoinedPresent(view.document.tokens[verb.at]!) &&
    isPresent(view.document.tokens[previous.at]!)
  // «دعا المنتدى السلطات إلى …، وطالب الاتحاد بـ…», «أعربت عن قلقها، ودعت الحكومة إلى …»: told of one who asks, or who is not named again.
  const asksToo =
    entry.type === 'REQUEST' &&
    entry.object === 'patient' &&
    joined &&
    previous !== undefined &&
    previous.antecedent === undefined &&
    previous.subject === verb.subject &&
    previous.subjects.length > 0 &&
    (!previous.slots.has('subject') || (previous.type === 'REQUEST' && !!previous.slots.get('object')?.length))
  if (!asksToo && !blames && !accuses && !meets && !goesOn && !asks && !continues) return undefined
  const subjects = earlier.findLast((v) => !v.antecedent)?.subjects.filter((m) => m.type !== 'place')
  return subjects?.some((m) => agrees(m, verb.subject)) ? subjects : undefined
}

const isBlaming = perWord(({ key }) => /^[وف]س?(?:[يت])?حمل(?:ت|وا)?$/.test(key))
/** A verb that tells nothing, or that no list knows: of those of saying the subject stands behind them. */
export const isPlain = perWord(
  ({ key }) => !verbCandidates(/^[وف]/.test(key) ? key.slice(1) : key).some((form) => vocabulary().speech.has(form)),
)
const isPresent = perWord(({ key }) => /^[وف]?[يت].{2}/.test(key))
const isJoinedPresent = perWord(({ key }) => /^و[يت].{2}/.test(key))
export const isOneMan = ({ plural, gender }: Mention) => !plural && gender === 'masculine'
