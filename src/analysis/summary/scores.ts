import type { Entity } from '../analysis.ts'
import type { FoundEvent } from '../events/events.ts'
import { lightStem } from '../text/clitics.ts'
import { type Document, isFunctionWord } from '../text/document.ts'
import type { Segment } from './segments.ts'

/** How much each sign says that a segment belongs into a summary; chosen on the development articles, not learned. */
const WEIGHT = {
  position: 1.6,
  events: 1.1,
  actors: 0.7,
  central: 1.2,
  leaning: -0.9,
  claim: -0.15,
  short: -0.4,
} as const

/** The stems of a segment, function words left out. */
export function stemsOf(document: Document, segment: Pick<Segment, 'from' | 'to'>): Set<string> {
  const stems = new Set<string>()
  for (let at = segment.from; at < segment.to; at++) {
    const token = document.tokens[at]!
    if (token.kind === 'mark' || isFunctionWord(token)) continue
    stems.add(lightStem(token.key))
  }
  return stems
}

/** A score for each segment: where it stands, what happens in it, who takes part, and how much of the article's vocabulary it holds. */
export function scoreSegments(
  document: Document,
  segments: readonly Segment[],
  events: readonly FoundEvent[],
  entities: readonly Entity[],
): number[] {
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
      happening += event.status === 'happened' ? 1 : event.status === 'planned' ? 0.7 : 0.4
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
  return raw.map(({ happening, claims, actors, central, segment }, i) => {
    const position = 1 / (1 + 0.35 * i)
    return (
      WEIGHT.position * position +
      WEIGHT.events * (happening / topEvents) +
      WEIGHT.actors * (actors / topActors) +
      WEIGHT.central * (central / topCentral) +
      (segment.leaning ? WEIGHT.leaning : 0) +
      (claims > 0 ? WEIGHT.claim : 0) +
      (segment.words < 8 ? WEIGHT.short : 0)
    )
  })
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
