import type { Kysely } from 'kysely'

/** Articles are counted by day without their texts being read. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('articles_dated').on('articles').columns(['desk', 'dated']).execute()
}
