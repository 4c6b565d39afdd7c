import type { Analysis, Entity } from '../analysis/analysis.ts'

/**
 * An analysis with its entities under the ids by which the desk knows them; two that are one there («أسامة الجويلي» and «الجويلي») become one. Pure.
 * @param known by the id that the engine gave; an id that is missing stays
 */
export function knownAs(analysis: Analysis, known: (id: string) => string | undefined): Analysis {
  const idOf = (id: string) => known(id) ?? id
  if (analysis.entities.every(({ id }) => idOf(id) === id)) return analysis
  const ids = (all: readonly string[]) => [...new Set(all.map(idOf))]
  const entities = new Map<string, Entity>()
  for (const entity of analysis.entities) {
    const id = idOf(entity.id)
    const first = entities.get(id)
    entities.set(id, first ? joined(first, entity) : { ...entity, id })
  }
  return {
    ...analysis,
    entities: [...entities.values()],
    events: analysis.events.map((event) => ({
      ...event,
      agents: ids(event.agents),
      patients: ids(event.patients),
      ...(event.place !== undefined && { place: idOf(event.place) }),
    })),
    claims: analysis.claims.map(({ speaker, ...claim }) => ({
      ...claim,
      speaker: { ...speaker, ...(speaker.entity !== undefined && { entity: idOf(speaker.entity) }) },
    })),
    relations: analysis.relations
      .map((relation) => ({ ...relation, from: idOf(relation.from), to: idOf(relation.to) }))
      .filter(({ from, to }) => from !== to),
  }
}

function joined(first: Entity, second: Entity): Entity {
  const aliases = new Set([...(first.aliases ?? []), second.name, ...(second.aliases ?? [])])
  aliases.delete(first.name)
  const role = first.role ?? second.role
  return {
    ...first,
    ...(aliases.size > 0 && { aliases: [...aliases] }),
    ...(role && { role }),
    salience: Math.max(first.salience, second.salience),
    mentions: [...first.mentions, ...second.mentions].sort((a, b) => a.start - b.start),
  }
}
