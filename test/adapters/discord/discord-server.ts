/**
 * Discord on 127.0.0.1 for tests: its REST API and its gateway, over real sockets, as far as a bot uses them.
 *
 *   const discord = await startDiscord()
 *   const adapter = createDiscord({ token: discord.token, apiRoot: discord.apiRoot, logger }, bot)
 *   await adapter.start()
 *   const chat = discord.directMessages('200000000000000001')       // `chat.id` is what `Origin.chat` will be
 *   chat.say('مقال…')                                               // or: forward, attach, slash, press, analyze
 *   const [answer] = await discord.sent(chat.id, 1)                 // waits for that many messages
 *   answer.words, answer.buttons                                    // as a person sees it; `answer.body` as it was sent
 *   chat.press(answer.buttons[0].action)
 *   await adapter.stop(); await discord.stop()
 *
 * `push` sends any gateway event as it is, `requests` holds all that came in, `failNext` makes the next matching request
 * fail. What people do is in `chat.ts`, the payloads are in `payloads.ts`.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { RESTPutAPIApplicationCommandsJSONBody } from 'discord.js'
import { type WebSocket, WebSocketServer } from 'ws'
import { readBody } from '../form.ts'
import { type Chat, createChat } from './chat.ts'
import {
  APPLICATION,
  DIRECT_MESSAGES,
  GUILD,
  GUILD_CHANNEL,
  gatewayInfo,
  guildCreate,
  newId,
  ready,
} from './payloads.ts'
import { createPosts, type MessageBody, type Response, type Sent } from './posts.ts'

export type { Sent } from './posts.ts'

export interface Request {
  method: string
  /** Behind `/api/v10`, without its query. */
  path: string
  body: unknown
  authorization?: string
}

/** Makes the next `times` (1) requests whose method and path match fail. */
export interface Failure {
  method?: string
  path: RegExp
  status: number
  /** Discord's own error code: 50001… */
  code?: number
  message?: string
  /** Seconds, for 429. */
  retryAfter?: number
  times?: number
}

export interface DiscordServer {
  /** What the adapter takes as `apiRoot` and `token`. */
  apiRoot: string
  token: string
  requests: Request[]
  /** What was last registered. */
  commands(): RESTPutAPIApplicationCommandsJSONBody
  /** What came over the gateway: IDENTIFY, RESUME (their payloads), and how many heartbeats. */
  gateway: { identified: { intents: number; token: string }[]; resumed: unknown[]; heartbeats: number }
  /** The direct messages of one person (a snowflake) with the bot; one channel for each person. */
  directMessages(user: string): Chat
  /** A channel on a server that the bot is on too: it hears what mentions it or answers it. `leads`: may change it. */
  channel(user: string, leads?: boolean): Chat
  /** Sends a gateway event. */
  push(event: string, payload: object): void
  /** Waits until the bot has sent at least `count` messages to a channel; then all of them, in order. */
  sent(channel: string, count: number): Promise<Sent[]>
  /** Waits for a request; the first that matches, also among those that came before. */
  request(method: string, path: RegExp): Promise<Request>
  /** Waits until something is so; looks again whenever something has come in. */
  until(isSo: () => boolean, what: () => string): Promise<void>
  failNext(failure: Failure): void
  /** Voids an interaction's token, as Discord does after 15 minutes. */
  expire(interactionToken: string): void
  /** Closes the gateway's connections with a close code. */
  closeGateway(code: number): void
  /** Serves a file as Discord's CDN does; its address. */
  serveFile(bytes: Uint8Array): string
  stop(): Promise<void>
}

