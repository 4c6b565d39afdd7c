/**
 * Marsad on Telegram: private chats, and groups where it is addressed (see `receive.ts`), by long polling.
 *
 * Each chat is answered in order, different chats at the same time. Channels are left out: a post there is the channel's
 * own word, not something for the bot. A bot added to a group needs no rights beyond writing.
 */
import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import type { Logger } from 'pino'
import { Telegram } from 'telegraf'
import { z } from 'zod'
import type { Adapter, Bot } from '../../src/bot/bot.ts'
import { createOrder } from '../shared/order.ts'
import { callsOf, type Place, patiently, sendTo } from './calls.ts'
import type { Me } from './entities.ts'
import { brief, codeOf, explain, needsPerson, retryAfterOf, undelivered } from './failures.ts'
import { fileFrom } from './files.ts'
import { createGathering, type Heard } from './gather.ts'
import { DOWNLOAD_BYTES } from './limits.ts'
import { menusOf } from './menu.ts'
import { type Polling, pollOn, pollOnce } from './polling.ts'
import { PLATFORM, type Reading, readMessage, readPress } from './receive.ts'
import { render } from './render.ts'
import { whileTyping } from './typing.ts'
import { parseUpdate } from './update.ts'

export interface TelegramOptions {
  token: string
  logger: Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>
  /** Root of a Bot API server. Default: `https://api.telegram.org`. */
  apiRoot?: string
  /** Bytes that are read of one file. Default and most: 20 MiB, what the Bot API gives. */
  maxFileBytes?: number
  /** Seconds that Telegram holds a poll open while nothing comes. Default: 50. */
  holdSeconds?: number
  /** Milliseconds of a flood wait (429) that an answer waits out; a longer one loses the answer. Default: 60000. */
  longestWait?: number
  /** Milliseconds before a failed call is tried again; the pause doubles with each failure, up to a minute. Default: 1000. */
  firstPause?: number
  /** Milliseconds that `start` goes on trying to reach Telegram before it rejects. Default: 30000. */
  startWithin?: number
  /** Milliseconds to wait for the rest of a pasted text that the app may have cut. Default: 700. */
  gatherWithin?: number
  /** Updates that may be under way at once; at more, Telegram keeps the rest. Default: 500. */
  mostUnderWay?: number
}

const API_ROOT = 'https://api.telegram.org'
const LONGEST_PAUSE = 60_000
/** Milliseconds beyond a held poll after which its connection counts as dead. */
const POLL_GRACE = 15_000
/** Milliseconds for telling Telegram, at the end, what was taken. */
const CONFIRM_WITHIN = 3_000
/** Deliveries that broke off midway, of which it is remembered how far they came. */
const DELIVERIES_REMEMBERED = 1000

const ChatMember = z.object({ status: z.string() })
const GetMe = z.object({ id: z.number(), username: z.string() })

/**
 * The Telegram adapter.
 * @param options the bot's token, where to log, and what may be tuned
 * @param bot takes what people send and answers it
 * @returns an adapter that polls from `start` on, which rejects with cause and cure when Telegram refuses it
 */
