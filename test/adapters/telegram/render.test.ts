import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as limits from '../../../adapters/telegram/limits.ts'
import { entitiesIn, shownLength } from '../../../adapters/telegram/markup.ts'
import { render as renderAny, type TextMessage } from '../../../adapters/telegram/render.ts'
import {
  type Block,
  type Choices,
  type Citation,
  isUpload,
  plain,
  quiet,
  type Reply,
  strong,
  type Text,
} from '../../../src/bot/reply.ts'
import { BRIEF } from '../fake-bot.ts'
import { parseHtml } from './html.ts'

/** Of replies of words alone. */
const render = (given: Reply) => renderAny(given) as TextMessage[]
const reply = (...blocks: Block[]): Reply => ({ language: 'ar', blocks })
const bare = (text: string) => text.replace(/\p{Cf}/gu, '')
/** What a reader sees. */
function shown({ text }: TextMessage): string {
  const parsed = parseHtml(text)
  if ('error' in parsed) throw new Error(`${parsed.error}: ${text}`)
  return bare(parsed.text)
}
const labels = ({ reply_markup }: TextMessage) =>
  reply_markup?.inline_keyboard.map((row) => row.map(({ text }) => bare(text)))
const cite = (text: string, url?: string): Citation => ({ article: 1, source: 'الصباح', date: '2012-01-23', text, url })

describe('what it looks like', () => {
  it('a brief', () => {
    const messages = render(BRIEF)
    expect(messages).toHaveLength(1)
    expect(bare(messages[0]!.text)).toBe(
      [
        '<b>اتفاق على دوريات حدودية مشتركة بعد محادثات رعتها AFRICOM</b>',
        'الصباح · وصل اليوم 09:14 · 577 كلمة، تُقرأ في ثلاث دقائق',
        '',
        '• وقّع وزير الداخلية سليم الراوي محضرا يجيز <b>12 دورية مشتركة</b> كل شهر. (<a href="https://example.org/a">الصباح، 23 جانفي 2012، الجملة 2</a>)',
        '• رفض الوفد نشر طائرات MQ-9 Reaper شمال خط العرض 27°. (الصباح، الجملة 5)',
        '',
        '<b>ليس مؤكدا</b>',
        '<blockquote>وصلت عشرات القطع إلى الحدود. (Reuters، 24 جانفي 2012، الجملة 1)</blockquote>',
        '',
        'افتح <a href="https://example.org/a">النص كاملا</a> أو &lt;b&gt;هذا&lt;/b&gt;.',
      ].join('\n'),
    )
    expect(labels(messages[0]!)).toEqual([['التفاصيل', 'خريطة العلاقات'], ['تابع: سليم الراوي']])
    expect(messages[0]).toMatchObject({ parse_mode: 'HTML', link_preview_options: { is_disabled: true } })
  })

  it('Latin names and numbers are isolated, lines that do not begin in Arabic are turned', () => {
    const [{ text }] = render(
      reply({ kind: 'paragraph', text: [plain('AFRICOM رفضت.\nوصلت MQ-9 '), strong('Reaper')] }),
    ) as [TextMessage]
    expect(text).toBe('\u200F\u2066AFRICOM\u2069 رفضت.\nوصلت \u2066MQ-9 <b>Reaper\u2069</b>')
  })

  it('in an English reply Arabic lines stay Arabic, and Arabic words in English ones are isolated', () => {
    const text = [plain('Said by محمد العيد.\nاختطف مسلحون الوالي.'), quiet('\nquiet')]
    expect(render({ language: 'en', blocks: [{ kind: 'paragraph', text }] })[0]!.text).toBe(
      'Said by \u2067محمد العيد\u2069.\nاختطف مسلحون الوالي.\n<i>quiet</i>',
    )
  })

  it('buttons stand under what they belong to', () => {
    const choices = (action: string): Choices => ({ kind: 'choices', choices: [{ label: 'نعم', action }] })
    const messages = render(
      reply(
        { kind: 'paragraph', text: [plain('أول؟')] },
        choices('a'),
        { kind: 'paragraph', text: [plain('ثان؟')] },
        choices('b'),
      ),
    )
    expect(messages.map(shown)).toEqual(['أول؟', 'ثان؟'])
    expect(messages.map(({ reply_markup }) => reply_markup?.inline_keyboard[0]?.[0]?.callback_data)).toEqual(['a', 'b'])
  })

  it('choices without words get some; a reply without words is nothing', () => {
    expect(render(reply({ kind: 'choices', choices: [{ label: 'نعم', action: 'a' }] })).map(shown)).toEqual(['اختر:'])
    expect(render(reply({ kind: 'paragraph', text: [plain(' \u200F\n')] }, { kind: 'points', items: [] }))).toEqual([])
  })
})

