import { ApplicationCommandType } from 'discord.js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDiscord } from '../../../adapters/discord/index.ts'
import type { Adapter } from '../../../src/bot/bot.ts'
import type { IncomingMessage } from '../../../src/bot/incoming.ts'
import { plain, type Reply, strong } from '../../../src/bot/reply.ts'
import { type DiscordServer, startDiscord } from './discord-server.ts'
import { createFakeBot, type FakeBot, says } from './fake-bot.ts'
import { APPLICATION, BOT, sample } from './payloads.ts'

const READER = '200000000000000001'
let discord: DiscordServer
let adapter: Adapter
let bot: FakeBot
const logger = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() }

beforeEach(async () => {
  vi.clearAllMocks()
  discord = await startDiscord()
  bot = createFakeBot()
  const options = { token: discord.token, apiRoot: discord.apiRoot, logger, maxFileBytes: 1000, suggestWithin: 300 }
  adapter = createDiscord(options, bot)
  await adapter.start()
})

afterEach(async () => {
  await adapter.stop()
  await discord.stop()
})

/** Waits for the bot to have heard `count` things; the last. */
async function heard(count = 1) {
  await discord.until(
    () => bot.heard.length >= count,
    () => `${count} heard, ${bot.heard.length} were`,
  )
  return bot.heard[count - 1]!
}

describe('start', () => {
  it('registers the commands in Arabic first, with the message menu', () => {
    const [who, digest, menu] = discord.commands()
    expect(who).toMatchObject({
      name: 'who',
      description: 'من هو، في مقالات مكتبك',
      description_localizations: { fr: 'Qui est-ce, dans vos articles', 'en-GB': 'Who is it, in your articles' },
      options: [{ type: 3, name: 'actor', required: true, autocomplete: true, description: 'الاسم' }],
    })
    expect(digest).toMatchObject({ name: 'digest', options: [] })
    expect(menu).toMatchObject({ type: ApplicationCommandType.Message, name: 'تحليل' })
  })

  it('asks for direct messages, servers and message content only', () => {
    expect(discord.gateway.identified[0]?.intents).toBe((1 << 0) | (1 << 9) | (1 << 12) | (1 << 15))
  })
})

