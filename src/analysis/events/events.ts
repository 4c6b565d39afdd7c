/** The events of an article: each trigger with its participants, place, time and status; what is told twice is one event. */
import type { Event, EventStatus, Quantity, TimeExpression } from '../analysis.ts'
import type { FoundClaim } from '../claims/reading.ts'
import type { Mention } from '../entities/mention.ts'
import { startOfClause } from '../lexicon/conjunction.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { bare, readings } from '../text/clitics.ts'
import { wordsOf } from '../text/document.ts'
import { offsetOfLetter } from '../text/fold.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import { giveCounts, nearestHead } from './counting.ts'
import { type Participants, participantsOf } from './participants.ts'
import { type Count, countsOf } from './quantities.ts'
import { clauseAt, type SentenceView } from './sentence.ts'
import { needsParticipant, statusOf } from './status.ts'
import { type FiniteVerb, finiteVerbs } from './subjects.ts'
import { type Trigger, triggersOf } from './triggers.ts'

/** One sentence read for events: its triggers and finite verbs. */
export interface SentenceReading {
  view: SentenceView
  triggers: Trigger[]
  verbs: FiniteVerb[]
}

/** An event that still knows its trigger and whether it was done together. */
export interface FoundEvent extends Event {
  at: number
  mutual: boolean
}

/** Triggers and finite verbs of a sentence, found once and used by events and claims alike. */
export function readSentence(view: SentenceView): SentenceReading {
  const triggers = triggersOf(view.document, view.from, view.to, view.isName)
  const triggerAt = new Map(triggers.map((t) => [t.from, t]))
  const phraseOf = (at: number) => triggerAt.get(at)?.phrase ?? []
  const verbs = finiteVerbs(view, (at) => triggerAt.has(at), phraseOf)
  return { view, triggers, verbs }
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
): FoundEvent[] {
  const { view, triggers, verbs } = reading
  const strong = new Set(triggers.filter((t) => !t.entry.weak).map((t) => t.from))
  const isTrigger = (at: number) => strong.has(at)
  const found: FoundEvent[] = []
  const counts = countsOf(view)
  const heads = triggers.map((t) => t.from)
  const counting = new Map(counts.map((count) => [nearestHead(view, count, heads), count]))
  let last: { trigger: Trigger; status: EventStatus } | undefined
  for (const trigger of triggers) {
    const status = statusOf(view, trigger, last)
    last = { trigger, status }
    const participants = participantsOf(view, trigger, verbs, isTrigger)
    if (participants.antecedent !== undefined) resolveAntecedent(view, participants, participants.antecedent, found)
    const event = makeEvent(view, trigger, status, participants, claims, times)
    if (tells(trigger, event, counting.get(trigger.from)) && !isFigurative(view, trigger)) found.push(event)
  }
  giveCounts(view, counts, found, earlier)
  return found
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
  const known = new Set(participants.agents.map((m) => m.key))
  for (const key of source.agents) {
    const mention = view.mentions.find((m) => m.key === key)
    if (mention && !known.has(key)) participants.patients.push(mention)
  }
}

/**
 * A common word tells an event only where somebody is named in it, or its victims or its sum are counted; a masdar only where anybody takes part, is
 * counted, or where it happened is said.
 */
function tells(trigger: Trigger, { agents, patients, place, type }: FoundEvent, count: Count | undefined): boolean {
  const parties = agents.length + patients.length
  if (trigger.entry.weak && trigger.phrase.length === 0) {
    // A common verb that has phrases tells its event in them; alone («أكد لوكالة …») it tells none, but that «ساهمت بمليون دولار» gives.
    if (trigger.kind === 'verb' && trigger.entry.phrases.length > 0) return type === 'AID' && count?.money === true
    return (
      (agents.length > 0 && patients.length > 0) ||
      (count !== undefined && (agents.length > 0 || trigger.voice === 'passive'))
    )
  }
  if (trigger.kind === 'active-participle' || trigger.kind === 'passive-participle') return parties > 0
  if (!needsParticipant(trigger)) return parties > 0 || count !== undefined
  const happens = type === 'ASSAULT' || type === 'PROTEST' || type === 'CONSULT'
  return parties > 0 || count !== undefined || (happens && place !== undefined) || trigger.voice === 'passive'
}

/** «معارك دبلوماسية», «حرب تجارية»: an assault whose adjective says that nobody is struck. */
const FIGURATIVE =
  /^(?:ال)?(?:دبلوماسي|سياسي|قانوني|قضاءي|انتخابي|اعلامي|كلامي|اقتصادي|تجاري|ثقافي|فكري|رياضي|كروي|نفسي)(?:ه|ا|ات|ين)?$/

function isFigurative(view: SentenceView, trigger: Trigger): boolean {
  const last = Math.max(trigger.to - 1, ...trigger.phrase)
  return trigger.entry.type === 'ASSAULT' && FIGURATIVE.test(view.document.tokens[last + 1]?.key ?? '')
}

