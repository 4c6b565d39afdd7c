/** What is told twice is one event. */
import { EVENT_STATUSES, EVENT_TYPES, type Quantity } from '../analysis.ts'
import type { FoundEvent } from './found.ts'

/** Tellings of one type that are compared: further back an article that long speaks of something else. */
const COMPARED = 40
/** Words between two tellings of one sentence at most. */
const NEAR = 25
/** Sentences to what a definite noun takes up, at most. */
const TAKEN_UP_WITHIN = 8

/**
 * Joins tellings of one event: same type and status, no participant of one contradicting the other. The first telling keeps its place in the text and
 * takes what the others add; `events` themselves stay as they are.
 */
export function mergeEvents(events: readonly FoundEvent[], typeOf: (id: string) => string | undefined): FoundEvent[] {
  const merged: FoundEvent[] = []
  // By type and status, the places in `merged`.
  const byKind: (number[] | undefined)[] = new Array(EVENT_TYPES.length * EVENT_STATUSES.length).fill(undefined)
  const isCopied: boolean[] = []
  for (const event of events) {
    const kind = EVENT_TYPES.indexOf(event.type) * EVENT_STATUSES.length + EVENT_STATUSES.indexOf(event.status)
    const places = byKind[kind] ?? []
    byKind[kind] = places
    const place = sameBefore(merged, places, event, typeOf)
    if (place === undefined) {
      places.push(merged.length)
      merged.push(event)
      isCopied.push(false)
      continue
    }
    if (!isCopied[place]) merged[place] = copyOf(merged[place]!)
    isCopied[place] = true
    join(merged[place]!, event)
  }
  return merged
}

/** The place of the telling that an event repeats, of the last of its kind: the first that tells the same, else the last that it takes up. */
function sameBefore(
  merged: readonly FoundEvent[],
  places: readonly number[],
  event: FoundEvent,
  typeOf: (id: string) => string | undefined,
): number | undefined {
  const least = Math.max(0, places.length - COMPARED)
  for (let k = least; k < places.length; k++) {
    const other = merged[places[k]!]!
    if (other.mode === event.mode && isSame(other, event, typeOf)) return places[k]
  }
  if (!event.takesUp) return undefined
  for (let k = places.length - 1; k >= least; k--) if (takesUp(event, merged[places[k]!]!)) return places[k]
  return undefined
}

const copyOf = (event: FoundEvent): FoundEvent => ({
  ...event,
  agents: [...event.agents],
  patients: [...event.patients],
})

/** Adds to a telling what another tells of the same. */
function join(same: FoundEvent, event: FoundEvent): void {
  for (const id of event.agents) if (!same.agents.includes(id) && !same.patients.includes(id)) same.agents.push(id)
  for (const id of event.patients) if (!same.patients.includes(id) && !same.agents.includes(id)) same.patients.push(id)
  same.time ??= event.time
  same.place ??= event.place
  if (event.quantities) same.quantities = distinctQuantities([...(same.quantities ?? []), ...event.quantities])
  if (event.claim === undefined) same.claim = undefined
}

/** «38 مدنيا» told twice is one count; «38 قتيلا» and «44 قتيلا» are two tellings that differ. */
function distinctQuantities(quantities: readonly Quantity[]): Quantity[] {
  const seen = new Set<string>()
  return quantities.filter(({ text, value, of }) => {
    const key = value === undefined ? text : `${value} ${of ?? ''}`
    return !seen.has(key) && seen.add(key)
  })
}

function overlap(x: readonly string[], y: readonly string[]): boolean {
  if (y.length > 0) for (const id of x) if (y.includes(id)) return true
  return false
}
const agree = (x: readonly string[], y: readonly string[]) => x.length === 0 || y.length === 0 || overlap(x, y)

function isSame(a: FoundEvent, b: FoundEvent, typeOf: (id: string) => string | undefined): boolean {
  // Two victims named apart are two events; a state as agent of many acts is no proof that they are one.
  if (a.patients.length > 0 && b.patients.length > 0)
    return overlap(a.patients, b.patients) && agree(a.agents, b.agents)
  if (a.agents.length > 0 && b.agents.length > 0)
    return (
      a.sentence === b.sentence &&
      a.patients.length + b.patients.length > 0 &&
      Math.abs(a.at - b.at) < NEAR &&
      overlap(a.agents, b.agents)
    )
  const isPerson = (id: string) => typeOf(id) === 'person'
  return (
    (overlap(a.agents, b.patients) || overlap(a.patients, b.agents)) &&
    (a.patients.some(isPerson) || b.patients.some(isPerson))
  )
}

/** «الاتفاقية», «الزيارة»: a definite noun means what was told before of the same parties. */
function takesUp(event: FoundEvent, earlier: FoundEvent): boolean {
  if (event.sentence - earlier.sentence > TAKEN_UP_WITHIN) return false
  const parties = [...event.agents, ...event.patients]
  const known = [...earlier.agents, ...earlier.patients]
  const place = event.place === undefined || earlier.place === undefined || event.place === earlier.place
  if (parties.length === 0 || known.length === 0)
    return place && (event.place !== undefined || event.quantities === undefined)
  // Parties that act together change places between tellings.
  if (event.mutual || earlier.mutual || event.patients.length === 0)
    return place && parties.every((id) => known.includes(id))
  return (
    place && agree(event.agents, earlier.agents) && agree(event.patients, earlier.patients) && overlap(parties, known)
  )
}
