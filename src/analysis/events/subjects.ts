/** Who each finite verb of a sentence is said of: behind it, before it, or carried over from the verb before. */
import type { EventType } from '../analysis.ts'
import type { Mention } from '../entities/mention.ts'
import { isFiniteVerb } from '../lexicon/finite.ts'
import type { VerbForm } from '../lexicon/inflection.ts'
import { isFunctionWord, isPreposition } from '../text/document.ts'
import { bytes, scratch } from '../text/scratch.ts'
import { perWord } from '../text/word.ts'
import { ownerOfForces, ownerOfSubject } from './acting-for.ts'
import { before, denierOfBeing, leading, meantByPronoun } from './before.ts'
import { isOneMan, isPlain, meantBySubject, takesNoSubject } from './goes-on.ts'
import { issuerOfSubject } from './issuers.ts'
import type { Slots } from './mention-slot.ts'
import { agrees, isBoundVerb, pronounBehind } from './nouns.ts'
import { slotsBehind } from './phrases.ts'
import { putPronouns } from './pronouns.ts'
import {
  antecedentOf,
  describesNoun,
  isSubjectOfItsClause,
  isVerbOfHead,
  takesUpAnother,
  takesUpNoun,
} from './relatives.ts'
import type { SentenceView } from './sentence.ts'
import { subjectOfTheSentenceBefore } from './sentence-before.ts'
import type { Trigger } from './triggers.ts'
import { formHere, formIn } from './verb-form.ts'
import {
  complements,
  followsParticle,
  followsRelative,
  MAY_BE_VERB,
  nounByContext,
  OPENS_VERB,
  saysBeside,
} from './verb-places.ts'

export interface FiniteVerb {
  at: number
  subject: VerbForm['subject']
  slots: Slots
  /** Who does it (of a passive: whom it befalls), as far as the sentence tells. */
  subjects: Mention[]
  /** Before a relative pronoun: what the clause says something of. */
  antecedent?: { at: number; mention: Mention | undefined }
  /** An object pronoun is joined to it. */
  pronoun: boolean
  /** Of the event that it tells, if it tells one. */
  type?: EventType
  /** Its subject is whom it befalls («أصيب»). */
  suffers?: boolean
}

/** Types of acts that are done by saying so. */
const PERSONAL: ReadonlySet<EventType> = new Set(['ACCUSE', 'REJECT', 'SUPPORT', 'REQUEST'])

/** Acts that are done together: who stands behind «بين» takes part in them, whatever noun is between. */
const TOGETHER: ReadonlySet<EventType> = new Set(['CONSULT', 'AGREE', 'COOPERATE', 'PROTEST'])
/** Acts that towns suffer. */
const STRIKING: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE'])
/** «باشرت السلطات ترحيل …»: a common verb that tells its event only in phrases, and is in none. */
const isBareOfPhrase = ({ entry, phrase }: Trigger) =>
  entry.weak && entry.phrases.length > 0 && !entry.withPeople && phrase.length === 0

/** «وحث», «فرد»: two letters of a doubled root behind a conjunction. */
const isJoinedDoubled = perWord(({ key }) => /^[وف]..$/.test(key))

/** Whether a verb in the plural describes people told indefinitely right before it. */
function describesPeople(view: SentenceView, at: number, found: readonly FiniteVerb[]): boolean {
  const people = view.endingAt(at)
  return people?.via === 'group' && people.plural && describesNoun(view, at, found)
}

/** «…، مستخدمة الغاز»: whom a participle behind a comma says something of; a feminine one speaks of no people in the masculine plural. */
function besideWhom(
  view: SentenceView,
  at: number,
  subject: VerbForm['subject'],
  found: readonly FiniteVerb[],
  inSentenceBefore: readonly FiniteVerb[],
): Mention[] {
  const near =
    before(view, at, subject, found) ?? subjectOfTheSentenceBefore(view, at, subject, found, inSentenceBefore)
  const isOthers = (m: Mention) =>
    m.type === 'group' &&
    m.plural &&
    (m.gender === 'masculine' || found.some((v) => v.subject === 'masculine' && v.subjects.includes(m)))
  if (subject !== 'feminine' || !near.some(isOthers)) return near
  const fits = (m: Mention) => !isOthers(m) && agrees(m, subject)
  return found.findLast((verb) => verb.subject === subject && verb.subjects.some(fits))?.subjects.filter(fits) ?? []
}

