/** The events of an article: each trigger with its participants, place, time and status; what is told twice is one event. */
import type { EventStatus, EventType, TimeExpression } from '../analysis.ts'
import type { FoundClaim } from '../claims/reading.ts'
import { bare } from '../text/clitics.ts'
import { fold } from '../text/fold.ts'
import { bytes, scratch } from '../text/scratch.ts'
import type { Token } from '../text/tokens.ts'
import { withoutAccidents } from './accidents.ts'
import { joinAttacks, joinPurposes } from './attacks.ts'
import { removeBystanders } from './bystanders.ts'
import { giveCounts, nearestHead } from './counting.ts'
import { withoutToldDenials } from './denials.ts'
import { givingEntry } from './forms.ts'
import type { FoundEvent } from './found.ts'
import { isCharge, isHostile, isJoinedTo, turnToDoers } from './lent.ts'
import { makeEvent, setTime } from './making.ts'
import { joined } from './mention-lists.ts'
import { type Participants, participantsOf } from './participants.ts'
import { type Count, countsOf } from './quantities.ts'
import { clauseAt, type SentenceView } from './sentence.ts'
import { isAboutSport } from './sport.ts'
import { statusOf, type Telling } from './status.ts'
import { type FiniteVerb, finiteVerbs } from './subjects.ts'
import { isFigurative, mayTell, tells } from './telling.ts'
import { type Trigger, triggersOf } from './triggers.ts'
import { shareTimes } from './when.ts'

/** One sentence read for events: its triggers and finite verbs. */
export interface SentenceReading {
  view: SentenceView
  triggers: Trigger[]
  verbs: FiniteVerb[]
}

/**
 * Triggers and finite verbs of a sentence, found once and used by events and claims alike. Whoever the sentence `before` was about is the
 * subject of a verb that opens this one without one («ثم غادر …»).
 */
export function readSentence(view: SentenceView, before?: SentenceReading): SentenceReading {
  const triggers = triggersOf(view)
  const verbs = finiteVerbs(view, triggers, before?.verbs)
  // What could be a verb but stands where only a noun can is the masdar that is spelled like it.
  let next = 0
  for (let k = 0; k < triggers.length; k++) {
    const trigger = triggers[k]!
    while (next < verbs.length && verbs[next]!.at < trigger.from) next++
    const isVerb = verbs[next]?.at === trigger.from
    if (trigger.kind === 'verb') {
      if (!isVerb) triggers[k] = asMasdar(trigger)
    } else if (isVerb && isBareVerb(view, trigger)) triggers[k] = asVerb(trigger)
  }
  return { view, triggers, verbs }
}

/** «… قتل عراقي وجرح آخر»: a bare root that was found to be a verb, and has nothing definite behind it that a masdar would be in construct with. */
function isBareVerb(view: SentenceView, trigger: Trigger): boolean {
  const next = view.document.tokens[trigger.to]
  const { key } = view.document.tokens[trigger.from]!
  return (
    trigger.kind === 'masdar' &&
    trigger.phrase.length === 0 &&
    trigger.preposition === undefined &&
    key.length === 3 &&
    trigger.entry.verb !== undefined &&
    fold(trigger.entry.verb.past) === key &&
    next?.kind === 'word' &&
    bare(next.key) === next.key &&
    view.startsAt.get(trigger.to)?.via !== 'name'
  )
}

const asVerb = (trigger: Trigger): Trigger => ({
  ...trigger,
  kind: 'verb',
  voice: 'either',
  subject: 'masculine',
  tense: 'past',
})

const asMasdar = (trigger: Trigger): Trigger => ({
  ...trigger,
  kind: 'masdar',
  voice: 'active',
  subject: undefined,
  tense: undefined,
})

/** «قدمت ألمانيا 30 مليون يورو»: of the meanings of a common verb a sum of money picks the one that gives. */
function giving(view: SentenceView, trigger: Trigger, count: Count | undefined): Trigger {
  if (!count?.money || !trigger.entry.weak || trigger.kind !== 'verb' || trigger.phrase.length > 0) return trigger
  const entry = givingEntry(view.document.tokens[trigger.from]!)
  return entry === undefined ? trigger : { ...trigger, entry }
}

/**
 * The events of one sentence, in order. `claims` are those of the article found so far; an event inside one points to it. A count of casualties that
 * no event of the sentence tells («الحصيلة 15 قتيلا») is added to the one of the `earlier` sentences that it counts.
 */