export function createTelegram(options: TelegramOptions, bot: Bot): Adapter {
  const { token, logger, maxFileBytes = DOWNLOAD_BYTES, holdSeconds = 50, firstPause = 1000 } = options
  const { longestWait = 60_000, startWithin = 30_000, gatherWithin = 700, mostUnderWay = 500 } = options
  // Telegraf reads the root as an address to resolve against: without the slash a path in it would be lost.
  const apiRoot = (options.apiRoot ?? API_ROOT).replace(/\/*$/, '/')
  const telegram = new Telegram(token, { apiRoot })
  const call = callsOf(telegram)
  const order = createOrder()
  const underWay = new Set<Promise<void>>()
  const arrived = new LRUCache<string, number>({ max: DELIVERIES_REMEMBERED })
  let ending = new AbortController()
  let polled: Promise<number> | undefined

  const gathering = createGathering<Place>(gatherWithin, (heard) => {
    const task = order.run(heard.incoming.chat, () => answer(heard))
    underWay.add(task)
    void task.finally(() => underWay.delete(task))
  })

  function take(raw: unknown, me: Me): Promise<void> | undefined {
    try {
      const heard = read(raw, { me, commands: bot.commands, fileOf, administers })
      if (heard) gathering.add(heard)
    } catch (error) {
      logger.error(brief(error), 'telegram: an update could not be read')
    }
    return underWay.size >= mostUnderWay ? Promise.race(underWay) : undefined
  }

  function fileOf(document: Parameters<Reading['fileOf']>[0]) {
    return fileFrom(document, telegram, apiRoot, maxFileBytes)
  }

  async function administers(chat: number, person: number): Promise<boolean> {
    try {
      const { status } = ChatMember.parse(await call('getChatMember', { chat_id: chat, user_id: person }))
      return status === 'creator' || status === 'administrator'
    } catch (error) {
      logger.warn(brief(error), 'telegram: whether somebody administers a group is not known')
      return false
    }
  }

  function read(raw: unknown, reading: Reading): Heard<Place> | undefined {
    const update = parseUpdate(raw)
    const message = update?.message
    const press = update?.callback_query
    if (message) {
      const incoming = readMessage(message, reading)
      if (!incoming) return undefined
      const { message_id: number, chat } = message
      const place = { chat: incoming.chat, thread: threadOf(message) }
      // In a group each part would have to address the bot, and nobody can make the app do that.
      return chat.type === 'private' ? { incoming, place, number } : { incoming, place: { ...place, answers: number } }
    }
    if (press) {
      // At once, before its turn comes and whatever it means: until then the button shows a clock.
      call('answerCallbackQuery', { callback_query_id: press.id }).catch((error) =>
        logger.debug(brief(error), 'telegram: the press of a button was not confirmed'),
      )
      const incoming = readPress(press, reading, new Date())
      return incoming && { incoming, place: { chat: incoming.chat, thread: press.message && threadOf(press.message) } }
    }
    return undefined
  }

  async function answer({ incoming, place }: Heard<Place>): Promise<void> {
    const send = patiently(call, { longestWait, firstPause, signal: ending.signal })
    let answers = place.answers
    try {
      await whileTyping(call, place, () =>
        bot.receive(incoming, async (reply) => {
          for (const message of render(reply)) {
            await sendTo(send, { ...place, answers }, message)
            answers = undefined
          }
        }),
      )
    } catch (error) {
      // Whoever blocked the bot did so on purpose.
      logger[codeOf(error) === 403 ? 'debug' : 'warn'](brief(error), 'telegram: an answer did not arrive')
    }
  }

  function pollingWith(me: Me): Polling {
    const within = holdSeconds * 1000 + POLL_GRACE
    const signal = ending.signal
    const limits = { holdSeconds, firstPause, longestPause: LONGEST_PAUSE }
    return { call: callsOf(telegram, within), logger, take: (update) => take(update, me), signal, ...limits }
  }

  return {
    name: PLATFORM,

    async start() {
      ending = new AbortController()
      const { signal } = ending
      const within = Date.now() + startWithin
      const attempt = async () => {
        const me = GetMe.parse(await call('getMe', {}, signal))
        // A webhook of an earlier life would keep all messages from us.
        await call('deleteWebhook', {}, signal)
        const polling = pollingWith(me)
        return { me, polling, offset: await pollOnce(polling, 0) }
      }
      const { me, polling, offset } = await untilReached(attempt, { within, firstPause, signal, logger })
      polled = pollOn(polling, offset)
      logger.info({ bot: me.username }, 'telegram: ready')
      for (const menu of menusOf(bot.commands)) {
        await call('setMyCommands', menu, signal).catch((error: unknown) =>
          logger.warn(brief(error), 'telegram: the menu of commands stays as it was'),
        )
      }
    },

    async stop() {
      ending.abort()
      const offset = (await polled) ?? 0
      polled = undefined
      gathering.flush()
      await order.idle()
      // What was taken is confirmed with the next poll only: without this one the next start would take it again.
      if (offset > 0) {
        await callsOf(telegram, CONFIRM_WITHIN)('getUpdates', { offset, limit: 1, timeout: 0 }).catch(() => {})
      }
    },

    async deliver(chat, reply) {
      const messages = render(reply)
      const key = createHash('sha256')
        .update(JSON.stringify([chat, messages]))
        .digest('base64')
      try {
        // One that broke off midway goes on where it did: nobody gets the first half twice.
        for (let part = arrived.get(key) ?? 0; part < messages.length; part += 1) {
          await sendTo(call, { chat }, messages[part]!)
          arrived.set(key, part + 1)
        }
        arrived.delete(key)
        return { ok: true }
      } catch (error) {
        return undelivered(error)
      }
    },
  }
}

function threadOf(message: { message_thread_id?: number; is_topic_message?: boolean }): number | undefined {
  return message.is_topic_message ? message.message_thread_id : undefined
}

interface Reaching {
  /** Milliseconds since 1970: when it is given up. */
  within: number
  firstPause: number
  signal: AbortSignal
  logger: TelegramOptions['logger']
}

async function untilReached<Result>(attempt: () => Promise<Result>, reaching: Reaching): Promise<Result> {
  const { within, firstPause, signal, logger } = reaching
  for (let pause = firstPause; ; pause *= 2) {
    try {
      return await attempt()
    } catch (error) {
      const wait = Math.max(pause, retryAfterOf(error) ?? 0)
      if (needsPerson(error) || signal.aborted || Date.now() + wait > within) throw new Error(explain(error))
      logger.warn(brief(error), `telegram: ${explain(error)} Trying again.`)
      await sleep(wait, undefined, { signal }).catch(() => {})
    }
  }
}
