import { describe, expect, it } from 'vitest'
import { languageOf, readMessage, readPress } from '../../../adapters/telegram/receive.ts'
import { parseUpdate } from '../../../adapters/telegram/update.ts'
import type { Incoming } from '../../../src/bot/incoming.ts'
import { COMMANDS } from '../fake-bot.ts'
import { sample } from './chat.ts'

const reading = {
  me: { id: 7001002003, username: 'MarsadDeskBot' },
  commands: [...COMMANDS, { ...COMMANDS[0]!, name: 'ask', words: ['اسأل'] }],
  fileOf: ({ file_name, mime_type, file_size }: { file_name?: string; mime_type?: string; file_size?: number }) => ({
    name: file_name!,
    mimeType: mime_type,
    size: file_size,
    read: async () => new Uint8Array(),
  }),
  administers: async (chat: number, person: number) => chat === -100500 && person === 7002,
}
const NOW = new Date('2012-03-14T11:03:40Z')

function read(raw: unknown): Incoming | undefined {
  const update = parseUpdate(raw)
  if (update?.message) return readMessage(update.message, reading)
  return update?.callback_query && readPress(update.callback_query, reading, NOW)
}
const message = (fields: object) =>
  read({
    update_id: 1,
    message: {
      message_id: 1,
      date: 1331723000,
      chat: { id: 7001, type: 'private' },
      from: { id: 7001, is_bot: false, first_name: 'نادية', language_code: 'ar' },
      ...fields,
    },
  })
const command = (text: string, length = text.search(/\s|$/)) =>
  message({ text, entities: [{ type: 'bot_command', offset: 0, length }] })

describe('a forwarded message tells where it stood', () => {
  it('in a public channel, with the address of the post and the links behind its words', () => {
    expect(read(sample('forward-channel'))).toEqual({
      platform: 'telegram',
      chat: '7001',
      chatName: 'نادية التحرير',
      sender: '7001',
      language: 'ar',
      receivedAt: '2012-03-14T11:03:20.000Z',
      kind: 'message',
      text: '🔴 عاجل | وقّع وزير الداخلية سليم الراوي محضرا مع الوفد الزائر.\n\nالتفاصيل كاملة على موقعنا',
      links: ['https://assabah.example/a/4312?utm=tg'],
      forwardedFrom: {
        name: 'الصباح',
        date: '2012-03-14T10:00:00.000Z',
        url: 'https://t.me/assabah_news/4312',
      },
      file: undefined,
    })
  })
  it.each([
    ['a private channel', 'forward-private-channel', 'غرفة الأخبار', undefined],
    ['a person', 'forward-user', 'Karim B.', 'https://t.me/karim_reports'],
    ['a person who hides', 'forward-hidden-user', 'أبو يوسف', undefined],
    ['a group', 'forward-chat', 'تجمع صحفيي الجنوب', 'https://t.me/janoub_press'],
  ])('from %s', (_, name, from, url) => {
    const incoming = read(sample(name))
    expect(incoming).toMatchObject({ kind: 'message', forwardedFrom: { name: from } })
    expect(incoming?.kind === 'message' && incoming.forwardedFrom?.url).toBe(url)
  })
  it('and is an article also when it begins like a command', () => {
    const forward_origin = { type: 'hidden_user', sender_user_name: 'أ', date: 1331719320 }
    const text = '/help كلمات'
    const entities = [{ type: 'bot_command', offset: 0, length: 5 }]
    expect(message({ text, entities, forward_origin })).toMatchObject({ kind: 'message', text })
  })
})

describe('a message', () => {
  it('has its links in order and once, also without a scheme, never a mail address', () => {
    expect(read(sample('links'))).toMatchObject({
      links: ['http://example.org/reports', 'https://example.net/a?x=1&y=2', 'https://example.com/report.html'],
    })
  })
  it('is the caption of its picture', () => {
    expect(read(sample('caption'))).toMatchObject({
      kind: 'message',
      text: 'أعلنت الوزارة إغلاق المعبر ابتداء من الأحد. المصدر',
      links: ['https://example.org/crossing'],
      file: undefined,
    })
  })
  it('carries its document', () => {
    expect(read(sample('document'))).toMatchObject({
      text: 'بيان اليوم',
      file: { name: 'بيان الوزارة.txt', mimeType: 'text/plain', size: 2048 },
    })
  })
  it('without words is empty, so that the bot can say so', () => {
    expect(read(sample('voice'))).toMatchObject({ kind: 'message', text: '', links: [] })
  })
  it('is none for the further pictures of an album, edits, channel posts, notices, and what is new to us', () => {
    for (const name of ['album-second', 'edited', 'channel-post', 'member-joined', 'unknown']) {
      expect(read(sample(name)), name).toBeUndefined()
    }
    for (const odd of [null, 7, {}, { update_id: 1, message: { text: 5 } }]) expect(read(odd)).toBeUndefined()
  })
  it('of another bot is none', () => {
    expect(message({ text: 'أهلا', from: { id: 9, is_bot: true, first_name: 'x' } })).toBeUndefined()
  })
  it('of a language that the bot does not speak has none', () => {
    expect(['ar', 'ar-EG', 'en-GB', 'fr', 'es', undefined].map(languageOf)).toEqual([
      ...['ar', 'ar', 'en', 'fr'],
      undefined,
      undefined,
    ])
  })
})

