import { type Kysely, sql } from 'kysely'
import { among } from './among.ts'
import type { Tables } from './schema.ts'

/** How one actor stands toward another, over all articles of a desk. */
export interface Link {
  from: number
  to: number
  /** Mean, −10…10. */
  score: number
  /** Whether most of what shows it was done together. */
  mutual: boolean
  articles: number
}

/** Relations that count for a map: weaker ones are noise. */
const LEAST_SCORE = 0.5

/** The relations between the actors of desks. */
export function relationsOf(db: Kysely<Tables>) {
  const summed = (desk: string, first: 'actor' | 'other' = 'actor') =>
    db
      .selectFrom('relations')
      .select((e) => [
        'actor as from',
        'other as to',
        e.fn.avg<number>('score').as('score'),
        e.fn.avg<number>('mutual').as('mutual'),
        e.fn.countAll<number>().as('articles'),
      ])
      .where('desk', '=', desk)
      .groupBy(first === 'actor' ? ['actor', 'other'] : ['other', 'actor'])
      .having(sql<boolean>`abs(avg(score)) >= ${LEAST_SCORE}`)
      .orderBy(sql`abs(avg(score)) * count(*)`, 'desc')

  return {
    /** What an actor does to others and they to it, what most articles show most strongly first. */
    async around(desk: string, actor: number, limit: number): Promise<Link[]> {
      // Asked for both sides at once, SQLite reads the relations of the whole desk.
      const own = await summed(desk).where('actor', '=', actor).limit(limit).execute()
      const toward = await summed(desk, 'other').where('other', '=', actor).limit(limit).execute()
      const weight = (link: Link) => Math.abs(link.score) * link.articles
      return [...own, ...toward]
        .map(linkFrom)
        .sort((a, b) => weight(b) - weight(a))
        .slice(0, limit)
    },

    /** What is between some actors. */
    async among(desk: string, actors: readonly number[], limit: number): Promise<Link[]> {
      if (actors.length < 2) return []
      const rows = await summed(desk)
        .where('actor', 'in', among(actors))
        .where('other', 'in', among(actors))
        .limit(limit)
        .execute()
      return rows.map(linkFrom)
    },
  }
}

function linkFrom(row: { from: number; to: number; score: number; mutual: number; articles: number }): Link {
  return {
    from: row.from,
    to: row.to,
    score: Number(row.score),
    mutual: Number(row.mutual) >= 0.5,
    articles: Number(row.articles),
  }
}