export function eventsOf(
  reading: SentenceReading,
  claims: readonly FoundClaim[],
  times: readonly TimeExpression[],
  earlier: readonly FoundEvent[] = [],
  publishedAt?: string,
): FoundEvent[] {
  const { view, triggers, verbs } = reading
  const strong = room(view.to - view.from)
  for (const { from, entry } of triggers) if (!entry.weak) strong[from - view.from] = 1
  const isTrigger = (at: number) => at >= view.from && at < view.to && strong[at - view.from] === 1
  const found: FoundEvent[] = []
  const counts = countsOf(view)
  const counting = counts.length > 0 ? countedIn(view, counts, triggers) : undefined
  let last: Telling | undefined
  let orderers: readonly string[] | undefined
  for (const read of triggers) {
    const count = counting?.get(read.from)
    const trigger = giving(view, read, count)
    if (last !== undefined && isCognate(view, last.trigger, trigger)) continue
    const before = last?.trigger
    last = { trigger, before: last, status: undefined }
    const head = found.at(-1)
    // What tells no event, whoever took part in it, and nothing of the one before.
    const mayBeTold = mayTell(view, trigger, count)
    if (!mayBeTold && (head === undefined || isApart(head, trigger))) continue
    const status = statusOf(view, last)
    const participants = participantsOf(view, trigger, verbs, isTrigger)
    if (head !== undefined && isSameAct(view, head, trigger, status)) {
      // «توقيع مذكرة تفاهم بين …»: one act in two words.
      absorb(head, participants)
      continue
    }
    // «إضراب دعت إليه النقابة»: the call is part of the protest.
    if (head?.type === 'PROTEST' && trigger.entry.type === 'REQUEST' && takesUpProtest(view, trigger)) continue
    if (head !== undefined && before !== undefined) {
      if (participants.lent) takeOver(reading, head, before, trigger, participants)
      turnToDoers(view, head, before, trigger, participants, verbs)
    }
    if (!mayBeTold) continue
    if (participants.antecedent !== undefined) resolveAntecedent(view, participants, participants.antecedent, found)
    const event = makeEvent(reading, trigger, status, participants, claims, found)
    // «أمر بصرف تعويضات وبإرسال كتيبة»: one order of two acts.
    const joins = orderers !== undefined && isJoinedOrder(view, trigger)
    if (joins && event.agents.length === 0) event.agents.push(...orderers!)
    const ordered = before !== undefined && head !== undefined && isOrdered(trigger, before, head)
    // «أمر الوزير بإرسال كتيبة»: done by whom he tells to, or where nobody is named and what is in his power by whoever orders it.
    if (ordered && event.agents.length === 0) {
      const told = head.patients.filter((id) => !event.patients.includes(id))
      event.agents.push(
        ...(told.length > 0 && status !== 'happened' ? told : head.agents).filter((id) => !event.patients.includes(id)),
      )
    }
    if (tells(view, trigger, event, count, participants) && !isFigurative(view, trigger)) {
      // «أمرت المحكمة بالإفراج عن …»: of what she orders in her power the order tells nothing more.
      if (ordered && status !== 'demanded') found.pop()
      setTime(reading, event, trigger, status, times, publishedAt)
      removeBystanders(view, event, trigger, participants)
      found.push(event)
      orderers = ordered || joins ? event.agents : undefined
    }
  }
  const told = withoutAccidents(view, found)
  if (counts.length > 0) giveCounts(view, counts, told, earlier)
  if (told.length === 0) return told
  shareTimes(view, told)
  joinAttacks(view, told)
  joinPurposes(view, told)
  markRequestsForHelp(told)
  return isAboutSport(view)
    ? told.filter(({ type, quantities }) => type === 'PROTEST' || (type === 'ASSAULT' && quantities !== undefined))
    : withoutToldDenials(told)
}

/** Whether an act, though it be no event, is no further word of the one before and changes nothing of it (`isSameAct`, `turnToDoers`). */
const isApart = (head: FoundEvent, { kind, entry }: Trigger): boolean =>
  kind === 'verb' || kind === 'hal' || (head.type !== entry.type && !isHostile(entry.type))

/** Where the triggers of a sentence begin that may tell of participants of their own. */
const room = scratch(bytes)

/** By the token index of the trigger in which it is counted, the count; of several the first tells of what the act is. */
function countedIn(view: SentenceView, counts: readonly Count[], triggers: readonly Trigger[]): Map<number, Count> {
  const heads = triggers.map(({ from }) => from)
  const counted = new Map<number, Count>()
  for (const count of counts) {
    const head = nearestHead(view, count, heads)
    if (head !== undefined && !counted.has(head)) counted.set(head, count)
  }
  return counted
}

const isJoinedOrder = ({ document: { tokens } }: SentenceView, { kind, from, entry }: Trigger): boolean =>
  kind === 'masdar' && entry.subject === 'agent' && tokens[from]!.key.startsWith('وب')

const isOrdered = ({ from, kind, entry }: Trigger, order: Trigger, head: FoundEvent): boolean =>
  kind !== 'verb' &&
  entry.subject === 'agent' &&
  order.entry.type === 'REQUEST' &&
  order.phrase.includes(from) &&
  head.at === order.from

