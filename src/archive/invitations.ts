import { createHash, randomInt } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Chat, Member, Role } from './desks.ts'
import { memberFrom } from './desks.ts'
import type { Tables } from './schema.ts'

/** Milliseconds that an invitation is good for. */
export const INVITATION_LIFE = 24 * 3_600_000
/** Crockford's base 32 (https://www.crockford.com/base32.html): no letter is taken for a digit or another letter. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Ten letters of five bits: not to be guessed in a day by anybody who is answered a few times a second. */
const LETTERS = 10
/** Letters that are typed for others. */
const TYPED: Record<string, string> = { O: '0', I: '1', L: '1' }

/** An invitation as the one who wrote it sees it. Only a digest of its code is stored. */
export interface Invitation {
  /** `7K3QF-0ZD4M`. */
  code: string
  role: Role
  /** ISO 8601. */
  expiresAt: string
}

/** Where an invitation leads. */
export interface Invited {
  desk: string
  role: Role
}

/** The code that was typed, without what people put between its letters; undefined when it can be none. */
export function invitationCode(typed: string): string | undefined {
  const code = typed
    .toUpperCase()
    .replace(/[\s\u2066-\u2069\u200E\u200F-]/g, '')
    .replace(/[OIL]/g, (letter) => TYPED[letter]!)
  return code.length === LETTERS && [...code].every((letter) => ALPHABET.includes(letter)) ? code : undefined
}

/** Invitations to desks. */
export function invitationsOf(db: Kysely<Tables>) {
  const valid = (code: string, now: string) =>
    db.selectFrom('invitations').selectAll().where('code', '=', digest(code)).where('expires_at', '>', now)

  return {
    /** Writes an invitation, good once and for a day; those that have expired are cleared away. */
    async write(member: Pick<Member, 'desk' | 'platform' | 'chat'>, role: Role, now: Date): Promise<Invitation> {
      const { desk, platform, chat } = member
      const letters = Array.from({ length: LETTERS }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
      const expiresAt = new Date(now.getTime() + INVITATION_LIFE).toISOString()
      await db.deleteFrom('invitations').where('expires_at', '<=', now.toISOString()).execute()
      await db
        .insertInto('invitations')
        .values({ desk, code: digest(letters), role, platform, chat, expires_at: expiresAt })
        .execute()
      return { code: `${letters.slice(0, LETTERS / 2)}-${letters.slice(LETTERS / 2)}`, role, expiresAt }
    },

    /** Where a code leads while it is good; undefined when it never was or is no more. */
    async find(code: string, now: string): Promise<Invited | undefined> {
      const row = await valid(code, now).executeTakeFirst()
      return row && { desk: row.desk, role: row.role as Role }
    },

    /**
     * Spends an invitation: the chat becomes a member of the desk. Undefined when it is no longer good, which includes having been spent in the
     * meantime, or when the chat is at a desk with others, which it has to leave first.
     */
    async accept(code: string, { platform, chat }: Chat, now: string): Promise<Member | undefined> {
      return db.transaction().execute(async (trx) => {
        const at = await trx
          .selectFrom('chats as own')
          .innerJoin('chats', 'chats.desk', 'own.desk')
          .select('chats.chat')
          .where('own.platform', '=', platform)
          .where('own.chat', '=', chat)
          .execute()
        if (at.length !== 1) return undefined
        const invitation = await trx
          .deleteFrom('invitations')
          .where('code', '=', digest(code))
          .where('expires_at', '>', now)
          .returning(['desk', 'role'])
          .executeTakeFirst()
        if (invitation === undefined) return undefined
        const row = await trx
          .updateTable('chats')
          .set({ desk: invitation.desk, role: invitation.role, joined_at: now })
          .where('platform', '=', platform)
          .where('chat', '=', chat)
          .returningAll()
          .executeTakeFirstOrThrow()
        return memberFrom(row)
      })
    },

    /** Takes back every invitation to a desk; how many there were. */
    async revoke(desk: string): Promise<number> {
      const { numDeletedRows } = await db.deleteFrom('invitations').where('desk', '=', desk).executeTakeFirst()
      return Number(numDeletedRows)
    },
  }
}

const digest = (code: string) => createHash('sha256').update(code).digest('hex')
