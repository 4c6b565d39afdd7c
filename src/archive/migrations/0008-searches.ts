import type { Kysely } from 'kysely'

/** What was searched for, so that its further pages open after a restart too: a button has no room for words. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('searches')
    .addColumn('desk', 'text', (c) => c.notNull())
    .addColumn('search', 'integer', (c) => c.notNull())
    .addColumn('typed', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('searches_key', ['desk', 'search'])
    .execute()
}
