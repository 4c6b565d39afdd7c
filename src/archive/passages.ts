/** Full-text search over the sentences of a desk. The one file that knows FTS5. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { among } from './among.ts'
import type { Tables } from './schema.ts'
import { searchStems } from './stems.ts'

/** A sentence that was found. */
export interface Passage {
  article: number
  sentence: number
}

/** What is looked for: all of the stems and phrases, each a row of stems; in articles that name an actor, and of some days. */
export interface Wanted {
  stems: readonly string[]
  phrases?: readonly (readonly string[])[]
  /** An actor's number. */
  actor?: number
  /** ISO 8601 days, both within. */
  from?: string
  to?: string
}

/** The token that stands in each row of a desk: by it they are found when all of them are to go. */
export function deskToken(desk: string): string {
  return `d${desk.replaceAll('-', '')}`
}

/** A stem as it is indexed for a desk. The index has no other way to keep to one desk: it would count and rank over all of them. */
export function deskStem(desk: string, stem: string): string {
  return `${desk.slice(0, 8)}${stem}`
}

/** Stores the sentences of an article for search. */
export async function addPassages(
  db: Kysely<Tables>,
  desk: string,
  article: number,
  sentences: readonly string[],
): Promise<void> {
  for (const [sentence, text] of sentences.entries()) {
    const stems = searchStems(text)
    if (stems.length === 0) continue
    const marked = stems.map((stem) => deskStem(desk, stem)).join(' ')
    await sql`INSERT INTO passages (stems, desk, article, sentence) VALUES (${`${deskToken(desk)} ${marked}`}, ${desk}, ${article}, ${sentence})`.execute(
      db,
    )
  }
}

/** Articles of a word, summed over the words of a query, up to which its sentences are all ranked: more would take long, and most of them say nothing of the matter. */
const RANKED = 2000

/** The sentences of a desk that hold any of some stems: first those that hold all of them, the latest first; then those that `findAny` finds. */
export async function findPassages(
  db: Kysely<Tables>,
  desk: string,
  stems: readonly string[],
  limit: number,
): Promise<Passage[]> {
  const all = new Set(stems).size > 1 ? await findAll(db, desk, { stems }, limit) : []
  const seen = new Set<string>()
  return [...all, ...(await findAny(db, desk, stems, limit))]
    .filter(({ article, sentence }) => {
      const key = `${article}/${sentence}`
      return !seen.has(key) && seen.add(key)
    })
    .slice(0, limit)
}

/**
 * The sentences of a desk that hold any of some stems, those first that hold more and rarer ones. Common stems take part only where no rare one is asked for, so
 * that the work does not grow with the desk; then the latest sentences come first.
 */
export async function findAny(
  db: Kysely<Tables>,
  desk: string,
  stems: readonly string[],
  limit: number,
): Promise<Passage[]> {
  const asked = [...new Set(stems)]
  const counts = asked.length === 0 ? () => 0 : await countsOf(db, desk, asked)
  const rare: string[] = []
  let sum = 0
  for (const stem of asked.toSorted((a, b) => counts(a) - counts(b))) {
    sum += counts(stem)
    if (sum <= RANKED) rare.push(stem)
  }
  if (rare.length === 0) return findLatest(db, desk, asked, limit)
  return matching(db, desk, rare.map((stem) => quoted(desk, [stem])).join(' OR '), 'best', limit)
}

/** The latest sentences of a desk that hold any of some stems. */
export async function findLatest(
  db: Kysely<Tables>,
  desk: string,
  stems: readonly string[],
  limit: number,
): Promise<Passage[]> {
  const terms = stems.map((stem) => quoted(desk, [stem]))
  return terms.length === 0 ? [] : matching(db, desk, terms.join(' OR '), 'latest', limit)
}

/** The sentences of a desk that hold all that is wanted, the latest first; `offset` of them are left out. */
export async function findAll(
  db: Kysely<Tables>,
  desk: string,
  { stems, phrases = [], actor, from, to }: Wanted,
  limit: number,
  offset = 0,
): Promise<Passage[]> {
  const terms = [
    ...[...new Set(stems)].map((stem) => quoted(desk, [stem])),
    ...phrases.map((phrase) => quoted(desk, phrase)),
  ]
  if (terms.length === 0) return []
  const naming = sql`EXISTS (SELECT 1 FROM appearances WHERE appearances.desk = ${desk}
    AND appearances.actor = ${actor ?? 0} AND appearances.article = passages.article)`
  // A day is within up to its last moment: moments begin with their day.
  const dated = sql`EXISTS (SELECT 1 FROM articles WHERE articles.desk = ${desk} AND articles.article = passages.article
    AND articles.dated >= ${from ?? ''} AND substr(articles.dated, 1, 10) <= ${to ?? '9999'})`
  const also = [...(actor === undefined ? [] : [naming]), ...(from === undefined && to === undefined ? [] : [dated])]
  return matching(db, desk, terms.join(' AND '), 'latest', limit, offset, also)
}

/** A term of FTS5's query language: quoted, nothing in it is an operator. */
function quoted(desk: string, phrase: readonly string[]): string {
  return `"${phrase.map((stem) => deskStem(desk, stem.replaceAll('"', ''))).join(' ')}"`
}

async function matching(
  db: Kysely<Tables>,
  desk: string,
  query: string,
  order: 'best' | 'latest',
  limit: number,
  offset = 0,
  also: readonly RawBuilder<unknown>[] = [],
): Promise<Passage[]> {
  const by = order === 'best' ? sql`rank` : sql`rowid DESC`
  // Eight digits of a desk's id may be another's as well: the column decides.
  const { rows } = await sql<Passage>`SELECT article, sentence FROM passages
    WHERE passages MATCH ${query} AND desk = ${desk} ${sql.join(
      also.map((condition) => sql`AND ${condition}`),
      sql` `,
    )} ORDER BY ${by} LIMIT ${limit} OFFSET ${offset}`.execute(db)
  return rows
}

/** In how many articles of a desk each stem stands; one that was not counted is rare. */
async function countsOf(db: Kysely<Tables>, desk: string, stems: readonly string[]): Promise<(stem: string) => number> {
  const rows = await db
    .selectFrom('stem_counts')
    .select(['stem', 'articles'])
    .where('desk', '=', desk)
    .where('stem', 'in', among(stems))
    .execute()
  const counts = new Map(rows.map((row) => [row.stem, row.articles]))
  return (stem) => counts.get(stem) ?? 1
}
