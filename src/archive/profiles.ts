/** What a desk has read of one actor over time: its offices, how often it is in the news, and together with whom. */
import type { Kysely } from 'kysely'
import { type Actor, actorsByNumbers } from './actors.ts'
import { among } from './among.ts'
import { officeKey } from './office.ts'
import type { Tables } from './schema.ts'

/** An office that articles give an actor. */
export interface Office {
  /** As the latest of them puts it. */
  name: string
  /** ISO 8601: of the first and the last of them. */
  from: string
  to: string
  articles: number
}

/** Articles of an actor, the latest, in which others are counted. */
export const COUNTED_BESIDE = 1000

const isShorter = (key: string, other: string) => other.startsWith(`${key} `)

/** The wording with more of the office, and of those the shorter: it leaves out what says only how new or how decorated its holder is. */
function isBetter(role: string, than: string): boolean {
  const [own, other] = [officeKey(role), officeKey(than)]
  return own === other ? role.length < than.length : isShorter(other, own)
}

/** Reads what is kept of an actor's appearances. */
export function profilesOf(db: Kysely<Tables>) {
  const offices = async (desk: string, number: number): Promise<Office[]> => {
    const rows = await db
      .selectFrom('offices')
      .select(['role', 'from', 'to', 'articles'])
      .where('desk', '=', desk)
      .where('actor', '=', number)
      .orderBy('from')
      .execute()
    const found = new Map<string, Office>()
    for (const { role, ...held } of rows) {
      const own = officeKey(role)
      // «وزيرة التربية» and «وزيرة التربية التونسية» are one office, told shorter the second time.
      const key = [...found.keys()].find((other) => isShorter(own, other) || isShorter(other, own)) ?? own
      const known = found.get(key) ?? { ...held, name: role, articles: 0 }
      found.set(key, {
        name: isBetter(role, known.name) ? role : known.name,
        from: known.from,
        to: [held.to, known.to].sort().at(-1)!,
        articles: known.articles + held.articles,
      })
    }
    return [...found.values()].sort((a, b) => (a.to < b.to ? 1 : a.to > b.to ? -1 : 0))
  }

  return {
    offices,

    /** Those to whom articles give an office, told in any of some ways, with when they do; the latest first. */
    async holders(desk: string, ...typed: readonly string[]): Promise<{ actor: Actor; from: string; to: string }[]> {
      const keys = new Set(typed.map(officeKey))
      const rows = await db
        .selectFrom('names')
        .select('actor')
        .distinct()
        .where('desk', '=', desk)
        .where('key', 'in', among(keys))
        .execute()
      const actors = await actorsByNumbers(
        db,
        desk,
        rows.map((row) => row.actor),
      )
      const held = await Promise.all(
        actors
          .filter((actor) => actor.type === 'person')
          .map(async (actor) => ({
            actor,
            office: (await offices(desk, actor.number)).find((office) => keys.has(officeKey(office.name))),
          })),
      )
      return held
        .flatMap(({ actor, office }) => (office ? [{ actor, from: office.from, to: office.to }] : []))
        .sort((a, b) => (a.to < b.to ? 1 : a.to > b.to ? -1 : 0))
    },

    /** The articles in which an actor appears, the latest first; `from` and `to` are ISO 8601 days, both within. */
    async appearances(
      desk: string,
      number: number,
      { from = '', to = '9999', limit, offset = 0 }: { from?: string; to?: string; limit: number; offset?: number },
    ): Promise<number[]> {
      const rows = await db
        .selectFrom('appearances')
        .select('article')
        .where('desk', '=', desk)
        .where('actor', '=', number)
        .where('dated', '>=', from)
        .where('dated', '<', `${to}\uffff`)
        .orderBy('dated', 'desc')
        .orderBy('article', 'desc')
        .limit(limit)
        .offset(offset)
        .execute()
      return rows.map((row) => row.article)
    },

    /** Those who appear in the same articles, among the latest `COUNTED_BESIDE` of an actor, the most often first, with the latest of these articles. */
    async beside(
      desk: string,
      number: number,
      limit: number,
      offset = 0,
    ): Promise<{ actor: Actor; articles: number; article: number }[]> {
      const rows = await db
        .selectFrom((e) =>
          e
            .selectFrom('appearances')
            .select('article')
            .where('desk', '=', desk)
            .where('actor', '=', number)
            .orderBy('article', 'desc')
            .limit(COUNTED_BESIDE)
            .as('own'),
        )
        // CROSS JOIN keeps this order: SQLite would begin with the appearances of the whole desk, to have them in groups.
        .crossJoin('appearances as other')
        .crossJoin('actors')
        .where('other.desk', '=', desk)
        .whereRef('other.article', '=', 'own.article')
        .where('actors.desk', '=', desk)
        .whereRef('actors.actor', '=', 'other.actor')
        .select((e) => [
          'other.actor as actor',
          e.fn.countAll<number>().as('shared'),
          e.fn.max('other.article').as('article'),
        ])
        .where('other.actor', '!=', number)
        .where('actors.type', '!=', 'group')
        .groupBy('other.actor')
        .orderBy('shared', 'desc')
        .orderBy('other.actor')
        .limit(limit)
        .offset(offset)
        .execute()
      const actors = new Map(
        (
          await actorsByNumbers(
            db,
            desk,
            rows.map((row) => row.actor),
          )
        ).map((actor) => [actor.number, actor]),
      )
      return rows.flatMap(({ actor, shared, article }) => {
        const known = actors.get(actor)
        return known ? [{ actor: known, articles: Number(shared), article }] : []
      })
    },
  }
}
