import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDiscord } from '../../../adapters/discord/index.ts'
import { type DiscordServer, startDiscord } from './discord-server.ts'
import { createFakeBot, says } from './fake-bot.ts'

const logger = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() }
let discord: DiscordServer

afterEach(async () => {
  await discord.stop()
})

describe('start explains', () => {
  it('a wrong token', async () => {
    discord = await startDiscord()
    const adapter = createDiscord({ token: 'wrong', apiRoot: discord.apiRoot, logger }, createFakeBot())
    await expect(adapter.start()).rejects.toThrow(/token \(DISCORD_TOKEN\).*Reset Token/)
    await adapter.stop()
  })

  it.each([
    [4004, /token \(DISCORD_TOKEN\)/],
    [4014, /Message Content Intent.*messageContent: false/],
  ])('the close code %i', async (refuse, explanation) => {
    discord = await startDiscord({ refuse })
    const adapter = createDiscord({ token: discord.token, apiRoot: discord.apiRoot, logger }, createFakeBot())
    await expect(adapter.start()).rejects.toThrow(explanation)
    await adapter.stop()
  })

  it('a network that is not there', async () => {
    discord = await startDiscord()
    const { apiRoot, token } = discord
    await discord.stop()
    const adapter = createDiscord({ token, apiRoot, logger }, createFakeBot())
    await expect(adapter.start()).rejects.toThrow(/can't be reached: .*ECONNREFUSED/)
    await adapter.stop()
    discord = await startDiscord()
  })
})

describe('without the privileged intent', () => {
  it('does not ask for it', async () => {
    discord = await startDiscord()
    const options = { token: discord.token, apiRoot: discord.apiRoot, logger, messageContent: false }
    const adapter = createDiscord(options, createFakeBot())
    await adapter.start()
    expect(discord.gateway.identified[0]!.intents & (1 << 15)).toBe(0)
    await adapter.stop()
  })
})

describe('start goes on', () => {
  it('without its commands when they are refused', async () => {
    discord = await startDiscord()
    discord.failNext({ method: 'PUT', path: /commands$/, status: 403, code: 50001 })
    const adapter = createDiscord({ token: discord.token, apiRoot: discord.apiRoot, logger }, createFakeBot())
    await adapter.start()
    expect(logger.error).toHaveBeenCalledWith(
      expect.objectContaining({ code: 50001 }),
      expect.stringContaining('commands'),
    )
    await adapter.stop()
  })
})

describe('deliver', () => {
  let adapter: ReturnType<typeof createDiscord>
  const chat = '1213000000000000077'

  beforeEach(async () => {
    discord = await startDiscord()
    adapter = createDiscord(
      { token: discord.token, apiRoot: discord.apiRoot, logger, longestWait: 2000 },
      createFakeBot(),
    )
    await adapter.start()
  })
  afterEach(() => adapter.stop())

  it('brings a reply, calling nobody', async () => {
    expect(await adapter.deliver(chat, says('موجز @everyone'))).toEqual({ ok: true })
    const [sent] = await discord.sent(chat, 1)
    expect(sent?.body.allowed_mentions).toEqual({ parse: [] })
  })

  it.each([50001, 50007, 10003])('gives up on %i', async (code) => {
    discord.failNext({ path: /messages$/, status: code === 10003 ? 404 : 403, code })
    expect(await adapter.deliver(chat, says('موجز'))).toEqual({
      ok: false,
      permanent: true,
      reason: expect.any(String),
    })
  })

  it('says when to try again', async () => {
    discord.failNext({ path: /messages$/, status: 429, retryAfter: 120 })
    const delivered = await adapter.deliver(chat, says('موجز'))
    expect(delivered).toMatchObject({ ok: false, permanent: false })
    expect(delivered.ok === false && delivered.retryAfter).toBeGreaterThanOrEqual(120_000)
  })

  it('waits out a short limit itself', async () => {
    discord.failNext({ path: /messages$/, status: 429, retryAfter: 0.2 })
    expect(await adapter.deliver(chat, says('موجز'))).toEqual({ ok: true })
  })

  it('takes anything else for passing', async () => {
    discord.failNext({ path: /messages$/, status: 500, times: 4 })
    expect(await adapter.deliver(chat, says('موجز'))).toMatchObject({ ok: false, permanent: false })
    discord.failNext({ path: /messages$/, status: 403, code: 50013, message: 'Missing Permissions' })
    expect(await adapter.deliver(chat, says('موجز'))).toEqual({
      ok: false,
      permanent: false,
      reason: 'Missing Permissions',
    })
  })

  it('does not show twice what had arrived when it is delivered again', async () => {
    const long = says('كلام. '.repeat(1200))
    discord.failNext({ path: /messages$/, status: 403, code: 50013 })
    await adapter.deliver(chat, long)
    expect(await adapter.deliver(chat, long)).toEqual({ ok: true })
    const { length } = await discord.sent(chat, 2)
    expect(await adapter.deliver(chat, long)).toEqual({ ok: true })
    expect(await discord.sent(chat, 2)).toHaveLength(length)
  })
})
