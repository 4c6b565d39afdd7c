/**
 * Telegram's Bot API on 127.0.0.1 for tests: over real sockets, with long polls, files and failures.
 *
 *   const api = await startBotApi()
 *   const adapter = createTelegram({ token: api.token, apiRoot: api.apiRoot, logger }, bot)
 *   await adapter.start()
 *   const chat = api.privateChat(7001)                       // `String(chat.id)` is what `Origin.chat` will be
 *   chat.say('مقال…')                                        // or: command, forward, document, press, push
 *   const [answer] = await api.sent(chat.id, 1)              // waits for that many messages in this chat
 *   answer.words, answer.buttons                             // as a person sees it; `answer.payload` as it was sent
 *   chat.press(answer.buttons[0].action)
 *   await adapter.stop(); await api.stop()
 *
 * `push` hands over any update as it is, `calls` holds all that came in, `failNext` makes the next calls of a method fail.
 * The server refuses what Telegram would refuse: text over the limit, markup that it can't parse, wrong tokens, a second
 * poll at the same time. What people do is in `chat.ts`, the payloads are kept in `samples/`.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readBody, type UploadedFile } from '../form.ts'
import { type Chat, createChat } from './chat.ts'
import { parseHtml } from './html.ts'

type Json = Record<string, unknown>

export interface ApiCall {
  method: string
  payload: Json
  /** Milliseconds since 1970. */
  at: number
}

/** A message that the bot sent. */
export interface Sent {
  /** Without tags, as it reads; also without isolates and marks that nobody sees. */
  words: string
  buttons: { label: string; action: string }[]
  payload: Json
  /** The bytes of a picture or document. */
  file?: Buffer
}

export interface Failure {
  /** 409, 429, 403, 400, 502…; `drop` breaks the connection without an answer. */
  code: number | 'drop'
  description?: string
  /** Seconds, for 429. */
  retryAfter?: number
  migrateTo?: number
  /** How many calls pass before. Default: 0. */
  after?: number
  /** How many calls fail. Default: 1. */
  times?: number
}

export interface BotApiServer {
  /** What the adapter takes as `apiRoot` and `token`. */
  apiRoot: string
  token: string
  /** The bot's id, user name and whatever else `getMe` says. */
  me: { id: number; username: string }
  calls: ApiCall[]
  /** The calls of one method, oldest first. */
  callsOf(method: string): ApiCall[]
  /** Hands over an update as it is, but for its number. */
  push(update: Json): void
  /** A chat with one person; in `group` (its id, negative) where given. */
  privateChat(user: number, language?: string): Chat
  group(id: number, user: number): Chat
  /** The messages sent to a chat, as soon as there are `count`; rejects after `within` ms (5000), saying how many came. */
  sent(chat: number | string, count: number, within?: number): Promise<Sent[]>
  /** Waits for anything that a test wants to see. Rejects after `within` ms (5000). */
  until(condition: () => boolean, within?: number): Promise<void>
  failNext(method: string, failure: Failure): void
  /** Makes a person administrator of a group. */
  promote(group: number, user: number): void
  /** Serves a file's bytes; returns its `file_id`. */
  keepFile(bytes: Uint8Array, path?: string): string
  /** What the next poll would be handed: updates that no poll has confirmed. */
  unconfirmed(): number
  stop(): Promise<void>
}

const TOKEN = '7001002003:AAHtest-token_of-the-local-bot-api-0'
const ME = { id: 7001002003, is_bot: true, first_name: 'مرصد', username: 'MarsadDeskBot' }
const MESSAGE_LENGTH = 4096

