import type { Kysely, Transaction } from 'kysely'
import type { Analysis } from '../analysis/analysis.ts'
import type { Article } from '../intake/article.ts'
import { knownActors } from './known-actors.ts'
import { knownAs } from './known-as.ts'
import { bandsOf, COPY, hashOf, likenessOf, shinglesOf } from './likeness.ts'
import { type ArticleMeta, metaFrom } from './meta.ts'
import { addPassages } from './passages.ts'
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

/** Candidates of one band that are compared with a text; a band of more says only that all are alike. */
const MOST_COMPARED = 20
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
      const near = await db
        .selectFrom('signatures')
        .select((e) => ['article', e.fn.countAll<number>().as('shared')])
        .where('desk', '=', desk)
        .where((e) => e.or(bands.map((value, band) => e.and([e('band', '=', band), e('value', '=', value)]))))
        .groupBy('article')
        .orderBy('shared', 'desc')
        .limit(MOST_COMPARED)
        .execute()
      let best: { row: ArticleRow; likeness: number } | undefined
      for (const { article } of near) {
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
        await placeInStory(trx, {
          ...{ desk, article: id, dated, stems: stemsOf(article.text, analysis) },
          actors: new Map(
            named.flatMap(({ id: entity, salience }) =>
              numbers.has(entity) ? [[numbers.get(entity)!, salience] as const] : [],
            ),
          ),
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

/** Appearances, events, claims and relations of an article. */
async function addReading(
  trx: Transaction<Tables>,
  desk: string,
  article: number,
  dated: string,
  analysis: Analysis,
  numbers: ReadonlyMap<string, number>,
): Promise<void> {
  const seen = new Map<number, Tables['appearances']>()
  for (const entity of analysis.entities) {
    const actor = numbers.get(entity.id)
    if (actor === undefined) continue
    const row = seen.get(actor)
    if (row) row.mentions += entity.mentions.length
    else
      seen.set(actor, {
        desk,
        actor,
        article,
        dated,
        role: entity.role ?? null,
        mentions: entity.mentions.length,
        salience: entity.salience,
      })
  }
  await insertAll(trx, 'appearances', [...seen.values()])

  const lines: Tables['lines'][] = []
  const parts = new Map<string, Tables['parts']>()
  const take = (ids: readonly string[], line: number, part: Tables['parts']['part']) => {
    for (const id of ids) {
      const actor = numbers.get(id)
      if (actor !== undefined) parts.set(`${actor}/${line}/${part}`, { desk, actor, article, line, part, dated })
    }
  }
  for (const event of analysis.events) {
    const line =
      lines.push({
        desk,
        article,
        line: lines.length,
        kind: 'event',
        type: event.type,
        status: event.status,
        goldstein: event.goldstein,
        sentence: event.sentence,
        start: event.clause.start,
        end: event.clause.end,
        dated,
      }) - 1
    take(event.agents, line, 'agent')
    take(event.patients, line, 'patient')
  }
  for (const claim of analysis.claims) {
    const line =
      lines.push({
        desk,
        article,
        line: lines.length,
        kind: 'claim',
        type: claim.stance,
        status: 'claimed',
        goldstein: 0,
        sentence: claim.sentence,
        start: claim.content.start,
        end: claim.content.end,
        dated,
      }) - 1
    if (claim.speaker.entity) take([claim.speaker.entity], line, 'speaker')
  }
  await insertAll(trx, 'lines', lines)
  await insertAll(trx, 'parts', [...parts.values()])

  const relations = new Map<string, Tables['relations']>()
  for (const relation of analysis.relations) {
    const actor = numbers.get(relation.from)
    const other = numbers.get(relation.to)
    if (actor === undefined || other === undefined || actor === other) continue
    const key = `${actor}/${other}`
    if (!relations.has(key))
      relations.set(key, {
        desk,
        actor,
        other,
        article,
        dated,
        score: relation.score,
        kind: relation.kind,
        mutual: relation.mutual ? 1 : 0,
        sentences: JSON.stringify(relation.sentences),
      })
  }
  await insertAll(trx, 'relations', [...relations.values()])
}

/** A moment in UTC with milliseconds, so that text compares as time does; a day without a time, or what is no date, stays as it is. */
function comparable(iso: string): string {
  const moment = new Date(iso)
  return /^\d{4}-\d{2}-\d{2}T/.test(iso) && !Number.isNaN(moment.getTime()) ? moment.toISOString() : iso
}

/** SQLite takes 32,766 parameters a statement; rows of ours have at most twelve. */
const ROWS_A_STATEMENT = 500

async function insertAll<Table extends keyof Tables>(
  trx: Transaction<Tables>,
  table: Table,
  rows: readonly Tables[Table][],
): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_A_STATEMENT)
    await trx
      .insertInto(table)
      .values(rows.slice(at, at + ROWS_A_STATEMENT) as never)
      .onConflict((c) => c.doNothing())
      .execute()
}
