import type { Entity } from '../analysis.ts'
import type { FoundEvent } from '../events/found.ts'
import type { LinkedEntity } from './link.ts'

/** What a mention weighs by how it is made: an adjective says less of its state than its name does. */
const WEIGHT = { name: 1, authority: 0.8, title: 0.9, body: 0.8, group: 0.7, nisba: 0.3 } as const

/**
 * Entities with their salience, most salient first: how often and how early they are mentioned, and whether they do something or have it done
 * to them. 0…1, the first is 1. Sets the `rank` of those it is given.
 */
export function rankEntities(
  entities: readonly LinkedEntity[],
  events: readonly FoundEvent[],
  length: number,
): Entity[] {
  const acts = new Map<string, { weight: number }>()
  for (const { agents, patients, place } of events) {
    for (const id of agents) addTo(acts, id, 1)
    for (const id of patients) addTo(acts, id, 0.7)
    if (place) addTo(acts, place, 0.3)
  }
  const scored: { entity: LinkedEntity; score: number }[] = []
  for (const entity of entities) {
    let mentions = 0
    for (const m of entity.members) if (m.again !== 'land') mentions += WEIGHT[m.via]
    const early = 1 - entity.members[0]!.span.start / Math.max(1, length)
    const acting = acts.get(entity.id)?.weight ?? 0
    scored.push({ entity, score: Math.log2(1 + mentions) * (1 + 0.5 * early) + Math.log2(1 + acting) })
  }
  scored.sort((a, b) => b.score - a.score)
  const top = scored[0]?.score || 1
  return scored.map(({ entity, score }, rank) => {
    entity.rank = rank
    return {
      id: entity.id,
      name: entity.name,
      type: entity.type,
      aliases: entity.aliases,
      role: entity.role,
      country: entity.country,
      wikidata: entity.wikidata,
      salience: Math.round((1000 * score) / top) / 1000,
      mentions: entity.members.map((m) => m.span),
    }
  })
}

function addTo(acts: Map<string, { weight: number }>, id: string, weight: number): void {
  const known = acts.get(id)
  if (known === undefined) acts.set(id, { weight })
  else known.weight += weight
}
