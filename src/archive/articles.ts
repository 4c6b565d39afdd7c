import type { Kysely } from 'kysely'
import type { Analysis } from '../analysis/analysis.ts'
import type { Article } from '../intake/article.ts'
import { knownActors } from './known-actors.ts'
import { knownAs } from './known-as.ts'
import { bandsOf, COPY, hashOf, likenessOf, shinglesOf } from './likeness.ts'
import { type ArticleMeta, metaFrom } from './meta.ts'
import { addPassages } from './passages.ts'
import { addReading } from './reading.ts'
import { insertAll } from './rows.ts'
import type { ArticleRow, Tables } from './schema.ts'
import { type Stored, storedFrom } from './stored.ts'
import { placeInStory } from './stories.ts'
import { stemsOf } from './story-likeness.ts'

export type { Stored } from './stored.ts'

/** An article that says the same. */
export interface Same {
  kind: 'same' | 'rewritten'
  article: ArticleMeta
}

/** Articles that are compared with a text, and how many of one band may be among those they are chosen from: a band of more says only that all are alike. */
const MOST_COMPARED = 20
const MOST_OF_BAND = 100
/** Articles that are held at once while all are gone through. */
const ROWS_A_PAGE = 100

/** The articles of desks. */
export function articlesOf(db: Kysely<Tables>) {
  return {
    /** Whether a desk has read this text before, word for word or as a rewritten copy. */
    async findSame(desk: string, text: string): Promise<Same | undefined> {
      const exact = await db
        .selectFrom('articles')
        .selectAll()
        .where('desk', '=', desk)
        .where('hash', '=', hashOf(text))
        .executeTakeFirst()
      if (exact) return { kind: 'same', article: metaFrom(exact) }
      const shingles = shinglesOf(text)
      const bands = bandsOf(shingles)
      if (bands.length === 0) return undefined
      let best: { row: ArticleRow; likeness: number } | undefined
      for (const article of await alike(db, desk, bands)) {
        const row = await db
          .selectFrom('articles')
          .selectAll()
          .where('desk', '=', desk)
          .where('article', '=', article)
          .executeTakeFirst()
        if (row === undefined) continue
        const likeness = likenessOf(shingles, shinglesOf(row.text))
        if (likeness >= COPY && likeness > (best?.likeness ?? 0)) best = { row, likeness }
      }
      return best && { kind: 'rewritten', article: metaFrom(best.row) }
    },

    /**
     * Stores an article with all that its analysis says, in one transaction. Its entities get the ids by which the desk knows them.
     * @returns its number in the desk; that of the same text where it is stored already
     * @throws when the desk has been forgotten meanwhile: what was still being read must not outlive it
     */
    async save(desk: string, article: Article, read: Analysis): Promise<number> {
      const hash = hashOf(article.text)
      return db.transaction().execute(async (trx) => {
        const open = await trx.selectFrom('desks').select('desk').where('desk', '=', desk).executeTakeFirst()
        if (open === undefined) throw new Error('the desk of this article has been forgotten')
        const known = await trx
          .selectFrom('articles')
          .select('article')
          .where('desk', '=', desk)
          .where('hash', '=', hash)
          .executeTakeFirst()
        if (known) return known.article
        const last = await trx
          .selectFrom('articles')
          .select((e) => e.fn.max('article').as('last'))
          .where('desk', '=', desk)
          .executeTakeFirst()
        const id = (last?.last ?? 0) + 1
        const receivedAt = comparable(article.receivedAt)
        const dated = comparable(article.publishedAt ?? article.receivedAt)
        const actors = await knownActors(trx, desk, read.entities, dated)
        const analysis = knownAs(read, (entity) => actors.get(entity)?.entity)
        await trx
          .insertInto('articles')
          .values({
            desk,
            article: id,
            text: article.text,
            title: article.title ?? null,
            headline: analysis.summary.headline,
            source: article.source ?? null,
            url: article.url ?? null,
            via: article.via ?? null,
            published_at: article.publishedAt ?? null,
            received_at: receivedAt,
            dated,
            words: article.text.split(/\s+/).filter(Boolean).length,
            hash,
            analysis: JSON.stringify({ ...analysis, article: { ...analysis.article, text: '' } }),
          })
          .execute()
        await insertAll(
          trx,
          'signatures',
          bandsOf(shinglesOf(article.text)).map((value, band) => ({ desk, band, value, article: id })),
        )
        const numbers = new Map([...actors.values()].map(({ actor, entity }) => [entity, actor]))
        await addReading(trx, desk, id, dated, analysis, numbers)
        const named = analysis.entities.filter((entity) => entity.type !== 'group')
        const weighed = (entities: typeof named) =>
          new Map(
            entities.flatMap(({ id: entity, salience }) =>
              numbers.has(entity) ? [[numbers.get(entity)!, salience] as const] : [],
            ),
          )
        await placeInStory(trx, {
          ...{ desk, article: id, dated, stems: stemsOf(article.text, analysis), events: analysis.events },
          actors: weighed(named),
          places: weighed(named.filter((entity) => entity.type === 'place')),
        })
        await addPassages(
          trx,
          desk,
          id,
          analysis.sentences.map((s) => article.text.slice(s.start, s.end)),
        )
        return id
      })
    },

    /** One article, or undefined when the desk has none of that number. */
    async get(desk: string, id: number): Promise<Stored | undefined> {
      const row = await db
        .selectFrom('articles')
        .selectAll()
        .where('desk', '=', desk)
        .where('article', '=', id)
        .executeTakeFirst()
      return row && storedFrom(row)
    },

    /** The article that came last. */
    async latest(desk: string): Promise<Stored | undefined> {
      const row = await db
        .selectFrom('articles')
        .selectAll()
        .where('desk', '=', desk)
        .orderBy('article', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row && storedFrom(row)
    },

    /** The articles received from a moment on, up to another; both ISO 8601; in the order they came. */
    async received(desk: string, from: string, to: string, limit: number): Promise<Stored[]> {
      const rows = await db
        .selectFrom('articles')
        .selectAll()
        .where('desk', '=', desk)
        .where('received_at', '>=', from)
        .where('received_at', '<', to)
        .orderBy('article')
        .limit(limit)
        .execute()
      return rows.map(storedFrom)
    },

    /** The numbers of the articles dated from a day to another (ISO 8601, both within), the latest first. */
    async dated(desk: string, from: string, to: string, limit: number): Promise<number[]> {
      const rows = await db
        .selectFrom('articles')
        .select('article')
        .where('desk', '=', desk)
        .where('dated', '>=', from)
        .where('dated', '<', `${to}\uffff`)
        .orderBy('dated', 'desc')
        .orderBy('article', 'desc')
        .limit(limit)
        .execute()
      return rows.map((row) => row.article)
    },

    /** All articles of a desk in the order they came, or those in which an actor appears; read in pages, so that a large desk need not fit in memory. */
    async *each(desk: string, actor?: number): AsyncGenerator<Stored> {
      const all = db.selectFrom('articles').selectAll('articles').where('articles.desk', '=', desk)
      const wanted =
        actor === undefined
          ? all
          : all
              .innerJoin('appearances', (j) =>
                j.onRef('appearances.desk', '=', 'articles.desk').onRef('appearances.article', '=', 'articles.article'),
              )
              .where('appearances.actor', '=', actor)
      for (let last = 0; ; ) {
        const rows = await wanted
          .where('articles.article', '>', last)
          .orderBy('articles.article')
          .limit(ROWS_A_PAGE)
          .execute()
        for (const row of rows) yield storedFrom(row)
        if (rows.length < ROWS_A_PAGE) return
        last = rows.at(-1)!.article
      }
    },

    /** Whether a desk has read nothing yet. */
    async isEmpty(desk: string): Promise<boolean> {
      const row = await db.selectFrom('articles').select('article').where('desk', '=', desk).limit(1).executeTakeFirst()
      return row === undefined
    },

    /** How many articles a desk has: counted, so not for every message. */
    async count(desk: string): Promise<number> {
      const row = await db
        .selectFrom('articles')
        .select((e) => e.fn.countAll<number>().as('n'))
        .where('desk', '=', desk)
        .executeTakeFirstOrThrow()
      return Number(row.n)
    },
  }
}

/** The articles that share most bands with a text, the later first where they share as many. */
async function alike(db: Kysely<Tables>, desk: string, bands: readonly number[]): Promise<number[]> {
  const shared = new Map<number, number>()
  // One look-up a band: asked for all bands at once, SQLite reads the signatures of the whole desk.
  for (const [band, value] of bands.entries()) {
    const rows = await db
      .selectFrom('signatures')
      .select('article')
      .where('desk', '=', desk)
      .where('band', '=', band)
      .where('value', '=', value)
      .orderBy('article', 'desc')
      .limit(MOST_OF_BAND)
      .execute()
    for (const { article } of rows) shared.set(article, (shared.get(article) ?? 0) + 1)
  }
  return [...shared]
    .sort(([a, inA], [b, inB]) => inB - inA || b - a)
    .slice(0, MOST_COMPARED)
    .map(([article]) => article)
}

/** A moment in UTC with milliseconds, so that text compares as time does; a day without a time, or what is no date, stays as it is. */
function comparable(iso: string): string {
  const moment = new Date(iso)
  return /^\d{4}-\d{2}-\d{2}T/.test(iso) && !Number.isNaN(moment.getTime()) ? moment.toISOString() : iso
}