describe('messages', () => {
  it('hears a direct message, shows that it is typing, answers', async () => {
    const chat = discord.directMessages(READER)
    chat.say('قال الوزير https://news.example/1 اليوم.')
    expect(await heard()).toMatchObject({
      kind: 'message',
      platform: 'discord',
      chat: chat.id,
      sender: READER,
      text: 'قال الوزير https://news.example/1 اليوم.',
      links: ['https://news.example/1'],
    })
    expect(bot.heard[0]?.language).toBeUndefined()
    const [answer] = await discord.sent(chat.id, 1)
    expect(answer?.words).toBe('سمعت')
    expect(answer?.body.allowed_mentions).toMatchObject({ parse: [] })
    expect(answer?.body.message_reference).toBeUndefined()
    await discord.request('POST', new RegExp(`^/channels/${chat.id}/typing$`))
  })

  it('hears on a server only what mentions it or answers it', async () => {
    const chat = discord.channel(READER)
    chat.say('كلام بين الناس')
    chat.say('من بوت آخر', { author: { ...BOT, id: '99' }, mentions: [BOT] })
    chat.answer({ ...sample('message-mention'), author: BOT, id: '1217445089632690300' }, 'ومن هو؟')
    expect(await heard(1)).toMatchObject({ text: 'ومن هو؟' })
    const id = chat.mention('ما **الجديد**؟')
    expect(await heard(2)).toMatchObject({ text: 'ما الجديد؟', chat: chat.id })
    const answers = await discord.sent(chat.id, 2)
    expect(answers[1]?.body.message_reference).toMatchObject({ message_id: id })
    expect(answers[1]?.body.allowed_mentions).toMatchObject({ parse: [], replied_user: false })
    expect(bot.heard).toHaveLength(2)
  })

  it('knows who decides for a channel: who may change it; in direct messages nobody else is there', async () => {
    const [passerBy, lead] = [discord.channel(READER), discord.channel('200000000000000002', true)]
    passerBy.mention('موجز')
    lead.mention('موجز')
    passerBy.press('forget:alone')
    lead.press('forget:alone')
    discord.directMessages(READER).press('forget:alone')
    await heard(5)
    const decided = await Promise.all(bot.heard.map(async (each) => [each.kind, each.sender, await each.decides?.()]))
    expect(decided).toEqual(
      expect.arrayContaining([
        ['message', READER, false],
        ['message', '200000000000000002', true],
        ['choice', READER, false],
        ['choice', '200000000000000002', true],
        ['choice', READER, undefined],
      ]),
    )
  })

  it("hears its own role's mention", async () => {
    const role = '1196410020538224713'
    discord.channel(READER).say(`<@&${role}> موجز`, { mention_roles: [role] })
    expect(await heard()).toMatchObject({ text: 'موجز' })
  })

  it('reads the article that a bare mention points at', async () => {
    discord.channel(READER).answer(sample('message-feed'), `<@${APPLICATION}>`, [BOT])
    expect(await heard()).toMatchObject({
      sender: READER,
      text: expect.stringContaining('توقيف ثلاثة مهربين'),
      forwardedFrom: { name: 'وكالة الأنباء' },
    })
  })

  it('reads a forwarded message out of its snapshot', async () => {
    const payload = sample('message-forward')
    discord.push('MESSAGE_CREATE', payload)
    expect(await heard()).toMatchObject({
      text: 'عاجل | قال وزير الداخلية، اليوم الأربعاء، إن قوات الأمن أوقفت ثلاثة مهربين قرب الحدود الجنوبية.\nالمصدر: https://news.example/ar/2024/03/12/border_arrests_(south)',
      links: ['https://news.example/ar/2024/03/12/border_arrests_(south)'],
      forwardedFrom: {
        name: 'Discord',
        date: '2024-03-12T06:04:17.190Z',
        url: 'https://discord.com/channels/982341170025730048/982341170852007998/1216990128384745482',
      },
    })
  })

  it('hands over files, one message each, and reads them within bounds', async () => {
    const bytes = new TextEncoder().encode('نص المقال')
    const chat = discord.directMessages(READER)
    const file = { name: 'message.txt', size: bytes.length, contentType: 'text/plain; charset=utf-8' }
    chat.attach({ ...file, url: discord.serveFile(bytes) }, 'مرفق')
    const { file: attached, text } = (await heard()) as IncomingMessage
    expect(text).toBe('مرفق')
    expect(attached).toMatchObject({ name: 'message.txt', size: bytes.length, mimeType: 'text/plain; charset=utf-8' })
    expect(await attached!.read()).toEqual(bytes)

    chat.attach({ ...file, url: discord.serveFile(new Uint8Array(1001)) })
    await expect(((await heard(2)) as IncomingMessage).file!.read()).rejects.toThrow('larger than the 1000 bytes')
    chat.attach({ ...file, url: `${discord.apiRoot}/gone.txt` })
    await expect(((await heard(3)) as IncomingMessage).file!.read()).rejects.toThrow('HTTP 401')
  })

  it('leaves pictures beside words, and hands them over when they are alone', async () => {
    const [attachment] = sample('message-file').attachments as [object]
    const picture = { ...attachment, id: '1', filename: 'map.png', content_type: 'image/png' }
    const chat = discord.directMessages(READER)
    chat.say('مقال وصورة', { attachments: [picture] })
    expect(await heard()).toMatchObject({ text: 'مقال وصورة', file: undefined })
    chat.say('', {
      attachments: [picture, { ...attachment, id: '2', filename: 'b.pdf', content_type: 'application/pdf' }],
    })
    expect(await heard(2)).toMatchObject({ file: { name: 'b.pdf' } })
    chat.say('', { attachments: [picture] })
    expect(await heard(3)).toMatchObject({ file: { name: 'map.png' } })
  })

  it('keeps the order within a channel and lets others pass', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    bot.answers = async (incoming) => {
      const { text } = incoming as IncomingMessage
      if (text === 'أول') await held
      return [says(text)]
    }
    const [one, other] = [discord.directMessages(READER), discord.directMessages('200000000000000002')]
    one.say('أول')
    one.say('ثان')
    other.say('غيرهما')
    await discord.sent(other.id, 1)
    expect(await discord.sent(one.id, 0)).toEqual([])
    release()
    expect((await discord.sent(one.id, 2)).map(({ text }) => text)).toEqual(['أول', 'ثان'])
  })
})

