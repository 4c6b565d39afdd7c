/** What a segment is worth to an editor who reads only the points: what happens in it and to whom, where it stands, and whether it stands alone. */
import type { Entity } from '../analysis.ts'
import type { FoundClaim } from '../claims/reading.ts'
import type { FoundEvent } from '../events/found.ts'
import { type Document, isFunctionWord, tokenAt } from '../text/document.ts'
import { flagFor } from '../text/flags.ts'
import { fold } from '../text/fold.ts'
import { isCondition } from './adverbials.ts'
import { isDependent, type Segment } from './segments.ts'
import type { Numbered } from './vocabulary.ts'

/** A segment with what speaks for it. */
export interface Weighed {
  segment: Segment
  /** Worth whatever else is said. */
  base: number
  /** Each happening that it tells, and what telling it is worth, the worthiest first; the number is equal for tellings of one. */
  events: readonly { happening: number; worth: number }[]
  /** Salience of the entities that it names, by their index. */
  actors: ReadonlyMap<number, number>
}

const keys = (words: string) => new Set(words.trim().split(/\s+/).map(fold))
/** A writer's conclusion or demand: an essay comes to its point with them. */
const THESIS = keys('خلاصة والخلاصة خلاصته باختصار ينبغي يجب فيجب ويجب المطلوب والمطلوب بد الحل نستنتج يتعين ويتعين')
/** The writer speaks of himself: a story that leads to the matter. */
const PERSONAL = keys('كنت كنا أنا جدي أبي أمي صباي طفولتي أتذكر أذكر سألت قلت رأيت عدت سألني قالت_لي لي')
const CONCESSION = keys('صحيح ربما لعل قد')
const STATUS = { happened: 1, planned: 0.75, demanded: 0.7, denied: 0.7, hypothetical: 0.4 } as const

const POSITION = 1.6
const LEAD = 1.2
const COMMON = 0.9
const LEANING = 2
const UNSURE = 0.7
const SHORT = 0.5
const CONCLUSION = 0.7
const STORY = 0.8
const QUESTION = 1.5
const CONDITION = 0.6
const GRANTED = 1.5
const NO_SENTENCE = 4

/** Weighs each segment. Linear in the length of the article. */
export function weighSegments(
  document: Document,
  segments: readonly Segment[],
  events: readonly FoundEvent[],
  claims: readonly FoundClaim[],
  entities: readonly Entity[],
  stems: Numbered,
): Weighed[] {
  const eventsAt = new Array<FoundEvent[] | undefined>(document.tokens.length).fill(undefined)
  for (const event of events) {
    const here = eventsAt[event.at]
    if (here) here.push(event)
    else eventsAt[event.at] = [event]
  }
  const actors = actorsByToken(document, entities)
  const salience = new Map(entities.map((entity) => [entity.id, entity.salience]))
  const happenings = new Map<string, number>()
  const numberOf = (key: string): number => {
    const number = happenings.get(key) ?? happenings.size
    happenings.set(key, number)
    return number
  }
  const told = segments.map((segment) => {
    const own: FoundEvent[] = []
    for (let at = segment.from; at < segment.to; at++) for (const event of eventsAt[at] ?? []) own.push(event)
    return own
      .map((event) => ({ happening: numberOf(keyOf(event)), worth: worthOf(event, claims, salience) }))
      .sort((a, b) => b.worth - a.worth)
  })
  const slope = POSITION * (1 - 0.7 * lateness(segments, told))
  const weights = stems.frequency.map((n) => (n > 1 ? Math.log(1 + n) : 0))
  const common = segments.map((segment) => commonness(segment, stems, weights))
  const largest = common.reduce((most, each) => Math.max(most, each), 1e-9)
  const personal = segments.map((segment) => isPersonal(document, segment))
  return segments.map((segment, i) => {
    const base =
      slope / (1 + 0.15 * i) +
      (i === 0 && !segment.leaning && !personal[i] ? LEAD : 0) +
      (COMMON * common[i]!) / largest -
      (segment.leaning || lacksSubject(segment, eventsAt, actors, entities) ? LEANING : segment.unsure ? UNSURE : 0) -
      (segment.words < 8 ? SHORT : 0) -
      (personal[i] ? STORY : 0) +
      marks(document, segment)
    return { segment, base, events: told[i]!, actors: actorsIn(segment, actors, entities) }
  })
}

/** Tellings of one happening share type and participants. */
function keyOf(event: FoundEvent): string {
  return `${event.type}/${event.mode ?? ''}/${sorted(event.agents)}/${sorted(event.patients)}`
}

const sorted = (ids: readonly string[]): string => (ids.length < 2 ? (ids[0] ?? '') : [...ids].sort().join())

