/** What is told twice is one event. */
import type { Quantity } from '../analysis.ts'
import type { FoundEvent } from './found.ts'

/** Tellings of one type that are compared: further back an article that long speaks of something else. */
const COMPARED = 40
/** Statuses from the surest to the least sure: of two tellings of one event the surer stands. */
const SURER = ['happened', 'denied', 'planned', 'demanded', 'hypothetical']
/** Words between two tellings of one sentence at most. */
const NEAR = 25
/** Sentences to what a definite noun takes up, at most. */
const TAKEN_UP_WITHIN = 8

/**
 * Joins tellings of one event: same type and status, no participant of one contradicting the other. The first telling keeps its place in the text and
 * takes what the others add.
 */
export function mergeEvents(events: readonly FoundEvent[], typeOf: (id: string) => string | undefined): FoundEvent[] {
  const merged: FoundEvent[] = []
  const byKind = new Map<string, FoundEvent[]>()
  for (const event of events) {
    const kind = `${event.type}/${event.status}`
    const candidates = byKind.get(kind) ?? []
    const recent = candidates.slice(-COMPARED)
    const same =
      recent.find((other) => other.mode === event.mode && isSame(other, event, typeOf)) ??
      recent.findLast((other) => takesUp(event, other))
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

const overlap = (x: readonly string[], y: readonly string[]) => x.some((id) => y.includes(id))
const agree = (x: readonly string[], y: readonly string[]) => x.length === 0 || y.length === 0 || overlap(x, y)

function isSame(a: FoundEvent, b: FoundEvent, typeOf: (id: string) => string | undefined): boolean {
  const patients = overlap(a.patients, b.patients)
  const agents = overlap(a.agents, b.agents)
  // Two victims named apart are two events; a state as agent of many acts is no proof that they are one.
  if (a.patients.length > 0 && b.patients.length > 0)
    return patients && (agents || a.agents.length === 0 || b.agents.length === 0)
  if (a.agents.length > 0 && b.agents.length > 0)
    return (
      agents && a.sentence === b.sentence && a.patients.length + b.patients.length > 0 && Math.abs(a.at - b.at) < NEAR
    )
  const sole = [...a.patients, ...b.patients].some((id) => typeOf(id) === 'person')
  return (
    sole &&
    (a.agents.length === 0 || b.agents.length === 0) &&
    overlap([...a.agents, ...a.patients], [...b.agents, ...b.patients])
  )
}

/** «الاتفاقية», «الزيارة»: a definite noun means what was told before of the same parties. */
function takesUp(event: FoundEvent, earlier: FoundEvent): boolean {
  if (!event.takesUp || event.sentence - earlier.sentence > TAKEN_UP_WITHIN) return false
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
