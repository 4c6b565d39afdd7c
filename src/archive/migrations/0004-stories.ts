import type { Kysely } from 'kysely'

/** Articles on one happening are one story. Articles of before belong to none until they come again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('articles').addColumn('story', 'integer').execute()
  await db.schema.createIndex('articles_of_story').on('articles').columns(['desk', 'story', 'article']).execute()
  await db.schema.createIndex('appearances_dated').on('appearances').columns(['desk', 'actor', 'dated']).execute()
  await db.schema
    .createTable('outlines')
    .addColumn('desk', 'text', (c) => c.notNull())
    .addColumn('article', 'integer', (c) => c.notNull())
    .addColumn('stems', 'text', (c) => c.notNull())
    .addColumn('norm', 'real', (c) => c.notNull())
    .addPrimaryKeyConstraint('outlines_key', ['desk', 'article'])
    .execute()
  await db.schema
    .createTable('stem_counts')
    .addColumn('desk', 'text', (c) => c.notNull())
    .addColumn('stem', 'text', (c) => c.notNull())
    .addColumn('articles', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('stem_counts_key', ['desk', 'stem'])
    .execute()
}