/** Starts the server on a free port of 127.0.0.1, or on `port` (for one that comes back). */
export async function startBotApi(port = 0): Promise<BotApiServer> {
  const calls: ApiCall[] = []
  const updates: Json[] = []
  const failures = new Map<string, (Failure & { left: number; passing: number })[]>()
  const files = new Map<string, { path: string; bytes: Uint8Array }>()
  const administrators = new Set<string>()
  const watchers = new Set<() => void>()
  let nextUpdate = 90_001
  let nextMessage = 5001
  let held: { end: (conflict: boolean) => void } | undefined

  const notify = () => {
    for (const watcher of [...watchers]) watcher()
  }

  const server = createServer((request, response) => {
    void serve(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error))
    })
  })

  async function serve(request: IncomingMessage, response: ServerResponse) {
    const [, file, token, rest = ''] = /^\/(file\/)?bot([^/]+)\/(.+)$/.exec(decodeURIComponent(request.url ?? '')) ?? []
    const { fields: payload, files: uploads } = await readBody(request)
    if (file) {
      const found = token === TOKEN ? [...files.values()].find(({ path }) => path === rest) : undefined
      return found ? void response.end(found.bytes) : refuse(response, 404, 'Not Found')
    }
    calls.push({ method: rest, payload, at: Date.now() })
    notify()
    const failing = failures.get(rest)?.find(({ left }) => left > 0)
    if (failing && failing.passing > 0) failing.passing -= 1
    else if (failing) {
      failing.left -= 1
      if (failing.code === 'drop') return void request.socket.destroy()
      return refuse(response, failing.code, failing.description ?? 'Injected', {
        retry_after: failing.retryAfter,
        migrate_to_chat_id: failing.migrateTo,
      })
    }
    if (token !== TOKEN) return refuse(response, 401, 'Unauthorized')
    return answer(rest, payload, uploads, response)
  }

  function answer(method: string, payload: Json, uploads: UploadedFile[], response: ServerResponse) {
    switch (method) {
      case 'getMe':
        return give(response, ME)
      case 'getUpdates':
        return poll(payload, response)
      case 'sendMessage':
        return take(payload, String(payload.text ?? ''), response)
      case 'sendPhoto':
      case 'sendDocument': {
        const [file] = uploads
        if (!file?.bytes.length) return refuse(response, 400, 'Bad Request: there is no file in the request')
        if (String(payload.caption ?? '').length > 1024)
          return refuse(response, 400, 'Bad Request: caption is too long')
        return take(payload, String(payload.caption ?? file.name), response, file.bytes)
      }
      case 'getFile': {
        const file = files.get(String(payload.file_id))
        if (!file) return refuse(response, 400, 'Bad Request: invalid file_id')
        return give(response, { file_id: payload.file_id, file_path: file.path, file_size: file.bytes.length })
      }
      case 'getChatMember': {
        const status = administrators.has(`${payload.chat_id} ${payload.user_id}`) ? 'administrator' : 'member'
        return give(response, { status, user: { id: payload.user_id, is_bot: false, first_name: 'نادية' } })
      }
      case 'deleteWebhook':
      case 'setMyCommands':
      case 'sendChatAction':
      case 'answerCallbackQuery':
        return give(response, true)
      default:
        return refuse(response, 404, 'Not Found: method not found')
    }
  }

  function poll({ offset = 0, timeout = 0, limit = 100, allowed_updates }: Json, response: ServerResponse) {
    // A second poll ends the first one: whoever held it gets the 409.
    held?.end(true)
    while (updates[0] && Number(updates[0].update_id) < Number(offset)) updates.shift()
    const wanted = () =>
      updates.filter((update) => !allowed_updates || (allowed_updates as string[]).some((kind) => kind in update))
    const now = () => give(response, wanted().slice(0, Number(limit)))
    if (wanted().length > 0 || Number(timeout) === 0) return now()
    const watch = () => wanted().length > 0 && mine.end(false)
    const timer = setTimeout(() => mine.end(false), Number(timeout) * 1000)
    const mine = {
      end(conflict: boolean) {
        clearTimeout(timer)
        watchers.delete(watch)
        if (held === mine) held = undefined
        if (response.destroyed) return
        if (conflict) refuse(response, 409, 'Conflict: terminated by other getUpdates request')
        else now()
      },
    }
    held = mine
    watchers.add(watch)
    response.on('close', () => {
      clearTimeout(timer)
      watchers.delete(watch)
      if (held === mine) held = undefined
    })
  }

  function take(payload: Json, text: string, response: ServerResponse, file?: Buffer) {
    const parsed = payload.parse_mode === 'HTML' ? parseHtml(text) : { text }
    if ('error' in parsed) return refuse(response, 400, `Bad Request: can't parse entities: ${parsed.error}`)
    if (parsed.text.trim() === '') return refuse(response, 400, 'Bad Request: message text is empty')
    if (parsed.text.length > MESSAGE_LENGTH) return refuse(response, 400, 'Bad Request: message is too long')
    const buttons = buttonsOf(payload)
    if (buttons.some(({ action }) => action === '' || Buffer.byteLength(action) > 64)) {
      return refuse(response, 400, 'Bad Request: BUTTON_DATA_INVALID')
    }
    const words = parsed.text.replace(/\p{Cf}/gu, '')
    accepted.push({ chat: String(payload.chat_id), words, buttons, payload, ...(file && { file }) })
    give(response, {
      message_id: nextMessage++,
      date: Math.floor(Date.now() / 1000),
      chat: { id: payload.chat_id, type: 'private' },
    })
    notify()
  }
  const accepted: (Sent & { chat: string })[] = []

  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))

  const push = (update: Json) => {
    updates.push({ ...update, update_id: nextUpdate++ })
    notify()
  }

  function until(
    condition: () => boolean,
    within = 5000,
    what = () => 'what was waited for did not happen',
  ): Promise<void> {
    return new Promise((resolve, reject) => {
      const watch = () => {
        if (!condition()) return
        clearTimeout(timer)
        clearInterval(look)
        watchers.delete(watch)
        resolve()
      }
      const timer = setTimeout(() => {
        clearInterval(look)
        watchers.delete(watch)
        reject(new Error(what()))
      }, within)
      const look = setInterval(watch, 20)
      watchers.add(watch)
      watch()
    })
  }

  const wire = { push, nextMessage: () => nextMessage++ }
  return {
    apiRoot: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token: TOKEN,
    me: ME,
    calls,
    callsOf: (method) => calls.filter((call) => call.method === method),
    push,
    privateChat: (user, language) => createChat(wire, { user, language, me: ME }),
    group: (id, user) => createChat(wire, { user, group: id, me: ME }),
    async sent(chat, count, within) {
      const to = () => accepted.filter((message) => message.chat === String(chat))
      await until(
        () => to().length >= count,
        within,
        () => `${to().length} of ${count} messages came to chat ${chat}`,
      )
      return to()
    },
    until,
    failNext(method, failure) {
      failures.set(method, [
        ...(failures.get(method) ?? []),
        { ...failure, left: failure.times ?? 1, passing: failure.after ?? 0 },
      ])
    },
    promote: (group, user) => void administrators.add(`${group} ${user}`),
    keepFile(bytes, path = `documents/file_${files.size}.txt`) {
      const id = `BQACAgQAAxkBAAIB${files.size}`
      files.set(id, { path, bytes })
      return id
    },
    unconfirmed: () => updates.length,
    async stop() {
      held?.end(false)
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function give(response: ServerResponse, result: unknown) {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: true, result }))
}

function refuse(response: ServerResponse, code: number, description: string, parameters?: Json) {
  const body = JSON.stringify({ ok: false, error_code: code, description, parameters })
  response.writeHead(code, { 'content-type': 'application/json' }).end(body)
}

function buttonsOf({ reply_markup }: Json): Sent['buttons'] {
  const rows =
    (reply_markup as { inline_keyboard?: { text: string; callback_data: string }[][] })?.inline_keyboard ?? []
  return rows.flat().map(({ text, callback_data }) => ({ label: text.replace(/\p{Cf}/gu, ''), action: callback_data }))
}
