/** Which actor of a desk an entity of a new article is. */
import type { Transaction } from 'kysely'
import type { Entity } from '../analysis/analysis.ts'
import { keysOf, nameKey, trigramsOf } from './names.ts'
import type { ActorRow, Tables } from './schema.ts'
import { SKELETON } from './skeleton.ts'

/** An actor's number, and the entity id under which the desk knows it. */
export type Known = Pick<ActorRow, 'actor' | 'entity'>

/**
 * Enters an article's entities among the actors of a desk: new ones are added, known ones brought up to date. A person whom this article names only in part is the one
 * known person of that name, if there is just one.
 * @returns by the id that the engine gave an entity, who it is in the desk
 */
export async function knownActors(
  trx: Transaction<Tables>,
  desk: string,
  entities: readonly Entity[],
  dated: string,
): Promise<Map<string, Known>> {
  const last = await trx
    .selectFrom('actors')
    .select((e) => e.fn.max('actor').as('last'))
    .where('desk', '=', desk)
    .executeTakeFirst()
  let next = (last?.last ?? 0) + 1
  const known = new Map<string, Known>()
  const counted = new Set<number>()
  for (const entity of entities) {
    const row =
      (await trx
        .selectFrom('actors')
        .selectAll()
        .where('desk', '=', desk)
        .where('entity', '=', entity.id)
        .executeTakeFirst()) ?? (await sameName(trx, desk, entity))
    const names = [entity.name, ...(entity.aliases ?? [])]
    if (row === undefined) {
      const actor = next++
      await trx
        .insertInto('actors')
        .values({
          desk,
          actor,
          entity: entity.id,
          name: entity.name,
          type: entity.type,
          role: entity.role ?? null,
          country: entity.country ?? null,
          wikidata: entity.wikidata ?? null,
          first_seen: dated,
          last_seen: dated,
          articles: 1,
          mentions: entity.mentions.length,
        })
        .execute()
      counted.add(actor)
      known.set(entity.id, { actor, entity: entity.id })
      await addNames(trx, desk, actor, keysOf({ type: entity.type, names, role: entity.role }))
      continue
    }
    known.set(entity.id, { actor: row.actor, entity: row.entity })
    const latest = dated >= row.last_seen
    await trx
      .updateTable('actors')
      .set({
        // The fuller spelling of a name is the better one to show.
        ...(entity.type === 'person' &&
          row.entity.startsWith('text:') &&
          entity.name.length > row.name.length && { name: entity.name }),
        ...(entity.role && (latest || row.role === null) && { role: entity.role }),
        ...(dated > row.last_seen && { last_seen: dated }),
        ...(dated < row.first_seen && { first_seen: dated }),
        articles: row.articles + (counted.has(row.actor) ? 0 : 1),
        mentions: row.mentions + entity.mentions.length,
      })
      .where('desk', '=', desk)
      .where('actor', '=', row.actor)
      .execute()
    counted.add(row.actor)
    await addNames(trx, desk, row.actor, keysOf({ type: entity.type, names, role: entity.role }))
  }
  return known
}

async function sameName(trx: Transaction<Tables>, desk: string, entity: Entity): Promise<ActorRow | undefined> {
  if (!entity.id.startsWith('text:')) return undefined
  const rows = await trx
    .selectFrom('names')
    .innerJoin('actors', (j) => j.onRef('actors.desk', '=', 'names.desk').onRef('actors.actor', '=', 'names.actor'))
    .selectAll('actors')
    .distinct()
    .where('names.desk', '=', desk)
    .where('names.key', '=', nameKey(entity.name))
    .where('actors.type', '=', entity.type)
    .limit(2)
    .execute()
  return rows.length === 1 ? rows[0] : undefined
}

async function addNames(trx: Transaction<Tables>, desk: string, actor: number, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return
  const fresh = await trx
    .insertInto('names')
    .values(keys.map((key) => ({ desk, key, actor })))
    .onConflict((c) => c.doNothing())
    .returning('key')
    .execute()
  // Most names have been read before, with all their trigrams. Consonants alone are near too many others to be looked for by them.
  const spelled = fresh.filter(({ key }) => !key.startsWith(SKELETON))
  const trigrams = spelled.flatMap(({ key }) => trigramsOf(key).map((trigram) => ({ desk, trigram, key })))
  for (let at = 0; at < trigrams.length; at += 500)
    await trx
      .insertInto('trigrams')
      .values(trigrams.slice(at, at + 500))
      .onConflict((c) => c.doNothing())
      .execute()
}
