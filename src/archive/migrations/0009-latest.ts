import { type Kysely, sql } from 'kysely'

/** What is asked of an actor is answered from its latest rows, or from sums kept as articles come: so no question reads all that a large desk has of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('offices')
    .addColumn('desk', 'text', (c) => c.notNull())
    .addColumn('actor', 'integer', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('from', 'text', (c) => c.notNull())
    .addColumn('to', 'text', (c) => c.notNull())
    .addColumn('articles', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('offices_key', ['desk', 'actor', 'role'])
    .execute()
  await sql`INSERT INTO offices SELECT desk, actor, role, min(dated), max(dated), count(*)
    FROM appearances WHERE role IS NOT NULL GROUP BY desk, actor, role`.execute(db)
  await db.schema
    .createIndex('relations_latest')
    .on('relations')
    .columns(['desk', 'actor', 'dated', 'article'])
    .execute()
  await db.schema
    .createIndex('relations_toward_latest')
    .on('relations')
    .columns(['desk', 'other', 'dated', 'article'])
    .execute()
  await db.schema
    .createIndex('articles_of_story_dated')
    .on('articles')
    .columns(['desk', 'story', 'dated', 'article'])
    .execute()
  // Who appears in an article is told by the index alone: without that, SQLite rather reads the appearances of the whole desk.
  await db.schema.dropIndex('appearances_of_article').execute()
  await db.schema
    .createIndex('appearances_of_article')
    .on('appearances')
    .columns(['desk', 'article', 'actor'])
    .execute()
}
