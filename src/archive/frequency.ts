import { type Kysely, sql } from 'kysely'
import type { Tables } from './schema.ts'

/** A day (ISO 8601) on which a desk has articles: how many, and how many of them name an actor. */
export interface DayOfNews {
  day: string
  articles: number
  naming: number
}

/** How often the articles of desks name their actors. */
export function frequencyOf(db: Kysely<Tables>) {
  const day = sql<string>`substr(dated, 1, 10)`
  return {
    /**
     * Every day with an article, the earliest first.
     * @param from the first day, ISO 8601: what a desk read before is not looked at
     */
    async days(desk: string, actor: number, from: string): Promise<DayOfNews[]> {
      const all = await db
        .selectFrom('articles')
        .select((e) => [day.as('day'), e.fn.countAll<number>().as('n')])
        .where('desk', '=', desk)
        .where('dated', '>=', from)
        .groupBy(day)
        .orderBy(day)
        .execute()
      const own = await db
        .selectFrom('appearances')
        .select((e) => [day.as('day'), e.fn.countAll<number>().as('n')])
        .where('desk', '=', desk)
        .where('actor', '=', actor)
        .where('dated', '>=', from)
        .groupBy(day)
        .execute()
      const naming = new Map(own.map((row) => [row.day, Number(row.n)]))
      return all.map((row) => ({ day: row.day, articles: Number(row.n), naming: naming.get(row.day) ?? 0 }))
    },
  }
}
