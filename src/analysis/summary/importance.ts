/** What a segment is worth to an editor who reads only the points: what happens in it and to whom, where it stands, and whether it stands alone. */
import type { Entity } from '../analysis.ts'
import type { FoundClaim } from '../claims/reading.ts'
import type { LinkedEntity } from '../entities/link.ts'
import type { FoundEvent } from '../events/found.ts'
import { type Document, isFunctionWord, tokenAt } from '../text/document.ts'
import { flagFor } from '../text/flags.ts'
import { fold } from '../text/fold.ts'
import { integers, scratch } from '../text/scratch.ts'
import { isCondition } from './adverbials.ts'
import { type Tellings, tellingsOf } from './happenings.ts'
import { isDependent } from './leaning.ts'
import { type Segment, totalWords } from './segments.ts'
import type { Numbered } from './vocabulary.ts'

/** What speaks for each segment: lists by segment, in the order of the segments. */
export interface Weights {
  /** Worth whatever else is said. */
  base: readonly number[]
  /** The events that it tells, by their index, the worthiest first. */
  told: readonly (readonly number[])[]
  /** The entities that it names, by their index, in the order of the text. */
  actors: readonly (readonly number[])[]
  tellings: Tellings
}

const keys = (words: string) => new Set(words.trim().split(/\s+/).map(fold))
/** A writer's conclusion or demand: an essay comes to its point with them. */
const THESIS = keys('خلاصة والخلاصة خلاصته باختصار ينبغي يجب فيجب ويجب المطلوب والمطلوب بد الحل نستنتج يتعين ويتعين')
/** The writer speaks of himself: a story that leads to the matter. */
const PERSONAL = keys('كنت كنا أنا جدي أبي أمي صباي طفولتي أتذكر أذكر سألت قلت رأيت عدت سألني قالت_لي لي')
const CONCESSION = keys('صحيح ربما لعل قد')

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
  linked: readonly LinkedEntity[],
  stems: Numbered,
): Weights {
  const numbers = new Map<string, number>()
  for (let i = 0; i < entities.length; i++) numbers.set(entities[i]!.id, i)
  const actorAt = actorsByToken(document, linked, numbers)
  const tellings = tellingsOf(events, claims, entities, numbers)
  const eventAt = eventSlots(document.tokens.length)
  const nextEvent = eventsByToken(events, eventAt)
  const told: number[][] = []
  const actors: number[][] = []
  const common: number[] = []
  const flags: number[] = []
  let largest = 1e-9
  for (const segment of segments) {
    const ofWorth: number[] = []
    const named: number[] = []
    let met = 0
    let sum = 0
    let counted = 0
    for (let at = segment.from; at < segment.to; at++) {
      met |= document.flags[at]!
      for (let event = eventAt[at]! - 1; event >= 0; event = nextEvent[event]!)
        insertByWorth(ofWorth, event, tellings.worth)
      const actor = actorAt[at]! - 1
      if (actor >= 0 && !named.includes(actor)) named.push(actor)
      const stem = stems.at[at]!
      if (stem < 0) continue
      counted++
      sum += weightOf(stems.frequency[stem]!)
    }
    const commonness = sum / Math.sqrt(1 + counted)
    largest = Math.max(largest, commonness)
    told.push(ofWorth)
    actors.push(named)
    common.push(commonness)
    flags.push(met)
  }
  const slope = POSITION * (1 - 0.7 * lateness(segments, told, tellings.worth))
  const base: number[] = []
  for (let i = 0; i < segments.length; i++) {
    const segment = segments[i]!
    const first = eventAt[segment.from]! > 0 ? events[eventAt[segment.from]! - 1] : undefined
    const personal = (flags[i]! & IS_SELF) !== 0
    base.push(
      slope / (1 + 0.15 * i) +
        (i === 0 && !segment.leaning && !personal ? LEAD : 0) +
        (COMMON * common[i]!) / largest -
        (segment.leaning || lacksSubject(first, actors[i]!, entities) ? LEANING : segment.unsure ? UNSURE : 0) -
        (segment.words < 8 ? SHORT : 0) -
        (personal ? STORY : 0) +
        marks(document, segment, flags[i]!),
    )
  }
  return { base, told, actors, tellings }
}

