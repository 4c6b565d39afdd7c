import { type Kysely, sql } from 'kysely'

/**
 * FTS5 only marks what is deleted and keeps its words until segments merge, which `PRAGMA secure_delete` does not reach; with its own
 * `secure-delete` they go at once (https://www.sqlite.org/fts5.html#the_secure_delete_configuration_option).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`INSERT INTO passages (passages, rank) VALUES ('secure-delete', 1)`.execute(db)
}