/** Starts a server. `heartbeat` in milliseconds; `refuse`: the close code that IDENTIFY is answered with. */
export async function startDiscord({ heartbeat = 41_250, refuse = 0 } = {}): Promise<DiscordServer> {
  const token = 'MTE5NjQwNzM1.GxTest.aTokenThatOpensNothing'
  const posts = createPosts()
  const requests: Request[] = []
  const failures: Required<Failure>[] = []
  const files = new Map<string, Uint8Array>()
  const waiting = new Set<() => void>()
  const sockets = new Set<WebSocket>()
  const gateway: DiscordServer['gateway'] = { identified: [], resumed: [], heartbeats: 0 }
  let commands: RESTPutAPIApplicationCommandsJSONBody = []
  let sequence = 0

  const http = createServer((request, response) => void answer(request, response))
  const webSockets = new WebSocketServer({ server: http })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const address = `127.0.0.1:${(http.address() as AddressInfo).port}`

  const wakeAll = () => {
    for (const wake of waiting) wake()
  }

  async function until(isSo: () => boolean, what: () => string) {
    const started = Date.now()
    while (!isSo()) {
      if (Date.now() - started > 8000) throw new Error(`waited in vain for ${what()}`)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(wake, 200)
        function wake() {
          clearTimeout(timer)
          waiting.delete(wake)
          resolve()
        }
        waiting.add(wake)
      })
    }
  }

  function push(event: string, payload: object) {
    sequence += 1
    for (const socket of sockets) socket.send(JSON.stringify({ op: 0, t: event, s: sequence, d: payload }))
  }

  webSockets.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: heartbeat } }))
    socket.on('message', (data) => {
      const { op, d } = JSON.parse(String(data))
      if (op === 1) {
        gateway.heartbeats += 1
        socket.send(JSON.stringify({ op: 11 }))
      }
      if (op === 2) {
        gateway.identified.push(d)
        if (refuse) return socket.close(refuse)
        push('READY', ready(`ws://${address}`))
        push('GUILD_CREATE', guildCreate())
      }
      if (op === 6) {
        gateway.resumed.push(d)
        push('RESUMED', {})
      }
      wakeAll()
    })
  })

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const path = decodeURIComponent((request.url ?? '').split('?')[0] ?? '')
    const file = files.get(path)
    if (file) return response.writeHead(200).end(file)
    const { fields, files: uploads } = await readBody(request)
    const seen: Request = {
      method: request.method ?? '',
      path: path.replace(/^\/api\/v10/, ''),
      // Beside files the rest of a message is one field of the form.
      body: uploads.length > 0 ? { ...(fields.payload_json as object), uploads } : fields,
      authorization: request.headers.authorization,
    }
    requests.push(seen)
    const { status, body, headers } = refused(seen) ?? respond(seen)
    if (body === undefined) response.writeHead(status, headers).end()
    else response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
    wakeAll()
  }

  function refused({ method, path }: Request): Response | undefined {
    const failure = failures.find((each) => (each.method || method) === method && each.path.test(path))
    if (!failure) return undefined
    failure.times -= 1
    if (failure.times === 0) failures.splice(failures.indexOf(failure), 1)
    const { status, code, message, retryAfter } = failure
    const limited = status === 429
    return {
      status,
      body: { code, message, ...(limited && { retry_after: retryAfter, global: false }) },
      headers: limited ? { 'retry-after': String(retryAfter) } : undefined,
    }
  }

  function respond({ method, path, body, authorization }: Request): Response {
    const callback = /^\/interactions\/\d+\/([^/]+)\/callback$/.exec(path)
    const webhook = /^\/webhooks\/\d+\/([^/]+)(?:\/messages\/([^/]+))?$/.exec(path)
    const channel = /^\/channels\/(\d+)\/(messages|typing)$/.exec(path)
    if (callback) return posts.begin(callback[1]!)
    if (webhook) return posts.follow(method, webhook[1]!, webhook[2], body as MessageBody)
    if (authorization !== `Bot ${token}`) return { status: 401, body: { code: 0, message: '401: Unauthorized' } }
    if (path === '/gateway/bot') return { status: 200, body: gatewayInfo(`ws://${address}`) }
    if (path === `/applications/${APPLICATION}/commands` && method === 'PUT') {
      commands = body as RESTPutAPIApplicationCommandsJSONBody
      return { status: 200, body: commands.map((each) => ({ id: newId(), application_id: APPLICATION, ...each })) }
    }
    if (channel?.[2] === 'typing') return { status: 204 }
    if (channel && method === 'POST') return { status: 200, body: posts.post(channel[1]!, body as MessageBody) }
    return { status: 404, body: { code: 0, message: `404: Not Found: ${method} ${path}` } }
  }

  const chatOf = (user: string, id: string, guild?: string, leads = false) =>
    createChat({ push, open: posts.open }, { user, id, guild, leads })

  return {
    apiRoot: `http://${address}/api`,
    token,
    requests,
    commands: () => commands,
    gateway,
    directMessages: (user) => chatOf(user, (BigInt(DIRECT_MESSAGES) + (BigInt(user) % 1_000_000n)).toString()),
    channel: (user, leads) => chatOf(user, GUILD_CHANNEL, GUILD, leads),
    push,
    until,
    async sent(channel, count) {
      const there = () => posts.all().filter((sent) => sent.channel === channel)
      await until(
        () => there().length >= count,
        () => `${count} messages; there are ${there().length}`,
      )
      return there()
    },
    async request(method, path) {
      const find = () => requests.find((request) => request.method === method && path.test(request.path))
      await until(
        () => find() !== undefined,
        () => `${method} ${path}`,
      )
      return find()!
    },
    failNext(failure) {
      failures.push({ method: '', code: 0, message: 'refused by the test', retryAfter: 0, times: 1, ...failure })
    },
    expire: posts.expire,
    closeGateway(code) {
      for (const socket of sockets) socket.close(code)
    },
    serveFile(bytes) {
      const path = `/attachments/${newId()}/message.txt`
      files.set(path, bytes)
      return `http://${address}${path}`
    },
    async stop() {
      for (const socket of sockets) socket.terminate()
      webSockets.close()
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}
