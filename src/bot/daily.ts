/** The third trip: the clock says whose digest is due; it is put into the outbox of each chat of the desk. */
import { dueDigests } from '../digest/schedule.ts'
import type { Means } from './desk.ts'
import { digestNow } from './obey.ts'

/**
 * Composes the digests that are due and puts them into the outbox. A digest's id holds its day, so that a program that dies between putting it there and
 * remembering so does not send it twice.
 * @returns how many desks had one due
 */
export async function putDueDigests(means: Means): Promise<number> {
  const { desks, outbox } = means.archive
  const due = dueDigests(await desks.withDigest(), means.now(), means.timeZone)
  for (const { desk, day } of due) {
    const reader = { language: desk.language ?? means.language, timeZone: desk.timeZone ?? means.timeZone }
    const reply = JSON.stringify(await digestNow(means, { desk, reader }))
    for (const { platform, chat } of await desks.chats(desk.desk))
      await outbox.put({ desk: desk.desk, id: `digest:${day}`, platform, chat, reply }, means.now().toISOString())
    await desks.set(desk.desk, { lastDigest: day })
  }
  return due.length
}
