/** What an editor would make of each event that an article tells: which happening it is a telling of, and what telling it is worth. */
import type { Entity } from '../analysis.ts'
import type { FoundClaim } from '../claims/reading.ts'
import type { FoundEvent } from '../events/found.ts'

/** By event, in the order of the events. */
export interface Tellings {
  /** Equal for tellings of one happening, 0…`happenings` − 1. */
  happening: readonly number[]
  worth: readonly number[]
  happenings: number
}

const STATUS = { happened: 1, planned: 0.75, demanded: 0.7, denied: 0.7, hypothetical: 0.4 } as const

/**
 * Compares and weighs the events of an article. Linear in their number.
 * @param numbers from an id to the index among the entities; others are added
 */
export function tellingsOf(
  events: readonly FoundEvent[],
  claims: readonly FoundClaim[],
  entities: readonly Entity[],
  numbers: Map<string, number>,
): Tellings {
  const happening: number[] = []
  const worth: number[] = []
  // Above all numbers of lists of participants, so that a pair of them has a number of its own.
  const span = 2 * (entities.length + events.length) + 1
  // By participants: the latest event that is the first telling of a happening; by event: the one before it.
  const firstTelling = new Map<number, number>()
  const before: number[] = []
  let happenings = 0
  for (let i = 0; i < events.length; i++) {
    const event = events[i]!
    const participants =
      numberOf(event.agents, numbers, entities.length) * span + numberOf(event.patients, numbers, entities.length)
    const latest = firstTelling.get(participants) ?? -1
    let same = latest
    while (same >= 0 && (events[same]!.type !== event.type || events[same]!.mode !== event.mode)) same = before[same]!
    if (same < 0) firstTelling.set(participants, i)
    happening.push(same < 0 ? happenings++ : happening[same]!)
    before.push(latest)
    worth.push(worthOf(event, claims, numbers, entities))
  }
  return { happening, worth, happenings }
}

/** The number of a list of participants, whatever their order: 0 for none, for one entity its index and one, for others more than any of these. */
function numberOf(ids: readonly string[], numbers: Map<string, number>, entities: number): number {
  if (ids.length === 0) return 0
  const key = ids.length === 1 ? ids[0]! : inOrder(ids)
  let number = numbers.get(key)
  if (number === undefined) {
    number = entities + numbers.size
    numbers.set(key, number)
  }
  return number + 1
}

function inOrder(ids: readonly string[]): string {
  const [first, second] = ids as [string, string]
  if (ids.length === 2) return first < second ? `${first},${second}` : `${second},${first}`
  return [...ids].sort().join()
}

/** Who did it to whom says more than that it was done; what is only claimed, less than a fact; what shakes relations, more than talk. */
function worthOf(
  event: FoundEvent,
  claims: readonly FoundClaim[],
  numbers: ReadonlyMap<string, number>,
  entities: readonly Entity[],
): number {
  const { agents, patients } = event
  // What a body announces of its own acts is as good as done: «أعلنت السلطات اعتقال ثلاثة».
  const speaker = event.claim === undefined ? undefined : claims[event.claim]?.speaker.entity
  const claimed = event.claim !== undefined && !(speaker !== undefined && agents.includes(speaker))
  const told =
    (agents.length > 0 && patients.length > 0) || event.quantities ? 1 : agents.length + patients.length > 0 ? 0.7 : 0.3
  const force = 0.6 + 0.4 * Math.min(1, Math.abs(event.goldstein) / 8)
  const who = Math.max(mostSalient(agents, numbers, entities), mostSalient(patients, numbers, entities))
  return told * force * (0.5 + 0.5 * who) * STATUS[event.status] * (claimed ? 0.6 : 1)
}

function mostSalient(
  ids: readonly string[],
  numbers: ReadonlyMap<string, number>,
  entities: readonly Entity[],
): number {
  let most = 0
  for (const id of ids) {
    const number = numbers.get(id)
    if (number !== undefined && number < entities.length) most = Math.max(most, entities[number]!.salience)
  }
  return most
}