/** Words from a verb to the masdar that stresses it, at most. */
const COGNATE_REACH = 10

/** «رفضت الرباط المقترح رفضا باتا»: the masdar of the verb itself, indefinite and in the accusative, tells nothing more. */
function isCognate({ document: { tokens } }: SentenceView, verb: Trigger, trigger: Trigger): boolean {
  return (
    verb.kind === 'verb' &&
    trigger.kind === 'masdar' &&
    trigger.preposition === undefined &&
    trigger.from - verb.from <= COGNATE_REACH &&
    verb.entry.verb !== undefined &&
    verb.entry.verb.past === trigger.entry.verb?.past &&
    isIndefiniteAccusative(tokens[trigger.from]!)
  )
}

const isIndefiniteAccusative = ({ key, text }: Token) =>
  /(?:[^ا]ا|ه)$/.test(key) && /^[^وف].*ا$|ة$/.test(text.normalize('NFC').replace(/[\u064B-\u0652]/g, ''))

const HELP: ReadonlySet<EventType> = new Set(['AID', 'CONSULT', 'COOPERATE', 'MOBILIZE', 'SUPPORT'])

/** «دعت الدول إلى تقديم دعم»: a request whose demand is that somebody helps, talks or protects. */
function markRequestsForHelp(found: readonly FoundEvent[]): void {
  for (let i = 0; i + 1 < found.length; i++) {
    const next = found[i + 1]!
    if (found[i]!.type === 'REQUEST' && next.status === 'demanded' && HELP.has(next.type)) found[i]!.forHelp = true
  }
}

const takesUpProtest = ({ document: { tokens } }: SentenceView, { kind, to }: Trigger): boolean =>
  kind === 'verb' && /^(?:الي|ل)(?:ه|ها)$/.test(tokens[to]?.key ?? '')

const STEPPING_IN = /^[وف]?س?[يت]?تدخل(?:ت|وا)?$/
/** Words from a verb of stepping in to what it is for, at most. */
const PURPOSE_REACH = 8

/** Whether a trigger is but a further word of the act told right before it: of one type, in its construct. */
function isSameAct(view: SentenceView, head: FoundEvent, trigger: Trigger, status: EventStatus): boolean {
  if (head.type !== trigger.entry.type || trigger.kind === 'verb' || trigger.kind === 'hal') return false
  const { tokens } = view.document
  // «تدخلت الشرطة لتفريق المتظاهرين»: what it steps in to do is what it does.
  if (trigger.preposition === 'ل' && STEPPING_IN.test(tokens[head.at]!.key) && trigger.from - head.at <= PURPOSE_REACH)
    return true
  if (head.status !== status) return false
  if (trigger.preposition !== undefined || /^و/.test(tokens[trigger.from]!.key)) return false
  return tokens[trigger.from]!.start - head.trigger.end <= 1
}

function absorb(head: FoundEvent, { agents, patients, place, mutual }: Participants): void {
  for (const { key } of agents) if (!head.agents.includes(key) && !head.patients.includes(key)) head.agents.push(key)
  for (const { key } of patients)
    if (!head.agents.includes(key) && !head.patients.includes(key)) head.patients.push(key)
  if (place) head.place ??= place.key
  head.mutual ||= mutual
}

/** Gives an act told by a noun, of which nobody is told as doing it, the doer of the act before to which it is joined, or whoever is accused of it. */
function takeOver(
  { view, verbs }: SentenceReading,
  head: FoundEvent,
  before: Trigger,
  trigger: Trigger,
  participants: Participants,
): void {
  const doers = isCharge(view, head, before, trigger)
    ? head.patients
    : isJoinedTo(view, head, before, trigger, verbs)
      ? head.agents
      : undefined
  if (doers === undefined) return
  const patients = new Set(participants.patients.map(({ key }) => key))
  participants.agents = doers
    .filter((key) => !patients.has(key))
    .map((key) => view.mentions.find((m) => m.key === key))
    .filter((m) => m !== undefined)
}

/** «المشروع الذي زكته بريطانيا»: who supports what somebody put forward supports whoever put it forward. */
function resolveAntecedent(
  view: SentenceView,
  participants: Participants,
  at: number,
  earlier: readonly FoundEvent[],
): void {
  const noun = bare(view.document.tokens[at]!.key)
  const source = earlier.findLast((event) => {
    const clause = clauseAt(view, event.at)
    for (let i = event.at; i < Math.min(clause.to, event.at + 12); i++)
      if (bare(view.document.tokens[i]!.key) === noun && i !== at) return true
    return false
  })
  if (source === undefined) return
  for (const key of source.agents) {
    const mention = view.mentions.find((m) => m.key === key)
    if (mention && !participants.agents.some((agent) => agent.key === key))
      participants.patients = joined(participants.patients, [mention])
  }
}
