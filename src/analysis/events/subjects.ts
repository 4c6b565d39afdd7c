/** Who each finite verb of a sentence is said of: behind it, before it, or carried over from the verb before. */
import type { EventType } from '../analysis.ts'
import type { Mention } from '../entities/mention.ts'
import { isFiniteVerb, verbCandidates } from '../lexicon/finite.ts'
import type { VerbForm } from '../lexicon/inflection.ts'
import { PLAIN_VERBS } from '../lexicon/plain-verbs.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { isFunctionWord, isPreposition, isRelative } from '../text/document.ts'
import { AUXILIARIES, QUANTIFIERS } from '../text/function-words.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import { before, justBefore, leading, meantByPronoun, ownerOfSubject } from './before.ts'
import type { Slots } from './mention-slot.ts'
import { agrees, isBoundVerb, pronounBehind } from './nouns.ts'
import { slotsBehind } from './phrases.ts'
import { putPronouns } from './pronouns.ts'
import { antecedentOf, describesNoun, isSubjectOfItsClause, isVerbOfHead, takesUpNoun } from './relatives.ts'
import type { SentenceView } from './sentence.ts'
import { subjectOfTheSentenceBefore } from './sentence-before.ts'
import { opensClause, type Trigger } from './triggers.ts'

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

/** Every finite verb of a sentence with its subject, in order. */
export function finiteVerbs(
  view: SentenceView,
  triggerAt: (at: number) => Trigger | undefined,
  inSentenceBefore: readonly FiniteVerb[] = [],
): FiniteVerb[] {
  const isTrigger = (at: number) => triggerAt(at) !== undefined
  const found: FiniteVerb[] = []
  for (let at = view.from; at < view.to; at++) {
    const token = view.document.tokens[at]!
    if (token.kind !== 'word' || view.isName(at)) continue
    const trigger = triggerAt(at)
    const follows = followsRelative(view, at) || followsParticle(view, at)
    // Most words can be no verb, and nothing else need be asked of them.
    if (trigger === undefined && !follows && !isFiniteVerb(token) && !saysBeside(token)) continue
    if (isPreposition(token) || isBoundVerb(view.document.tokens, at)) continue
    // «وقف منح التراخيص»: a phrase that was read as that of a masdar.
    if (trigger?.kind === 'masdar' && trigger.phrase.length > 0) continue
    const hal = trigger?.kind === 'hal' || (saysBeside(token) && view.document.tokens[at - 1]?.kind === 'mark')
    if (
      !hal &&
      !follows &&
      (!(isFiniteVerb(token) || (isFunctionWord(token) && trigger?.kind === 'verb')) ||
        nounByContext(view, at) ||
        complements(view, at, found))
    )
      continue
    const { subject, pronoun } = hal
      ? {
          subject: trigger?.subject ?? (token.key.endsWith('ه') ? ('feminine' as const) : ('masculine' as const)),
          pronoun: false,
        }
      : formIn(token, trigger)
    const slots = slotsBehind(
      view,
      {
        at,
        isVerb: true,
        // Its subject stands before it.
        subject: hal ? 'first' : subject,
        phrase: trigger?.phrase ?? [],
        hasObject: pronoun && !hal,
        ...(trigger && {
          governs: trigger.entry.prepositions,
          intransitive: trigger.entry.object === 'none',
          personal: PERSONAL.has(trigger.entry.type),
          together: TOGETHER.has(trigger.entry.type),
          strikesPlaces: STRIKING.has(trigger.entry.type) && trigger.entry.subject === 'agent',
        }),
      },
      isTrigger,
    )
    const antecedent = antecedentOf(view, at)
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
    const adjacent = slots.has('subject') && !antecedent && !hal ? leading(view, at, subject) : undefined
    const owner =
      subjects.length === 0 ? ownerOfSubject(view, at, trigger?.phrase ?? [], found, inSentenceBefore) : undefined
    if (
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
      trigger &&
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
    } else if (subjects.length === 0 && !slots.has('subject')) {
      if (antecedent && !pronoun) subjects = antecedent.mention ? [antecedent.mention] : []
      else
        subjects =
          before(view, at, subject, found) ?? subjectOfTheSentenceBefore(view, at, subject, found, inSentenceBefore)
    }
    const carried = trigger && takesNoSubject(view, trigger, { at, subject, slots, pronoun }, found)
    if (carried) {
      slots.set('object', slots.get('subject') ?? [])
      slots.delete('subject')
      subjects = carried
    }
    if (pronoun && !antecedent && !slots.get('object')?.length) {
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
    })
  }
  return found
}

/**
 * «… واتهم المصرف بالانحياز», «زار الرياض والتقى ولي العهد»: who accuses or meets names whom; with one name behind it, the doer is the subject of the verb
 * before: who that is, or undefined where the verb has its own.
 */
function takesNoSubject(
  view: SentenceView,
  { entry, kind, phrase }: Trigger,
  verb: Pick<FiniteVerb, 'at' | 'subject' | 'slots' | 'pronoun'>,
  earlier: readonly FiniteVerb[],
): Mention[] | undefined {
  const { slots, pronoun } = verb
  if (kind !== 'verb' || pronoun || slots.has('object') || !slots.has('subject')) return undefined
  // «… واتهمت فصائل موالية بـ…»: the accused may be somebody whom no mention names.
  const unnamed = slots.get('subject')!.length === 0
  if (unnamed && !(entry.type === 'ACCUSE' && view.document.tokens[verb.at]!.key.startsWith('و'))) return undefined
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
  const goesOn = struck || prevents || (entry.object === 'patient' && view.document.tokens[verb.at - 1]?.key === 'وان')
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
  if (!accuses && !meets && !goesOn && !asks) return undefined
  const subjects = earlier.findLast((v) => !v.antecedent)?.subjects.filter((m) => m.type !== 'place')
  return subjects?.some((m) => agrees(m, verb.subject)) ? subjects : undefined
}

