import { expect, it } from 'vitest'
import { LANGUAGES } from '../../../src/bot/incoming.ts'
import { say } from '../../../src/words.ts'
import { BRIEF, fakeBot, paragraph } from '../fake-bot.ts'
import { openTextTerminal } from './client.ts'

const plainly = (text: string) => text.replace(/[\u2066-\u2069]/g, '')

it('writes a reply that can be read: underlined heading, points, sources, numbered choices', async () => {
  const terminal = await openTextTerminal(fakeBot())
  terminal.write('مقال\n.\n')
  const text = plainly(await terminal.end())
  const heading = 'اتفاق على دوريات حدودية مشتركة بعد محادثات رعتها AFRICOM'
  expect(text).toContain(`${heading}\n${'─'.repeat(heading.length)}\n\n`)
  expect(text).toContain(
    '• وقّع وزير الداخلية سليم الراوي محضرا يجيز 12 دورية مشتركة كل شهر. (الصباح، 23 جانفي 2012، الجملة 2)',
  )
  expect(text).toContain('│ وصلت عشرات القطع إلى الحدود. (Reuters، 24 جانفي 2012، الجملة 1)')
  expect(text).toContain('النص كاملا (https://example.org/a)')
  expect(text).toContain('[1] التفاصيل\n[2] خريطة العلاقات\n[3] تابع: سليم الراوي')
})

it('takes what is piped in as one message, empty lines and all, up to a dot or the end', async () => {
  const bot = fakeBot(() => [])
  const terminal = await openTextTerminal(bot)
  terminal.write('العنوان\n\nفقرة أولى.\n\nفقرة ثانية.\n.\n\n/digest\n/who سليم\nسؤال بلا نقطة')
  await terminal.end()
  expect(bot.received).toMatchObject([
    { kind: 'message', text: 'العنوان\n\nفقرة أولى.\n\nفقرة ثانية.', chat: 'terminal', sender: 'terminal' },
    { kind: 'command', command: 'digest' },
    { kind: 'command', command: 'who', argument: 'سليم' },
    { kind: 'message', text: 'سؤال بلا نقطة' },
  ])
})

it('says first, in one line, how a message ends', async () => {
  const terminal = await openTextTerminal(fakeBot(() => []))
  const [first, second] = (await terminal.end()).split('\n')
  expect(first).toBe(say('ar', 'terminal.piped'))
  expect(second).toBe('')
  const inEach = LANGUAGES.map((language) => say(language, 'terminal.piped'))
  expect(new Set(inEach).size).toBe(LANGUAGES.length)
})

it('takes a number as the choice that it stands for, in the digits of either script', async () => {
  const bot = fakeBot((incoming) => (incoming.kind === 'message' ? [BRIEF] : [paragraph('تم')]))
  const terminal = await openTextTerminal(bot)
  terminal.write('2\n.\nمقال\n.\n2\n.\n٣\n.\n4\n.\n')
  await terminal.end()
  expect(bot.received).toMatchObject([
    // Nothing is on offer yet.
    { kind: 'message', text: '2' },
    { kind: 'message', text: 'مقال' },
    { kind: 'choice', action: 'map:1' },
    { kind: 'choice', action: 'follow:1' },
    // Nothing has this number.
    { kind: 'message', text: '4' },
  ])
})

const ARTICLE = ['العنوان', '', 'فقرة طويلة من المقال. '.repeat(400), '', 'فقرة أخيرة.']

/** Answers each message with its length, so that a test can wait for it. */
const counting = () =>
  fakeBot((incoming) => [paragraph(incoming.kind === 'message' ? `سمعت ${incoming.text.length}` : 'أمر')])

it('takes what a terminal marks as pasted as one message, wherever chunks cut it', async () => {
  const bot = counting()
  const terminal = await openTextTerminal(bot, true)
  const bytes = Buffer.from(`\x1b[200~${ARTICLE.join('\r')}\x1b[201~`)
  for (let start = 0; start < bytes.length; start += 7) terminal.write(bytes.subarray(start, start + 7))
  await terminal.until(/سمعت/)
  await terminal.end()
  expect(bot.received).toMatchObject([{ kind: 'message', text: ARTICLE.join('\n') }])
})

it('puts a short paste into the line that is being typed', async () => {
  const bot = counting()
  const terminal = await openTextTerminal(bot, true)
  terminal.write('من هو \x1b[200~سليم الراوي\x1b[201~؟\r')
  await terminal.until(/سمعت/)
  await terminal.end()
  expect(bot.received).toMatchObject([{ text: 'من هو سليم الراوي؟' }])
})

it('takes lines that come without a pause as one message, and lines typed one by one as many', async () => {
  const bot = counting()
  const terminal = await openTextTerminal(bot, true)
  terminal.write('العنوان\r\rفقرة أولى.\rفقرة أخيرة.\r')
  await terminal.until(/سمعت/)
  terminal.write('/digest\r')
  await terminal.until(/أمر/)
  await terminal.end()
  expect(bot.received).toMatchObject([
    { kind: 'message', text: 'العنوان\n\nفقرة أولى.\nفقرة أخيرة.' },
    { kind: 'command', command: 'digest' },
  ])
})

it('keeps Latin names and numbers together in lines that run from the right', async () => {
  const terminal = await openTextTerminal(fakeBot())
  terminal.write('مقال\n.\n')
  const text = await terminal.end()
  expect(text).toContain('طائرات \u2066MQ-9 Reaper\u2069 شمال')
  expect(text).toContain('(\u2066Reuters\u2069، \u206624\u2069 جانفي')
})

it('shows nothing that a terminal would obey', async () => {
  const terminal = await openTextTerminal(fakeBot(() => [paragraph('قبل\x1b]0;title\x07\x9b2Jبعد\tسطر\nآخر')]))
  terminal.write('مقال\n.\n')
  expect(plainly(await terminal.end())).toContain('قبل]0;title2Jبعد\tسطر\nآخر')
})

it('delivers to the one chat there is, and to no other', async () => {
  const terminal = await openTextTerminal(fakeBot())
  expect(await terminal.adapter.deliver('terminal', paragraph('موجز'))).toEqual({ ok: true })
  expect(await terminal.adapter.deliver('c1', paragraph('موجز'))).toMatchObject({ ok: false, permanent: true })
  expect(await terminal.end()).toContain('موجز\n')
})
