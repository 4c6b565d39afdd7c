/** Questions and the pages behind their answers. */
import { ask } from '../answers/ask.ts'
import type { Kept } from '../answers/follow-up.ts'
import { profilePage, type View } from '../answers/profile.ts'
import { sayAnswer } from './answer-reply.ts'
import type { Means, Setting } from './desk.ts'
import { line } from './line.ts'
import { sayPage } from './profile-reply.ts'
import type { Reply } from './reply.ts'

/** After so long a short question («متى؟») is not about the one before any more. */
const CONTEXT_LASTS = 3_600_000

/** Answers a question from what the desk has read, as a follow-up of the same person's last one where it needs that. */
export async function answer(means: Means, { desk, reader, sender }: Setting, typed: string): Promise<Reply> {
  const now = means.now()
  const asker = { desk: desk.desk, platform: desk.platform, chat: desk.chat, sender }
  const after = new Date(now.getTime() - CONTEXT_LASTS).toISOString()
  const before = (await means.archive.asked.last(asker, after)) as Kept | undefined
  const asked = { now, timeZone: reader.timeZone }
  const answered = await ask(means.archive, desk.desk, typed, asked, before)
  // Where nothing can be written (a full disk) answers come all the same; only a follow-up is not understood.
  await means.archive.asked
    .keep(asker, answered.kept, now.toISOString())
    .catch((error) => means.log.error({ error }, 'a question could not be kept for a follow-up'))
  return sayAnswer(reader, answered.answer)
}

/** A page of an actor; `value` is its number and, behind a colon, the page. */
export async function actorPage(means: Means, setting: Setting, view: View, value: string): Promise<Reply> {
  const [number, page = '1'] = value.split(':')
  const found = await profilePage(means.archive, setting.desk.desk, Number(number), view, Number(page))
  return found ? sayPage(setting.reader, found) : line(setting, 'bot.errors.stale')
}