describe('what is too long for one message', () => {
  const words = (count: number) => 'كلمة أخرى، '.repeat(count)

  it('is cut at its blocks, the buttons under the last', () => {
    const blocks: Block[] = [1, 2, 3].map(() => ({ kind: 'paragraph', text: [plain(words(200).trim())] }))
    const messages = render(reply(...blocks, { kind: 'choices', choices: [{ label: 'نعم', action: 'a' }] }))
    expect(messages.map((each) => shown(each).split('\n\n').length)).toEqual([1, 1, 1])
    expect(messages.map((each) => each.reply_markup !== undefined)).toEqual([false, false, true])
  })

  it('inside a list between its items, each with its source', () => {
    const items = Array.from({ length: 30 }, (_, index) => ({
      text: [plain(`${words(20)}${index}.`)],
      citation: cite(`الصباح، الجملة ${index}`, `https://example.org/${index}`),
    }))
    const messages = render(reply({ kind: 'heading', level: 1, text: [plain('عنوان')] }, { kind: 'points', items }))
    expect(messages.length).toBe(2)
    const lines = messages.flatMap((each) => shown(each).split('\n'))
    expect(lines).toHaveLength(31)
    expect(
      lines.slice(1).every((line, index) => line.startsWith('• ') && line.endsWith(`(الصباح، الجملة ${index})`)),
    ).toBe(true)
  })

  it('a long quote is cut at its sentences, its source behind the last of them', () => {
    const text = [plain('قال الوزير إن الحدود آمنة. '.repeat(300))]
    const messages = render(reply({ kind: 'quote', text, citation: cite('الصباح') }))
    expect(messages).toHaveLength(2)
    expect(shown(messages[0]!).endsWith('آمنة.')).toBe(true)
    expect(shown(messages[1]!)).toMatch(/آمنة\.\s*\(الصباح\)$/)
  })

  it('also when it is the markup that is too much', () => {
    const address = `https://example.org/${'%D9%84'.repeat(60)}`
    const items = Array.from({ length: 40 }, (_, index) => ({
      text: [plain(`بند ${index}`)],
      citation: cite('الصباح', address),
    }))
    const links = render(reply({ kind: 'points', items }))
    expect(links.length).toBeGreaterThan(1)
    for (const { text } of links) expect(text.length).toBeLessThanOrEqual(limits.MARKUP_LENGTH)

    const runs: Text = Array.from({ length: 250 }, (_, index) => (index % 2 ? strong('قوي ') : plain('عادي ')))
    const marked = render(reply({ kind: 'paragraph', text: runs }))
    for (const { text } of marked) expect(entitiesIn(text)).toBeLessThanOrEqual(limits.ENTITIES_PER_MESSAGE)
    expect(marked.map(shown).join('').replace(/\s/g, '')).toBe('عاديقوي'.repeat(125))

    const signs = render(reply({ kind: 'paragraph', text: [plain('&'.repeat(4000))] }))
    expect(signs.map(shown).join('')).toBe('&'.repeat(4000))
  })

  it('more buttons than a message takes go under a second one', () => {
    const choices = Array.from({ length: 130 }, (_, index) => ({ label: `خيار ${index}`, action: `a:${index}` }))
    const messages = render(reply({ kind: 'paragraph', text: [plain('أيها؟')] }, { kind: 'choices', choices }))
    expect(messages.map(shown)).toEqual(['أيها؟', 'اختر:'])
    expect(messages.flatMap(labels).flat()).toEqual(choices.map(({ label }) => label))
    for (const each of messages) expect(labels(each)!.flat().length).toBeLessThanOrEqual(limits.BUTTONS_PER_MESSAGE)
  })
})

