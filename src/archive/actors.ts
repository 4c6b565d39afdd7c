import { type Kysely, sql } from 'kysely'
import type { Entity } from '../analysis/analysis.ts'
import { among } from './among.ts'
import { type ArticleMeta, metaFrom, metasOf } from './meta.ts'
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

/** Relations of an actor from which its standings are read, the latest. */
const MOST_RELATIONS = 400
/** Appearances of an actor among which articles are looked for that others share with it, the latest. */
const MOST_SHARED = 200

/** The actors of desks, and what is stored of them. */
export function actorsOf(db: Kysely<Tables>) {
  const byNumbers = (desk: string, numbers: readonly number[]) => actorsByNumbers(db, desk, numbers)

  /** When the latest article before one is dated in which an actor appears. */
  const lastBefore = async (desk: string, actor: number, article: number): Promise<string | undefined> => {
    const row = await db
      .selectFrom('appearances')
      .select('dated')
      .where('desk', '=', desk)
      .where('actor', '=', actor)
      // Read by date: what is not earlier is passed over.
      .where(sql<boolean>`+article < ${article}`)
      .orderBy('dated', 'desc')
      .limit(1)
      .executeTakeFirst()
    return row?.dated
  }

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

    /**
     * Those an actor stands for or against, strongest first, each with the latest sentence that shows it.
     * @param wanted the one other that is asked about, or how many at most
     */
    async standings(
      desk: string,
      number: number,
      { toward, limit }: { toward?: number; limit?: number } = {},
    ): Promise<Standing[]> {
      // Asked for both sides at once, SQLite reads the relations of the whole desk.
      const latest = (side: 'actor' | 'other') =>
        db
          .selectFrom('relations')
          .select(['actor', 'other', 'score', 'mutual', 'sentences', 'dated', 'article'])
          .where('desk', '=', desk)
          .where(side, '=', number)
          .orderBy('dated', 'desc')
          .orderBy('article', 'desc')
          .limit(MOST_RELATIONS)
          .execute()
      const rows = [...(await latest('actor')), ...(await latest('other'))]
        .sort((a, b) => (a.dated < b.dated ? 1 : a.dated > b.dated ? -1 : b.article - a.article))
        .slice(0, MOST_RELATIONS)
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
      const weight = ({ sum, count, articles }: { sum: number; count: number; articles: ReadonlySet<number> }) =>
        Math.abs(sum / count) * articles.size
      const chosen = [...sums]
        .filter(([other]) => toward === undefined || other === toward)
        .sort(([, a], [, b]) => weight(b) - weight(a))
        .slice(0, limit)
      const others = new Map(
        (
          await byNumbers(
            desk,
            chosen.map(([other]) => other),
          )
        ).map((actor) => [actor.number, actor]),
      )
      const metas = await metasOf(db, desk, [...new Set(chosen.map(([, { row }]) => row.article))])
      return chosen.flatMap(([number, { sum, count, row, articles }]) => {
        const other = others.get(number)
        const article = metas.get(row.article)
        const [sentence = 0] = JSON.parse(row.sentences) as number[]
        return other && article ? [{ other, score: sum / count, article, sentence, articles: articles.size }] : []
      })
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
      // An article that has just come has few behind it, and hundreds of thousands may lie before it: those behind are counted.
      const later = await db
        .selectFrom('appearances')
        .select((e) => ['actor', e.fn.countAll<number>().as('n')])
        .where('desk', '=', desk)
        .where('actor', 'in', among(numbers))
        .where('article', '>=', article)
        .groupBy('actor')
        .execute()
      const counts = new Map(later.map((row) => [row.actor, Number(row.n)]))
      const found: { actor: Actor; earlier: number; lastSeen?: string }[] = []
      for (const number of numbers) {
        const actor = actors.get(number)
        if (actor === undefined) continue
        const earlier = actor.articles - (counts.get(number) ?? 0)
        const last = earlier > 0 ? await lastBefore(desk, number, article) : undefined
        found.push({ actor, earlier, ...(last && { lastSeen: last }) })
      }
      return found
    },

    /** Earlier articles in which several of some actors appear together, those with more of them first, then the latest. */
    async together(
      desk: string,
      numbers: readonly number[],
      before: number,
      least: number,
      limit: number,
    ): Promise<ArticleMeta[]> {
      const shared = new Map<number, number>()
      if (numbers.length < least) return []
      for (const number of new Set(numbers)) {
        const rows = await db
          .selectFrom('appearances')
          .select('article')
          .where('desk', '=', desk)
          .where('actor', '=', number)
          .where('article', '<', before)
          .where('salience', '>=', 0.3)
          .orderBy('article', 'desc')
          .limit(MOST_SHARED)
          .execute()
        for (const { article } of rows) shared.set(article, (shared.get(article) ?? 0) + 1)
      }
      const most = [...shared]
        .filter(([, count]) => count >= least)
        .sort(([a, inA], [b, inB]) => inB - inA || b - a)
        .slice(0, limit)
        .map(([article]) => article)
      const metas = await metasOf(db, desk, most)
      return most.flatMap((article) => metas.get(article) ?? [])
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
    .where('actor', 'in', among(numbers))
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
