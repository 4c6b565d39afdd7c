import type { Kysely } from 'kysely'

/** On which days what an article tells of took place: two of one kind on different days are two stories. Of earlier articles it is not known. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('outlines')
    .addColumn('days', 'text', (c) => c.notNull().defaultTo('[]'))
    .execute()
}
