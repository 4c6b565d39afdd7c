/** What each segment of an article holds that speaks for it, gathered in one walk over its tokens. */
import type { LinkedEntity } from '../entities/link.ts'
import type { FoundEvent } from '../events/found.ts'
import { type Document, tokenAt } from '../text/document.ts'
import { integers, scratch } from '../text/scratch.ts'
import type { Facts } from './happenings.ts'
import type { Segment } from './segments.ts'
import type { Numbered } from './vocabulary.ts'

/** Lists of numbers, one behind the other: that of segment `i` is `all[from[i]]`…`all[from[i + 1] − 1]`. */
export interface Lists {
  all: readonly number[]
  from: readonly number[]
}

/** By segment, in the order of the segments. */
export interface Contents {
  /** The events that it tells, by their index, the worthiest first. */
  events: Lists
  /** The entities that it names, each once, by their index, in the order of the text. */
  actors: Lists
  /** How much it uses the words that the article uses often. */
  common: readonly number[]
  /** The flags of all its tokens together. */
  flags: readonly number[]
  /** The first event told by its first token. */
  opening: readonly (FoundEvent | undefined)[]
}

/**
 * Gathers what segments hold. Linear in the length of the article.
 * @param worth by event: what telling it is worth
 */
export function contentsOf(
  document: Document,
  segments: readonly Segment[],
  { events, linked }: Facts,
  worth: readonly number[],
  stems: Numbered,
): Contents {
  const eventAt = eventSlots(document.tokens.length)
  const nextEvent = eventsByToken(events, eventAt)
  const actorAt = actorsByToken(document, linked)
  const told: number[] = []
  const toldFrom = [0]
  const actors: number[] = []
  const actorsFrom = [0]
  const common: number[] = []
  const flags: number[] = []
  const opening: (FoundEvent | undefined)[] = []
  for (let i = 0; i < segments.length; i++) {
    const { from, to } = segments[i]!
    let met = 0
    let sum = 0
    let counted = 0
    for (let at = from; at < to; at++) {
      met |= document.flags[at]!
      for (let event = eventAt[at]! - 1; event >= 0; event = nextEvent[event]!)
        insertByWorth(told, toldFrom[i]!, event, worth)
      const actor = actorAt[at]! - 1
      if (actor >= 0 && actors.indexOf(actor, actorsFrom[i]) < 0) actors.push(actor)
      const stem = stems.at[at]!
      if (stem < 0) continue
      counted++
      sum += weightOf(stems.frequency[stem]!)
    }
    toldFrom.push(told.length)
    actorsFrom.push(actors.length)
    common.push(sum / Math.sqrt(1 + counted))
    flags.push(met)
    opening.push(eventAt[from]! > 0 ? events[eventAt[from]! - 1] : undefined)
  }
  return { events: { all: told, from: toldFrom }, actors: { all: actors, from: actorsFrom }, common, flags, opening }
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
function actorsByToken({ tokens }: Document, linked: readonly LinkedEntity[]): Int32Array {
  const found = actorSlots(tokens.length)
  for (const { rank, members } of linked) {
    const actor = rank + 1
    for (const { from, span } of members) {
      const { start, end } = tokens[from]!
      const at = start <= span.start && span.start < end ? from : tokenAt(tokens, span.start)
      if (found[at]! < actor) found[at] = actor
    }
  }
  return found
}

/** Adds an event to the last list, which begins at `from`, behind those that are worth as much or more. */
function insertByWorth(all: number[], from: number, event: number, worth: readonly number[]): void {
  let place = all.length
  all.push(event)
  for (; place > from && worth[all[place - 1]!]! < worth[event]!; place--) all[place] = all[place - 1]!
  all[place] = event
}

/** What a word that stands so often in the article says of its matter: nothing, where it stands there once. */
const weightOf = (frequency: number): number => LOGS[frequency] ?? Math.log(1 + frequency)
const LOGS = Array.from({ length: 64 }, (_, n) => (n > 1 ? Math.log(1 + n) : 0))
