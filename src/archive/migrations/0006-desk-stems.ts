import { type Kysely, sql } from 'kysely'
import { deskStem, deskToken } from '../passages.ts'

/** Rows rewritten at once. */
const ROWS = 500

/** Stems are indexed with the mark of their desk, so that a look-up costs what the desk has read, not what all desks have. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (let last = 0; ; ) {
    const { rows } = await sql<{ rowid: number; desk: string; stems: string }>`
      SELECT rowid, desk, stems FROM passages WHERE rowid > ${last} ORDER BY rowid LIMIT ${ROWS}`.execute(db)
    for (const { rowid, desk, stems } of rows) {
      const token = deskToken(desk)
      const marked = stems.split(' ').map((stem) => (stem === token ? stem : deskStem(desk, stem)))
      await sql`UPDATE passages SET stems = ${marked.join(' ')} WHERE rowid = ${rowid}`.execute(db)
    }
    if (rows.length < ROWS) return
    last = rows.at(-1)!.rowid
  }
}
