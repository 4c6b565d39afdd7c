import type { EventStatus, EventType } from '../analysis.ts'
import { isFiniteVerb } from '../lexicon/finite.ts'
import { bare, withoutPronoun } from '../text/clitics.ts'
import { NEGATIONS } from '../text/function-words.ts'
import { numberAt } from '../text/numbers.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import { clauseAt, type SentenceView } from './sentence.ts'
import {
  ANSWERS,
  CANCELLED,
  CAUSES,
  DEMANDING,
  DENYING,
  DOUBTING,
  EXPECTING,
  FAILING,
  INTENDING,
  LAYING_DOWN,
  OF_ACTS,
  PLEDGING,
  PREVENTING,
  PUT_OFF,
  STOPPED,
  STOPPING,
  UPCOMING,
  WHILE,
} from './status-words.ts'
import type { Trigger } from './triggers.ts'

/** How many words before a masdar may govern it. */
const REACH = 4
/** Words between a verb and the masdar that is its object, at most. */
const VERB_REACH = 10
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

/** Whether a text tells an event as fact, plan, denial, demand or possibility, by the words around its trigger. */
export function statusOf(
  view: SentenceView,
  trigger: Trigger,
  before?: { trigger: Trigger; status: EventStatus },
): EventStatus {
  const threatened = before?.trigger.phrase.includes(trigger.from - 1) && INNER[before.trigger.entry.type]
  if (threatened) return threatened
  // «أمر بنشر جنود»: what is ordered.
  if (before?.trigger.entry.type === 'REQUEST' && before.trigger.phrase.includes(trigger.from))
    return before.trigger.entry.cameo === DEMAND && IN_POWER.has(trigger.entry.type) ? 'happened' : 'demanded'
  const own = ownStatus(view, trigger)
  // «… أن تكف … وأن تدعو …»: what is joined by «وأن» shares the governor of the «أن» before.
  if (own === 'happened' && view.document.tokens[trigger.from - 1]?.key === 'وان') {
    const that = thatBefore(view, trigger.from - 2)
    const shared = that === undefined ? undefined : isDuty(view, that) ? 'demanded' : governorBefore(view, that, 3)
    if (shared) return shared
  }
  if (
    own === 'happened' &&
    before !== undefined &&
    trigger.kind === 'verb' &&
    view.document.tokens[trigger.from - 1]?.key === 'وان' &&
    before.trigger.tense === 'present'
  )
    return before.status
  // «لتأمين الحدود ومحاربة الإرهاب»: an act joined by «و» to another shares its governor.
  const joined =
    before !== undefined &&
    trigger.kind === 'masdar' &&
    before.trigger.kind === 'masdar' &&
    !trigger.definite &&
    trigger.from - before.trigger.from <= JOINED_REACH &&
    /^و/.test(view.document.tokens[trigger.from]!.key)
  return own === 'happened' && joined ? before.status : own
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

/** Words from the noun of an act to the participle that says that it is to come, at most. */
const TO_COME_REACH = 6
const TO_COME = /^(?:ال)?(?:مقرر|مزمع|مرتقب|منتظر)(?:ه|ا)?$/
const mayBeToCome = perWord(({ key }) => TO_COME.test(key))
const NEXT = new Set(['المقبل', 'المقبله', 'القادم', 'القادمه'])

/** «اجتماع الوزراء المقرر عقده في …», «القمة المقبلة»: an act that is still to come. */
function isToCome({ document: { tokens }, to, isTime }: SentenceView, trigger: Trigger): boolean {
  const last = Math.max(trigger.to - 1, ...trigger.phrase)
  const next = tokens[last + 1]
  if (next !== undefined && last + 1 < to && trigger.definite && NEXT.has(next.key) && !isTime(last)) return true
  for (let at = last + 1; at < Math.min(to, last + TO_COME_REACH); at++) {
    if (tokens[at]!.kind === 'mark') return false
    if (mayBeToCome(tokens[at]!)) return !/^[وف]?كانت?$/.test(tokens[at - 1]!.key)
  }
  return false
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

/** Words between a verb and the act that it is about («دعت … أطراف النزاع إلى وقف …»), at most. */
const COMPLEMENT_REACH = 12
/** Words between a verb and the «أن» of what it is about, at most. */
const SUBJUNCTIVE_REACH = 8
/** Prepositions that join a verb to the act that it is about. */
const JOINING = new Set(['الي', 'علي', 'عن', 'من'])

/** What the nearest verb before makes of an act that is its complement: joined to it by a preposition, or its object right behind its subject. */
function governingVerb(
  view: SentenceView,
  at: number,
  reach: number,
  masdar = false,
  definite = false,
): EventStatus | undefined {
  const { tokens } = view.document
  const { from } = clauseAt(view, at)
  // «داعية إلى محاسبة الجناة وسحب القوات»: joined by «و» to what is joined to the verb.
  const goesOn = masdar && !definite && /^و/.test(tokens[at]!.key)
  const joined = !masdar || goesOn || /^[وف]?[بل]/.test(tokens[at]!.key) || JOINING.has(tokens[at - 1]?.key ?? '')
  for (let i = at - 1; i >= from && i >= at - reach; i--) {
    const token = tokens[i]!
    if (token.kind === 'mark' && token.text !== '«' && token.text !== '"') return undefined
    if (goesOn && HAL_OF_DEMAND.test(token.key)) return 'demanded'
    if (view.isName(i) || !isFiniteVerb(token)) continue
    // What is known already («تفسيرا للاعتداء») is no complement, unless it stands right behind the verb and whom it names.
    const own = startOfMentions(view, JOINING.has(tokens[at - 1]?.key ?? '') ? at - 1 : at)
    if ((!joined || definite) && own !== i + 1)
      // «طلبت المحكمة من منغوليا توقيف …»: behind whom something is asked of.
      return own < at &&
        JOINING.has(tokens[own - 1]!.key) &&
        startOfMentions(view, own - 1) === i + 1 &&
        DEMANDING.has(withoutConjunction(token))
        ? 'demanded'
        : undefined
    return madeOf(token.key, masdar) ?? (/^[وف].{3}/.test(token.key) ? madeOf(token.key.slice(1), masdar) : undefined)
  }
  return undefined
}

const HAL_OF_DEMAND = /^[وف]?(?:داعي|مطالب|مناشد)(?:ا|ه|ين)$/

/** Where the run of mentions begins that ends right before a token; the token itself where there is none. */
function startOfMentions(view: SentenceView, at: number): number {
  let from = at
  for (;;) {
    const mention = view.endingAt(from)
    if (mention === undefined) return from
    from = mention.titleFrom ?? mention.from
  }
}

function madeOf(key: string, masdar: boolean): EventStatus | undefined {
  if (INTENDING.has(key)) return 'planned'
  if (DEMANDING.has(key)) return 'demanded'
  if (PREVENTING.has(key)) return 'hypothetical'
  if (DENYING.has(key)) return 'denied'
  if (PLEDGING.has(key)) return 'planned'
  if (LAYING_DOWN.has(key)) return 'planned'
  if (EXPECTING.has(key) && !(masdar && /^توقع/.test(key))) return 'hypothetical'
  return undefined
}

/** «نفى أن يكون الجيش قد قصف …»: where the «أن» stands of which «يكون» makes a supposition. */
function supposedBefore(view: SentenceView, at: number): number | undefined {
  const { tokens } = view.document
  for (let i = at - 1; i > view.from && i >= at - SUBJUNCTIVE_REACH; i--)
    if (/^[يت]كون$/.test(tokens[i]!.key)) return /^[وب]?ان$/.test(tokens[i - 1]!.key) ? i - 1 : undefined
  return undefined
}

/** Words from «وأن» back to the «أن» that it goes on with, at most. */
const JOINED_THAT = 40

function thatBefore(view: SentenceView, at: number): number | undefined {
  for (let i = at; i >= view.from && i >= at - JOINED_THAT; i--) if (view.document.tokens[i]!.key === 'ان') return i
  return undefined
}

/** «على بغداد أن …»: whoever stands before «أن» behind «على», with no verb before, ought to do it. */
function isDuty(view: SentenceView, that: number): boolean {
  const { tokens } = view.document
  const who = view.endingAt(that)
  if (who === undefined) return false
  const on = (who.titleFrom ?? who.from) - 1
  return on >= view.from && /^[وف]?علي$/.test(tokens[on]!.key) && !(on > view.from && isFiniteVerb(tokens[on - 1]!))
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

const isPresentForm = perWord(({ key }) => /^[يتن]/.test(key))
const beginsAnew = perWord(({ key, text }) => text === '؛' || /^[وف]ان(?:ه|ها|هم)?$/.test(key))

/** An act that a verb to come, or a negated one, has as its object has not happened either («ستقدم فرنسا تدريبا»). */
function verbBefore(view: SentenceView, at: number, definite: boolean): EventStatus | undefined {
  const { tokens } = view.document
  const { from } = clauseAt(view, at)
  for (let i = at - 1; i >= from && i >= at - VERB_REACH; i--) {
    const token = tokens[i]!
    if (beginsAnew(token)) return undefined
    if (view.isName(i) || !isFiniteVerb(token)) continue
    if (/^[وف]?س[يتن]/.test(token.key) || tokens[i - 1]?.key === 'سوف') return 'planned'
    // «لم يستبعد أن ترعى الدوحة لقاء»: the object of a verb behind «أن» is made what the verb is made.
    if (!definite && isPresentForm(token) && /^[وب]?ان$/.test(tokens[i - 1]?.key ?? ''))
      return governorBefore(view, i - 1, 3) ?? governingVerb(view, i - 1, SUBJUNCTIVE_REACH)
    const negated = /^[وف]?(?:لن|لم|لا)$/.test(tokens[i - 1]?.key ?? '')
    // «لم يستبعد شن عملية»: what is not ruled out is possible.
    if (negated && /^[وف]?[يت]?ا?ستبعد/.test(token.key)) return 'hypothetical'
    return negated ? 'denied' : undefined
  }
  return undefined
}

/** The status that a word gives to the act behind it: wherever it stands before it, or only close before it. */
const statusBehind = perWord((word): { anywhere?: EventStatus; near?: EventStatus } => {
  const key = withoutConjunction({ word })
  const stem = withoutPronoun(bare(key)) ?? bare(key)
  const among = (words: ReadonlySet<string>) => words.has(key) || words.has(stem)
  if (among(INTENDING)) return { anywhere: 'planned' }
  if (among(DEMANDING)) return { anywhere: 'demanded' }
  if (among(PREVENTING)) return { anywhere: 'hypothetical' }
  return { ...(among(DENYING) && { near: 'denied' }), ...(among(DOUBTING) && { anywhere: 'hypothetical' }) }
})

const withoutConjunction = perWord(({ key }) => key.replace(/^[وف](?=.{3}|لم$|لن$|لا$|قد$|لو$|ما$)/, ''))

const STUDENT = 'طالب'

function governorBefore(view: SentenceView, at: number, reach: number): EventStatus | undefined {
  const { tokens } = view.document
  let any: EventStatus | undefined
  for (let i = at - 1; i >= view.from && i >= at - reach; i--) {
    const token = tokens[i]!
    if (token.kind === 'mark' && token.text !== '«' && token.text !== '"') return undefined
    // «ألفا طالب»: a counted student demands nothing.
    if (token.key === STUDENT && i > view.from && numberAt(tokens, i - 1) !== undefined) continue
    const { near, anywhere } = statusBehind(token)
    if (near && (i >= at - 2 || any)) return near
    // «نافيا تلقي أي دعم»: what «أي» leaves open, a denial before it decides.
    if (anywhere && /^اي[ه]?$/.test(token.key)) any = anywhere
    // «لا تعتزم إرسال قوات»: what nobody means to do is denied.
    else if (anywhere === 'planned' && /^[وف]?(?:لا|لم|لن)$/.test(tokens[i - 1]?.key ?? '')) return 'denied'
    else if (anywhere) return anywhere
  }
  return any
}

function hasUpcoming(view: SentenceView, from: number, to: number): boolean {
  for (let at = from; at < Math.min(to, from + 20); at++) if (UPCOMING.has(view.document.tokens[at]!.key)) return true
  return false
}

/** Whether an event's own words are of a kind that a masdar alone may tell («قمة»), or that need somebody taking part. */
export function needsParticipant(trigger: Trigger): boolean {
  return trigger.entry.weak || !(trigger.kind === 'verb' || trigger.kind === 'hal')
}
