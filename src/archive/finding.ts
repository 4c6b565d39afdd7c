/** Finding the actors of a desk by what a person types. */
import { type Kysely, sql } from 'kysely'
import { foldName } from '../analysis/text/fold.ts'
import { type Actor, actorFrom, actorsByNumbers } from './actors.ts'
import { among } from './among.ts'
import { lexiconIdsOf } from './latin.ts'
import { editDistance, looseKey, nameKey, trigramsOf } from './names.ts'
import { officeKey } from './office.ts'
import type { Tables } from './schema.ts'
import { isLatin, skeletonsOf } from './skeleton.ts'

/** Keys that share trigrams with a typed name and are compared letter by letter. */
const MOST_NEAR = 60
/** Letters that may differ, by the length of the name. */
const mayDiffer = (key: string) => (key.length <= 4 ? 1 : key.length <= 8 ? 2 : 3)
/** From so many letters on, one that differs is more likely a slip than another name. */
const SLIP_FROM = 5
/** Keys that begin as typed, among whose actors those most read of are looked for. */
const MOST_BEGINNING = 5000
/** SQLite takes 32,766 parameters a statement. */
const MOST_KEYS = 2000

/** A typed name without a letter that may be a conjunction or preposition («وليبيا», «لليبيا») or may be its own («وادي»). */
function withoutClitic(typed: string): string[] {
  const folded = foldName(typed)
  return /^[وبلفك]/.test(folded) ? [folded.slice(1)] : []
}

/** The keys that a typed name may stand under, its own first. */
export function typedKeys(typed: string): string[] {
  const keys = [typed, ...withoutClitic(typed)].map(nameKey).flatMap((key) => [key, looseKey(key)])
  keys.push(officeKey(typed))
  return [...new Set(keys)].filter((key) => key.length >= 2)
}

