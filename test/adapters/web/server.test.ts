import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createWeb } from '../../../adapters/web/index.ts'
import { BODY_BYTES, STREAMS_PER_CHAT } from '../../../adapters/web/limits.ts'
import type { Adapter } from '../../../src/bot/bot.ts'
import type { Incoming, IncomingMessage } from '../../../src/bot/incoming.ts'
import { BRIEF, type FakeBot, fakeBot, paragraph } from '../fake-bot.ts'
import { createWebChat, type WebChat } from './client.ts'

const logger = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() }
const textOf = (incoming: Incoming) => ('text' in incoming ? incoming.text : '')
const servers: Adapter[] = []
let bot: FakeBot
let web: Adapter & { url(): string }
let chat: WebChat

async function serve(answers: FakeBot, host = '127.0.0.1') {
  const server = createWeb({ host, port: 0, logger }, answers)
  await server.start()
  servers.push(server)
  return server
}

/** A request with headers that `fetch` keeps to itself. */
function raw(path: string, headers: Record<string, string>, method = 'GET'): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, web.url()), { method, headers }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode!))
    })
    sent.on('error', reject).end(method === 'POST' ? '{"text":"مقال"}' : undefined)
  })
}

beforeEach(async () => {
  bot = fakeBot((incoming) => (textOf(incoming) === 'مقال' ? [BRIEF] : [paragraph('سمعت')]))
  web = await serve(bot)
  chat = createWebChat(web.url())
})

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()))
  vi.clearAllMocks()
})

describe('what a request means', () => {
  it('is a message, a command or a choice, of the one chat of this browser', async () => {
    await chat.send({ text: 'اقرأ https://example.org/a' })
    await chat.send({ text: '/who سليم' })
    await chat.send({ command: 'digest' })
    await chat.send({ action: 'details:1' })
    expect(bot.received).toMatchObject([
      { kind: 'message', platform: 'web', text: 'اقرأ https://example.org/a', links: ['https://example.org/a'] },
      { kind: 'command', command: 'who', argument: 'سليم' },
      { kind: 'command', command: 'digest', argument: '' },
      { kind: 'choice', action: 'details:1' },
    ])
    expect(new Set(bot.received.map((each) => each.chat))).toEqual(new Set([chat.cookie()]))
    expect(Date.now() - Date.parse(bot.received[0]!.receivedAt)).toBeLessThan(10_000)
  })

  it('is an article with its source when one is named, even where it begins with a slash', async () => {
    await chat.send({ text: '/digest', source: 'الصباح', date: '2012-01-23' })
    await chat.send({ text: 'مقال', source: ' ', date: '' })
    expect(bot.received[0]).toMatchObject({ kind: 'message', forwardedFrom: { name: 'الصباح', date: '2012-01-23' } })
    expect(bot.received[1]).toMatchObject({ kind: 'message', forwardedFrom: undefined })
  })

  it('carries a file with its name, whole', async () => {
    const article = 'محضر يجيز دوريات مشتركة. '.repeat(2000)
    await chat.sendFile('مقال الصباح.txt', article, { text: 'اقرأ هذا', source: 'الصباح' })
    const { text, file, forwardedFrom } = bot.received[0] as IncomingMessage
    expect({ text, name: file?.name, forwardedFrom }).toMatchObject({
      text: 'اقرأ هذا',
      name: 'مقال الصباح.txt',
      forwardedFrom: { name: 'الصباح' },
    })
    expect(new TextDecoder().decode(await file!.read())).toBe(article)
    expect(file!.size).toBe(Buffer.byteLength(article))
  })

  it.each([
    ['nothing', { text: ' ' }, 'الرسالة فارغة. اكتب نصا أو أرفق ملفا.'],
    ['a date without a source', { text: 'مقال', date: '2012-01-23' }, 'اكتب من نشر المقال مع تاريخه.'],
    ['no date', { text: 'مقال', source: 'الصباح', date: 'أمس' }, 'لم نفهم التاريخ. اكتبه هكذا: 2012-01-25.'],
    ['unknown fields', { texts: 'مقال' }, 'لم نفهم الطلب. حدّث الصفحة ثم أعد المحاولة.'],
    ['an action that is too long', { action: 'x'.repeat(49) }, 'لم نفهم الطلب. حدّث الصفحة ثم أعد المحاولة.'],
  ])('is refused in words when it holds %s', async (_, body, error) => {
    expect(await chat.send(body)).toMatchObject({ status: 400, error })
    expect(bot.received).toEqual([])
  })

  it('is refused when it is neither JSON nor a form, or broken', async () => {
    const post = (type: string, body: string) =>
      chat.fetch('/messages', { method: 'POST', body, headers: { 'content-type': type } })
    expect((await post('text/plain', '{"text":"مقال"}')).status).toBe(400)
    expect((await post('application/json', '{"text":')).status).toBe(400)
    expect((await post('multipart/form-data; boundary=x', '--x\r\nnothing')).status).toBe(400)
  })
})