describe('interactions', () => {
  it('defers a slash command at once, then answers in its place and behind it', async () => {
    bot.answers = () => [says('واحد'), says('اثنان')]
    const chat = discord.channel(READER)
    const token = chat.slash('who', { name: 'actor', value: ' أسامة الجويلي ' }, 'fr')
    expect(await heard()).toMatchObject({
      kind: 'command',
      command: 'who',
      argument: 'أسامة الجويلي',
      language: 'fr',
      chat: chat.id,
      sender: READER,
    })
    expect((await discord.sent(chat.id, 2)).map(({ text }) => text)).toEqual(['واحد', 'اثنان'])
    const calls = discord.requests
      .filter(({ path }) => path.includes(token))
      .map(({ method, path, body }) => ({ method, path, body }))
    expect(calls.map(({ method }) => method)).toEqual(['POST', 'PATCH', 'POST'])
    expect(discord.requests.some(({ path }) => path.startsWith('/channels/'))).toBe(false)
    expect(calls[0]?.body).toMatchObject({ type: 5 })
  })

  it('answers commands in direct messages', async () => {
    const chat = discord.directMessages(READER)
    chat.slash('digest')
    expect(await heard()).toMatchObject({ command: 'digest', argument: '', language: 'en', chat: chat.id })
    expect(await discord.sent(chat.id, 1)).toHaveLength(1)
  })

  it('defers while the channel is busy', async () => {
    let release = () => {}
    bot.answers = async () => {
      await new Promise<void>((resolve) => {
        release = resolve
      })
      return [says('أخيرا')]
    }
    const chat = discord.channel(READER)
    chat.mention('عمل طويل')
    await heard()
    const token = chat.slash('digest')
    await discord.request('POST', new RegExp(`/${token}/callback$`))
    expect(bot.heard).toHaveLength(1)
    release()
    await heard(2)
    release()
    await discord.sent(chat.id, 2)
  })

  it('takes the place away when there is no answer', async () => {
    bot.answers = () => []
    const token = discord.channel(READER).slash('digest')
    await discord.request('DELETE', new RegExp(`/${token}/messages/@original$`))
  })

  it('analyses the message that the menu was opened on', async () => {
    const chat = discord.channel(READER)
    chat.analyze()
    expect(await heard()).toMatchObject({
      kind: 'message',
      sender: READER,
      chat: chat.id,
      text: 'توقيف ثلاثة مهربين\nقال وزير الداخلية، اليوم الأربعاء، إن قوات الأمن أوقفت ثلاثة مهربين قرب الحدود الجنوبية.',
      links: ['https://news.example/ar/2024/03/13/arrests'],
      forwardedFrom: { name: 'وكالة الأنباء', date: '2024-03-13T11:51:57.884Z' },
    })
    chat.analyze({ ...sample('message-file'), channel_id: chat.id })
    expect(await heard(2)).toMatchObject({
      text: '',
      file: { name: 'message.txt' },
      forwardedFrom: { name: 'نادية التحرير' },
    })
    chat.analyze({ ...sample('message-forward'), channel_id: chat.id })
    expect(await heard(3)).toMatchObject({ text: expect.stringContaining('عاجل'), forwardedFrom: { name: 'Discord' } })
  })

  it('does not take the preview of a link for an article', async () => {
    const url = 'https://news.example/1'
    const preview = { type: 'article', url, title: 'عنوان', description: 'بداية المقال', provider: { name: 'الخبر' } }
    discord.channel(READER).analyze({ ...sample('message-direct'), content: url, embeds: [preview] })
    expect(await heard()).toMatchObject({ text: url, links: [url], forwardedFrom: { name: 'الخبر' } })
  })

  it('shows choices as buttons and hears which one is pressed', async () => {
    const reply: Reply = {
      language: 'ar',
      blocks: [
        { kind: 'heading', level: 1, text: [plain('والي إليزي')] },
        { kind: 'points', items: [{ text: [strong('اختطف'), plain(' مسلحون الوالي.')] }] },
        { kind: 'choices', choices: [{ label: 'التفاصيل', action: 'more:7' }] },
      ],
    }
    bot.answers = () => [reply]
    const chat = discord.channel(READER)
    chat.mention('مقال')
    const [brief] = await discord.sent(chat.id, 1)
    expect(brief?.buttons).toEqual([{ label: expect.stringContaining('التفاصيل'), action: 'more:7' }])
    expect(brief?.body.embeds?.[0]).toMatchObject({
      title: expect.stringContaining('والي إليزي'),
      description: expect.stringContaining('**اختطف** مسلحون'),
    })
    chat.press('more:7')
    expect(await heard(2)).toMatchObject({ kind: 'choice', action: 'more:7', chat: chat.id, sender: READER })
    await discord.sent(chat.id, 2)
  })

  it('completes actors', async () => {
    bot.suggestions = () => [
      { name: 'وزير الداخلية', detail: 'الجزائر' },
      ...Array.from({ length: 40 }, (_, i) => ({ name: `فاعل ${i}`, detail: 'د'.repeat(120) })),
    ]
    const token = discord.channel(READER).type('who', { name: 'actor', value: 'وزي' })
    const { body } = await discord.request('POST', new RegExp(`/${token}/callback$`))
    const { type, data } = body as { type: number; data: { choices: { name: string; value: string }[] } }
    expect(type).toBe(8)
    expect(data.choices).toHaveLength(25)
    expect(data.choices[0]).toEqual({ name: expect.stringContaining('وزير الداخلية'), value: 'وزير الداخلية' })
    expect(data.choices.every(({ name }) => name.length <= 100)).toBe(true)
    expect(bot.asked[0]).toMatchObject({ typed: 'وزي', origin: { sender: READER } })
  })

  it('gives no suggestions rather than late ones', async () => {
    bot.suggestions = () => new Promise(() => {})
    const token = discord.channel(READER).type('who', { name: 'actor', value: 'وزي' })
    const { body } = await discord.request('POST', new RegExp(`/${token}/callback$`))
    expect(body).toMatchObject({ type: 8, data: { choices: [] } })
  })
})

