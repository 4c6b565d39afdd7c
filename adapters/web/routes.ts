/** What the server answers, path by path. */
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { stream, streamSSE } from 'hono/streaming'
import type { StreamingApi } from 'hono/utils/stream'
import type { Logger } from 'pino'
import type { Bot } from '../../src/bot/bot.ts'
import type { Incoming, Language, Origin } from '../../src/bot/incoming.ts'
import type { Reply } from '../../src/bot/reply.ts'
import { say } from '../../src/words.ts'
import type { Order } from '../shared/order.ts'
import { headers, isOurHost, isOurPage } from './guard.ts'
import { BODY_BYTES, RECONNECT_AFTER, SIGN_OF_LIFE_EVERY, TYPED_LENGTH, WRITE_WITHIN } from './limits.ts'
import { MEGABYTES, type Page } from './page.ts'
import { PLATFORM, readRequest } from './receive.ts'
import { render, toLine } from './render.ts'
import { chatOf, languageOf } from './session.ts'
import type { Listener, Streams } from './streams.ts'
import { complete } from './suggest.ts'

export interface Parts {
  bot: Bot
  page: Page
  streams: Streams
  /** Answers of one chat come one after the other. */
  order: Order
  /** What the server listens on. */
  host: string
  logger: Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>
  language?: Language
}

/**
 * - `GET /` the page, `GET /page/*` its files
 * - `POST /messages` one message, command or choice; answers with lines of JSON (`Line`) as replies come
 * - `GET /suggest?typed=…` actors for what stands before the caret
 * - `GET /events` deliveries that nobody asked for, as server-sent events
 * - `GET /health` 200 while the server answers
 */
export function createRoutes({ bot, page, streams, order, host, logger, language }: Parts): Hono {
  const app = new Hono()
  const speaks = (c: Context): Language => languageOf(c) ?? language ?? 'ar'
  const refuse = (c: Context, status: 400 | 403 | 404 | 413 | 500, key: string) =>
    c.json({ error: say(speaks(c), `web.${key}`, { megabytes: MEGABYTES }) }, status)

  function originOf(c: Context): Origin {
    const chat = chatOf(c)
    const receivedAt = new Date().toISOString()
    return { platform: PLATFORM, chat, sender: chat, language: languageOf(c) ?? language, receivedAt }
  }

  app.use(headers)
  app.use(async (c, next) => (isOurHost(c.req.header('host'), host) ? next() : refuse(c, 403, 'otherHost')))
  app.notFound((c) => refuse(c, 404, 'notFound'))
  app.onError((error, c) => {
    logger.error({ error: error.message, path: c.req.path }, 'web: request failed')
    return refuse(c, 500, 'failed')
  })

  app.get('/', (c) => {
    chatOf(c)
    return c.html(page.html(speaks(c), bot.commands))
  })
  app.get('/page/:name', (c) => {
    const file = page.file(c.req.param('name'))
    return file ? c.body(file.body, 200, { 'content-type': file.type }) : c.notFound()
  })
  app.get('/health', (c) => c.json({ status: 'ok' }))

  // What follows acts for, or tells of, the chat of whoever asks: other people's pages may not ask.
  app.use(async (c, next) => (isOurPage((name) => c.req.header(name)) ? next() : refuse(c, 403, 'otherPage')))

  app.post('/messages', bodyLimit({ maxSize: BODY_BYTES, onError: (c) => refuse(c, 413, 'tooLarge') }), async (c) => {
    const incoming = await readRequest(c.req, originOf(c), bot.commands)
    if (typeof incoming === 'string') return refuse(c, 400, incoming)
    c.header('content-type', 'application/x-ndjson; charset=utf-8')
    return stream(c, (out) => order.run(incoming.chat, () => answer(incoming, out, speaks(c))))
  })

  app.get('/suggest', async (c) => {
    const typed = (c.req.query('typed') ?? '').slice(-TYPED_LENGTH)
    return c.json(await complete(bot, originOf(c), typed))
  })

  app.get('/events', (c) => {
    const chat = chatOf(c)
    const ended = Promise.withResolvers<void>()
    const listener: Listener = { send: async () => false, end: ended.resolve }
    // 204 tells a browser not to come back by itself: the page asks again when it sees fit.
    if (!streams.add(chat, listener)) return c.body(null, 204)
    return streamSSE(c, async (out) => {
      listener.send = (reply) => write(out, `event: reply\ndata: ${JSON.stringify(render(reply))}\n\n`)
      out.onAbort(ended.resolve)
      const alive = setInterval(() => void write(out, ': \n\n'), SIGN_OF_LIFE_EVERY)
      await write(out, `retry: ${RECONNECT_AFTER}\nevent: open\ndata: \n\n`)
      await ended.promise
      clearInterval(alive)
      streams.remove(chat, listener)
    })
  })

  /** Lets the bot answer; never rejects. */
  async function answer(incoming: Incoming, out: StreamingApi, reads: Language): Promise<void> {
    const alive = setInterval(() => void write(out, '\n'), SIGN_OF_LIFE_EVERY)
    // The page that asked may have been loaded again meanwhile; the answer then goes where deliveries go.
    const send = async (reply: Reply) => {
      if (await write(out, toLine({ reply }))) return
      if (!(await streams.send(incoming.chat, reply))) throw new Error('no page is open')
    }
    try {
      await bot.receive(incoming, send)
      await write(out, toLine({ done: true }))
    } catch (error) {
      logger.warn({ error: error instanceof Error ? error.message : String(error) }, 'web: answer failed')
      await write(out, toLine({ error: say(reads, 'web.failed') }))
    } finally {
      clearInterval(alive)
    }
  }

  return app
}

/** Resolves with whether the other side took it; one that does not read for long counts as gone. */
async function write(out: StreamingApi, text: string): Promise<boolean> {
  if (out.aborted || out.closed) return false
  let late: NodeJS.Timeout | undefined
  const tooLate = new Promise<void>((resolve) => {
    late = setTimeout(() => {
      out.abort()
      resolve()
    }, WRITE_WITHIN)
  })
  await Promise.race([out.write(text), tooLate])
  clearTimeout(late)
  return !out.aborted
}
