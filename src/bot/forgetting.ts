/** Erasing what is kept of a chat: after a confirmation that says what will be gone, and for whom. */
import { say, sayCount } from '../words.ts'
import type { Means, Setting } from './desk.ts'
import { line } from './line.ts'
import { plain, type Reply, strong } from './reply.ts'

/** What there is to forget depends on whose desk it is and who else is there. */
type Situation = 'alone' | 'shared' | 'guest'

async function situationOf(means: Means, { desk }: Setting): Promise<Situation> {
  const members = await means.archive.desks.members(desk.desk)
  if (members.length === 1) return 'alone'
  return desk.role === 'owner' ? 'shared' : 'guest'
}

/** Asks before anything is erased. */
export async function confirmForgetting(means: Means, setting: Setting): Promise<Reply> {
  const { desk, reader } = setting
  const situation = await situationOf(means, setting)
  const count = await means.archive.articles.count(situation === 'guest' ? desk.home : desk.desk)
  const choice = (key: string, action: string) => ({ label: say(reader.language, `bot.forget.${key}`), action })
  const notes = situation === 'alone' ? [] : [plain(` ${say(reader.language, `bot.forget.${situation}`)}`)]
  return {
    language: reader.language,
    blocks: [
      { kind: 'paragraph', text: [strong(sayCount(reader, 'bot.forget.confirm', count)), ...notes] },
      {
        kind: 'choices',
        choices: [
          choice(situation === 'shared' ? 'yesForAll' : 'yes', `forget:${situation}`),
          choice('no', 'forget:no'),
        ],
      },
    ],
  }
}

/** Erases what was confirmed; whoever came or went since the question is asked again. */
export async function forget(means: Means, setting: Setting, confirmed: string): Promise<Reply> {
  if (confirmed === 'no') return line(setting, 'bot.forget.kept')
  if (confirmed !== (await situationOf(means, setting))) return confirmForgetting(means, setting)
  const { desks } = means.archive
  const { desk } = setting
  const now = means.now().toISOString()
  if (confirmed === 'guest') await desks.forgetGuest(desk)
  else {
    await desks.forget(desk.desk, now)
    if (desk.home !== desk.desk) await desks.forget(desk.home, now)
  }
  return line(setting, 'bot.forget.done')
}
