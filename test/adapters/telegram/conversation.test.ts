import { afterEach, describe, expect, it } from 'vitest'
import type { IncomingMessage } from '../../../src/bot/incoming.ts'
import { BRIEF, COMMANDS, paragraph } from '../fake-bot.ts'
import { sample } from './chat.ts'
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

describe('a conversation', () => {
  it('a forwarded article is answered with a brief, whose button is a choice', async () => {
    const { api, bot } = await start((incoming) => (incoming.kind === 'choice' ? [paragraph('تفاصيل')] : [BRIEF]))
    const chat = api.privateChat(7001)
    chat.forward('وقّع وزير الداخلية محضرا.')
    const [brief] = await api.sent(chat.id, 1)
    expect(brief!.words).toContain('• رفض الوفد نشر طائرات MQ-9 Reaper شمال خط العرض 27°. (الصباح، الجملة 5)')
    expect(bot.received[0]).toMatchObject({
      chat: '7001',
      sender: '7001',
      text: 'وقّع وزير الداخلية محضرا.',
      forwardedFrom: { name: 'الصباح', url: 'https://t.me/assabah_news/4312' },
    })
    chat.press(brief!.buttons[0]!.action)
    const [, details] = await api.sent(chat.id, 2)
    expect(details!.words).toBe('تفاصيل')
    expect(bot.received[1]).toMatchObject({ kind: 'choice', action: 'details:1', chat: '7001' })
    expect(api.callsOf('answerCallbackQuery')).toHaveLength(1)
  })

  it('the button is confirmed at once, also while an answer before it takes long, and when it means nothing', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const { api } = await start(async () => {
      await promise
      return []
    })
    const chat = api.privateChat(7001)
    chat.say('مقال')
    chat.press('details:1')
    api.push({
      callback_query: { id: '5', from: { id: 7001, first_name: 'ن' }, chat_instance: '1', game_short_name: 'x' },
    })
    await api.until(() => api.callsOf('answerCallbackQuery').length === 2)
    resolve()
  })

  it('a document is read through the file endpoint, and its address is nowhere to be seen', async () => {
    const contents: string[] = []
    const { api, logged } = await start(async (incoming) => {
      const { file } = incoming as IncomingMessage
      contents.push(new TextDecoder().decode(await file!.read()))
      return [paragraph('قُرئ')]
    })
    const file_id = api.keepFile(new TextEncoder().encode('نص البيان'), 'documents/file 7.txt')
    const chat = api.privateChat(7001)
    chat.document({ file_id, file_name: 'بيان.txt', mime_type: 'text/plain' })
    await api.sent(chat.id, 1)
    expect(contents).toEqual(['نص البيان'])
    expect(JSON.stringify(logged)).not.toContain(api.token)
  })

  it('a file that is too large, or that Telegram does not give, says so', async () => {
    const reasons: string[] = []
    const { api } = await start(
      async (incoming) => {
        const { file } = incoming as IncomingMessage
        await file!.read().catch((error: Error) => reasons.push(error.message))
        return [paragraph('قُرئ')]
      },
      { maxFileBytes: 10 },
    )
    const chat = api.privateChat(7001)
    const long = api.keepFile(new Uint8Array(11))
    chat.document({ file_id: long, file_name: 'معلن.txt', file_size: 11 })
    chat.document({ file_id: long, file_name: 'غير معلن.txt' })
    chat.document({ file_id: 'unknown', file_name: 'مفقود.txt' })
    await api.sent(chat.id, 3)
    expect(reasons).toEqual([
      '«معلن.txt» is larger than the 10 bytes that are read of a file.',
      '«غير معلن.txt» is larger than the 10 bytes that are read of a file.',
      'Telegram gave no «مفقود.txt»: Bad Request: invalid file_id.',
    ])
  })

  it('the menu is there in each language, in Arabic for everybody else', async () => {
    const { api } = await start()
    const menus = api.callsOf('setMyCommands').map(({ payload }) => payload)
    expect(menus.map(({ language_code }) => language_code)).toEqual([undefined, 'ar', 'en', 'fr'])
    expect(menus[0]!.commands).toEqual(
      COMMANDS.map(({ name, description }) => ({ command: name, description: description.ar })),
    )
    expect(menus[2]!.commands).toContainEqual({ command: 'help', description: 'How to use Marsad' })
  })

  it('typing shows from the start, and again while it takes longer', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const { api } = await start(async () => {
      await promise
      return [paragraph('تم')]
    })
    const chat = api.privateChat(7001)
    chat.say('مقال')
    await api.until(() => api.callsOf('sendChatAction').length === 2, 6000)
    const [first, second] = api.callsOf('sendChatAction')
    expect(second!.at - first!.at).toBeLessThan(5000)
    expect(first!.payload).toEqual({ chat_id: '7001', action: 'typing' })
    resolve()
    await api.sent(chat.id, 1)
  })

  it('in a group it answers what addresses it, as a reply, in its topic, and nothing else', async () => {
    const { api, bot } = await start(() => [paragraph('أول'), paragraph('ثان')])
    api.push(sample('group-talk'))
    api.push(sample('group-forward'))
    api.push(sample('group-mention'))
    const sent = await api.sent(-1001987654321, 2)
    expect(bot.received).toHaveLength(1)
    expect(sent.map(({ payload }) => payload)).toMatchObject([
      { message_thread_id: 42, reply_parameters: { message_id: 118, allow_sending_without_reply: true } },
      { message_thread_id: 42 },
    ])
    expect(sent[1]!.payload).not.toHaveProperty('reply_parameters')
  })

  it('what it has no use for passes quietly', async () => {
    const { api, bot, logged } = await start(() => [paragraph('تم')])
    for (const name of ['edited', 'channel-post', 'unknown', 'member-joined', 'album-second']) api.push(sample(name))
    api.push({ message: { text: 7 } })
    const chat = api.privateChat(7001)
    chat.say('مقال')
    await api.sent(chat.id, 1)
    expect(bot.received).toHaveLength(1)
    expect(logged.filter(({ level }) => level !== 'info' && level !== 'debug')).toEqual([])
  })

  it('commands, also with the name of the bot', async () => {
    const { api, bot } = await start(() => [paragraph('تم')])
    const group = api.group(-100500, 7001)
    group.command('/who@MarsadDeskBot سليم الراوي')
    group.command('/start')
    group.command('/who@OtherBot سليم')
    await api.sent(group.id, 2)
    expect(bot.received).toMatchObject([
      { kind: 'command', command: 'who', argument: 'سليم الراوي', chat: '-100500', sender: '7001' },
      { kind: 'command', command: 'start', argument: '' },
    ])
  })
})

