import type { EventStatus, EventType } from '../analysis.ts'
import { isFiniteVerb } from '../lexicon/finite.ts'
import { bare } from '../text/clitics.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import {
  COMPLEMENT_REACH,
  governingVerb,
  governorBefore,
  isDuty,
  isToCome,
  SUBJUNCTIVE_REACH,
  startOfAside,
  startOfMentions,
  supposedBefore,
  thatBefore,
  verbBefore,
  withoutConjunction,
} from './governors.ts'
import { clauseAt, type SentenceView } from './sentence.ts'
import {
  ABOUT,
  AT_TIME,
  CAUSE,
  DENIAL,
  FAILED_IN,
  IF,
  NEGATION,
  NO,
  OF_ACT,
  ON,
  PERFECT,
  POSTPONED,
  SO_THAT,
  statusSigns,
  THAT,
} from './status-signs.ts'
import { ANSWERS, DENYING, FAILING, OF_ACTS, STOPPED, STOPPING, UPCOMING } from './status-words.ts'
import type { Trigger } from './triggers.ts'

/** How many words before a masdar may govern it. */
const REACH = 4
/** Words from one masdar to the next that is joined to it. */
const JOINED_REACH = 8

/** What an act is that stands inside the phrase of another («لوحت بفرض عقوبات»). */
const INNER: Partial<Record<EventType, EventStatus>> = {
  THREATEN: 'hypothetical',
  REQUEST: 'demanded',
  REJECT: 'hypothetical',
}

/** CAMEO: demand. */
const DEMAND = '100'
/** What whoever may order it has done by ordering it («أمر القاضي بحبس …»), and what is under way then («أمر الوزير بنشر جنود»). */
const IN_POWER: Partial<Record<EventType, EventStatus>> = {
  ACCUSE: 'happened',
  COERCE: 'happened',
  RETREAT: 'happened',
  SANCTION: 'happened',
  MOBILIZE: 'planned',
  AID: 'planned',
}

const isEnding = perWord(({ key }) => /^[وف]?ب?(?:وقف|تعليق|قطع|انهاء|تجميد|الغاء)$/.test(key))

/** A trigger with the one before it in its sentence, and its status, where that was asked for already. */
export interface Telling {
  trigger: Trigger
  before: Telling | undefined
  status: EventStatus | undefined
}

/** Whether a text tells an event as fact, plan, denial, demand or possibility, by the words around its trigger; kept in `telling`. */
export function statusOf(view: SentenceView, telling: Telling): EventStatus {
  telling.status ??= statusAfter(view, telling.trigger, telling.before)
  return telling.status
}

function statusAfter(view: SentenceView, trigger: Trigger, before: Telling | undefined): EventStatus {
  const { tokens } = view.document
  if (before !== undefined) {
    const { phrase, entry } = before.trigger
    const threatened = phrase.includes(trigger.from - 1) ? INNER[entry.type] : undefined
    // «ملوحا بوقف التعاون»: the cooperation that is to end is there.
    if (threatened)
      return STOPPED.has(trigger.entry.type) && isEnding(tokens[trigger.from - 1]!) ? 'happened' : threatened
    // «أمر بنشر جنود»: what is ordered.
    if (entry.type === 'REQUEST' && phrase.includes(trigger.from))
      return (entry.cameo === DEMAND ? IN_POWER[trigger.entry.type] : undefined) ?? 'demanded'
  }
  const own = ownStatus(view, trigger)
  if (own !== 'happened') return own
  if (tokens[trigger.from - 1]?.key === 'وان') {
    // «… أن تكف … وأن تدعو …»: what is joined by «وأن» shares the governor of the «أن» before.
    const that = thatBefore(view, trigger.from - 2)
    const shared = that === undefined ? undefined : isDuty(view, that) ? 'demanded' : governorBefore(view, that, 3)
    if (shared) return shared
    if (before !== undefined && trigger.kind === 'verb' && before.trigger.tense === 'present')
      return statusOf(view, before)
  }
  // «لتأمين الحدود ومحاربة الإرهاب»: an act joined by «و» to another shares its governor.
  return before !== undefined &&
    trigger.kind === 'masdar' &&
    before.trigger.kind === 'masdar' &&
    !trigger.definite &&
    trigger.from - before.trigger.from <= JOINED_REACH &&
    tokens[trigger.from]!.key.startsWith('و')
    ? statusOf(view, before)
    : own
}

function ownStatus(view: SentenceView, trigger: Trigger): EventStatus {
  const before = trigger.from > view.from ? statusSigns(view.document.tokens[trigger.from - 1]!) : 0
  return trigger.kind === 'verb' || trigger.kind === 'hal'
    ? statusOfVerb(view, trigger, before)
    : statusOfNoun(view, trigger, before)
}

/** A word of the sentence before an act, without its conjunction; empty beyond its head. */
const keyBefore = (view: SentenceView, at: number): string =>
  at >= view.from ? withoutConjunction(view.document.tokens[at]!) : ''

