/** Marsad on the web: a chat page for this machine, with nothing to sign up for. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Logger } from 'pino'
import type { Adapter, Bot } from '../../src/bot/bot.ts'
import type { Language } from '../../src/bot/incoming.ts'
import { say } from '../../src/words.ts'
import { createOrder } from '../shared/order.ts'
import { CLOSE_WITHIN, SWEEP_EVERY } from './limits.ts'
import { loadPage } from './page.ts'
import { PLATFORM } from './receive.ts'
import { createRoutes } from './routes.ts'
import { createStreams } from './streams.ts'

export interface WebOptions {
  /** Name or address to listen on. `127.0.0.1`: this machine only, by its own names only. */
  host: string
  /** 0 takes any free one; `url()` tells which. */
  port: number
  logger: Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>
  /** What the page speaks until a reply comes in another language. Default: Arabic. */
  language?: Language
}

/**
 * The web adapter.
 * @param options where to listen, where to log
 * @param bot takes what people send and answers it
 * @returns an adapter whose `start` rejects with cause and cure when it cannot listen; `url()` is the page's address,
 *   known once it has started
 */
export function createWeb(options: WebOptions, bot: Bot): Adapter & { url(): string } {
  const { host, port, logger, language } = options
  const order = createOrder()
  const streams = createStreams()
  const sockets = new Set<Socket>()
  let server: Server | undefined
  let address = ''

  return {
    name: PLATFORM,

    async start() {
      const app = createRoutes({ bot, page: await loadPage(), streams, order, host, logger, language })
      const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false })
      server = createServer((request, response) => void listener(request, response))
      server.on('connection', (socket) => sockets.add(socket.once('close', () => sockets.delete(socket))))
      await listen(server, host, port, language ?? 'ar')
      address = addressOf(server, host)
      logger.info({ address }, 'web: listening')
    },

    async stop() {
      if (!server) return
      const closed = new Promise((resolve) => server!.close(resolve))
      streams.endAll()
      await order.idle()
      // A connection is idle only once its last answer is out; nobody tells when that is.
      const sweep = setInterval(() => {
        server!.closeIdleConnections()
        // Browsers connect ahead of need; Node doesn't count a connection that never asked for anything as idle.
        for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy()
      }, SWEEP_EVERY)
      const impatient = setTimeout(() => server!.closeAllConnections(), CLOSE_WITHIN)
      await closed
      clearInterval(sweep)
      clearTimeout(impatient)
      server = undefined
    },

    async deliver(chat, reply) {
      const taken = await streams.send(chat, reply)
      return taken ? { ok: true } : { ok: false, permanent: false, reason: 'no page of this chat is open' }
    },

    url: () => address,
  }
}

/** What people can do about the system's refusals to listen: the end of a key under `web` in `locales/`. */
const REFUSALS: Record<string, string> = {
  EADDRINUSE: 'portBusy',
  EACCES: 'portForbidden',
  EADDRNOTAVAIL: 'hostUnknown',
  ENOTFOUND: 'hostUnknown',
}

function listen(server: Server, host: string, port: number, language: Language): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const key = REFUSALS[cause.code ?? '']
      reject(key ? new Error(say(language, `web.${key}`, { port, host }), { cause }) : cause)
    })
    server.listen(port, host, resolve)
  })
}

function addressOf(server: Server, host: string): string {
  const { port, family, address } = server.address() as AddressInfo
  const everywhere = address === '0.0.0.0' || address === '::'
  const name = everywhere ? 'localhost' : family === 'IPv6' && host.includes(':') ? `[${address}]` : host
  return `http://${name}:${port}/`
}
