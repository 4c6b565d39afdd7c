import type { EntityType, EventType, Relation } from '../analysis.ts'
import type { FoundEvent } from '../events/events.ts'

/** Only those who can stand somehow toward another: a town cannot, its state can. */
const ACTORS: ReadonlySet<EntityType> = new Set(['person', 'state', 'organization', 'armed-group', 'group'])
/** What counts of an event that is not a fact. */
const WEIGHT = { happened: 1, planned: 0.6, demanded: 0.3, hypothetical: 0.2, denied: 0 } as const
/** More pairs than this are a list, not relations between its members. */
const WIDEST = 12

/** What two do together they do with each other, whichever is named first. */
const TOGETHER: ReadonlySet<EventType> = new Set(['AGREE', 'CONSULT', 'COOPERATE'])

/** Each agent with whom its act binds it: the patients, and for what is done together the other agents. */
function pairsOf(event: FoundEvent): [string, string[]][] {
  const together = TOGETHER.has(event.type)
  return event.agents.map((from, i) => [
    from,
    together ? [...event.patients, ...event.agents.slice(i + 1)] : event.patients,
  ])
}

/**
 * Who stands how toward whom: the mean Goldstein value of the events between two actors, weighted by how sure they are; mutual where
 * they acted together. Strongest first.
 */
export function relationsOf(events: readonly FoundEvent[], typeOf: (id: string) => EntityType | undefined): Relation[] {
  const sums = new Map<
    string,
    {
      from: string
      to: string
      sum: number
      weight: number
      mutual: boolean
      supports: number
      cooperates: number
      sentences: Set<number>
    }
  >()
  for (const event of events) {
    const weight = WEIGHT[event.status]
    if (weight === 0 || event.agents.length * event.patients.length > WIDEST) continue
    for (const [from, others] of pairsOf(event)) {
      for (const to of others) {
        if (from === to || !ACTORS.has(typeOf(from)!) || !ACTORS.has(typeOf(to)!)) continue
        const key = `${from}\n${to}`
        const reverse = sums.get(`${to}\n${from}`)
        const sum = sums.get(key) ??
          (event.mutual && reverse?.mutual ? reverse : undefined) ?? {
            from,
            to,
            sum: 0,
            weight: 0,
            mutual: event.mutual || TOGETHER.has(event.type),
            supports: 0,
            cooperates: 0,
            sentences: new Set(),
          }
        sum.sum += weight * event.goldstein
        sum.weight += weight
        sum.mutual &&= event.mutual || TOGETHER.has(event.type)
        if (event.type === 'SUPPORT' || event.type === 'AGREE') sum.supports++
        sum.sentences.add(event.sentence)
        sums.set(`${sum.from}\n${sum.to}`, sum)
      }
    }
  }
  return [...sums.values()]
    .map(({ from, to, sum, weight, mutual, supports, sentences }) => {
      const score = Math.round((10 * sum) / weight) / 10
      const kind =
        score > 0 ? (supports > 0 && !mutual ? 'support' : 'cooperation') : score <= -6 ? 'conflict' : 'opposition'
      return { from, to, score, kind, mutual, sentences: [...sentences].sort((a, b) => a - b) } satisfies Relation
    })
    .filter((relation) => relation.score !== 0)
    .sort((a, b) => Math.abs(b.score) * b.sentences.length - Math.abs(a.score) * a.sentences.length)
}