const isPresent = perWord(({ key }) => /^[يت].{2}/.test(key))
const isJoinedPresent = perWord(({ key }) => /^و[يت].{2}/.test(key))
const isOneMan = ({ plural, gender }: Mention) => !plural && gender === 'masculine'

/** «أعلنت تونس رفض …»: what is spelled like a past, right behind the subject of a verb, is a masdar that the verb is about. */
function complements(view: SentenceView, at: number, earlier: readonly FiniteVerb[]): boolean {
  const token = view.document.tokens[at]!
  const { key } = token
  const last = earlier[earlier.length - 1]
  if (last === undefined || /^(?:و|ي|س[يتن]|ف[يتس])/.test(key) || !last.slots.get('subject')?.some((m) => m.to === at))
    return false
  const { subject } = formOf(token)
  const masdar = () =>
    vocabulary()
      .events.get(key)
      ?.some((form) => form.kind === 'masdar') ?? false
  return subject === 'masculine' || (subject === 'plural' && masdar())
}

/** «…، مؤكدا توقيف …»: participles of saying, said of the subject before them like a verb. */
const SAYING_BESIDE = new Set(
  'موكدا موكده مءكدا مءكده معلنا معلنه مضيفا مضيفه نافيا نافيه موضحا موضحه مشيرا مشيره كاشفا كاشفه مبرزا مبرزه'.split(
    ' ',
  ),
)
const saysBeside = perWord(({ key }) => SAYING_BESIDE.has(key))

/** Behind «الذي», «التي» stands a verb, known or not, unless the word is one of a closed class or definite. */
function followsRelative(view: SentenceView, at: number): boolean {
  const { tokens } = view.document
  const previous = at > view.from ? tokens[at - 1]! : undefined
  return previous !== undefined && isRelative(previous) && mayFollowRelative(tokens[at]!)
}

/** Behind «لم», «لن», «سوف», «أن» a word with the prefix of the present is a verb, known or not. */
function followsParticle(view: SentenceView, at: number): boolean {
  const particle = at > view.from ? particleOf(view.document.tokens[at - 1]!) : undefined
  if (particle === undefined || !isPresentShaped(view.document.tokens[at]!)) return false
  return particle === 'of a verb' || !isLikeMasdar(view.document.tokens[at]!)
}

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
function nounByContext(view: SentenceView, at: number): boolean {
  const { tokens } = view.document
  const key = tokens[at]!.key
  const governed = at > view.from ? tokens[at - 1]! : undefined
  if (governed && wantsNoun(governed)) return true
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
  if (previous === undefined || /^[وف]/.test(key)) return false
  return (
    previous.kind === 'word' &&
    !isFunctionWord(previous) &&
    !view.isName(at - 1) &&
    !isFiniteVerb(previous) &&
    !/^ال/.test(previous.key)
  )
}

/** «تقدم الحزب بطعن»: of two verbs that are spelled alike («تُقدّم») the phrase tells which it is. */
function formIn(token: Token, told: Trigger | undefined): { subject: VerbForm['subject']; pronoun: boolean } {
  const form = formOf(token)
  return told?.kind === 'verb' && told.phrase.length > 0 && told.subject !== undefined
    ? { ...form, subject: told.subject }
    : form
}

/** Of whom a verb is said by its form, and whether an object pronoun is joined to it. */
const formOf = perWord(({ key }): { subject: VerbForm['subject']; pronoun: boolean } => {
  for (const word of key.length > 3 && /^[وف]/.test(key) ? [key, key.slice(1)] : [key]) {
    for (const form of verbCandidates(word)) {
      const known = [...(vocabulary().events.get(form) ?? []), ...(vocabulary().speech.get(form) ?? [])].find(
        (f) => f.kind === 'verb',
      )
      const plain = known?.verb ? undefined : PLAIN_VERBS.get(form)
      if (plain) return { subject: plain, pronoun: word.replace(/^[سل](?=[يت])/, '').length > form.length }
      if (known?.verb)
        return { subject: known.verb.subject, pronoun: word.replace(/^[سل](?=[يت])/, '').length > form.length }
    }
  }
  const word = key.replace(/^[وف](?=.{3})/, '').replace(/^س(?=[يت])/, '')
  if (AUXILIARIES.has(word))
    return {
      subject: /وا$|ونون$/.test(word) ? 'plural' : word !== 'تم' && /^ت|ت$/.test(word) ? 'feminine' : 'masculine',
      pronoun: false,
    }
  const pronoun = /.{3,}(?:ها|هم|ه)$/.test(word)
  if (/(?:ون|وا)$/.test(word)) return { subject: 'plural', pronoun }
  if (/^ت/.test(word) || /ت(?:ه|ها|هم)?$/.test(word)) return { subject: 'feminine', pronoun }
  return { subject: 'masculine', pronoun }
})
