import { PassThrough } from 'node:stream'
import { expect, it, vi } from 'vitest'
import { createTerminal } from '../../../adapters/terminal/index.ts'
import { LINE_BYTES } from '../../../adapters/terminal/limits.ts'
import type { Incoming } from '../../../src/bot/incoming.ts'
import { BRIEF, fakeBot, paragraph } from '../fake-bot.ts'
import { openTerminal } from './client.ts'

const from = { chat: 'c1', sender: 'u1' }
const textOf = (incoming: Incoming) => ('text' in incoming ? incoming.text : '')

it('answers a line with a line for each reply: chat, text, blocks', async () => {
  const terminal = await openTerminal(fakeBot(() => [BRIEF, paragraph('انتهى')]))
  terminal.send({ ...from, text: 'مقال' })
  const [brief, last] = await terminal.end()
  expect(Object.keys(brief!)).toEqual(['chat', 'text', 'blocks'])
  expect(brief).toMatchObject({ chat: 'c1', blocks: JSON.parse(JSON.stringify(BRIEF.blocks)) })
  expect(brief!.text).toContain('• رفض الوفد نشر طائرات MQ-9 Reaper شمال خط العرض 27°. (الصباح، الجملة 5)')
  expect(last).toEqual({ chat: 'c1', text: 'انتهى', blocks: paragraph('انتهى').blocks })
})

it('reads messages, commands, choices; a text with a slash is a command, unless no command has that name', async () => {
  const bot = fakeBot(() => [])
  const terminal = await openTerminal(bot)
  terminal.send({ ...from, text: 'اقرأ https://example.org/a، ثم (https://example.org/b).' })
  terminal.send({ ...from, command: 'who', argument: ' سليم الراوي ' })
  terminal.send({ ...from, action: 'details:1' })
  terminal.send({ ...from, text: '/who سليم\nالراوي' })
  terminal.send({ ...from, text: '/موجز' })
  terminal.send({ ...from, text: '/etc/hosts' })
  await terminal.end()
  expect(bot.received).toMatchObject([
    { kind: 'message', platform: 'terminal', ...from, links: ['https://example.org/a', 'https://example.org/b'] },
    { kind: 'command', command: 'who', argument: 'سليم الراوي' },
    { kind: 'choice', action: 'details:1' },
    { kind: 'command', command: 'who', argument: 'سليم\nالراوي' },
    { kind: 'command', command: 'digest', argument: '' },
    { kind: 'message', text: '/etc/hosts' },
  ])
})

it('takes the date as the day of publication of a forwarded text, else as the time of receipt', async () => {
  const bot = fakeBot(() => [])
  const terminal = await openTerminal(bot)
  const date = '2012-01-25T08:00:00Z'
  const before = Date.now()
  terminal.send({ ...from, text: 'مقال', forwardedFrom: 'الخبر', date })
  terminal.send({ ...from, text: '/digest', date })
  terminal.send({ ...from, text: 'سؤال', date: '2012-01-25' })
  terminal.send({ ...from, text: '/digest', forwardedFrom: { name: 'الخبر', url: 'https://example.org/a' } })
  await terminal.end()
  const [forwarded, command, question, linked] = bot.received
  expect(forwarded).toMatchObject({ kind: 'message', forwardedFrom: { name: 'الخبر', date } })
  expect(Date.parse(forwarded!.receivedAt)).toBeGreaterThanOrEqual(before)
  expect(command).toMatchObject({ kind: 'command', receivedAt: date })
  expect(question!.receivedAt).toBe('2012-01-25T12:00:00Z')
  expect(linked).toMatchObject({ kind: 'message', forwardedFrom: { name: 'الخبر', url: 'https://example.org/a' } })
})

it('keeps the order within a chat while other chats go on', async () => {
  const held = Promise.withResolvers<void>()
  const bot = fakeBot(async (incoming) => {
    if (textOf(incoming) === 'أول') await held.promise
    return [paragraph(textOf(incoming))]
  })
  const terminal = await openTerminal(bot)
  terminal.send({ ...from, text: 'أول' })
  terminal.send({ ...from, text: 'ثان' })
  terminal.send({ chat: 'c2', sender: 'u2', text: 'غيره' })
  expect((await terminal.next(1)).map(({ text }) => text)).toEqual(['غيره'])
  held.resolve()
  expect((await terminal.end()).map(({ text }) => text)).toEqual(['غيره', 'أول', 'ثان'])
})

