import type { Kysely } from 'kysely'
import { SKELETON, skeletonOf } from '../skeleton.ts'

/** The last question of each person in each chat, which a follow-up («متى؟») takes up; and names are found by their consonants too. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('asked')
    .addColumn('desk', 'text', (c) => c.notNull())
    .addColumn('platform', 'text', (c) => c.notNull())
    .addColumn('chat', 'text', (c) => c.notNull())
    .addColumn('sender', 'text', (c) => c.notNull())
    .addColumn('asked_at', 'text', (c) => c.notNull())
    .addColumn('question', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('asked_key', ['desk', 'platform', 'chat', 'sender'])
    .execute()
  const old = db as Kysely<{
    actors: { desk: string; actor: number; name: string; type: string }
    names: { desk: string; key: string; actor: number }
  }>
  const known = await old.selectFrom('actors').select(['desk', 'actor', 'name']).where('type', '!=', 'group').execute()
  for (const { desk, actor, name } of known) {
    const key = skeletonOf(name)
    if (key?.startsWith(SKELETON))
      await old
        .insertInto('names')
        .values({ desk, key, actor })
        .onConflict((c) => c.doNothing())
        .execute()
  }
}
