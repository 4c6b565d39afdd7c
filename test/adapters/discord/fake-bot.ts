/** A bot that keeps what it was told and answers what it was given. */
import type { Bot, Suggestion } from '../../../src/bot/bot.ts'
import type { Incoming, Origin } from '../../../src/bot/incoming.ts'
import { plain, type Reply } from '../../../src/bot/reply.ts'

export interface FakeBot extends Bot {
  heard: Incoming[]
  asked: { origin: Origin; typed: string }[]
  /** The replies to one `Incoming`. Default: one paragraph, «سمعت». */
  answers: (incoming: Incoming) => Reply[] | Promise<Reply[]>
  suggestions: () => Suggestion[] | Promise<Suggestion[]>
}

/** A reply of one paragraph. */
export function says(text: string): Reply {
  return { language: 'ar', blocks: [{ kind: 'paragraph', text: [plain(text)] }] }
}

export function createFakeBot(): FakeBot {
  const bot: FakeBot = {
    heard: [],
    asked: [],
    answers: () => [says('سمعت')],
    suggestions: () => [],
    commands: [
      {
        name: 'who',
        words: ['من'],
        description: {
          ar: 'من هو، في مقالات مكتبك',
          en: 'Who is it, in your articles',
          fr: 'Qui est-ce, dans vos articles',
        },
        argument: {
          name: 'actor',
          description: { ar: 'الاسم', en: 'The name', fr: 'Le nom' },
          required: true,
          suggests: true,
        },
      },
      {
        name: 'digest',
        words: ['موجز'],
        description: { ar: 'موجز اليوم', en: "Today's digest", fr: 'Le résumé du jour' },
      },
    ],
    async receive(incoming, send) {
      bot.heard.push(incoming)
      for (const reply of await bot.answers(incoming)) await send(reply)
    },
    async suggest(origin, typed, limit) {
      bot.asked.push({ origin, typed })
      return (await bot.suggestions()).slice(0, limit)
    },
  }
  return bot
}