/** Every finite verb of a sentence with its subject, in order. */
export function finiteVerbs(
  view: SentenceView,
  triggers: readonly Trigger[],
  inSentenceBefore: readonly FiniteVerb[] = [],
): FiniteVerb[] {
  const { document, from, to } = view
  const { tokens, flags } = document
  const isTold = tokensOfTriggers(to - from)
  for (const trigger of triggers) isTold[trigger.from - from] = 1
  const isTrigger = (at: number) => isTold[at - from] === 1
  const found: FiniteVerb[] = []
  let told = 0
  for (let at = from; at < to; at++) {
    const trigger = isTold[at - from] === 1 ? triggers[told++] : undefined
    // Most words can be no verb, and nothing else need be asked of them.
    const mayFollow = at > from && (flags[at - 1]! & OPENS_VERB) !== 0
    if (trigger === undefined && !mayFollow && (flags[at]! & MAY_BE_VERB) === 0) continue
    const token = tokens[at]!
    if (token.kind !== 'word' || view.isName(at)) continue
    // «شهر أكتوبر»: what tells the time is no verb.
    if (trigger === undefined && view.isTime(at)) continue
    const follows = mayFollow && (followsRelative(view, at) || followsParticle(view, at))
    const finite = (flags[at]! & MAY_BE_VERB) !== 0
    if (trigger === undefined && !follows && !finite) continue
    if (isPreposition(token) || isBoundVerb(tokens, at)) continue
    // «وقف منح التراخيص»: a phrase that was read as that of a masdar.
    if (trigger?.kind === 'masdar' && trigger.phrase.length > 0) continue
    const hal = trigger?.kind === 'hal' || (finite && saysBeside(token) && tokens[at - 1]?.kind === 'mark')
    if (!hal && !follows && !isVerbHere(view, at, trigger, found)) continue
    found.push(readVerb(view, at, trigger, hal, isTrigger, found, inSentenceBefore))
  }
  return found
}

/** By token of a sentence: 1 where a trigger begins. */
const tokensOfTriggers = scratch(bytes)

/** Whether a word is a verb where it stands, by its form or by what it tells. */
function isVerbHere(
  view: SentenceView,
  at: number,
  trigger: Trigger | undefined,
  earlier: readonly FiniteVerb[],
): boolean {
  const { tokens } = view.document
  const token = tokens[at]!
  if (
    !isFiniteVerb(token) &&
    (trigger?.kind !== 'verb' || !(isFunctionWord(token) || isJoinedDoubled(token) || tokens[at - 1]?.key === 'قد'))
  )
    return false
  return !nounByContext(view, at) && !complements(view, at, earlier)
}

/** Reads a verb, or a participle said like one (`hal`), with what stands behind it and whom it is said of. */
function readVerb(
  view: SentenceView,
  at: number,
  trigger: Trigger | undefined,
  hal: boolean,
  isTrigger: (at: number) => boolean,
  earlier: readonly FiniteVerb[],
  inSentenceBefore: readonly FiniteVerb[],
): FiniteVerb {
  const { tokens } = view.document
  const token = tokens[at]!
  const form = hal ? undefined : formHere(view, at, formIn(token, trigger))
  const subject = form ? form.subject : (trigger?.subject ?? (token.key.endsWith('ه') ? 'feminine' : 'masculine'))
  const pronoun = form?.pronoun === true
  const entry = trigger?.entry
  const slots = slotsBehind(
    view,
    {
      at,
      isVerb: true,
      // Its subject stands before it.
      subject: hal ? 'first' : subject,
      phrase: trigger?.phrase ?? [],
      governs: entry?.prepositions,
      personal: entry !== undefined && PERSONAL.has(entry.type),
      together: entry !== undefined && TOGETHER.has(entry.type),
      strikesPlaces: entry !== undefined && STRIKING.has(entry.type) && entry.subject === 'agent',
      hasObject: pronoun,
      intransitive: entry?.object === 'none',
      isTurned: false,
      mayBeSuffered: trigger !== undefined && trigger.voice !== 'active' && !pronoun,
    },
    isTrigger,
  )
  // «وطلبت منه توضيحات»: behind a pronoun a noun that names nobody is what is asked for.
  if (
    entry?.type === 'REQUEST' &&
    slots.get('subject')?.length === 0 &&
    isJoined(token) &&
    at + 1 < view.to &&
    pronounBehind(tokens[at + 1]!)
  )
    slots.delete('subject')
  const verb: FiniteVerb = {
    at,
    subject,
    slots,
    subjects: slots.get('subject') ?? [],
    pronoun,
    antecedent: antecedentOf(view, at),
    type: trigger && !isBareOfPhrase(trigger) ? trigger.entry.type : undefined,
    suffers: entry?.subject === 'patient',
  }
  const ofAnother = pronoun && verb.antecedent !== undefined && takesUpAnother(view, at, subject)
  if (ofAnother) slots.delete('subject')
  verb.subjects = ofAnother
    ? listOf(verb.antecedent?.mention)
    : subjectsOf(view, verb, trigger, hal, earlier, inSentenceBefore)
  // «ودعا البيان مصر إلى …»: who issued it.
  if (trigger && verb.subjects.length === 0 && slots.get('subject')?.length === 0)
    verb.subjects = issuerOfSubject(view, at, earlier, inSentenceBefore)
  const carried = trigger && takesNoSubject(view, trigger, verb, earlier)
  if (carried) {
    slots.set('object', slots.get('subject') ?? [])
    slots.delete('subject')
    verb.subjects = carried
  }
  if (pronoun && (!verb.antecedent || ofAnother) && !slots.get('object')?.length) {
    const { key } = token
    const of = /هما?$/.test(key) ? 'plural' : key.endsWith('ها') ? 'feminine' : 'masculine'
    const meant = meantByPronoun(view, at, of, verb.subjects, earlier, inSentenceBefore)
    if (meant) slots.set('object', [meant])
  }
  // «قال فلان إن المسلحين فروا، متهما …»: a participle in the singular is said of one man.
  if (hal && subject === 'masculine' && verb.subjects.length > 0 && verb.subjects.every(({ plural }) => plural))
    verb.subjects = earlier.findLast((v) => v.subjects.some(isOneMan))?.subjects.filter(isOneMan) ?? verb.subjects
  if (trigger) putPronouns(view, at, trigger, slots, verb, earlier, inSentenceBefore)
  // «شكاوى تقدم بها فلاحون»: behind an indefinite noun a pronoun takes the place of the relative.
  if (verb.antecedent === undefined && verb.subjects.length > 0 && takesUpNoun(view, at))
    verb.antecedent = { at: at - 1, mention: undefined }
  return verb
}

