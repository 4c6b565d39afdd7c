/** A bot, an adapter and a Bot API that talk to each other, and what was logged meanwhile. */
import { createTelegram, type TelegramOptions } from '../../../adapters/telegram/index.ts'
import type { Adapter } from '../../../src/bot/bot.ts'
import type { Incoming } from '../../../src/bot/incoming.ts'
import type { Reply } from '../../../src/bot/reply.ts'
import { type FakeBot, fakeBot } from '../fake-bot.ts'
import { type BotApiServer, startBotApi } from './bot-api-server.ts'

export interface Desk {
  api: BotApiServer
  adapter: Adapter
  bot: FakeBot
  logged: { level: string; fields: Record<string, unknown>; message: string }[]
}

type Answer = (incoming: Incoming) => Reply[] | Promise<Reply[]> | AsyncIterable<Reply>

/** Puts them together without starting the adapter. Pauses are short, so that a test need not wait. */
export async function desk(answer?: Answer, options: Partial<TelegramOptions> = {}): Promise<Desk> {
  const api = await startBotApi()
  const bot = fakeBot(answer)
  const logged: Desk['logged'] = []
  const log = (level: string) => (fields: unknown, message?: string) => {
    const known = typeof fields === 'string' ? { fields: {}, message: fields } : { fields, message }
    logged.push({ level, ...known } as Desk['logged'][number])
  }
  const logger = {
    debug: log('debug'),
    info: log('info'),
    warn: log('warn'),
    error: log('error'),
  } as TelegramOptions['logger']
  const { token, apiRoot } = api
  const adapter = createTelegram({ token, apiRoot, logger, firstPause: 20, startWithin: 1000, ...options }, bot)
  return { api, adapter, bot, logged }
}