describe('answers', () => {
  it('come as lines, each as soon as it is there', async () => {
    const held = Promise.withResolvers<void>()
    const slow = await serve(
      fakeBot(async function* () {
        yield paragraph('أول')
        await held.promise
        yield paragraph('ثان')
      } as never),
    )
    const response = await createWebChat(slow.url()).fetch('/messages', {
      method: 'POST',
      body: '{"text":"مقال"}',
      headers: { 'content-type': 'application/json' },
    })
    expect(response.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8')
    const lines = response.body!.pipeThrough(new TextDecoderStream()).getReader()
    expect(JSON.parse((await lines.read()).value!)).toEqual({ reply: paragraph('أول') })
    held.resolve()
    let rest = ''
    for (let part = await lines.read(); !part.done; part = await lines.read()) rest += part.value
    expect(rest).toBe(`${JSON.stringify({ reply: paragraph('ثان') })}\n{"done":true}\n`)
  })

  it('hold nothing to open but http(s)', async () => {
    const { replies, done } = await chat.send({ text: 'مقال' })
    expect(done).toBe(true)
    expect(JSON.stringify(replies)).not.toContain('javascript:')
    expect(JSON.stringify(replies)).toContain('https://example.org/a')
    expect(replies[0]!.blocks.map(({ kind }) => kind)).toEqual(BRIEF.blocks.map(({ kind }) => kind))
  })

  it('keep the order of their chat while other chats go on', async () => {
    const held = Promise.withResolvers<void>()
    const ended: string[] = []
    const slow = await serve(
      fakeBot(async (incoming) => {
        if (textOf(incoming) === 'أول') await held.promise
        ended.push(textOf(incoming))
        return []
      }),
    )
    const mine = createWebChat(slow.url())
    await mine.fetch('/')
    const both = [mine.send({ text: 'أول' }), mine.send({ text: 'ثان' })]
    await createWebChat(slow.url()).send({ text: 'غيره' })
    held.resolve()
    await Promise.all(both)
    expect(ended).toEqual(['غيره', 'أول', 'ثان'])
  })

  it('say so in the reader’s language when the bot fails', async () => {
    const failing = await serve(
      fakeBot(() => {
        throw new Error('disk full')
      }),
    )
    const answer = await createWebChat(failing.url(), 'marsad_language=en').send({ text: 'مقال' })
    expect(answer).toMatchObject({ status: 200, done: false, replies: [] })
    expect(answer.error).toContain('The server failed')
    expect(answer.error).not.toContain('disk full')
    expect(logger.warn).toHaveBeenCalledOnce()
  })

  it('go to the page that was opened anew when the one that asked is gone', async () => {
    const held = Promise.withResolvers<void>()
    const slow = await serve(
      fakeBot(async () => {
        await held.promise
        return [paragraph('تأخر')]
      }),
    )
    const asking = createWebChat(slow.url())
    await asking.fetch('/')
    const gone = new AbortController()
    const headers = { 'content-type': 'application/json' }
    await asking.fetch('/messages', { method: 'POST', body: '{"text":"مقال"}', headers, signal: gone.signal })
    const events = await asking.listen()
    gone.abort()
    await new Promise((resolve) => setTimeout(resolve, 100))
    held.resolve()
    expect(await events.next()).toEqual(paragraph('تأخر'))
    events.close()
  })
})

describe('deliveries', () => {
  it('reach every page of the chat, and no other', async () => {
    await chat.fetch('/')
    const pages = [await chat.listen(), await chat.listen()]
    const other = await createWebChat(web.url()).listen()
    expect(await web.deliver(chat.cookie()!, BRIEF)).toEqual({ ok: true })
    for (const page of pages) expect((await page.next()).blocks).toHaveLength(BRIEF.blocks.length)
    const nothing = await Promise.race([other.next(), new Promise((resolve) => setTimeout(resolve, 100, 'nothing'))])
    expect(nothing).toBe('nothing')
    for (const page of [...pages, other]) page.close()
  })

  it('fail for now when no page is open, or none any more', async () => {
    await chat.fetch('/')
    const gone = { ok: false, permanent: false, reason: 'no page of this chat is open' }
    expect(await web.deliver(chat.cookie()!, BRIEF)).toEqual(gone)
    const page = await chat.listen()
    page.close()
    await vi.waitFor(async () => expect(await web.deliver(chat.cookie()!, BRIEF)).toEqual(gone))
  })

  it('leave a browser connections for its messages', async () => {
    await chat.fetch('/')
    const pages = []
    for (let count = 0; count < STREAMS_PER_CHAT; count += 1) pages.push(await chat.listen())
    expect((await chat.fetch('/events')).status).toBe(204)
    pages[0]!.close()
    await vi.waitFor(async () => (await chat.listen()).close())
    for (const page of pages) page.close()
  })
})

describe('names', () => {
  it('complete the longest end of what is typed that an actor’s name begins with', async () => {
    const ask = async (typed: string) => (await chat.fetch(`/suggest?typed=${encodeURIComponent(typed)}`)).json()
    expect(await ask('هل زار سليم الر')).toEqual({
      replaces: 'سليم الر'.length,
      suggestions: [{ name: 'سليم الراوي', detail: 'وزير الداخلية' }],
    })
    expect(await ask('هل زار سلي')).toMatchObject({ replaces: 3 })
    const nothing = { replaces: 0, suggestions: [] }
    expect(await ask('هل زار مالي')).toEqual(nothing)
    const before = bot.typed.length
    for (const typed of ['', 'هل', 'هل زار سليم ']) expect(await ask(typed)).toEqual(nothing)
    expect(bot.typed.length).toBe(before)
  })
})

describe('the session', () => {
  it('is a random cookie that scripts and other sites do not get, and that stays', async () => {
    const response = await chat.fetch('/')
    const session = chat.cookie()!
    expect(session).toMatch(/^[\w-]{22}$/)
    const cookie = response.headers.getSetCookie()[0]!
    expect(cookie).toContain('HttpOnly')
    expect(cookie).toContain('SameSite=Strict')
    expect(cookie).toMatch(/Max-Age=34560000/)
    await web.stop()
    web = await serve(bot)
    await createWebChat(web.url(), `marsad_session=${session}`).send({ text: 'مقال' })
    expect(bot.received[0]).toMatchObject({ chat: session, sender: session })
  })

  it('is not taken over when it is not one of ours', async () => {
    const forged = createWebChat(web.url(), 'marsad_session=admin')
    await forged.send({ text: 'مقال' })
    expect(forged.cookie()).toMatch(/^[\w-]{22}$/)
    expect(bot.received[0]!.chat).toBe(forged.cookie())
  })
})

describe('other people’s pages', () => {
  it('are not answered under their own name (DNS rebinding)', async () => {
    const { port } = new URL(web.url())
    for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1.evil.example']) {
      expect([host, await raw('/', { host })]).toEqual([host, 403])
    }
    // No name at all: refused before it is looked at.
    expect(await raw('/', { host: 'localhost@evil.example' })).toBe(400)
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, 'localhost', `[::1]:${port}`]) {
      expect([host, await raw('/', { host })]).toEqual([host, 200])
    }
  })

  it('are answered under any name where others than this machine are meant to come', async () => {
    web = await serve(bot, '0.0.0.0')
    expect(web.url()).toMatch(/^http:\/\/localhost:\d+\/$/)
    expect(await raw('/', { host: 'desk.example' })).toBe(200)
  })

  it('may not post, listen or ask for names', async () => {
    const json = { 'content-type': 'application/json' }
    const foreign: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://127.0.0.1:1' },
    ]
    for (const headers of foreign) {
      expect([headers, await raw('/messages', { ...json, ...headers }, 'POST')]).toEqual([headers, 403])
      expect([headers, await raw('/events', headers)]).toEqual([headers, 403])
      expect([headers, await raw('/suggest?typed=abc', headers)]).toEqual([headers, 403])
    }
    expect(bot.received).toEqual([])
    expect(await raw('/messages', { ...json, 'sec-fetch-site': 'same-origin' }, 'POST')).toBe(200)
    expect(await raw('/messages', { ...json, origin: new URL(web.url()).origin }, 'POST')).toBe(200)
    expect(await raw('/messages', json, 'POST')).toBe(200)
  })

  it('may not frame, sniff or learn of ours: every answer says so', async () => {
    for (const path of ['/', '/page/page.js', '/health', '/nowhere', '/suggest?typed=']) {
      const { headers } = await chat.fetch(path)
      expect(headers.get('content-security-policy')).toContain("default-src 'self'")
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('access-control-allow-origin')).toBeNull()
    }
  })
})