const eventSlots = scratch(integers)

/** Sets the index + 1 of the first event of each token; gives, by event, that of the next one of its token, or −1. */
function eventsByToken(events: readonly FoundEvent[], firstAt: Int32Array): number[] {
  const next: number[] = new Array(events.length)
  for (let i = events.length - 1; i >= 0; i--) {
    const { at } = events[i]!
    next[i] = firstAt[at]! - 1
    firstAt[at] = i + 1
  }
  return next
}

const actorSlots = scratch(integers)

/** By token: the index + 1 of the entity that a mention beginning in it means, of several the last; or 0. */
function actorsByToken(
  { tokens }: Document,
  linked: readonly LinkedEntity[],
  numbers: ReadonlyMap<string, number>,
): Int32Array {
  const found = actorSlots(tokens.length)
  for (const { id, members } of linked) {
    const actor = numbers.get(id)! + 1
    for (const { from, span } of members) {
      const { start, end } = tokens[from]!
      const at = start <= span.start && span.start < end ? from : tokenAt(tokens, span.start)
      if (found[at]! < actor) found[at] = actor
    }
  }
  return found
}

/** Adds an event behind those that are worth as much or more. */
function insertByWorth(events: number[], event: number, worth: readonly number[]): void {
  let place = events.length
  events.push(event)
  for (; place > 0 && worth[events[place - 1]!]! < worth[event]!; place--) events[place] = events[place - 1]!
  events[place] = event
}

/** What a word that stands so often in the article says of its matter: nothing, where it stands there once. */
const weightOf = (frequency: number): number => LOGS[frequency] ?? Math.log(1 + frequency)
const LOGS = Array.from({ length: 64 }, (_, n) => (n > 1 ? Math.log(1 + n) : 0))

/**
 * How late the article comes to what happens, 0…1: news is an inverted pyramid and tells most of it in its first half, an essay may tell most
 * of it in the second. The share of the worth of all events that the second half of the words holds, above the half that chance gives.
 */
function lateness(
  segments: readonly Segment[],
  told: readonly (readonly number[])[],
  worth: readonly number[],
): number {
  const half = totalWords(segments) / 2
  let before = 0
  let all = 0
  let late = 0
  for (let i = 0; i < segments.length; i++) {
    let here = 0
    for (const event of told[i]!) here += worth[event]!
    all += here
    if (before >= half) late += here
    before += segments[i]!.words
  }
  // With few events the share is chance.
  const share = (late + 1) / (all + 2)
  return Math.min(1, Math.max(0, (share - 0.35) / 0.3))
}

/** «طلبت من بروكسل التدخل»: whoever did what the segment begins with is named in front of it only. */
function lacksSubject(first: FoundEvent | undefined, actors: readonly number[], entities: readonly Entity[]): boolean {
  if (first === undefined || first.agents.length === 0) return false
  for (const actor of actors) if (first.agents.includes(entities[actor]!.id)) return false
  return true
}

function marks({ tokens }: Document, segment: Segment, flags: number): number {
  let mark = (flags & IS_THESIS) !== 0 ? CONCLUSION : 0
  if (tokens[segment.to - 1]?.text === '؟') mark -= QUESTION
  if (isCondition(tokens[segment.from]!)) mark -= CONDITION
  // What leads up to a list or a quote says nothing without it.
  if (tokens[segment.to]?.text === ':') mark -= GRANTED
  if (isDependent(tokens[segment.from]!)) mark -= NO_SENTENCE
  // «صحيح أن …» grants what the next sentence turns.
  if (CONCESSION.has(tokens[segment.from]!.key)) mark -= GRANTED
  return mark
}

const IS_THESIS = flagFor(({ key }) => THESIS.has(key))
const IS_SELF = flagFor((word) => PERSONAL.has(word.key) && !isFunctionWord({ word }))
