import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { deskToken } from './passages.ts'
import type { Tables } from './schema.ts'

/** What a desk has set; undefined where it follows the defaults. */
export interface DeskSettings {
  language?: 'ar' | 'en' | 'fr'
  timeZone?: string
  /** HH:MM; null switches the digest off. */
  digestAt?: string | null
  /** Local day of the last digest. */
  lastDigest?: string
}

export interface Desk extends DeskSettings {
  desk: string
}

/** A place that belongs to a desk. */
export interface Chat {
  platform: string
  chat: string
}

/** Desks and their chats. */
export function desksOf(db: Kysely<Tables>) {
  return {
    /** The desk of a chat; one of its own is made at first sight, and speaks the language of the one who spoke first. */
    async of({ platform, chat }: Chat, now: string, language?: DeskSettings['language']): Promise<Desk> {
      const known = await db
        .selectFrom('chats')
        .innerJoin('desks', 'desks.desk', 'chats.desk')
        .selectAll('desks')
        .where('platform', '=', platform)
        .where('chat', '=', chat)
        .executeTakeFirst()
      if (known) return deskFrom(known)
      const desk = randomUUID()
      await db.transaction().execute(async (trx) => {
        const added = await trx
          .insertInto('chats')
          .values({ desk, platform, chat })
          .onConflict((c) => c.columns(['platform', 'chat']).doNothing())
          .executeTakeFirst()
        if (added.numInsertedOrUpdatedRows === 1n)
          await trx
            .insertInto('desks')
            .values({
              desk,
              language: language ?? null,
              time_zone: null,
              digest_at: null,
              last_digest: null,
              created_at: now,
            })
            .execute()
      })
      // Another message of the same chat may have come first: whichever row stands is the desk.
      const row = await db
        .selectFrom('chats')
        .innerJoin('desks', 'desks.desk', 'chats.desk')
        .selectAll('desks')
        .where('platform', '=', platform)
        .where('chat', '=', chat)
        .executeTakeFirstOrThrow()
      return deskFrom(row)
    },

    /** Changes only what is given. */
    async set(desk: string, settings: DeskSettings): Promise<void> {
      const values = {
        ...(settings.language !== undefined && { language: settings.language }),
        ...(settings.timeZone !== undefined && { time_zone: settings.timeZone }),
        ...(settings.digestAt !== undefined && { digest_at: settings.digestAt }),
        ...(settings.lastDigest !== undefined && { last_digest: settings.lastDigest }),
      }
      if (Object.keys(values).length > 0) await db.updateTable('desks').set(values).where('desk', '=', desk).execute()
    },

    /** Desks that want a digest every day. */
    async withDigest(): Promise<Desk[]> {
      return (await db.selectFrom('desks').selectAll().where('digest_at', 'is not', null).execute()).map(deskFrom)
    },

    /** The chats that belong to a desk. */
    async chats(desk: string): Promise<Chat[]> {
      return db.selectFrom('chats').select(['platform', 'chat']).where('desk', '=', desk).execute()
    },

    /** Erases everything of a desk, its chats and settings among it, in one transaction; the pages it stood on are overwritten. */
    async forget(desk: string): Promise<void> {
      await db.transaction().execute(async (trx) => {
        await sql`DELETE FROM passages WHERE rowid IN (SELECT rowid FROM passages WHERE passages MATCH ${deskToken(desk)} AND desk = ${desk})`.execute(
          trx,
        )
        for (const table of [
          'outbox',
          'relations',
          'parts',
          'lines',
          'appearances',
          'trigrams',
          'names',
          'actors',
          'signatures',
          'articles',
          'chats',
          'desks',
        ] as const)
          await trx.deleteFrom(table).where('desk', '=', desk).execute()
      })
      // The write-ahead log still holds the pages as they were: it is folded back and emptied too.
      await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db)
    },
  }
}

function deskFrom(row: Tables['desks']): Desk {
  return {
    desk: row.desk,
    ...(row.language && { language: row.language as 'ar' }),
    ...(row.time_zone && { timeZone: row.time_zone }),
    ...(row.digest_at && { digestAt: row.digest_at }),
    ...(row.last_digest && { lastDigest: row.last_digest }),
  }
}