describe('limits', () => {
  it('refuse a body that is too large in the reader’s words, whether its length is told or not', async () => {
    const large = 'x'.repeat(BODY_BYTES)
    expect(await chat.sendFile('large.txt', large)).toMatchObject({
      status: 413,
      error: 'الرسالة أكبر من 6 ميغابايت. أرسل نصا أقصر أو قسّمه.',
    })
    const told = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(JSON.stringify({ text: large })))
        controller.close()
      },
    })
    const options = { method: 'POST', body: told, duplex: 'half', headers: { 'content-type': 'application/json' } }
    const response = await createWebChat(web.url(), 'marsad_language=fr').fetch('/messages', options as RequestInit)
    expect(response.status).toBe(413)
    expect(((await response.json()) as { error: string }).error).toContain('6 Mo')
    expect(bot.received).toEqual([])
  })

  it('let through what just fits', async () => {
    expect(await chat.send({ text: 'x'.repeat(BODY_BYTES - 100) })).toMatchObject({ status: 200, done: true })
  })
})

describe('the server', () => {
  it('is healthy, knows no other paths, and gives only the page’s own files', async () => {
    const health = await chat.fetch('/health')
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }])
    for (const path of ['/nowhere', '/page/nothing.js', '/page/..%2findex.ts', '/page/tsconfig.json']) {
      expect([path, (await chat.fetch(path)).status]).toEqual([path, 404])
    }
  })

  it('opens in Arabic, and in the language of the last reply where there was one', async () => {
    expect(await (await chat.fetch('/')).text()).toContain('<html lang="ar" dir="rtl">')
    const english = await (await createWebChat(web.url(), 'marsad_language=en').fetch('/')).text()
    expect(english).toContain('<html lang="en" dir="ltr">')
    expect(english).toContain('<title>Marsad</title>')
    // A word that is missing would stand there by its key.
    expect(english).not.toContain('web.page.')
    expect(english).not.toContain('{{')
  })

  it('says which port is busy, and what to do', async () => {
    const { port } = new URL(web.url())
    const second = createWeb({ host: '127.0.0.1', port: Number(port), logger }, bot)
    await expect(second.start()).rejects.toThrow(
      `المنفذ ${port} يستعمله برنامج آخر. أوقفه، أو اختر منفذا آخر في المتغير PORT، مثل PORT=8081.`,
    )
    const nowhere = createWeb({ host: '192.0.2.1', port: 0, logger, language: 'en' }, bot)
    await expect(nowhere.start()).rejects.toThrow('HOST: “192.0.2.1” is not an address of this machine')
  })

  it('stops when what is under way is answered, with pages open', async () => {
    const held = Promise.withResolvers<void>()
    const slow = createWeb(
      { host: '127.0.0.1', port: 0, logger },
      fakeBot(async () => {
        await held.promise
        return [paragraph('آخر جواب')]
      }),
    )
    await slow.start()
    const asking = createWebChat(slow.url())
    await asking.fetch('/')
    await asking.listen()
    const answer = asking.send({ text: 'مقال' })
    await new Promise((resolve) => setTimeout(resolve, 50))
    const stopped = slow.stop()
    held.resolve()
    expect(await answer).toMatchObject({ replies: [paragraph('آخر جواب')], done: true })
    await stopped
    await expect(fetch(slow.url())).rejects.toThrow()
  })
})