function makeEvent(
  view: SentenceView,
  trigger: Trigger,
  status: EventStatus,
  participants: Participants,
  claims: readonly FoundClaim[],
  times: readonly TimeExpression[],
): FoundEvent {
  const { tokens, text } = view.document
  const { entry } = trigger
  const clause = clauseAt(view, trigger.from)
  const span = { start: startOfClause(tokens[clause.from]!), end: tokens[clause.to - 1]!.end }
  const claim = claims.findIndex((c) => c.sentence === view.index && trigger.from >= c.from && trigger.from < c.to)
  const time = timeOf(times, span, tokens[trigger.from]!.start)
  const ids = (mentions: readonly Mention[]) => mentions.map((m) => m.key)
  return {
    type: entry.type,
    mode: entry.mode,
    cameo: entry.cameo,
    trigger: { start: startOf(tokens[trigger.from]!, trigger), end: tokens[trigger.to - 1]!.end },
    sentence: view.index,
    clause: span,
    agents: ids(participants.agents),
    patients: ids(participants.patients),
    place: participants.place?.key,
    time: time && { text: wordsOf(text, time.span), ...(/^\d/.test(time.value) && { start: time.value }) },
    quantities: undefined,
    status: claim >= 0 && claims[claim]!.stance === 'denies' && status === 'happened' ? 'denied' : status,
    goldstein: entry.goldstein,
    claim: claim >= 0 ? claim : undefined,
    at: trigger.from,
    mutual: participants.mutual,
  }
}

/** Where the event word itself begins: behind «و», «ف» and, before a masdar, «ب» or «ل». */
function startOf(token: Token, trigger: Trigger): number {
  if (trigger.kind === 'verb') return token.start
  return token.start + (startsOfNoun(token).get(joinedPreposition(trigger.preposition)) ?? 0)
}

const joinedPreposition = (preposition = '') => (/^[بلك]$/.test(preposition) ? preposition : '')

/** By the preposition joined to a word: the UTF-16 units that stand before the event word in it. */
const startsOfNoun = perWord(({ key, text }): ReadonlyMap<string, number> => {
  const { events, phrases } = vocabulary()
  const starts = new Map<string, number>()
  for (const { stem, preposition, cliticLetters } of readings(key))
    if (!starts.has(preposition) && (events.has(stem) || phrases.has(stem)))
      starts.set(preposition, offsetOfLetter(text, cliticLetters))
  return starts
})

/** The expression of time nearest to the trigger in its clause; durations say how long, not when. */
function timeOf(
  times: readonly TimeExpression[],
  clause: { start: number; end: number },
  at: number,
): TimeExpression | undefined {
  let best: TimeExpression | undefined
  for (const time of times) {
    if (time.span.start < clause.start || time.span.end > clause.end || (time.type !== 'DATE' && time.type !== 'TIME'))
      continue
    if (best === undefined || Math.abs(time.span.start - at) < Math.abs(best.span.start - at)) best = time
  }
  return best
}

/** Tellings of one kind that are compared: further back an article that long speaks of something else. */
const COMPARED = 40
/** Statuses from the surest to the least sure: of two tellings of one event the surer stands. */
const SURER = ['happened', 'denied', 'planned', 'demanded', 'hypothetical']

/**
 * Joins tellings of one event: same type and mode, and no participant of one contradicts the other. Tellings must agree in status, but that a mere mention of
 * something («حادثة الاختطاف») joins what was told of it. The first telling keeps its place in the text.
 */
export function mergeEvents(events: readonly FoundEvent[], typeOf: (id: string) => string | undefined): FoundEvent[] {
  const merged: FoundEvent[] = []
  const byKind = new Map<string, FoundEvent[]>()
  for (const event of events) {
    const kind = `${event.type}/${event.mode ?? ''}/${event.status}`
    const candidates = byKind.get(kind) ?? []
    const same = candidates.slice(-COMPARED).find((other) => compatible(other, event, typeOf))
    if (same === undefined) {
      const copy = { ...event, agents: [...event.agents], patients: [...event.patients] }
      merged.push(copy)
      candidates.push(copy)
      byKind.set(kind, candidates)
      continue
    }
    for (const id of event.agents) if (!same.agents.includes(id) && !same.patients.includes(id)) same.agents.push(id)
    for (const id of event.patients)
      if (!same.patients.includes(id) && !same.agents.includes(id)) same.patients.push(id)
    same.time ??= event.time
    same.place ??= event.place
    if (event.quantities) same.quantities = distinctQuantities([...(same.quantities ?? []), ...event.quantities])
    if (event.claim === undefined) same.claim = undefined
    if (SURER.indexOf(event.status) < SURER.indexOf(same.status)) same.status = event.status
  }
  return merged
}

/** «38 مدنيا» told twice is one count; «38 قتيلا» and «44 قتيلا» are two tellings that differ. */
function distinctQuantities(quantities: readonly Quantity[]): Quantity[] {
  const seen = new Set<string>()
  return quantities.filter(({ text, value, of }) => {
    const key = value === undefined ? text : `${value} ${of ?? ''}`
    return !seen.has(key) && seen.add(key)
  })
}

function compatible(a: FoundEvent, b: FoundEvent, typeOf: (id: string) => string | undefined): boolean {
  const overlap = (x: string[], y: string[]) => x.some((id) => y.includes(id))
  const patients = overlap(a.patients, b.patients)
  const agents = overlap(a.agents, b.agents)
  // Two victims named apart are two events; a state as agent of many acts is no proof that they are one.
  if (a.patients.length > 0 && b.patients.length > 0)
    return patients && (agents || a.agents.length === 0 || b.agents.length === 0)
  if (a.agents.length > 0 && b.agents.length > 0)
    return (
      agents && a.sentence === b.sentence && a.patients.length + b.patients.length > 0 && Math.abs(a.at - b.at) < 25
    )
  const sole = [...a.patients, ...b.patients].some((id) => typeOf(id) === 'person')
  return (
    sole &&
    (a.agents.length === 0 || b.agents.length === 0) &&
    overlap([...a.agents, ...a.patients], [...b.agents, ...b.patients])
  )
}
