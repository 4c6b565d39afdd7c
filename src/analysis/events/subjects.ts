/** Who each finite verb of a sentence is said of: behind it, before it, or carried over from the verb before. */
import type { EventType } from '../analysis.ts'
import type { Mention } from '../entities/mention.ts'
import { isFiniteVerb } from '../lexicon/finite.ts'
import type { VerbForm } from '../lexicon/inflection.ts'
import { isFunctionWord, isPreposition } from '../text/document.ts'
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
  antecedent?: { at: number; mention?: Mention }
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
  found: FiniteVerb[],
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
  triggerAt: (at: number) => Trigger | undefined,
  inSentenceBefore: readonly FiniteVerb[] = [],
): FiniteVerb[] {
  const isTrigger = (at: number) => triggerAt(at) !== undefined
  const found: FiniteVerb[] = []
  const { flags } = view.document
  for (let at = view.from; at < view.to; at++) {
    const trigger = triggerAt(at)
    // Most words can be no verb, and nothing else need be asked of them.
    const mayFollow = at > view.from && (flags[at - 1]! & OPENS_VERB) !== 0
    if (trigger === undefined && !mayFollow && (flags[at]! & MAY_BE_VERB) === 0) continue
    const token = view.document.tokens[at]!
    if (token.kind !== 'word' || view.isName(at)) continue
    // «شهر أكتوبر»: what tells the time is no verb.
    if (trigger === undefined && view.isTime(at)) continue
    const follows = mayFollow && (followsRelative(view, at) || followsParticle(view, at))
    if (trigger === undefined && !follows && !isFiniteVerb(token) && !saysBeside(token)) continue
    if (isPreposition(token) || isBoundVerb(view.document.tokens, at)) continue
    // «وقف منح التراخيص»: a phrase that was read as that of a masdar.
    if (trigger?.kind === 'masdar' && trigger.phrase.length > 0) continue
    const hal = trigger?.kind === 'hal' || (saysBeside(token) && view.document.tokens[at - 1]?.kind === 'mark')
    if (
      !hal &&
      !follows &&
      (!(
        isFiniteVerb(token) ||
        (trigger?.kind === 'verb' &&
          (isFunctionWord(token) || isJoinedDoubled(token) || view.document.tokens[at - 1]?.key === 'قد'))
      ) ||
        nounByContext(view, at) ||
        complements(view, at, found))
    )
      continue
    const { subject, pronoun } = hal
      ? {
          subject: trigger?.subject ?? (token.key.endsWith('ه') ? ('feminine' as const) : ('masculine' as const)),
          pronoun: false,
        }
      : formHere(view, at, formIn(token, trigger))
    const slots = slotsBehind(
      view,
      {
        at,
        isVerb: true,
        // Its subject stands before it.
        subject: hal ? 'first' : subject,
        phrase: trigger?.phrase ?? [],
        governs: trigger?.entry.prepositions,
        personal: trigger !== undefined && PERSONAL.has(trigger.entry.type),
        together: trigger !== undefined && TOGETHER.has(trigger.entry.type),
        strikesPlaces: trigger !== undefined && STRIKING.has(trigger.entry.type) && trigger.entry.subject === 'agent',
        hasObject: pronoun && !hal,
        intransitive: trigger?.entry.object === 'none',
        isTurned: false,
        mayBeSuffered: trigger !== undefined && trigger.voice !== 'active' && !pronoun,
      },
      isTrigger,
    )
    const antecedent = antecedentOf(view, at)
    const ofAnother = pronoun && antecedent !== undefined && takesUpAnother(view, at, subject)
    // «وطلبت منه توضيحات»: behind a pronoun a noun that names nobody is what is asked for.
    if (
      trigger?.entry.type === 'REQUEST' &&
      slots.get('subject')?.length === 0 &&
      /^[وف]/.test(token.key) &&
      at + 1 < view.to &&
      pronounBehind(view.document.tokens[at + 1]!)
    )
      slots.delete('subject')
    let subjects = slots.get('subject') ?? []
    const adjacent =
      slots.has('subject') && !antecedent && !hal
        ? (leading(view, at, subject) ??
          denierOfBeing(view, at, subject, found) ??
          meantBySubject(view, at, subject, trigger, found))
        : undefined
    const owner =
      subjects.length === 0
        ? ownerOfSubject(view, at, subject, trigger?.phrase ?? [], found, inSentenceBefore)
        : undefined
    if (ofAnother) {
      slots.delete('subject')
      subjects = antecedent.mention ? [antecedent.mention] : []
    } else if (
      antecedent &&
      !pronoun &&
      slots.has('subject') &&
      !slots.has('object') &&
      isSubjectOfItsClause(view, at, antecedent, subject)
    ) {
      // «المسلح الذي قتل السائح»: without a pronoun that takes him up, he is the subject, and what follows the object.
      slots.set('object', [...(slots.get('subject of an event') ?? []), ...subjects])
      slots.delete('subject')
      subjects = antecedent.mention ? [antecedent.mention] : []
    } else if (
      (trigger || isPlain(token)) &&
      !antecedent &&
      !hal &&
      !pronoun &&
      slots.has('subject') &&
      !slots.has('object') &&
      describesNoun(view, at, found)
    ) {
      // «انفجار استهدف دورية …»: a verb behind an indefinite noun says what that does.
      slots.set('object', [...(slots.get('subject of an event') ?? []), ...subjects])
      slots.delete('subject')
      const noun = view.mentions.findLast((m) => m.to === at && m.via !== 'nisba' && agrees(m, subject))
      subjects = noun ? [noun] : []
    } else if (
      !antecedent &&
      !hal &&
      !pronoun &&
      slots.has('subject') &&
      trigger &&
      isVerbOfHead(view, at, subject, found)
    ) {
      // «الدول التي أيدت القرار انتقدت إسرائيل»: the subject stands before the relative clause, whoever it names or does not.
      const head = found.at(-1)?.antecedent?.mention
      slots.set('object', [...subjects, ...(slots.get('object') ?? [])])
      slots.delete('subject')
      subjects = head ? [head] : []
    } else if (adjacent) {
      // «قوات الأمن طوقت المكان»: what follows the verb is its object.
      subjects = adjacent
      slots.set('object', [
        ...(slots.get('subject of an event') ?? []),
        ...(slots.get('subject') ?? []),
        ...(slots.get('object') ?? []),
      ])
      slots.delete('subject')
    } else if (owner) {
      subjects = owner
    } else if (subject === 'plural' && !antecedent && !hal && !pronoun && describesPeople(view, at, found)) {
      // «برصاص مسلحين أطلقوا النار …»
      subjects = [view.endingAt(at)!]
    } else if (subjects.length === 0 && !slots.has('subject')) {
      if (antecedent && !pronoun) subjects = antecedent.mention ? [antecedent.mention] : []
      else if (hal) subjects = besideWhom(view, at, subject, found, inSentenceBefore)
      else
        subjects =
          (slots.get('object') && meantBySubject(view, at, subject, trigger, found)) ??
          before(view, at, subject, found) ??
          subjectOfTheSentenceBefore(view, at, subject, found, inSentenceBefore)
      if (subject === 'plural' && subjects.length === 0) subjects = ownerOfForces(view, at, found)
    }
    // «ودعا البيان مصر إلى …»: who issued it.
    if (trigger && subjects.length === 0 && slots.get('subject')?.length === 0)
      subjects = issuerOfSubject(view, at, found, inSentenceBefore)
    const carried = trigger && takesNoSubject(view, trigger, { at, subject, slots, pronoun }, found)
    if (carried) {
      slots.set('object', slots.get('subject') ?? [])
      slots.delete('subject')
      subjects = carried
    }
    if (pronoun && (!antecedent || ofAnother) && !slots.get('object')?.length) {
      const { key } = token
      const of = /هما?$/.test(key) ? 'plural' : key.endsWith('ها') ? 'feminine' : 'masculine'
      const meant = meantByPronoun(view, at, of, subjects, found, inSentenceBefore)
      if (meant) slots.set('object', [meant])
    }
    // «قال فلان إن المسلحين فروا، متهما …»: a participle in the singular is said of one man.
    if (hal && subject === 'masculine' && subjects.length > 0 && subjects.every(({ plural }) => plural))
      subjects = found.findLast((v) => v.subjects.some(isOneMan))?.subjects.filter(isOneMan) ?? subjects
    if (trigger) putPronouns(view, at, trigger, slots, { subjects, antecedent }, found, inSentenceBefore)
    found.push({
      at,
      subject,
      slots,
      subjects,
      pronoun,
      // «شكاوى تقدم بها فلاحون»: behind an indefinite noun a pronoun takes the place of the relative.
      antecedent: antecedent ?? (subjects.length > 0 && takesUpNoun(view, at) ? { at: at - 1 } : undefined),
      type: trigger && !isBareOfPhrase(trigger) ? trigger.entry.type : undefined,
      suffers: trigger?.entry.subject === 'patient',
    })
  }
  return found
}