describe('for any reply', () => {
  const word = fc.constantFrom(
    ...[
      'والي',
      'مُحَمَّد',
      'AFRICOM',
      '<b>',
      '&amp;',
      '"',
      "'",
      '>',
      '12',
      '. ',
      ' ',
      '\n',
      '\n\n',
      '😀',
      '👩‍👩‍👧',
      '\u2066',
      '(',
      '»',
    ],
  )
  const words = fc.array(word, { maxLength: 60, size: 'max' }).map((parts) => parts.join(''))
  const run = fc.record(
    {
      text: fc.oneof(
        words,
        words.map((each) => each.repeat(40)),
      ),
      weight: fc.constantFrom('strong' as const, 'quiet' as const),
      href: fc.constantFrom(
        'https://example.org/?a=1&b="2"',
        'javascript:alert(1)',
        'https://[',
        'http://مثال.إختبار/ص',
      ),
    },
    { requiredKeys: ['text'] },
  )
  const text = fc.array(run, { maxLength: 4 })
  const citation = fc.record({ article: fc.nat(), source: words, date: fc.constant('2012-01-23'), text: words })
  const item = fc.record({ text, citation }, { requiredKeys: ['text'] })
  const block: fc.Arbitrary<Block> = fc.oneof(
    fc.record({ kind: fc.constant('heading' as const), level: fc.constantFrom(1 as const, 2 as const), text }),
    fc.record({ kind: fc.constant('paragraph' as const), text }),
    fc.record({ kind: fc.constant('points' as const), items: fc.array(item, { maxLength: 8 }) }),
    fc.record({ kind: fc.constant('quote' as const), text, citation }, { requiredKeys: ['kind', 'text'] }),
    fc.record({
      kind: fc.constant('choices' as const),
      choices: fc.array(fc.record({ label: words, action: fc.stringMatching(/^[a-z:0-9]{1,48}$/) }), { maxLength: 9 }),
    }),
  )
  const replies = fc.record({
    language: fc.constantFrom('ar' as const, 'en' as const, 'fr' as const),
    blocks: fc.array(block, { maxLength: 8 }),
  })
  const letters = (seen: string) => seen.replace(/[\s\p{Cf}•]/gu, '')

  it('each message is what Telegram takes, and no word is lost', () => {
    fc.assert(
      fc.property(replies, (given) => {
        const messages = render(given)
        for (const each of messages) {
          expect(parseHtml(each.text)).not.toHaveProperty('error')
          expect(shown(each).trim()).not.toBe('')
          expect(shownLength(each.text)).toBeLessThanOrEqual(limits.MESSAGE_LENGTH)
          expect(entitiesIn(each.text)).toBeLessThanOrEqual(limits.ENTITIES_PER_MESSAGE)
          expect(each.text.length).toBeLessThanOrEqual(limits.MARKUP_LENGTH)
          expect(each.text).not.toContain('javascript')
          expect(each.text.isWellFormed()).toBe(true)
        }
        const said = given.blocks.flatMap((each) => {
          if (each.kind === 'choices' || isUpload(each)) return []
          const parts = each.kind === 'points' ? each.items : [each]
          return parts.map((part) => letters(part.text.map((one) => one.text).join('')))
        })
        const seen = letters(messages.map(shown).join(''))
        for (const part of said) expect(seen).toContain(part)
      }),
      { numRuns: 60 },
    )
  })
})