/** «وطلبت», «فرفض». */
const isJoined = perWord(({ key }) => /^[وف]/.test(key))

/** Whom a verb is said of, as far as its sentence and the one before tell; its slots are set right where that is not who stands behind it. */
function subjectsOf(
  view: SentenceView,
  verb: FiniteVerb,
  trigger: Trigger | undefined,
  hal: boolean,
  earlier: readonly FiniteVerb[],
  inSentenceBefore: readonly FiniteVerb[],
): Mention[] {
  const { at, subject, slots, pronoun, antecedent, subjects } = verb
  const apart = slots.has('subject') && !hal ? subjectApart(view, verb, trigger, earlier) : undefined
  if (apart?.length) return apart
  const owner =
    subjects.length === 0 || apart
      ? ownerOfSubject(view, at, subject, trigger?.phrase ?? [], earlier, inSentenceBefore)
      : undefined
  if (owner) return owner
  if (apart) return apart
  // «برصاص مسلحين أطلقوا النار …»
  if (subject === 'plural' && !antecedent && !hal && !pronoun && describesPeople(view, at, earlier))
    return [view.endingAt(at)!]
  if (subjects.length > 0 || slots.has('subject')) return subjects
  const carried =
    antecedent && !pronoun
      ? listOf(antecedent.mention)
      : hal
        ? besideWhom(view, at, subject, earlier, inSentenceBefore)
        : ((slots.get('object') && meantBySubject(view, at, subject, trigger, earlier)) ??
          before(view, at, subject, earlier) ??
          subjectOfTheSentenceBefore(view, at, subject, earlier, inSentenceBefore))
  return subject === 'plural' && carried.length === 0 ? ownerOfForces(view, at, earlier) : carried
}

/** Who stands before a verb, or before its relative, so that what was read as its subject is its object, and is put there. */
function subjectApart(
  view: SentenceView,
  { at, subject, slots, pronoun, antecedent, subjects }: FiniteVerb,
  trigger: Trigger | undefined,
  earlier: readonly FiniteVerb[],
): Mention[] | undefined {
  const object = slots.get('object')
  if (antecedent) {
    // «المسلح الذي قتل السائح»: without a pronoun that takes him up, he is the subject, and what follows the object.
    if (pronoun || object || !isSubjectOfItsClause(view, at, antecedent, subject)) return undefined
    putAsObject(slots, subjects)
    return listOf(antecedent.mention)
  }
  if (!pronoun && !object && (trigger || isPlain(view.document.tokens[at]!)) && describesNoun(view, at, earlier)) {
    // «انفجار استهدف دورية …»: a verb behind an indefinite noun says what that does.
    putAsObject(slots, subjects)
    return listOf(nounBefore(view, at, subject))
  }
  if (!pronoun && trigger && isVerbOfHead(view, at, subject, earlier)) {
    // «الدول التي أيدت القرار انتقدت إسرائيل»: the subject stands before the relative clause, whoever it names or does not.
    slots.set('object', [...subjects, ...(object ?? [])])
    slots.delete('subject')
    return listOf(earlier.at(-1)?.antecedent?.mention)
  }
  const adjacent =
    leading(view, at, subject) ??
    denierOfBeing(view, at, subject, earlier) ??
    meantBySubject(view, at, subject, trigger, earlier)
  // «قوات الأمن طوقت المكان»: what follows the verb is its object.
  if (adjacent) putAsObject(slots, subjects, object)
  return adjacent
}

function putAsObject(slots: Slots, subjects: readonly Mention[], object: readonly Mention[] = []): void {
  slots.set('object', [...(slots.get('subject of an event') ?? []), ...subjects, ...object])
  slots.delete('subject')
}

const nounBefore = ({ mentions }: SentenceView, at: number, subject: VerbForm['subject']) =>
  mentions.findLast((m) => m.to === at && m.via !== 'nisba' && agrees(m, subject))

const listOf = (mention: Mention | undefined): Mention[] => (mention ? [mention] : [])