describe('a command', () => {
  it.each([
    ['/help', 'help', ''],
    ['/ask من هو؟', 'ask', 'من هو؟'],
    ['/ASK@marsaddeskbot  سطر\nآخر ', 'ask', 'سطر\nآخر'],
    ['/start aGVsbG8', 'start', 'aGVsbG8'],
    ['/ask@OtherBot من', 'ask', 'من'],
  ])('%s', (text, name, argument) => {
    expect(command(text)).toMatchObject({ kind: 'command', command: name, argument })
  })
  it('that nobody knows is a message', () => {
    expect(command('/home/desk')).toMatchObject({ kind: 'message', text: '/home/desk' })
  })
})

describe('who decides for a chat', () => {
  const group = { id: -100500, type: 'supergroup', title: 'مكتب الساحل' }
  const inGroup = (from: object, more: object = {}) =>
    message({ text: '/help', entities: [{ type: 'bot_command', offset: 0, length: 5 }], chat: group, from, ...more })
  const person = (id: number) => ({ id, is_bot: false, first_name: 'ن' })

  it('is the person of a private chat, unasked', () => {
    expect(message({ text: 'أهلا' })).not.toHaveProperty('decides')
  })
  it('is an administrator in a group, by word or button', async () => {
    const press = (id: number) =>
      read({
        callback_query: { id: '1', from: person(id), data: 'forget:alone', message: { message_id: 1, chat: group } },
        update_id: 1,
      })
    for (const by of [inGroup, (from: { id: number }) => press(from.id)]) {
      expect(await by(person(7002))?.decides?.()).toBe(true)
      expect(await by(person(7003))?.decides?.()).toBe(false)
    }
  })
  it('is also an administrator who hides behind the group, but no channel that speaks there', async () => {
    const hidden = { id: 1087968824, is_bot: true, first_name: 'Group' }
    expect(await inGroup(hidden, { sender_chat: group })?.decides?.()).toBe(true)
    const channel = { id: 136817688, is_bot: true, first_name: 'Channel' }
    expect(await inGroup(channel, { sender_chat: { id: -100900, type: 'channel' } })?.decides?.()).toBe(false)
  })
})

describe('a button', () => {
  it('is a choice in the language of who pressed it', () => {
    expect(read(sample('callback'))).toEqual({
      platform: 'telegram',
      chat: '7001',
      sender: '7001',
      language: 'fr',
      receivedAt: NOW.toISOString(),
      kind: 'choice',
      action: 'details:1',
    })
  })
  it('works under a message that Telegram no longer shows to bots', () => {
    expect(read(sample('callback-inaccessible'))).toMatchObject({ kind: 'choice', chat: '7001' })
  })
})

describe('in a group the bot hears', () => {
  it('its mention, in whatever case, and not its own name', () => {
    expect(read(sample('group-mention'))).toMatchObject({ chat: '-1001987654321', text: 'من هو وزير الداخلية؟' })
  })
  it('a bare mention in answer to an article', () => {
    expect(read(sample('group-pointing'))).toMatchObject({
      text: 'وقّع وزير الداخلية محضرا مع الوفد الزائر، كما جاء في بيان.',
      forwardedFrom: { name: 'الصباح', url: 'https://t.me/assabah_news/4312' },
    })
  })
  it('an answer to its own message', () => {
    expect(read(sample('group-reply'))).toMatchObject({ kind: 'message', text: 'وماذا عن النيجر؟' })
  })
  it('a command, also of an administrator who hides', () => {
    expect(read(sample('group-command'))).toMatchObject({ command: 'ask', argument: 'من هو سليم الراوي؟' })
    expect(read(sample('group-anonymous-admin'))).toMatchObject({ command: 'digest', sender: '-1001987654321' })
  })
  it('nothing else', () => {
    for (const name of ['group-talk', 'group-forward', 'group-command-other']) {
      expect(read(sample(name)), name).toBeUndefined()
    }
  })
})
