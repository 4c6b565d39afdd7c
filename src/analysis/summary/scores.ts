import type { Entity } from '../analysis.ts'
import type { FoundEvent } from '../events/events.ts'
import { stemOf } from '../text/clitics.ts'
import { type Document, isFunctionWord } from '../text/document.ts'
import type { Segment } from './segments.ts'

/** What speaks for or against a segment, each 0…1. */
export interface Signs {
  position: number
  events: number
  actors: number
  central: number
  leaning: number
  claim: number
  short: number
}
export type Weights = Readonly<Record<keyof Signs, number>>

/** For the points of a brief: what happened, wherever the article tells it. */
export const BRIEF: Weights = {
  position: 2,
  events: 2,
  actors: 0.7,
  central: 0.8,
  leaning: -0.9,
  claim: -0.15,
  short: -0.4,
}

/** The stems of a segment, function words left out. */
export function stemsOf(document: Document, segment: Pick<Segment, 'from' | 'to'>): Set<string> {
  const stems = new Set<string>()
  for (let at = segment.from; at < segment.to; at++) {
    const token = document.tokens[at]!
    if (token.kind === 'mark' || isFunctionWord(token)) continue
    stems.add(stemOf(token))
  }
  return stems
}

/** The score of a segment by its signs. */
export function weigh(signs: Signs, weights: Weights): number {
  let score = 0
  for (const sign of Object.keys(weights) as (keyof Signs)[]) score += weights[sign] * signs[sign]
  return score
}

/** The signs of each segment: where it stands, what happens in it, who takes part, and how much of the article's vocabulary it holds. */
export function signsOf(
  document: Document,
  segments: readonly Segment[],
  events: readonly FoundEvent[],
  entities: readonly Entity[],
): Signs[] {
  const frequency = new Map<string, number>()
  const stems = segments.map((s) => stemsOf(document, s))
  for (const set of stems) for (const stem of set) frequency.set(stem, (frequency.get(stem) ?? 0) + 1)
  const eventAt = countByToken(events)
  const actorAt = new Map<number, number>()
  for (const entity of entities) for (const mention of entity.mentions) actorAt.set(mention.start, entity.salience)

  const raw = segments.map((segment, i) => {
    let happening = 0
    let claims = 0
    for (const event of eventAt(segment)) {
      // Who did it to whom says more than that it was done; what is only claimed, less than a fact.
      const told = event.agents.length > 0 && event.patients.length > 0 ? 1 : 0.5
      happening +=
        told *
        (event.status === 'happened' ? 1 : event.status === 'planned' ? 0.7 : 0.4) *
        (event.claim === undefined ? 1 : 0.4)
      if (event.claim !== undefined) claims++
    }
    let actors = 0
    for (let at = segment.from; at < segment.to; at++) actors += actorAt.get(document.tokens[at]!.start) ?? 0
    const shared = [...stems[i]!].filter((stem) => frequency.get(stem)! > 1)
    const central =
      shared.reduce((sum, stem) => sum + Math.log(1 + frequency.get(stem)!), 0) / Math.sqrt(1 + stems[i]!.size)
    return {
      happening: Math.min(4, happening),
      claims: Math.min(1, claims),
      actors: Math.min(5, actors),
      central,
      segment,
    }
  })
  const most = (pick: (r: (typeof raw)[number]) => number) => Math.max(1e-9, ...raw.map(pick))
  const topEvents = most((r) => r.happening)
  const topActors = most((r) => r.actors)
  const topCentral = most((r) => r.central)
  return raw.map(({ happening, claims, actors, central, segment }, i) => ({
    position: 1 / (1 + 0.15 * i),
    events: happening / topEvents,
    actors: actors / topActors,
    central: central / topCentral,
    leaning: segment.leaning ? 1 : 0,
    claim: claims,
    short: segment.words < 8 ? 1 : 0,
  }))
}

/** Events by the segment that holds their trigger; both are in the order of the text. */
function countByToken(events: readonly FoundEvent[]): (segment: Segment) => FoundEvent[] {
  const byToken = new Map<number, FoundEvent[]>()
  for (const event of events) byToken.set(event.at, [...(byToken.get(event.at) ?? []), event])
  return (segment) => {
    const found: FoundEvent[] = []
    for (let at = segment.from; at < segment.to; at++) found.push(...(byToken.get(at) ?? []))
    return found
  }
}