describe('trouble', () => {
  it('survives an interaction that expired before it was deferred', async () => {
    const chat = discord.channel(READER)
    const token = chat.slash('digest')
    discord.expire(token)
    await discord.until(
      () => logger.warn.mock.calls.length > 0,
      () => 'a warning',
    )
    expect(logger.warn).toHaveBeenCalledWith(expect.objectContaining({ code: 10062 }), expect.any(String))
    expect(JSON.stringify(logger.warn.mock.calls)).not.toContain(token)
    chat.slash('digest')
    expect(await discord.sent(chat.id, 1)).toHaveLength(1)
  })

  it("answers in the channel when the interaction's token has run out meanwhile", async () => {
    const chat = discord.channel(READER)
    let token = ''
    bot.answers = () => {
      discord.expire(token)
      return [says('متأخر'), says('جدا')]
    }
    token = chat.slash('digest')
    expect((await discord.sent(chat.id, 2)).map(({ text }) => text)).toEqual(['متأخر', 'جدا'])
    await discord.request('POST', new RegExp(`^/channels/${chat.id}/messages$`))
  })

  it('goes on when an answer is refused', async () => {
    const chat = discord.channel(READER)
    discord.failNext({ method: 'POST', path: /messages$/, status: 403, code: 50013 })
    chat.mention('أول')
    await heard()
    chat.mention('ثان')
    expect(await discord.sent(chat.id, 1)).toHaveLength(1)
    expect(logger.warn).toHaveBeenCalledWith(expect.objectContaining({ code: 50013 }), expect.any(String))
  })

  it('resumes when the gateway drops it', async () => {
    discord.closeGateway(4000)
    await discord.until(
      () => discord.gateway.resumed.length > 0,
      () => 'RESUME',
    )
    discord.directMessages(READER).say('بعد الانقطاع')
    expect(await heard()).toMatchObject({ text: 'بعد الانقطاع' })
  })

  it('ends what is under way before it stops', async () => {
    const chat = discord.directMessages(READER)
    let release = () => {}
    bot.answers = async () => {
      await new Promise<void>((resolve) => {
        release = resolve
      })
      return [says('تم')]
    }
    chat.say('عمل')
    await heard()
    const stopped = adapter.stop()
    chat.say('بعد فوات الأوان')
    setTimeout(() => release(), 100)
    await stopped
    expect(logger.info).toHaveBeenCalledTimes(1)
    expect((await discord.sent(chat.id, 1)).map(({ text }) => text)).toEqual(['تم'])
    expect(bot.heard).toHaveLength(1)
  })
})