/** @param before signs of the word before it (`statusSigns`) */
function statusOfVerb(view: SentenceView, trigger: Trigger, before: number): EventStatus {
  const { from, tense } = trigger
  const { tokens } = view.document
  if ((before & NEGATION) !== 0) {
    const negation = keyBefore(view, from - 1)
    // «ما لم تتراجع», «إذا لم تتراجع»: unless.
    if (negation === 'لم' && /^(?:ما|اذا|ان)$/.test(keyBefore(view, from - 2))) return 'hypothetical'
    if (negation === 'ما' && /^(?:اذا|حال|حاله)$/.test(keyBefore(view, from - 2))) return 'hypothetical'
    if (negation !== 'ما' || deniesAtHead(view, trigger))
      return isExcepted(view, from) ? (negation === 'لم' ? 'happened' : 'hypothetical') : 'denied'
  }
  if (trigger.future) return 'planned'
  if ((before & THAT) !== 0) {
    // «إن فرضت واشنطن عقوبات»: behind the «إن» of a condition stands a past.
    if (tense === 'past' && /^[وف]?إن$/.test(tokens[from - 1]!.text)) return 'hypothetical'
    if (isDuty(view, from - 1)) return 'demanded'
    // «شريطة أن تزودها …»: on condition that.
    if (/^(?:شريطه|ب?شرط)$/.test(keyBefore(view, from - 2))) return 'hypothetical'
    // «…، على أن تعقد جولة ثانية لاحقا»: what is agreed on with the rest.
    if (tense === 'present' && keyBefore(view, from - 2) === 'علي' && tokens[from - 3]?.kind === 'mark')
      return 'planned'
    const governor = governorBefore(view, from - 1, 3) ?? governingVerb(view, from - 1, SUBJUNCTIVE_REACH)
    if (governor) return governor
  }
  if ((before & PERFECT) !== 0) {
    const supposed = supposedBefore(view, from - 1)
    if (supposed !== undefined)
      return governorBefore(view, supposed, 3) ?? governingVerb(view, supposed, SUBJUNCTIVE_REACH) ?? 'happened'
    if (tense === 'present') return 'hypothetical'
  }
  if ((before & IF) !== 0) return 'hypothetical'
  if ((before & SO_THAT) !== 0 && tense === 'present') return 'planned'
  if (/^[وف]?ل[يت]/.test(tokens[from]!.key)) return 'planned'
  if (trigger.kind !== 'verb' || tense !== 'present') return 'happened'
  const clause = clauseAt(view, from)
  return hasUpcoming(view, from, clause.to) || isLaidDown(view, clause.from, from) ? 'planned' : 'happened'
}

/** @param before signs of the word before it (`statusSigns`) */
function statusOfNoun(view: SentenceView, trigger: Trigger, before: number): EventStatus {
  const { from, definite } = trigger
  if ((before & DENIAL) !== 0 || ((before & FAILED_IN) !== 0 && failsBefore(view, from))) return 'denied'
  // «نافيا ما تردد عن ترحيل …»: what was told of it.
  if ((before & ABOUT) !== 0 && keyBefore(view, from - 3) === 'ما' && DENYING.has(keyBefore(view, from - 4)))
    return 'denied'
  if (isToCome(view, trigger)) return 'planned'
  if ((before & POSTPONED) !== 0) return 'planned'
  // «لا مفاوضات مع …».
  if ((before & NO) !== 0 && !definite) return 'denied'
  const known = presupposed(view, from, before)
  if (known === CAUSE) return 'happened'
  const governed = governorBefore(view, from, REACH) ?? governingVerb(view, from, COMPLEMENT_REACH, true, definite)
  // «رفضت طلبهم»: a request that is refused was made.
  if (governed) return governed === 'hypothetical' && isRefused(view, trigger) ? 'happened' : governed
  if (STOPPED.has(trigger.entry.type) && isStopped(view, trigger)) return 'denied'
  const verb = definite && trigger.preposition !== undefined ? undefined : verbBefore(view, from, definite)
  // «لم تعلق على الغارة خلال زيارته»: what the verb denies is not when it was.
  if (verb === 'denied' && known === AT_TIME) return 'happened'
  if (verb) return verb
  // A masdar behind the lam of purpose has not happened yet.
  return trigger.preposition === 'ل' &&
    !definite &&
    trigger.kind === 'masdar' &&
    !undergoes(view.document.tokens[from - 1]) &&
    !isRemembered(view, from)
    ? 'planned'
    : 'happened'
}

/** A request right behind a verb of refusing, or behind that and its subject. */
function isRefused(view: SentenceView, { from }: Trigger): boolean {
  const { tokens } = view.document
  const verb = isRequest(tokens[from]!) ? startOfMentions(view, from) - 1 : -1
  return verb >= view.from && isRefusing(tokens[verb]!)
}
const isRequest = perWord(({ key }) => /^(?:ال)?م?طلب(?:ا|ات|ه|ها|هم)?$/.test(key))
const isRefusing = perWord(({ key }) => /^[وف]?[يت]?رفض(?:ت|وا)?$/.test(key))

