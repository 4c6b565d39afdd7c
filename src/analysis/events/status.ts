import type { EventStatus, EventType } from '../analysis.ts'
import { isFiniteVerb } from '../lexicon/finite.ts'
import { bare } from '../text/clitics.ts'
import { NEGATIONS } from '../text/function-words.ts'
import type { Token } from '../text/tokens.ts'
import {
  COMPLEMENT_REACH,
  governingVerb,
  governorBefore,
  isDuty,
  isToCome,
  SUBJUNCTIVE_REACH,
  startOfMentions,
  supposedBefore,
  thatBefore,
  verbBefore,
  withoutConjunction,
} from './governors.ts'
import { clauseAt, type SentenceView } from './sentence.ts'
import {
  ANSWERS,
  CANCELLED,
  CAUSES,
  DENYING,
  FAILING,
  OF_ACTS,
  PUT_OFF,
  STOPPED,
  STOPPING,
  UPCOMING,
  WHILE,
} from './status-words.ts'
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
/** What whoever may order it has done by ordering it («أمر القاضي بحبس …»). */
const IN_POWER: ReadonlySet<EventType> = new Set(['ACCUSE', 'COERCE', 'RETREAT', 'SANCTION'])

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
    if (threatened) return threatened
    // «أمر بنشر جنود»: what is ordered.
    if (entry.type === 'REQUEST' && phrase.includes(trigger.from))
      return entry.cameo === DEMAND && IN_POWER.has(trigger.entry.type) ? 'happened' : 'demanded'
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
  const { tokens } = view.document
  const key = (at: number) => (at >= view.from ? withoutConjunction(tokens[at]!) : '')
  const before = key(trigger.from - 1)
  const isVerb = trigger.kind === 'verb' || trigger.kind === 'hal'
  // «ما لم تتراجع», «إذا لم تتراجع»: unless.
  if (isVerb && before === 'لم' && /^(?:ما|اذا|ان)$/.test(key(trigger.from - 2))) return 'hypothetical'
  if (isVerb && before === 'ما' && /^(?:اذا|حال|حاله)$/.test(key(trigger.from - 2))) return 'hypothetical'
  if (isVerb && NEGATIONS.has(before) && (before !== 'ما' || deniesAtHead(view, trigger)))
    return isExcepted(view, trigger.from) ? (before === 'لم' ? 'happened' : 'hypothetical') : 'denied'
  if (trigger.future) return 'planned'
  if (isVerb && /^(?:ان|بان)$/.test(before)) {
    // «إن فرضت واشنطن عقوبات»: behind the «إن» of a condition stands a past.
    if (trigger.tense === 'past' && /^[وف]?إن$/.test(tokens[trigger.from - 1]!.text)) return 'hypothetical'
    if (isDuty(view, trigger.from - 1)) return 'demanded'
    // «…، على أن تعقد جولة ثانية لاحقا»: what is agreed on with the rest.
    if (trigger.tense === 'present' && key(trigger.from - 2) === 'علي' && tokens[trigger.from - 3]?.kind === 'mark')
      return 'planned'
    const governor =
      governorBefore(view, trigger.from - 1, 3) ?? governingVerb(view, trigger.from - 1, SUBJUNCTIVE_REACH)
    if (governor) return governor
  }
  if (isVerb && before === 'قد') {
    const supposed = supposedBefore(view, trigger.from - 1)
    if (supposed !== undefined)
      return governorBefore(view, supposed, 3) ?? governingVerb(view, supposed, SUBJUNCTIVE_REACH) ?? 'happened'
  }
  if (isVerb) {
    if (before === 'قد' && trigger.tense === 'present') return 'hypothetical'
    if (/^(?:لو|اذا|ربما|لعل|حال)$/.test(before)) return 'hypothetical'
    if (/^(?:لكي|كي|حتي)$/.test(before) && trigger.tense === 'present') return 'planned'
    if (/^ل[يت]/.test(tokens[trigger.from]!.key.replace(/^[وف]/, ''))) return 'planned'
    const clause = clauseAt(view, trigger.from)
    if (
      trigger.kind === 'verb' &&
      trigger.tense === 'present' &&
      (hasUpcoming(view, trigger.from, clause.to) || isLaidDown(view, clause.from, trigger.from))
    )
      return 'planned'
    return 'happened'
  }
  if (DENYING.has(before) || CANCELLED.has(before) || failsBefore(view, trigger.from)) return 'denied'
  // «نافيا ما تردد عن ترحيل …»: what was told of it.
  if (/^(?:عن|من|بشان|حول)$/.test(before) && key(trigger.from - 3) === 'ما' && DENYING.has(key(trigger.from - 4)))
    return 'denied'
  if (isToCome(view, trigger)) return 'planned'
  if (PUT_OFF.has(before)) return 'planned'
  // «لا مفاوضات مع …».
  if (before === 'لا' && !trigger.definite) return 'denied'
  const known = presupposed(view, trigger.from)
  if (known === 'cause') return 'happened'
  const governed =
    governorBefore(view, trigger.from, REACH) ??
    governingVerb(view, trigger.from, COMPLEMENT_REACH, true, trigger.definite)
  if (governed) return governed
  if (STOPPED.has(trigger.entry.type) && isStopped(view, trigger)) return 'denied'
  const verb =
    trigger.definite && trigger.preposition !== undefined ? undefined : verbBefore(view, trigger.from, trigger.definite)
  // «لم تعلق على الغارة خلال زيارته»: what the verb denies is not when it was.
  if (verb === 'denied' && known === 'while') return 'happened'
  if (verb) return verb
  // A masdar behind the lam of purpose has not happened yet.
  if (
    trigger.preposition === 'ل' &&
    !trigger.definite &&
    trigger.kind === 'masdar' &&
    !undergoes(tokens[trigger.from - 1]) &&
    !isRemembered(view, trigger.from)
  )
    return 'planned'
  return 'happened'
}

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

/** What a preposition right before an act, or before a noun that it is told with («عملية …»), says of it: that it is a cause, or when it was. */
function presupposed(view: SentenceView, at: number): 'cause' | 'while' | undefined {
  const { tokens } = view.document
  const key = (i: number) => (i >= view.from ? withoutConjunction(tokens[i]!) : '')
  let before = at - 1
  if (OF_ACTS.has(key(before))) before--
  if (CAUSES.has(key(before))) return 'cause'
  if (isAnswered(view, at)) return 'cause'
  return WHILE.has(key(before)) ? 'while' : undefined
}

/** «بالرد على اغتيال …», «احتجاجا على قصف …»: an act that another one answers, whoever did it. */
export function isAnswered({ document: { tokens }, from }: SentenceView, at: number): boolean {
  const on = OF_ACTS.has(tokens[at - 1]?.key ?? '') ? at - 2 : at - 1
  return on > from && tokens[on]!.key === 'علي' && ANSWERS.has(bare(withoutConjunction(tokens[on - 1]!)))
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
  if (!/^(?:في|عن)$/.test(tokens[at - 1]?.key ?? '')) return false
  for (let i = at - 2; i >= view.from && i >= at - FAILING_REACH; i--) {
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
  for (let at = from; at < Math.min(to, from + 20); at++) if (UPCOMING.has(view.document.tokens[at]!.key)) return true
  return false
}

/** Whether an event's own words are of a kind that a masdar alone may tell («قمة»), or that need somebody taking part. */
export function needsParticipant(trigger: Trigger): boolean {
  return trigger.entry.weak || !(trigger.kind === 'verb' || trigger.kind === 'hal')
}