/** Who did it to whom says more than that it was done; what is only claimed, less than a fact; what shakes relations, more than talk. */
function worthOf(event: FoundEvent, claims: readonly FoundClaim[], salience: ReadonlyMap<string, number>): number {
  const { agents, patients } = event
  // What a body announces of its own acts is as good as done: «أعلنت السلطات اعتقال ثلاثة».
  const speaker = event.claim === undefined ? undefined : claims[event.claim]?.speaker.entity
  const claimed = event.claim !== undefined && !(speaker !== undefined && agents.includes(speaker))
  const told =
    (agents.length > 0 && patients.length > 0) || event.quantities ? 1 : agents.length + patients.length > 0 ? 0.7 : 0.3
  const force = 0.6 + 0.4 * Math.min(1, Math.abs(event.goldstein) / 8)
  const who = Math.max(0, ...[...agents, ...patients].map((id) => salience.get(id) ?? 0))
  return told * force * (0.5 + 0.5 * who) * STATUS[event.status] * (claimed ? 0.6 : 1)
}

/**
 * How late the article comes to what happens, 0…1: news is an inverted pyramid and tells most of it in its first half, an essay may tell most
 * of it in the second. The share of the worth of all events that the second half of the words holds, above the half that chance gives.
 */
function lateness(segments: readonly Segment[], told: readonly (readonly { worth: number }[])[]): number {
  const words = segments.reduce((sum, segment) => sum + segment.words, 0)
  let before = 0
  let all = 0
  let late = 0
  segments.forEach((segment, i) => {
    const worth = told[i]!.reduce((sum, event) => sum + event.worth, 0)
    all += worth
    if (before >= words / 2) late += worth
    before += segment.words
  })
  // With few events the share is chance.
  const share = (late + 1) / (all + 2)
  return Math.min(1, Math.max(0, (share - 0.35) / 0.3))
}

function commonness(segment: Segment, stems: Numbered, weights: readonly number[]): number {
  let sum = 0
  let counted = 0
  for (let at = segment.from; at < segment.to; at++) {
    const stem = stems.at[at]!
    if (stem < 0) continue
    counted++
    sum += weights[stem]!
  }
  return sum / Math.sqrt(1 + counted)
}

/** By token: the index of the entity that a mention beginning in it means, or −1. */
function actorsByToken(document: Document, entities: readonly Entity[]): Int32Array {
  const found = new Int32Array(document.tokens.length).fill(-1)
  entities.forEach(({ mentions }, i) => {
    for (const { start } of mentions) found[tokenAt(document.tokens, start)] = i
  })
  return found
}

function actorsIn(segment: Segment, actorAt: Int32Array, entities: readonly Entity[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  for (let at = segment.from; at < segment.to; at++) {
    const i = actorAt[at]!
    if (i >= 0) found.set(i, entities[i]!.salience)
  }
  return found
}

/** «طلبت من بروكسل التدخل»: whoever did what the segment begins with is named in front of it only. */
function lacksSubject(
  segment: Segment,
  eventsAt: readonly (readonly FoundEvent[] | undefined)[],
  actorAt: Int32Array,
  entities: readonly Entity[],
): boolean {
  const first = eventsAt[segment.from]?.[0]
  if (first === undefined || first.agents.length === 0) return false
  const own = [...actorsIn(segment, actorAt, entities).keys()]
  return !own.some((i) => first.agents.includes(entities[i]!.id))
}

function marks(document: Document, segment: Segment): number {
  const { tokens } = document
  let mark = 0
  for (let at = segment.from; at < segment.to; at++)
    if ((document.flags[at]! & IS_THESIS) !== 0) {
      mark += CONCLUSION
      break
    }
  if (tokens[segment.to - 1]?.text === '؟') mark -= QUESTION
  if (isCondition(tokens[segment.from])) mark -= CONDITION
  // What leads up to a list or a quote says nothing without it.
  if (tokens[segment.to]?.text === ':') mark -= GRANTED
  if (isDependent(tokens[segment.from]!)) mark -= NO_SENTENCE
  // «صحيح أن …» grants what the next sentence turns.
  if (CONCESSION.has(tokens[segment.from]!.key)) mark -= GRANTED
  return mark
}

function isPersonal(document: Document, segment: Segment): boolean {
  for (let at = segment.from; at < segment.to; at++) if ((document.flags[at]! & IS_SELF) !== 0) return true
  return false
}

const IS_THESIS = flagFor(({ key }) => THESIS.has(key))
const IS_SELF = flagFor((word) => PERSONAL.has(word.key) && !isFunctionWord({ word }))
