/** Full-text search over the sentences of a desk. The one file that knows FTS5. */
import { type Kysely, sql } from 'kysely'
import type { Tables } from './schema.ts'
import { searchStems } from './stems.ts'

/** A sentence that was found. */
export interface Passage {
  article: number
  sentence: number
  /** Smaller is better (bm25). */
  rank: number
}

/** The token by which the rows of a desk are found: it stands in each of them, so that no other desk's are even looked at. */
export function deskToken(desk: string): string {
  return `d${desk.replaceAll('-', '')}`
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
    await sql`INSERT INTO passages (stems, desk, article, sentence) VALUES (${`${deskToken(desk)} ${stems.join(' ')}`}, ${desk}, ${article}, ${sentence})`.execute(
      db,
    )
  }
}

/** The sentences of a desk that hold any of some stems, those that hold more and rarer ones first. */
export async function findPassages(
  db: Kysely<Tables>,
  desk: string,
  stems: readonly string[],
  limit: number,
): Promise<Passage[]> {
  const quoted = [...new Set(stems)].map((stem) => `"${stem.replaceAll('"', '')}"`)
  if (quoted.length === 0) return []
  const query = `${deskToken(desk)} AND (${quoted.join(' OR ')})`
  // The token is a word like any other, so a text could hold another desk's: the column decides.
  const { rows } =
    await sql<Passage>`SELECT article, sentence, rank FROM passages WHERE passages MATCH ${query} AND desk = ${desk} ORDER BY rank LIMIT ${limit}`.execute(
      db,
    )
  return rows
}
