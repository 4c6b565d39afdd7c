import { randomUUID } from 'node:crypto'
import { type Kysely, sql, type Transaction } from 'kysely'
import { deskToken } from './passages.ts'
import type { ChatRow, Tables } from './schema.ts'

/** What a chat may do at a desk: an owner all of it, an editor read and have articles kept, a reader only read. */
export const ROLES = ['owner', 'editor', 'reader'] as const
export type Role = (typeof ROLES)[number]

/** What a chat has set for itself; undefined where it follows the defaults. */
export interface ChatSettings {
  language?: 'ar' | 'en' | 'fr'
  timeZone?: string
  /** HH:MM in its time zone; null switches the digest off. */
  digestAt?: string | null
  /** Local day of its last digest. */
  lastDigest?: string
}

/** A place on a platform where people talk. */
export interface Chat {
  platform: string
  chat: string
}

/** A chat at the desk that it belongs to. */
export interface Member extends Chat, ChatSettings {
  desk: string
  role: Role
  /** The desk of its own, to which it comes back when it leaves another. */
  home: string
  /** What its platform calls it. */
  name?: string
  /** ISO 8601. */
  joinedAt: string
}

/** What of a chat may come with a message: seen first it is kept, later the newest name is. */
export interface FirstSight {
  language?: ChatSettings['language']
  name?: string
}

/** Every table whose rows belong to a desk; the search index, which is none, is erased beside them. */
const TABLES = [
  'outbox',
  'searches',
  'outlines',
  'stem_counts',
  'asked',
  'invitations',
  'relations',
  'parts',
  'lines',
  'appearances',
  'offices',
  'trigrams',
  'names',
  'actors',
  'signatures',
  'articles',
  'desks',
] as const satisfies (keyof Tables)[]

/** Desks and the chats that are their members. */
export function desksOf(db: Kysely<Tables>) {
  const rowOf = ({ platform, chat }: Chat) =>
    db.selectFrom('chats').selectAll().where('platform', '=', platform).where('chat', '=', chat)

  return {
    /** A chat at its desk; one of its own is made at first sight, and the chat speaks the language of the one who spoke first. */
    async of({ platform, chat }: Chat, now: string, sight: FirstSight = {}): Promise<Member> {
      const known = await rowOf({ platform, chat }).executeTakeFirst()
      if (known) {
        if (sight.name && sight.name !== known.name)
          await atChat(db.updateTable('chats').set({ name: sight.name }), { platform, chat }).execute()
        return memberFrom(known)
      }
      const desk = randomUUID()
      await db.transaction().execute(async (trx) => {
        const added = await trx
          .insertInto('chats')
          .values({
            ...{ desk, platform, chat, role: 'owner', home: desk, name: sight.name ?? null, joined_at: now },
            ...{ language: sight.language ?? null, time_zone: null, digest_at: null, last_digest: null },
          })
          .onConflict((c) => c.columns(['platform', 'chat']).doNothing())
          .executeTakeFirst()
        if (added.numInsertedOrUpdatedRows === 1n) await addDesk(trx, desk, now)
      })
      // Another message of the same chat may have come first: whichever row stands is the member.
      return memberFrom(await rowOf({ platform, chat }).executeTakeFirstOrThrow())
    },

    /** Changes only what is given. */
    async set(chat: Chat, settings: ChatSettings): Promise<void> {
      const values = {
        ...(settings.language !== undefined && { language: settings.language }),
        ...(settings.timeZone !== undefined && { time_zone: settings.timeZone }),
        ...(settings.digestAt !== undefined && { digest_at: settings.digestAt }),
        ...(settings.lastDigest !== undefined && { last_digest: settings.lastDigest }),
      }
      if (Object.keys(values).length > 0) await atChat(db.updateTable('chats').set(values), chat).execute()
    },

    /** Chats that want a digest every day. */
    async withDigest(): Promise<Member[]> {
      return (await db.selectFrom('chats').selectAll().where('digest_at', 'is not', null).execute()).map(memberFrom)
    },

    /** Every chat there is. */
    async all(): Promise<Member[]> {
      return (await db.selectFrom('chats').selectAll().orderBy('joined_at').execute()).map(memberFrom)
    },

    /** The members of a desk, owners first, then in the order in which they came. */
    async members(desk: string): Promise<Member[]> {
      const rows = await db.selectFrom('chats').selectAll().where('desk', '=', desk).orderBy('joined_at').execute()
      return rows.map(memberFrom).sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role))
    },

    /** What people call a desk, if anybody has named it. */
    async name(desk: string): Promise<string | undefined> {
      const row = await db.selectFrom('desks').select('name').where('desk', '=', desk).executeTakeFirst()
      return row?.name ?? undefined
    },

    async rename(desk: string, name: string): Promise<void> {
      await db.updateTable('desks').set({ name }).where('desk', '=', desk).execute()
    },

    /** Gives a member of a desk another role; false when the chat is no member of it, or was its last owner. */
    async setRole(desk: string, chat: Chat, role: Role): Promise<boolean> {
      return db.transaction().execute(async (trx) => {
        if (role !== 'owner' && (await isLastOwner(trx, desk, chat))) return false
        const changed = await atChat(trx.updateTable('chats').set({ role }), chat)
          .where('desk', '=', desk)
          .executeTakeFirst()
        return changed.numUpdatedRows === 1n
      })
    },

    /**
     * Takes a chat out of a desk that others share, back to its own: what was on its way to it from there, and the invitations it wrote, are gone;
     * nothing of the desk goes along.
     * @returns false when it is not there, or is the last owner while others are
     */
    async leave(desk: string, chat: Chat, now: string): Promise<boolean> {
      return db.transaction().execute(async (trx) => {
        const row = await atChat(trx.selectFrom('chats').selectAll(), chat).where('desk', '=', desk).executeTakeFirst()
        if (row === undefined || (await isLastOwner(trx, desk, chat))) return false
        await forgetChatAt(trx, desk, chat)
        // Whoever gives up the desk that was its own begins a new one.
        const home = row.home === desk ? randomUUID() : row.home
        if (home !== row.home) await addDesk(trx, home, now)
        await atChat(trx.updateTable('chats').set({ desk: home, home, role: 'owner', joined_at: now }), chat).execute()
        return true
      })
    },

    /** Erases everything of a desk in one transaction; the pages it stood on are overwritten. Chats that were guests there go home, chats whose own it was are forgotten. */
    async forget(desk: string, now: string): Promise<void> {
      await db.transaction().execute(async (trx) => {
        await eraseDesk(trx, desk)
        await trx.deleteFrom('chats').where('desk', '=', desk).where('home', '=', desk).execute()
        await trx
          .updateTable('chats')
          .set((e) => ({ desk: e.ref('home'), role: 'owner', joined_at: now }))
          .where('desk', '=', desk)
          .execute()
      })
      await overwrite(db)
    },

    /** Erases what is kept of a chat that is a guest at another's desk: its own desk and its settings. What it gave the other desk stays there. */
    async forgetGuest(member: Member): Promise<void> {
      await db.transaction().execute(async (trx) => {
        await forgetChatAt(trx, member.desk, member)
        await eraseDesk(trx, member.home)
        await atChat(trx.deleteFrom('chats'), member).execute()
      })
      await overwrite(db)
    },
  }
}