describe('who decides in a group', () => {
  it('is asked of Telegram when there is something to decide, and nobody does while it does not answer', async () => {
    const { api, bot } = await start(async (incoming) => [paragraph(String(await incoming.decides?.()))])
    const [passerBy, lead] = [api.group(-100500, 7001), api.group(-100500, 7002)]
    api.promote(-100500, 7002)
    passerBy.command('/who')
    lead.press('forget:alone')
    await api.sent(lead.id, 2)
    api.failNext('getChatMember', { code: 400, description: 'Bad Request: user not found' })
    lead.command('/who')
    expect((await api.sent(lead.id, 3)).map(({ words }) => words)).toEqual(['false', 'true', 'false'])
    expect(bot.received).toHaveLength(3)
  })
})

describe('order', () => {
  it('a slow chat holds up no other, and keeps its own order', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const { api, bot } = await start(async (incoming) => {
      if (incoming.kind === 'message' && incoming.text === 'بطيء') await promise
      return [paragraph(`جواب ${(incoming as IncomingMessage).text}`)]
    })
    const [slow, quick] = [api.privateChat(7001), api.privateChat(7002)]
    slow.say('بطيء')
    slow.say('بعده')
    quick.say('سريع')
    expect((await api.sent(quick.id, 1))[0]!.words).toBe('جواب سريع')
    quick.say('سريع أيضا')
    await api.sent(quick.id, 2)
    expect(bot.received.map((each) => (each as IncomingMessage).text)).not.toContain('بعده')
    resolve()
    expect((await api.sent(slow.id, 2)).map(({ words }) => words)).toEqual(['جواب بطيء', 'جواب بعده'])
  })

  it('at most so many are under way; Telegram keeps the rest', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const { api, bot } = await start(
      async () => {
        await promise
        return [paragraph('تم')]
      },
      { mostUnderWay: 3 },
    )
    for (let user = 1; user <= 8; user += 1) api.privateChat(user).say('مقال')
    await api.until(() => bot.received.length === 3)
    await new Promise((wait) => setTimeout(wait, 100))
    expect(bot.received).toHaveLength(3)
    resolve()
    await api.until(() => bot.received.length === 8)
  })
})

describe('a pasted text that the app has cut', () => {
  const part = (name: string, end = ' كلمة') => `${name} ${'كلمة '.repeat(790)}${end}`
  const texts = ({ bot }: Desk) => bot.received.map((each) => (each as IncomingMessage).text)

  it('is one text again', async () => {
    const { api } = await start(() => [paragraph('تم')])
    const chat = api.privateChat(7001)
    chat.say(part('أول'))
    chat.say(part('ثان', 'انتهت.'))
    chat.say('الخاتمة.')
    await api.sent(chat.id, 1)
    expect(texts(desk)).toEqual([`${part('أول')} ${part('ثان', 'انتهت.')}\nالخاتمة.`])
  })

  it('is not waited for long, and what is no part of it stays apart', async () => {
    const { api } = await start(() => [paragraph('تم')], { gatherWithin: 100 })
    const chat = api.privateChat(7001)
    chat.say(part('أول'))
    await api.sent(chat.id, 1)
    chat.say(part('ثان'))
    chat.forward('خبر من قناة')
    chat.say(part('ثالث'))
    chat.command('/help')
    // An hour later, though both come at once because the bot was away.
    chat.say(part('رابع'), { date: 1_331_723_000 })
    chat.say('سؤال', { date: 1_331_726_600 })
    await api.sent(chat.id, 7)
    expect(texts(desk)).toEqual([
      part('أول'),
      part('ثان'),
      'خبر من قناة',
      part('ثالث'),
      undefined,
      part('رابع'),
      'سؤال',
    ])
  })

  it('is answered also when the bot stops meanwhile', async () => {
    const { adapter, api } = await start(() => [paragraph('تم')], { gatherWithin: 60_000 })
    const chat = api.privateChat(7001)
    chat.say(part('أول'))
    await api.until(() => api.unconfirmed() === 0)
    await adapter.stop()
    expect(await api.sent(chat.id, 1)).toHaveLength(1)
  })
})
