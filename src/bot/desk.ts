import type { Archive } from '../archive/archive.ts'
import type { Member } from '../archive/desks.ts'
import type { PageRead } from '../intake/page.ts'
import type { Language, Reader } from '../words.ts'
import type { Origin } from './incoming.ts'

/** What the bot works with. Given once, by `main.ts` or a test. */
export interface Means {
  archive: Archive
  /** Fetches the article behind an address; never rejects. */
  readPage(address: string, receivedAt: string): Promise<PageRead>
  now(): Date
  /** For desks that have set none. */
  language: Language
  timeZone: string
  log: { error(details: object, message: string): void }
}

/** The desk that a message belongs to, in the person of its chat, and whom its answers are for. */
export interface Setting {
  desk: Member
  reader: Reader
  /** The platform's id of the person who wrote. */
  sender: string
}

/** The reader that a chat's settings make. */
export function readerOf(
  means: Pick<Means, 'language' | 'timeZone'>,
  member: Pick<Member, 'language' | 'timeZone'>,
): Reader {
  return { language: member.language ?? means.language, timeZone: member.timeZone ?? means.timeZone }
}

/**
 * Finds the desk of a message. A chat speaks the language of its first message until somebody sets another: some platforms tell the language of a pressed button but not of a
 * message, and a conversation must not change its language in between.
 */
export async function settingOf(means: Means, origin: Origin): Promise<Setting> {
  const desk = await means.archive.desks.of(origin, means.now().toISOString(), {
    language: origin.language ?? means.language,
    ...(origin.chatName && { name: origin.chatName }),
  })
  return { desk, reader: readerOf(means, desk), sender: origin.sender }
}
