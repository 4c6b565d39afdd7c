import type { Kysely } from 'kysely'
import type { Entity } from '../analysis/analysis.ts'
import { type ArticleMeta, metaFrom } from './meta.ts'
import type { ActorRow, LineRow, Tables } from './schema.ts'

/** Somebody that a desk has read of. */
export interface Actor {
  /** Small, for buttons. */
  number: number
  entity: string
  name: string
  type: Entity['type']
  role?: string
  country?: string
  firstSeen: string
  lastSeen: string
  articles: number
}

/** An event or claim with an actor in it. */
export interface ActorLine extends Pick<LineRow, 'line' | 'kind' | 'type' | 'status' | 'goldstein' | 'sentence'> {
  part: 'agent' | 'patient' | 'speaker'
  article: ArticleMeta
  /** The words of the article, as they stand there. */
  text: string
}

/** How an actor stands toward another, from all articles of a desk. */
export interface Standing {
  other: Actor
  /** Mean, −10…10. */
  score: number
  /** The latest article that shows it, and where. */
  article: ArticleMeta
  sentence: number
  articles: number
}

/** The actors of desks, and what is stored of them. */
export function actorsOf(db: Kysely<Tables>) {
  const byNumbers = (desk: string, numbers: readonly number[]) => actorsByNumbers(db, desk, numbers)

  return {
    /** Several actors by their numbers, in no order. */
    some: byNumbers,

    async get(desk: string, number: number): Promise<Actor | undefined> {
      return (await byNumbers(desk, [number]))[0]
    },

    /** Number by entity id, for the entities of one article. */
    async numbers(desk: string, article: number): Promise<Map<string, number>> {
      const rows = await db
        .selectFrom('appearances')
        .innerJoin('actors', (j) =>
          j.onRef('actors.desk', '=', 'appearances.desk').onRef('actors.actor', '=', 'appearances.actor'),
        )
        .select(['actors.entity', 'actors.actor'])
        .where('appearances.desk', '=', desk)
        .where('appearances.article', '=', article)
        .execute()
      return new Map(rows.map((row) => [row.entity, row.actor]))
    },

    /** Events and claims with an actor in them, the latest first. */
    async lines(desk: string, number: number, limit: number): Promise<ActorLine[]> {
      const rows = await db
        .selectFrom('parts')
        .innerJoin('lines', (j) =>
          j
            .onRef('lines.desk', '=', 'parts.desk')
            .onRef('lines.article', '=', 'parts.article')
            .onRef('lines.line', '=', 'parts.line'),
        )
        .innerJoin('articles', (j) =>
          j.onRef('articles.desk', '=', 'parts.desk').onRef('articles.article', '=', 'parts.article'),
        )
        .select([
          'parts.part',
          'lines.line',
          'lines.kind',
          'lines.type',
          'lines.status',
          'lines.goldstein',
          'lines.sentence',
          'lines.start',
          'lines.end',
        ])
        .select([
          'articles.article',
          'articles.headline',
          'articles.source',
          'articles.url',
          'articles.via',
          'articles.dated',
          'articles.received_at',
          'articles.text',
        ])
        .where('parts.desk', '=', desk)
        .where('parts.actor', '=', number)
        .orderBy('parts.dated', 'desc')
        .orderBy('parts.article', 'desc')
        .orderBy('parts.line')
        .limit(limit)
        .execute()
      return rows.map((row) => ({
        part: row.part,
        line: row.line,
        kind: row.kind,
        type: row.type,
        status: row.status,
        goldstein: row.goldstein,
        sentence: row.sentence,
        article: metaFrom(row),
        text: row.text.slice(row.start, row.end),
      }))
    },

    /** Those an actor stands for or against, strongest first, each with the latest sentence that shows it. */
    async standings(desk: string, number: number): Promise<Standing[]> {
      const rows = await db
        .selectFrom('relations')
        .innerJoin('articles', (j) =>
          j.onRef('articles.desk', '=', 'relations.desk').onRef('articles.article', '=', 'relations.article'),
        )
        .select(['relations.actor', 'relations.other', 'relations.score', 'relations.mutual', 'relations.sentences'])
        .select([
          'articles.article',
          'articles.headline',
          'articles.source',
          'articles.url',
          'articles.via',
          'articles.dated',
          'articles.received_at',
        ])
        .where('relations.desk', '=', desk)
        .where((e) => e.or([e('relations.actor', '=', number), e('relations.other', '=', number)]))
        .orderBy('relations.dated', 'desc')
        .limit(400)
        .execute()
      const sums = new Map<number, { sum: number; count: number; row: (typeof rows)[number]; articles: Set<number> }>()
      for (const row of rows) {
        // What others do to it says how they stand, not how it stands, unless both did it.
        if (row.other === number && row.mutual === 0) continue
        const other = row.actor === number ? row.other : row.actor
        const sum = sums.get(other) ?? { sum: 0, count: 0, row, articles: new Set<number>() }
        sum.sum += row.score
        sum.count++
        sum.articles.add(row.article)
        sums.set(other, sum)
      }
      const others = new Map((await byNumbers(desk, [...sums.keys()])).map((actor) => [actor.number, actor]))
      return [...sums]
        .flatMap(([other, { sum, count, row, articles }]) => {
          const actor = others.get(other)
          return actor
            ? [
                {
                  other: actor,
                  score: sum / count,
                  article: metaFrom(row),
                  sentence: (JSON.parse(row.sentences) as number[])[0] ?? 0,
                  articles: articles.size,
                },
              ]
            : []
        })
        .sort((a, b) => Math.abs(b.score) * b.articles - Math.abs(a.score) * a.articles)
    },

    /** The actors of an article with how often the desk has read of each before it, most salient first. */
    async before(desk: string, article: number): Promise<{ actor: Actor; earlier: number; lastSeen?: string }[]> {
      const here = await db
        .selectFrom('appearances')
        .select(['actor', 'salience'])
        .where('desk', '=', desk)
        .where('article', '=', article)
        .orderBy('salience', 'desc')
        .limit(40)
        .execute()
      const numbers = here.map((row) => row.actor)
      const actors = new Map((await byNumbers(desk, numbers)).map((actor) => [actor.number, actor]))
      if (numbers.length === 0) return []
      const earlier = await db
        .selectFrom('appearances')
        .select((e) => ['actor', e.fn.countAll<number>().as('n'), e.fn.max('dated').as('last')])
        .where('desk', '=', desk)
        .where('actor', 'in', numbers)
        .where('article', '<', article)
        .groupBy('actor')
        .execute()
      const counts = new Map(earlier.map((row) => [row.actor, row]))
      return numbers.flatMap((number) => {
        const actor = actors.get(number)
        const count = counts.get(number)
        return actor ? [{ actor, earlier: Number(count?.n ?? 0), ...(count?.last && { lastSeen: count.last }) }] : []
      })
    },

    /** Earlier articles in which several of some actors appear together, those with more of them first, then the latest. */
    async together(
      desk: string,
      numbers: readonly number[],
      before: number,
      least: number,
      limit: number,
    ): Promise<ArticleMeta[]> {
      if (numbers.length < least) return []
      const rows = await db
        .selectFrom('appearances')
        .innerJoin('articles', (j) =>
          j.onRef('articles.desk', '=', 'appearances.desk').onRef('articles.article', '=', 'appearances.article'),
        )
        .select((e) => [
          'articles.article',
          'articles.headline',
          'articles.source',
          'articles.url',
          'articles.via',
          'articles.dated',
          'articles.received_at',
          e.fn.countAll<number>().as('shared'),
        ])
        .where('appearances.desk', '=', desk)
        .where('appearances.actor', 'in', numbers)
        .where('appearances.article', '<', before)
        .where('appearances.salience', '>=', 0.3)
        .groupBy('articles.article')
        .having((e) => e.fn.countAll<number>(), '>=', least)
        .orderBy('shared', 'desc')
        .orderBy('articles.article', 'desc')
        .limit(limit)
        .execute()
      return rows.map(metaFrom)
    },
  }
}

/** Some actors of a desk by their numbers, in no order. */
export async function actorsByNumbers(db: Kysely<Tables>, desk: string, numbers: readonly number[]): Promise<Actor[]> {
  if (numbers.length === 0) return []
  const rows = await db
    .selectFrom('actors')
    .selectAll()
    .where('desk', '=', desk)
    .where('actor', 'in', numbers)
    .execute()
  return rows.map(actorFrom)
}

/** An actor as its row says it. */
export function actorFrom(row: ActorRow): Actor {
  return {
    number: row.actor,
    entity: row.entity,
    name: row.name,
    type: row.type as Actor['type'],
    firstSeen: row.first_seen,
    lastSeen: row.last_seen,
    articles: row.articles,
    ...(row.role && { role: row.role }),
    ...(row.country && { country: row.country }),
  }
}
