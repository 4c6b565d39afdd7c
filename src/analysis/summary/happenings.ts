/** What an editor would make of each event that an article tells: which happening it is a telling of, and what telling it is worth. */
import type { Entity } from '../analysis.ts'
import type { FoundClaim } from '../claims/reading.ts'
import type { LinkedEntity } from '../entities/link.ts'
import type { FoundEvent } from '../events/found.ts'

/** By event, in the order of the events. */
export interface Tellings {
  /** Equal for tellings of one happening, 0…`happenings` − 1. */
  happening: readonly number[]
  worth: readonly number[]
  happenings: number
}

/** What an article tells, and of whom. */
export interface Facts {
  events: readonly FoundEvent[]
  claims: readonly FoundClaim[]
  /** The most salient first. */
  entities: readonly Entity[]
  /** The same with their mentions, and by their id. */
  linked: readonly LinkedEntity[]
  entityOf: (id: string) => LinkedEntity | undefined
}

type EntityOf = Facts['entityOf']

const STATUS = { happened: 1, planned: 0.75, demanded: 0.7, denied: 0.7, hypothetical: 0.4 } as const

/** Compares and weighs the events of an article. Linear in their number. */
export function tellingsOf(facts: Facts): Tellings {
  const { events, entities, entityOf } = facts
  const happening: number[] = []
  const worth: number[] = []
  // By who takes part: the latest event that is the first telling of a happening; by event: the one before it.
  const firstTelling = new Map<number, number>()
  const before: number[] = []
  let happenings = 0
  for (let i = 0; i < events.length; i++) {
    const event = events[i]!
    const parties = sumOfRanks(event.agents, entityOf) * (entities.length + 1) + sumOfRanks(event.patients, entityOf)
    const latest = firstTelling.get(parties) ?? -1
    let same = latest
    while (same >= 0 && !isSame(events[same]!, event)) same = before[same]!
    if (same < 0) firstTelling.set(parties, i)
    happening.push(same < 0 ? happenings++ : happening[same]!)
    before.push(latest)
    worth.push(worthOf(event, facts))
  }
  return { happening, worth, happenings }
}

/** A number that is equal for equal parties, and seldom for others. */
function sumOfRanks(ids: readonly string[], entityOf: EntityOf): number {
  let sum = 0
  for (const id of ids) sum += (entityOf(id)?.rank ?? 0) + 1
  return sum
}

/** Tellings of one happening share type and participants. */
function isSame(a: FoundEvent, b: FoundEvent): boolean {
  return a.type === b.type && a.mode === b.mode && areSame(a.agents, b.agents) && areSame(a.patients, b.patients)
}

/** Whether two lists have the same ids, each as often, in whatever order. */
function areSame(ids: readonly string[], others: readonly string[]): boolean {
  if (ids.length !== others.length) return false
  if (ids.length < 2) return ids[0] === others[0]
  const count = (all: readonly string[], id: string) => all.filter((each) => each === id).length
  return ids.every((id) => count(ids, id) === count(others, id))
}

/** Who did it to whom says more than that it was done; what is only claimed, less than a fact; what shakes relations, more than talk. */
function worthOf(event: FoundEvent, { claims, entities, entityOf }: Facts): number {
  const { agents, patients } = event
  // What a body announces of its own acts is as good as done: «أعلنت السلطات اعتقال ثلاثة».
  const speaker = event.claim === undefined ? undefined : claims[event.claim]?.speaker.entity
  const claimed = event.claim !== undefined && !(speaker !== undefined && agents.includes(speaker))
  const told =
    (agents.length > 0 && patients.length > 0) || event.quantities ? 1 : agents.length + patients.length > 0 ? 0.7 : 0.3
  const force = 0.6 + 0.4 * Math.min(1, Math.abs(event.goldstein) / 8)
  const who = Math.max(mostSalient(agents, entities, entityOf), mostSalient(patients, entities, entityOf))
  return told * force * (0.5 + 0.5 * who) * STATUS[event.status] * (claimed ? 0.6 : 1)
}

function mostSalient(ids: readonly string[], entities: readonly Entity[], entityOf: EntityOf): number {
  let most = 0
  for (const id of ids) {
    const rank = entityOf(id)?.rank
    if (rank !== undefined) most = Math.max(most, entities[rank]!.salience)
  }
  return most
}
