/**
 * The web chat over the wire, as a browser speaks to it, without a browser: for tests of what is sent and answered.
 *
 *     const chat = createWebChat(web.url())
 *     const { replies } = await chat.send({ text: 'من هو سليم الراوي؟' })   // or { command } or { action }
 *     const { replies } = await chat.sendFile('article.txt', bytes)
 *     const events = await chat.listen()                                   // deliveries: await events.next()
 */
import type { Reply } from '../../../src/bot/reply.ts'

export interface Answer {
  status: number
  headers: Headers
  replies: Reply[]
  /** What went wrong, in the reader's words. */
  error?: string
  /** Whether the server said that nothing more comes. */
  done: boolean
}

export interface WebChat {
  /** The session cookie, once the server has given one. */
  cookie(): string | undefined
  /** Any request, with the session's cookie; keeps the one that comes back. */
  fetch(path: string, options?: RequestInit): Promise<Response>
  /** A message (`text`, `source`, `date`), command (`command`, `argument`) or choice (`action`), to its last reply. */
  send(body: object, headers?: Record<string, string>): Promise<Answer>
  /** A file with what else is in a message. */
  sendFile(name: string, content: string | Uint8Array<ArrayBuffer>, fields?: Record<string, string>): Promise<Answer>
  /** Opens the stream of deliveries. */
  listen(): Promise<{ next(): Promise<Reply>; close(): void }>
}

/** A browser that has not been there before, unless it brings cookies (`name=value; …`). */
export function createWebChat(url: string, cookies = ''): WebChat {
  const jar = new Map(cookies.split('; ').flatMap((each) => (each ? [each.split('=') as [string, string]] : [])))

  async function request(path: string, { headers, ...options }: RequestInit = {}) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(new URL(path, url), { ...options, headers: { ...headers, ...(cookie && { cookie }) } })
    for (const each of response.headers.getSetCookie()) jar.set(...(each.split(';')[0]!.split('=') as [string, string]))
    return response
  }

  return {
    cookie: () => jar.get('marsad_session'),
    fetch: request,
    async send(body, headers = {}) {
      const all = { 'content-type': 'application/json', ...headers }
      return readAnswer(await request('/messages', { method: 'POST', body: JSON.stringify(body), headers: all }))
    },
    async sendFile(name, content, fields = {}) {
      const form = new FormData()
      for (const [key, value] of Object.entries(fields)) form.set(key, value)
      form.set('file', new File([content], name, { type: 'text/plain' }))
      return readAnswer(await request('/messages', { method: 'POST', body: form }))
    },
    async listen() {
      const leave = new AbortController()
      const response = await request('/events', { signal: leave.signal })
      if (response.status !== 200) throw new Error(`no stream: ${response.status}`)
      const events = eventsOf(response.body!)
      await events.next()
      return {
        async next() {
          const { value } = await events.next()
          return value as Reply
        },
        close: () => leave.abort(),
      }
    },
  }
}

async function readAnswer(response: Response): Promise<Answer> {
  const { status, headers } = response
  const body = await response.text()
  if (status !== 200) return { status, headers, replies: [], error: JSON.parse(body).error, done: false }
  const lines = body.split('\n').flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line)]))
  return {
    status,
    headers,
    replies: lines.flatMap(({ reply }) => reply ?? []),
    error: lines.find(({ error }) => error)?.error,
    done: lines.at(-1)?.done === true,
  }
}

/** Each event's data; the first is the server's word that the stream is open, without any. */
async function* eventsOf(body: ReadableStream<Uint8Array<ArrayBuffer>>) {
  let rest = ''
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    const events = (rest + chunk).split('\n\n')
    rest = events.pop() ?? ''
    for (const event of events) {
      const data = /^data: (.*)$/m.exec(event)?.[1]
      if (data !== undefined) yield data && JSON.parse(data)
    }
  }
}
