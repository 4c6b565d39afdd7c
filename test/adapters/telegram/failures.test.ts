import { afterEach, describe, expect, it } from 'vitest'
import { createTelegram } from '../../../adapters/telegram/index.ts'
import { plain, type Reply } from '../../../src/bot/reply.ts'
import { fakeBot, paragraph } from '../fake-bot.ts'
import { type BotApiServer, startBotApi } from './bot-api-server.ts'
import { type Desk, desk as makeDesk } from './desk.ts'

let desk: Desk
const start = async (...given: Parameters<typeof makeDesk>) => {
  desk = await makeDesk(...given)
  await desk.adapter.start()
  return desk
}
afterEach(async () => {
  await desk.adapter.stop()
  await desk.api.stop()
})
const echo: Parameters<typeof makeDesk>[0] = (incoming) => [
  paragraph(`جواب ${'text' in incoming ? incoming.text : ''}`),
]
const port = (api: BotApiServer) => Number(new URL(api.apiRoot).port)

describe('starting', () => {
  it('a wrong token is named, with its cure and without itself', async () => {
    const token = '123456:wrong-token-of-enough-letters'
    desk = await makeDesk(echo, { token })
    const error = await desk.adapter.start().then(
      () => undefined,
      (reason: Error) => reason,
    )
    expect(error?.message).toMatch(/refuses the token.*@BotFather/)
    expect(error?.message).not.toContain(token)
    expect(desk.api.callsOf('getMe')).toHaveLength(1)
  })

  it('a second program with the same token is named', async () => {
    desk = await makeDesk(echo)
    desk.api.failNext('getUpdates', { code: 409, description: 'Conflict: terminated by other getUpdates request' })
    await expect(desk.adapter.start()).rejects.toThrow(/same token.*Stop the other one/)
  })

  it('where nobody answers it tries for a while, then says what to check', async () => {
    desk = await makeDesk(echo, { apiRoot: 'http://127.0.0.1:9', startWithin: 200 })
    await expect(desk.adapter.start()).rejects.toThrow(/can't be reached: .*ECONNREFUSED.*TELEGRAM_API_ROOT/)
    expect(desk.logged.filter(({ level }) => level === 'warn').length).toBeGreaterThan(1)
    expect(JSON.stringify(desk.logged)).not.toContain(desk.api.token)
  })

  it('a server that is up a moment later is reached', async () => {
    desk = await makeDesk(echo)
    desk.api.failNext('getMe', { code: 502, times: 2 })
    await desk.adapter.start()
    expect(desk.api.callsOf('getMe')).toHaveLength(3)
  })

  it('a menu that is refused keeps nobody from talking', async () => {
    desk = await makeDesk(echo)
    desk.api.failNext('setMyCommands', { code: 400, times: 4 })
    await desk.adapter.start()
    const chat = desk.api.privateChat(7001)
    chat.say('مقال')
    await desk.api.sent(chat.id, 1)
  })
})

describe('polling', () => {
  it.each([
    ['a broken server', { code: 502 as const }, /Telegram answered/],
    ['a lost connection', { code: 'drop' as const }, /can't be reached/],
    ['a second program', { code: 409 as const }, /same token/],
    ['a flood', { code: 429 as const, retryAfter: 0.1 }, /Telegram answered/],
  ])('goes on after %s, and says what it was', async (_, failure, expected) => {
    const { api, logged } = await start(echo, { holdSeconds: 1 })
    api.failNext('getUpdates', { ...failure, times: 3 })
    const chat = api.privateChat(7001)
    chat.say('أول')
    chat.say('ثان')
    await api.sent(chat.id, 2)
    await api.until(() => api.callsOf('getUpdates').length >= 6)
    chat.say('ثالث')
    expect((await api.sent(chat.id, 3)).map(({ words }) => words)).toEqual(['جواب أول', 'جواب ثان', 'جواب ثالث'])
    expect(logged.map(({ message }) => message).join('\n')).toMatch(expected)
    expect(JSON.stringify(logged)).not.toContain(api.token)
  })

  it('two adapters with one token: the loser says so, and neither falls', async () => {
    const { api, logged } = await start(echo, { holdSeconds: 2 })
    const logger = { debug() {}, info() {}, warn() {}, error() {} }
    const { token, apiRoot } = api
    const second = createTelegram({ token, apiRoot, logger, firstPause: 20, holdSeconds: 2 }, fakeBot())
    await second.start()
    await api.until(() => logged.some(({ level, message }) => level === 'error' && /same token/.test(message)))
    await second.stop()
    const chat = api.privateChat(7001)
    chat.say('مقال')
    await api.sent(chat.id, 1)
  })

  it('survives a server that goes away and comes back', async () => {
    const { adapter, api } = await start(echo, { holdSeconds: 1 })
    await api.stop()
    await new Promise((wait) => setTimeout(wait, 150))
    const back = await startBotApi(port(api))
    try {
      const chat = back.privateChat(7001)
      chat.say('مقال')
      await back.sent(chat.id, 1)
    } finally {
      await adapter.stop()
      await back.stop()
    }
  })

  it('a bot that throws ends nothing', async () => {
    let calls = 0
    const { api, logged } = await start(() => {
      calls += 1
      if (calls === 1) throw new Error('عطل')
      return [paragraph('تم')]
    })
    const chat = api.privateChat(7001)
    chat.say('أول')
    chat.say('ثان')
    await api.sent(chat.id, 1)
    expect(logged).toContainEqual(
      expect.objectContaining({ level: 'warn', fields: { reason: 'عطل', code: undefined } }),
    )
  })

  it('stopping waits for what is under way and confirms what was taken', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const { adapter, api, bot } = await start(async () => {
      await promise
      return [paragraph('تم')]
    })
    const chat = api.privateChat(7001)
    chat.say('مقال')
    await api.until(() => bot.received.length === 1)
    const stopped = adapter.stop()
    resolve()
    await stopped
    expect((await api.sent(chat.id, 1)).length).toBe(1)
    expect(api.unconfirmed()).toBe(0)
    const before = Date.now()
    await adapter.start()
    expect(Date.now() - before).toBeLessThan(2000)
    chat.say('بعد العودة')
    await api.sent(chat.id, 2)
    expect(bot.received).toHaveLength(2)
  })
})

describe('answering', () => {
  it('a flood wait is respected', async () => {
    const { api } = await start(echo)
    api.failNext('sendMessage', { code: 429, retryAfter: 1 })
    const chat = api.privateChat(7001)
    chat.say('مقال')
    await api.sent(chat.id, 1)
    const [refused, again] = api.callsOf('sendMessage')
    expect(again!.at - refused!.at).toBeGreaterThanOrEqual(950)
  })

  it('a flood wait in one chat holds up no other', async () => {
    const { api } = await start(echo)
    api.failNext('sendMessage', { code: 429, retryAfter: 3 })
    api.privateChat(7001).say('مقال')
    await api.until(() => api.callsOf('sendMessage').length === 1)
    api.privateChat(7002).say('مقال')
    await api.sent(7002, 1, 2000)
  })

  it('a broken server gets it again; a connection that broke after it had gone does not', async () => {
    const { api, logged } = await start(echo)
    api.failNext('sendMessage', { code: 502, times: 2 })
    const chat = api.privateChat(7001)
    chat.say('أول')
    await api.sent(chat.id, 1)
    expect(api.callsOf('sendMessage')).toHaveLength(3)
    api.failNext('sendMessage', { code: 'drop' })
    chat.say('ثان')
    await api.until(() => logged.some(({ message }) => /did not arrive/.test(message)))
    chat.say('ثالث')
    await api.sent(chat.id, 2)
    expect(api.callsOf('sendMessage')).toHaveLength(5)
  })

  it('whoever blocked the bot is no matter for the log', async () => {
    const { api, logged } = await start(echo)
    api.failNext('sendMessage', { code: 403, description: 'Forbidden: bot was blocked by the user' })
    api.privateChat(7001).say('مقال')
    await api.until(() => logged.some(({ level, message }) => level === 'debug' && /did not arrive/.test(message)))
    expect(logged.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([])
  })
})

describe('delivering', () => {
  it('arrives', async () => {
    const { adapter, api } = await start()
    expect(await adapter.deliver('7001', paragraph('موجز'))).toEqual({ ok: true })
    expect((await api.sent('7001', 1))[0]!.words).toBe('موجز')
  })

  it.each([
    ['blocked', { code: 403, description: 'Forbidden: bot was blocked by the user' }, { permanent: true }],
    ['kicked', { code: 403, description: 'Forbidden: bot was kicked from the supergroup chat' }, { permanent: true }],
    ['gone', { code: 400, description: 'Bad Request: chat not found' }, { permanent: true }],
    ['flood', { code: 429, retryAfter: 35 }, { permanent: false, retryAfter: 35_000 }],
    ['server', { code: 502 }, { permanent: false }],
    ['network', { code: 'drop' as const }, { permanent: false }],
    ['fault', { code: 400, description: "Bad Request: can't parse entities" }, { permanent: false }],
  ])('%s', async (_, failure, expected) => {
    const { adapter, api } = await start()
    api.failNext('sendMessage', failure)
    const delivered = await adapter.deliver('7001', paragraph('موجز'))
    expect(delivered).toMatchObject({ ok: false, ...expected })
    expect(JSON.stringify(delivered)).not.toContain(api.token)
    expect(api.callsOf('sendMessage')).toHaveLength(1)
  })

  it('a group that became a supergroup is found again', async () => {
    const { adapter, api } = await start()
    const description = 'Bad Request: group chat was upgraded to a supergroup chat'
    api.failNext('sendMessage', { code: 400, description, migrateTo: -1009 })
    expect(await adapter.deliver('-55', paragraph('موجز'))).toEqual({ ok: true })
    expect(await api.sent(-1009, 1)).toHaveLength(1)
  })

  it('one that broke off midway goes on where it did', async () => {
    const { adapter, api } = await start()
    const part = (name: string) => ({ kind: 'paragraph' as const, text: [plain(`${name} ${'كلمة '.repeat(600)}`)] })
    const long: Reply = { language: 'ar', blocks: [part('أول'), part('ثان'), part('ثالث')] }
    api.failNext('sendMessage', { code: 429, retryAfter: 5, after: 1 })
    expect(await adapter.deliver('7001', long)).toMatchObject({ ok: false, retryAfter: 5000 })
    expect(await adapter.deliver('7001', long)).toEqual({ ok: true })
    const words = (await api.sent('7001', 3)).map((message) => message.words.split(' ')[0])
    expect(words).toEqual(['أول', 'ثان', 'ثالث'])
    // The same again, asked for anew, is a delivery of its own.
    expect(await adapter.deliver('7001', long)).toEqual({ ok: true })
    expect(await api.sent('7001', 6)).toHaveLength(6)
  })
})