it('says what is wrong with a line, by its number, and goes on', async () => {
  const terminal = await openTerminal(fakeBot(() => [paragraph('سمعت')]))
  for (const line of [
    'ليس كائنا',
    '[]',
    { sender: 'u1', text: 'أ' },
    { ...from },
    { ...from, text: 'أ', action: 'b' },
    { ...from, text: ' ' },
    { ...from, action: 'x'.repeat(49) },
    { ...from, text: 'أ', date: 'أمس' },
    '',
    { ...from, text: 'مقال' },
  ]) {
    terminal.send(line)
  }
  const lines = await terminal.end()
  const texts = lines.map(({ text }) => text).sort()
  expect(texts).toHaveLength(9)
  expect(texts).toContain('السطر 1: ليس JSON صحيحا.')
  expect(texts).toContain('السطر 3: الحقل chat ناقص أو ليس نصا.')
  expect(texts).toContain('السطر 5: المطلوب واحد من text وcommand وaction.')
  expect(texts).toContain('السطر 8: الحقل date ليس تاريخا بصيغة ISO 8601، مثل 2012-01-25T08:00:00Z.')
  expect(texts).toContain('سمعت')
  expect(lines.find(({ text }) => text.startsWith('السطر 8'))?.chat).toBe('c1')
  expect(lines.find(({ text }) => text.startsWith('السطر 1:'))?.chat).toBeNull()
})

it('passes over a line that is too long without holding it, and reads the next', async () => {
  const bot = fakeBot(() => [])
  const terminal = await openTerminal(bot)
  terminal.send({ ...from, text: 'x'.repeat(LINE_BYTES) })
  terminal.send({ ...from, text: 'مقال' })
  const [complaint] = await terminal.end()
  expect(complaint!.text).toBe('السطر 1: أطول من 6 ميغابايت، فتجاوزناه.')
  expect(bot.received).toMatchObject([{ text: 'مقال' }])
})

it('reads lines that are cut anywhere, inside characters and before their ends, and U+2028 within them', async () => {
  const bot = fakeBot(() => [])
  const input = new PassThrough()
  const adapter = createTerminal({ input, output: new PassThrough().resume(), jsonl: true }, bot)
  await adapter.start()
  const bytes = Buffer.from(
    `{"chat":"c1","sender":"u1","text":"سطر\u2028آخر"}\r\n{"chat":"c1","sender":"u1","text":"بلا نهاية"}`,
  )
  for (const byte of bytes) input.write(Buffer.from([byte]))
  input.end()
  await adapter.finished
  expect(bot.received.map(textOf)).toEqual(['سطر\u2028آخر', 'بلا نهاية'])
})

it('tells in the chat when the bot fails, and answers the next line', async () => {
  const terminal = await openTerminal(
    fakeBot((incoming) => {
      if (textOf(incoming) === 'خطأ') throw new Error('disk full')
      return [paragraph('سمعت')]
    }),
  )
  terminal.send({ ...from, text: 'خطأ' })
  terminal.send({ ...from, text: 'مقال' })
  expect((await terminal.end()).map(({ text }) => text)).toEqual(['وقع خطأ ولم يكتمل الجواب: disk full', 'سمعت'])
})

it('delivers to a chat that asked for nothing', async () => {
  const terminal = await openTerminal(fakeBot())
  expect(await terminal.adapter.deliver('c7', paragraph('موجز'))).toEqual({ ok: true })
  expect(await terminal.end()).toMatchObject([{ chat: 'c7', text: 'موجز' }])
})

it('stops in the middle of its input once what is under way is answered', async () => {
  const held = Promise.withResolvers<void>()
  const bot = fakeBot(async () => {
    await held.promise
    return [paragraph('سمعت')]
  })
  const terminal = await openTerminal(bot)
  terminal.send({ ...from, text: 'مقال' })
  await vi.waitFor(() => expect(bot.received).toHaveLength(1))
  const stopped = terminal.adapter.stop()
  held.resolve()
  await stopped
  expect(await terminal.next(1)).toMatchObject([{ text: 'سمعت' }])
})

it('ends without harm when nobody reads its output any more', async () => {
  const input = new PassThrough()
  const output = new PassThrough()
  const adapter = createTerminal({ input, output, jsonl: true }, fakeBot())
  await adapter.start()
  output.destroy(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))
  input.write(`${JSON.stringify({ ...from, text: 'مقال' })}\n`)
  input.end()
  await adapter.finished
  expect(await adapter.deliver('c1', paragraph('موجز'))).toMatchObject({ ok: false, permanent: false })
})
