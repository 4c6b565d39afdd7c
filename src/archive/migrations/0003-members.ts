import { type Kysely, sql } from 'kysely'

/**
 * Chats share desks: each chat has a role in its desk, a desk of its own to come back to (`home`), and its own language, hour and zone,
 * which were the desk's while a desk had one chat.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['role', 'home', 'name', 'joined_at', 'language', 'time_zone', 'digest_at', 'last_digest'])
    await db.schema.alterTable('chats').addColumn(column, 'text').execute()
  await sql`UPDATE chats SET role = 'owner', home = desk,
    joined_at = (SELECT created_at FROM desks WHERE desks.desk = chats.desk),
    language = (SELECT language FROM desks WHERE desks.desk = chats.desk),
    time_zone = (SELECT time_zone FROM desks WHERE desks.desk = chats.desk),
    digest_at = (SELECT digest_at FROM desks WHERE desks.desk = chats.desk),
    last_digest = (SELECT last_digest FROM desks WHERE desks.desk = chats.desk)`.execute(db)
  for (const column of ['language', 'time_zone', 'digest_at', 'last_digest'])
    await db.schema.alterTable('desks').dropColumn(column).execute()
  await db.schema.alterTable('desks').addColumn('name', 'text').execute()
  // Where an imported article came from, beside its own source.
  await db.schema.alterTable('articles').addColumn('via', 'text').execute()
  await db.schema.createIndex('chats_home').on('chats').columns(['home']).execute()
  await db.schema
    .createTable('invitations')
    .addColumn('desk', 'text', (c) => c.notNull())
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('platform', 'text', (c) => c.notNull())
    .addColumn('chat', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('invitations_key', ['desk', 'code'])
    .addUniqueConstraint('invitations_code', ['code'])
    .execute()
}
