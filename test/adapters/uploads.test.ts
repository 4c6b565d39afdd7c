/** A picture and a file, as each platform gets them: over real sockets, with what they show for those who do not see it. */
import { afterEach, describe, expect, it } from 'vitest'
import { createDiscord } from '../../adapters/discord/index.ts'
import { createTelegram } from '../../adapters/telegram/index.ts'
import { renderText } from '../../adapters/terminal/render.ts'
import { plain, type Reply } from '../../src/bot/reply.ts'
import { startDiscord } from './discord/discord-server.ts'
import type { MessageBody } from './discord/posts.ts'
import { fakeBot } from './fake-bot.ts'
import { startBotApi } from './telegram/bot-api-server.ts'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const FILE = Buffer.from('{"format":"marsad-desk"}\n')
const REPLY: Reply = {
  language: 'ar',
  blocks: [
    { kind: 'paragraph', text: [plain('خريطة العلاقات:')] },
    { kind: 'picture', data: PNG.toString('base64'), width: 1, height: 1, alt: 'الجزائر مع ليبيا' },
    { kind: 'choices', choices: [{ label: 'أكثر', action: 'more:1' }] },
    { kind: 'file', name: 'marsad.jsonl.gz', mimeType: 'application/gzip', data: FILE.toString('base64') },
  ],
}

const nothing = () => {}
const logger = { debug: nothing, info: nothing, warn: nothing, error: nothing, fatal: nothing, trace: nothing }

let closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.reverse()) await close()
  closing = []
})

async function onTelegram() {
  const api = await startBotApi()
  const adapter = createTelegram(
    { token: api.token, apiRoot: api.apiRoot, logger, gatherWithin: 0 },
    fakeBot(() => [REPLY]),
  )
  await adapter.start()
  closing.push(
    () => api.stop(),
    () => adapter.stop(),
  )
  return { api, adapter }
}

async function onDiscord() {
  const discord = await startDiscord()
  const bot = fakeBot(() => [REPLY])
  const adapter = createDiscord({ token: discord.token, apiRoot: discord.apiRoot, logger }, bot)
  await adapter.start()
  closing.push(
    () => discord.stop(),
    () => adapter.stop(),
  )
  return { discord, adapter }
}

describe('on Telegram', () => {
  it('a picture is a photo with its caption and buttons, a file a document', async () => {
    const { api } = await onTelegram()
    const chat = api.privateChat(7001)
    chat.say('خريطة')
    const [words, photo, document] = await api.sent(chat.id, 3)
    expect(words!.words).toBe('خريطة العلاقات:')
    expect(photo).toMatchObject({ words: 'الجزائر مع ليبيا', buttons: [{ label: 'أكثر', action: 'more:1' }] })
    expect(photo!.file?.equals(PNG)).toBe(true)
    expect(document!.words).toBe('marsad.jsonl.gz')
    expect(document!.file?.equals(FILE)).toBe(true)
  })

  it('in a group it answers the message that asked, as words do', async () => {
    const { api } = await onTelegram()
    const group = api.group(-100123, 7001)
    group.command(`/help@${api.me.username}`)
    const [words] = await api.sent(group.id, 3)
    expect(words!.payload.reply_parameters).toMatchObject({ allow_sending_without_reply: true })
  })

  it('reaches a chat that asked for nothing just now', async () => {
    const { api, adapter } = await onTelegram()
    expect(await adapter.deliver('7001', REPLY)).toEqual({ ok: true })
    expect((await api.sent(7001, 3)).map((each) => Boolean(each.file))).toEqual([false, true, true])
  })
})

describe('on Discord', () => {
  const seen = (body: MessageBody) => ({
    names: body.uploads?.map(({ name }) => name),
    descriptions: body.attachments?.map(({ description }) => description),
  })

  it.each(['a direct message', 'a slash command', 'a delivery'])('after %s', async (way) => {
    const { discord, adapter } = await onDiscord()
    const chat = discord.directMessages('200000000000000001')
    if (way === 'a direct message') chat.say('خريطة')
    else if (way === 'a slash command') chat.slash('help', undefined, 'fr' as never)
    else expect(await adapter.deliver(chat.id, REPLY)).toEqual({ ok: true })
    const [words, picture, file] = await discord.sent(chat.id, 3)
    expect(words!.words).toBe('خريطة العلاقات:')
    expect(seen(picture!.body)).toEqual({ names: ['marsad-1.png'], descriptions: ['الجزائر مع ليبيا'] })
    expect(picture!.body.uploads![0]!.bytes.equals(PNG)).toBe(true)
    expect(picture!.buttons).toEqual([{ label: 'أكثر', action: 'more:1' }])
    expect(seen(file!.body).names).toEqual(['marsad.jsonl.gz'])
    expect(file!.body.uploads![0]!.bytes.equals(FILE)).toBe(true)
  })
})

describe('in a terminal', () => {
  it('is told of in words', () => {
    expect(renderText(REPLY)).toBe('خريطة العلاقات:\n\n[صورة: الجزائر مع ليبيا]\n\n[1] أكثر\n\n[ملف: marsad.jsonl.gz]')
  })
})
