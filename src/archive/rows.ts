import type { Transaction } from 'kysely'
import type { Tables } from './schema.ts'

/** SQLite takes 32,766 parameters a statement; rows of ours have at most twelve. */
const ROWS_A_STATEMENT = 500

/** Inserts rows, as many as a statement takes at a time; one that is there already stays as it is. */
export async function insertAll<Table extends keyof Tables>(
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
