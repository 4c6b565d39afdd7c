/** The third trip: the clock says whose digest is due; it is put into the outbox for its chat. */
import { dueDigests } from '../digest/schedule.ts'
import { boundToDesk } from './choices.ts'
import { type Means, readerOf } from './desk.ts'
import { digestNow } from './obey.ts'

/**
 * Composes the digests that are due and puts them into the outbox. A digest's id holds its day, so that a program that dies between putting it there and
 * remembering so does not send it twice.
 * @returns how many chats had one due
 */
export async function putDueDigests(means: Means): Promise<number> {
  const { desks, outbox } = means.archive
  const due = dueDigests(await desks.withDigest(), means.now(), means.timeZone)
  for (const { member, day } of due) {
    const setting = { desk: member, reader: readerOf(means, member) }
    const reply = JSON.stringify(boundToDesk(await digestNow(means, setting), member.desk))
    const { desk, platform, chat } = member
    await outbox.put({ desk, id: `digest:${day}`, platform, chat, reply }, means.now().toISOString())
    await desks.set(member, { lastDigest: day })
  }
  return due.length
}