/** Words from a negated verb to what it excepts («لم يعتقلوا إلا …»), at most. */
const EXCEPTION_REACH = 8

function isExcepted(view: SentenceView, at: number): boolean {
  const { tokens } = view.document
  for (let i = at + 1; i < Math.min(view.to, at + EXCEPTION_REACH); i++) {
    if (tokens[i]!.kind === 'mark' && !/^[«»"]$/.test(tokens[i]!.text)) return false
    // «إلا أن» is but.
    if (tokens[i]!.key === 'الا') return !/^ان/.test(tokens[i + 1]?.key ?? '')
  }
  return false
}

/** What a preposition right before an act, or before a noun that it is told with («عملية …»), says of it: that it is a cause, or when it was; 0 for neither. */
function presupposed(view: SentenceView, at: number, signs: number): number {
  const { tokens } = view.document
  const before = (signs & OF_ACT) === 0 ? signs : at - 2 >= view.from ? statusSigns(tokens[at - 2]!) : 0
  return (before & CAUSE) !== 0 || isAnswered(view, at) ? CAUSE : before & AT_TIME
}

/** «بالرد على اغتيال …», «احتجاجا على قصف …»: an act that another one answers, whoever did it. */
export function isAnswered({ document: { tokens }, from }: SentenceView, at: number): boolean {
  const on = OF_ACTS.has(tokens[at - 1]?.key ?? '') ? at - 2 : at - 1
  return on > from && (statusSigns(tokens[on]!) & ON) !== 0 && ANSWERS.has(bare(withoutConjunction(tokens[on - 1]!)))
}

/** «علقت كندا تصدير السلاح إلى …»: the object of a verb of stopping. */
function isStopped(view: SentenceView, trigger: Trigger): boolean {
  const verb = startOfMentions(view, trigger.from) - 1
  return verb >= view.from && STOPPING.has(withoutConjunction(view.document.tokens[verb]!))
}

/** «بموجب الاتفاق، تفرج إسرائيل عن …»: what is told in the present by what was agreed is to be done yet. */
function isLaidDown(view: SentenceView, from: number, at: number): boolean {
  const { tokens } = view.document
  for (let i = Math.max(view.from, from - 4); i < at; i++)
    if (/^[وف]?(?:بموجب|بمقتضي)$/.test(tokens[i]!.key) && bare(tokens[i + 1]?.key ?? '') !== 'قانون') return true
  return false
}

/** Words between a verb of failing, with its subject, and what it fails in, at most. */
const FAILING_REACH = 8

function failsBefore(view: SentenceView, at: number): boolean {
  const { tokens } = view.document
  const last = startOfAside(view, at - 1)
  for (let i = last - 1; i >= view.from && i >= last - FAILING_REACH; i--) {
    if (tokens[i]!.kind === 'mark') return false
    if (FAILING.has(tokens[i]!.key) || FAILING.has(withoutConjunction(tokens[i]!))) return true
    if (isFiniteVerb(tokens[i]!) && !view.isName(i)) return false
  }
  return false
}

/** «ما زار …» at the head of a clause denies; «ما قاله» elsewhere takes up what was. */
function deniesAtHead(view: SentenceView, trigger: Trigger): boolean {
  const before = view.document.tokens[trigger.from - 2]
  return (
    trigger.tense === 'past' &&
    !trigger.pronoun &&
    (trigger.from - 2 < view.from || (before?.kind === 'mark' && before.text !== '،' && before.text !== ','))
  )
}

/** «الذكرى السبعين لاغتيال …»: what is remembered has happened. */
function isRemembered(view: SentenceView, at: number): boolean {
  for (let i = at - 1; i >= Math.max(view.from, at - 3); i--)
    if (/^(?:ال)?(?:ذكري|سنويه|ضحايا)$/.test(view.document.tokens[i]!.key)) return true
  return false
}

/** «تعرض لهجوم», «أدى لمقتل …»: what is behind such a verb happened. */
const undergoes = (token: Token | undefined) => token !== undefined && UNDERGOING.test(token.key)
const UNDERGOING =
  /^[وف]?(?:[يت]?تعرض(?:ت|وا|ون)?|[يت]?خضع(?:ت|وا|ون)?|ا?ستجاب(?:ت)?|[يت]ستجيب|ادي|ادت|[يت]ودي|نتيجه|وفقا|تبعا|خلافا|تبادل|عرضه|ضحيه)$/

function hasUpcoming(view: SentenceView, from: number, to: number): boolean {
  const { tokens } = view.document
  for (let at = from; at < to && at < from + 20; at++) if (isUpcoming(tokens[at]!)) return true
  return false
}
const isUpcoming = perWord(({ key }) => UPCOMING.has(key))

/** Whether an event's own words are of a kind that a masdar alone may tell («قمة»), or that need somebody taking part. */
export function needsParticipant(trigger: Trigger): boolean {
  return trigger.entry.weak || !(trigger.kind === 'verb' || trigger.kind === 'hal')
}
