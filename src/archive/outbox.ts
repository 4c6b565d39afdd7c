import { type Kysely, sql } from 'kysely'
import type { OutboxRow, Tables } from './schema.ts'

/** What is to be brought to a chat. */
export type Parcel = Pick<OutboxRow, 'desk' | 'id' | 'platform' | 'chat' | 'reply' | 'attempts'>

/** What must reach a chat, kept until it has. */
export function outboxOf(db: Kysely<Tables>) {
  const at = ({ desk, id, platform, chat }: Pick<Parcel, 'desk' | 'id' | 'platform' | 'chat'>) =>
    db
      .updateTable('outbox')
      .where('desk', '=', desk)
      .where('id', '=', id)
      .where('platform', '=', platform)
      .where('chat', '=', chat)
  return {
    /** Puts a parcel in; the same id for the same chat a second time changes nothing, so that nobody gets a digest twice. */
    async put(parcel: Omit<Parcel, 'attempts'>, now: string): Promise<void> {
      await db
        .insertInto('outbox')
        .values({ ...parcel, due_at: now, attempts: 0, delivered_at: null, failed: null })
        .onConflict((c) => c.doNothing())
        .execute()
    },

    /**
     * Parcels whose time has come, in the order in which they were put in. One that stands behind another of its chat waits with it, so that nothing overtakes
     * what is to be tried again later.
     */
    async due(now: string, limit: number): Promise<Parcel[]> {
      return db
        .selectFrom('outbox')
        .select(['desk', 'id', 'platform', 'chat', 'reply', 'attempts'])
        .where('delivered_at', 'is', null)
        .where('failed', 'is', null)
        .where('due_at', '<=', now)
        .where((e) =>
          e.not(
            e.exists(
              e
                .selectFrom('outbox as ahead')
                .select('ahead.id')
                .where('ahead.delivered_at', 'is', null)
                .where('ahead.failed', 'is', null)
                .whereRef('ahead.platform', '=', 'outbox.platform')
                .whereRef('ahead.chat', '=', 'outbox.chat')
                .where('ahead.due_at', '>', now)
                .where(sql<boolean>`ahead.rowid < outbox.rowid`),
            ),
          ),
        )
        .orderBy(sql`outbox.rowid`)
        .limit(limit)
        .execute()
    },

    /**
     * Takes up a parcel whose time has come, before it is sent; false when another program has. One that is not heard of until a moment is due again: who took it up was
     * killed.
     */
    async claim(parcel: Parcel, now: string, until: string): Promise<boolean> {
      const { numUpdatedRows } = await at(parcel)
        .set({ due_at: until })
        .where('delivered_at', 'is', null)
        .where('failed', 'is', null)
        .where('due_at', '<=', now)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },

    async delivered(parcel: Parcel, now: string): Promise<void> {
      await at(parcel).set({ delivered_at: now }).execute()
    },

    /** To be tried again at a moment. */
    async later(parcel: Parcel, dueAt: string): Promise<void> {
      await at(parcel)
        .set({ due_at: dueAt, attempts: parcel.attempts + 1 })
        .execute()
    },

    /** Never to be tried again, and why. */
    async failed(parcel: Parcel, reason: string): Promise<void> {
      await at(parcel).set({ failed: reason }).execute()
    },
  }
}
