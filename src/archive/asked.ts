import type { Kysely } from 'kysely'
import type { Chat } from './desks.ts'
import type { Tables } from './schema.ts'

/** A person in a chat at a desk. */
export interface Asker extends Chat {
  desk: string
  /** The platform's id of the person. */
  sender: string
}

/** The last question of each person in each chat: what a follow-up takes up. */
export function askedOf(db: Kysely<Tables>) {
  return {
    /**
     * Keeps a question in place of the one before.
     * @param question any JSON
     * @param now ISO 8601
     */
    async keep({ desk, platform, chat, sender }: Asker, question: unknown, now: string): Promise<void> {
      const values = { question: JSON.stringify(question), asked_at: now }
      await db
        .insertInto('asked')
        .values({ desk, platform, chat, sender, ...values })
        .onConflict((c) => c.columns(['desk', 'platform', 'chat', 'sender']).doUpdateSet(values))
        .execute()
    },

    /** The last question, if it was asked after a moment (ISO 8601); undefined otherwise. */
    async last({ desk, platform, chat, sender }: Asker, after: string): Promise<unknown> {
      const row = await db
        .selectFrom('asked')
        .select('question')
        .where('desk', '=', desk)
        .where('platform', '=', platform)
        .where('chat', '=', chat)
        .where('sender', '=', sender)
        .where('asked_at', '>=', after)
        .executeTakeFirst()
      return row && JSON.parse(row.question)
    },
  }
}