/** Narrows a statement on `chats` to one chat. */
function atChat<Statement extends { where(column: 'platform' | 'chat', is: '=', value: string): Statement }>(
  statement: Statement,
  { platform, chat }: Chat,
): Statement {
  return statement.where('platform', '=', platform).where('chat', '=', chat)
}

async function addDesk(trx: Transaction<Tables>, desk: string, now: string): Promise<void> {
  await trx.insertInto('desks').values({ desk, name: null, created_at: now }).execute()
}

async function isLastOwner(trx: Transaction<Tables>, desk: string, { platform, chat }: Chat): Promise<boolean> {
  const owners = await trx
    .selectFrom('chats')
    .selectAll()
    .where('desk', '=', desk)
    .where('role', '=', 'owner')
    .execute()
  return owners.length === 1 && owners[0]!.platform === platform && owners[0]!.chat === chat
}

/**
 * Leaves nothing of what was deleted in the files. `secure_delete` overwrites what is deleted, but pages that were split or joined before may still hold copies of it
 * in their unused parts: the file is written anew (some seconds for a large archive, and people forget seldom). The write-ahead log holds the pages as they
 * were: it is folded back and emptied.
 */
async function overwrite(db: Kysely<Tables>): Promise<void> {
  await sql`VACUUM`.execute(db)
  await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db)
}

async function forgetChatAt(trx: Transaction<Tables>, desk: string, chat: Chat): Promise<void> {
  await atChat(trx.deleteFrom('outbox').where('desk', '=', desk), chat).execute()
  await atChat(trx.deleteFrom('invitations').where('desk', '=', desk), chat).execute()
  await atChat(trx.deleteFrom('asked').where('desk', '=', desk), chat).execute()
}

async function eraseDesk(trx: Transaction<Tables>, desk: string): Promise<void> {
  await sql`DELETE FROM passages WHERE rowid IN (SELECT rowid FROM passages WHERE passages MATCH ${deskToken(desk)} AND desk = ${desk})`.execute(
    trx,
  )
  for (const table of TABLES) await trx.deleteFrom(table).where('desk', '=', desk).execute()
}

/** A row of `chats` as a member. */
export function memberFrom(row: ChatRow): Member {
  return {
    desk: row.desk,
    platform: row.platform,
    chat: row.chat,
    role: row.role as Role,
    home: row.home,
    joinedAt: row.joined_at,
    ...(row.name && { name: row.name }),
    ...(row.language && { language: row.language as 'ar' }),
    ...(row.time_zone && { timeZone: row.time_zone }),
    ...(row.digest_at && { digestAt: row.digest_at }),
    ...(row.last_digest && { lastDigest: row.last_digest }),
  }
}