/** Finds actors by their names. */
export function findingOf(db: Kysely<Tables>) {
  const numbersOf = async (desk: string, keys: readonly string[]) =>
    keys.length === 0
      ? []
      : db
          .selectFrom('names')
          .select(['key', 'actor'])
          .where('desk', '=', desk)
          .where('key', 'in', among(keys))
          .execute()

  /** In Latin letters: whom the lexicon knows by this spelling, and those whose consonants it spells. */
  const inLatin = async (desk: string, typed: string): Promise<Actor[]> => {
    const ids = lexiconIdsOf(typed)
    if (ids.length > 0) {
      const rows = await db
        .selectFrom('actors')
        .selectAll()
        .where('desk', '=', desk)
        .where('entity', 'in', among(ids))
        .execute()
      if (rows.length > 0) return rows.map(actorFrom)
    }
    const rows = await numbersOf(desk, skeletonsOf(typed))
    return actorsByNumbers(db, desk, [...new Set(rows.map((row) => row.actor))])
  }

  /** Actors by how far their nearest key is from a typed one, up to a distance that grows with its length. */
  const near = async (desk: string, typed: string): Promise<Map<number, number>> => {
    const key = nameKey(typed)
    const distances = new Map<number, number>()
    if (key.length < 2) return distances
    const rows = await db
      .selectFrom('trigrams')
      .select((e) => ['key', e.fn.countAll<number>().as('shared')])
      .where('desk', '=', desk)
      .where('trigram', 'in', among(trigramsOf(key).slice(0, 60)))
      .groupBy('key')
      .orderBy('shared', 'desc')
      .limit(MOST_NEAR)
      .execute()
    const wanted = new Map<string, number>()
    for (const row of rows) {
      const distance = editDistance(key, row.key, mayDiffer(key))
      // Not letter for letter, but a good part of the name: worth offering last.
      const share = Number(row.shared) / trigramsOf(row.key).length
      if (distance <= mayDiffer(key)) wanted.set(row.key, distance)
      else if (share >= 0.5) wanted.set(row.key, 10 - share)
    }
    for (const { key: name, actor } of await numbersOf(desk, [...wanted.keys()]))
      distances.set(actor, Math.min(distances.get(actor) ?? Number.POSITIVE_INFINITY, wanted.get(name)!))
    return distances
  }

  return {
    /** The actors that a typed name means, the one most read of first; those whose whole name it is before those of whom it is a part. */
    async find(desk: string, typed: string): Promise<Actor[]> {
      const rows = await numbersOf(desk, typedKeys(typed))
      if (rows.length === 0 && isLatin(typed))
        return (await inLatin(desk, typed)).sort((a, b) => b.articles - a.articles)
      const found = await actorsByNumbers(db, desk, [...new Set(rows.map((row) => row.actor))])
      const loose = looseKey(nameKey(typed))
      const whole = found.filter((actor) => looseKey(nameKey(actor.name)) === loose)
      return (whole.length > 0 ? whole : found).sort((a, b) => b.articles - a.articles)
    },

    /** The actor of an entity id. */
    async known(desk: string, entity: string): Promise<Actor | undefined> {
      const row = await db
        .selectFrom('actors')
        .selectAll()
        .where('desk', '=', desk)
        .where('entity', '=', entity)
        .executeTakeFirst()
      return row && actorFrom(row)
    },

    /** Whom each of many keys names (see `typedKeys`). */
    async named(desk: string, keys: readonly string[]): Promise<Map<string, Actor[]>> {
      const rows = await numbersOf(desk, keys.slice(0, MOST_KEYS))
      const actors = new Map(
        (await actorsByNumbers(db, desk, [...new Set(rows.map((row) => row.actor))])).map((actor) => [
          actor.number,
          actor,
        ]),
      )
      const found = new Map<string, Actor[]>()
      for (const { key, actor } of rows) {
        const known = actors.get(actor)
        if (known) found.set(key, [...(found.get(key) ?? []), known])
      }
      return found
    },

    /** The actor of whose name what was typed is a slip: one letter wrong, and nobody else as near. */
    async mistyped(desk: string, typed: string): Promise<Actor | undefined> {
      const key = nameKey(typed)
      if (key.length < SLIP_FROM || isLatin(typed)) return undefined
      const nearest = [...(await near(desk, typed))].filter(([, distance]) => distance <= 1)
      return nearest.length === 1 ? (await actorsByNumbers(db, desk, [nearest[0]![0]]))[0] : undefined
    },

    /** Actors whose name is nearly what was typed, nearest first. */
    async nearest(desk: string, typed: string, limit: number): Promise<Actor[]> {
      const distance = await near(desk, typed)
      const found = await actorsByNumbers(db, desk, [...distance.keys()])
      return found
        .sort((a, b) => distance.get(a.number)! - distance.get(b.number)! || b.articles - a.articles)
        .slice(0, limit)
    },

    /** Actors whose name, or a part of it, begins as typed; without anything typed, those most read of. */
    async suggest(desk: string, typed: string, limit: number): Promise<Actor[]> {
      // The article alone, or with one letter behind it, is not taken for one elsewhere: a word may begin so.
      const key = nameKey(typed).replace(/^ال(?=.?$)/, '')
      const actors = db.selectFrom('actors').selectAll().where('desk', '=', desk).limit(limit)
      if (key === '')
        return (await actors.where('type', '!=', 'group').orderBy('articles', 'desc').execute()).map(actorFrom)
      const from = isLatin(typed) ? (skeletonsOf(typed)[0] ?? key) : key
      const begins = (start: string) =>
        db
          .selectFrom('names')
          .select('actor')
          .where('desk', '=', desk)
          .where('key', '>=', start)
          .where('key', '<', `${start}\uffff`)
          .limit(MOST_BEGINNING)
      const numbers = new Set<number>()
      for (const start of new Set([key, from]))
        for (const { actor } of await begins(start).execute()) numbers.add(actor)
      if (numbers.size === 0) return []
      const rows = await actors
        .where('actor', 'in', among(numbers))
        // Sorted when they are read: in the order of the index, all actors of the desk would be.
        .orderBy(sql`+articles`, 'desc')
        .execute()
      return rows.map(actorFrom)
    },
  }
}
