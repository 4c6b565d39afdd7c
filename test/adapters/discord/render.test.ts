import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as limits from '../../../adapters/discord/limits.ts'
import { type DiscordMessage, render } from '../../../adapters/discord/render.ts'
import {
  type Block,
  type Choices,
  isUpload,
  plain,
  quiet,
  type Reply,
  type Run,
  strong,
  type Upload,
} from '../../../src/bot/reply.ts'

const reply = (...blocks: Block[]): Reply => ({ language: 'ar', blocks })
/** Isolates and direction marks are another file's matter: see test/adapters/shared. */
const bare = (text = '') => text.replace(/\p{Cf}/gu, '')
const shown = ({ content, embeds }: DiscordMessage) =>
  bare([content, ...embeds.flatMap(({ title, description }) => [title, description])].filter(Boolean).join('\n'))

describe('what it looks like', () => {
  it('a brief is an embed under its headline', () => {
    const [brief, ...others] = render(
      reply(
        { kind: 'heading', level: 1, text: [plain('والي إليزي يعود')] },
        { kind: 'paragraph', text: [quiet('الخبر · 577 كلمة')] },
        {
          kind: 'points',
          items: [
            {
              text: [strong('اختطف '), plain('مسلحون الوالي.')],
              citation: { article: 1, source: 'الخبر', date: '2012-01-23', text: 'الخبر، الجملة 1' },
            },
            { text: [plain('رفضت الجزائر القواعد.')] },
          ],
        },
        { kind: 'heading', level: 2, text: [plain('ليس مؤكدا')] },
        {
          kind: 'quote',
          text: [plain('وصلت أسلحة.\nمن ليبيا.')],
          citation: { article: 1, source: 'الخبر', date: '2012-01-23', text: 'الخبر', url: 'https://news.example/1' },
        },
        { kind: 'choices', choices: [{ label: 'التفاصيل', action: 'more:1' }] },
      ),
    )
    expect(others).toEqual([])
    expect(bare(brief?.embeds[0]?.title)).toBe('والي إليزي يعود')
    expect(bare(brief?.embeds[0]?.description)).toBe(
      [
        '-# الخبر · 577 كلمة',
        '',
        '• **اختطف** مسلحون الوالي. (الخبر، الجملة 1)',
        '• رفضت الجزائر القواعد.',
        '',
        '**ليس مؤكدا**',
        '> وصلت أسلحة.',
        '> من ليبيا. ([الخبر](<https://news.example/1>))',
      ].join('\n'),
    )
    expect(brief?.components).toMatchObject([{ type: 1, components: [{ type: 2, style: 2, custom_id: 'more:1' }] }])
  })

  it('a remark is a message like any other', () => {
    const remark = reply({ kind: 'paragraph', text: [plain('أتابع إليزي.')] }, { kind: 'choices', choices: [] })
    expect(render(remark)).toMatchObject([{ embeds: [], components: [] }])
    expect(shown(render(remark)[0]!)).toBe('أتابع إليزي.')
  })

  it('nothing to see is not sent', () => {
    const nothing: Block[] = [
      { kind: 'heading', level: 1, text: [] },
      { kind: 'paragraph', text: [plain(' \u200F\n')] },
      { kind: 'points', items: [] },
    ]
    expect(render(reply(...nothing))).toEqual([])
  })

  it('buttons stand under what they belong to', () => {
    const question = (text: string, action: string): Block[] => [
      { kind: 'paragraph', text: [plain(text)] },
      { kind: 'choices', choices: [{ label: 'نعم', action }] },
    ]
    const messages = render(reply(...question('أول؟', 'a'), ...question('ثان؟', 'b')))
    expect(messages.map(shown)).toEqual(['أول؟', 'ثان؟'])
    expect(messages.map(({ components }) => components[0]?.components[0]?.custom_id)).toEqual(['a', 'b'])
  })

  it('keeps a heading with what it heads', () => {
    const filler: Block = { kind: 'paragraph', text: [plain('س'.repeat(4080))] }
    const heading: Block = { kind: 'heading', level: 2, text: [plain('مرتقب')] }
    const [message] = render(reply(filler, heading, { kind: 'paragraph', text: [plain('وفد ليبي يستعد للزيارة.')] }))
    expect(bare(message?.embeds[1]?.description)).toBe('**مرتقب**\nوفد ليبي يستعد للزيارة.')
  })

  it.each([
    [[plain('1. قال *هذا* و_ذاك_ ||سرا||')], '1\\. قال \\*هذا\\* و\\_ذاك\\_ \\|\\|سرا\\|\\|'],
    [[plain('# ليس عنوانا\n- ولا بندا')], '\\# ليس عنوانا\n\\- ولا بندا'],
    [[plain('<@1> @everyone <t:1>')], '\\<@1\\> @everyone \\<t:1\\>'],
    [[plain('[هنا](https://a.example/)')], '\\[هنا\\](<https://a.example/>)'],
    [[plain('انظر https://a.example/a_b، ثم')], 'انظر <https://a.example/a_b>، ثم'],
    [[{ text: 'المصدر [1]', href: 'https://a.example/(x)' }], '[المصدر \\[1\\]](<https://a.example/%28x%29>)'],
    [[{ text: 'المصدر', href: 'javascript:alert(1)' }], 'المصدر'],
    [[{ text: 'https://a.example/x', href: 'https://a.example/x' }], '<https://a.example/x>'],
    [[strong('أ'), strong('ب '), plain('ج')], '**أب** ج'],
  ] as [Run[], string][])('%j', (text, markdown) => {
    expect(shown(render(reply({ kind: 'paragraph', text }))[0]!)).toBe(markdown)
  })
})

const awkward = fc.constantFrom(
  '*',
  '**',
  '_',
  '`',
  '```',
  '||',
  '[',
  '](',
  ')',
  '<@1>',
  '> ',
  '\n',
  '\n\n',
  '# ',
  '- ',
  '\\',
)
const word = fc.constantFrom('قال', 'الوزير', 'NATO', '12', 'لا', '👨‍👩‍👧', 'د.', 'x'.repeat(300), '؟', '. ', ' ', ' ')
const words = fc.oneof(
  { arbitrary: fc.array(fc.oneof(word, word, awkward), { maxLength: 40 }), weight: 4 },
  { arbitrary: fc.array(fc.oneof(word, awkward), { minLength: 400, maxLength: 900 }), weight: 1 },
)
const run: fc.Arbitrary<Run> = fc.record(
  { text: words.map((parts) => parts.join('')), weight: fc.constantFrom('strong' as const, 'quiet' as const) },
  { requiredKeys: ['text'] },
)
const text = fc.array(run, { maxLength: 4 })
const citation = fc.constant({ article: 1, source: 'الخبر', date: '2012-01-23', text: 'الخبر، الجملة' })
const item = fc.record({ text, citation }, { requiredKeys: ['text'] })
const choice = fc.record({
  label: fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    words.map((parts) => parts.join('')),
  ),
  action: fc.stringMatching(/^[a-z:0-9]{1,48}$/),
})
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), level: fc.constantFrom(1 as const, 2 as const), text }),
  fc.record({ kind: fc.constant('paragraph' as const), text }),
  fc.record({ kind: fc.constant('points' as const), items: fc.array(item, { maxLength: 12 }) }),
  fc.record({ kind: fc.constant('quote' as const), text, citation }, { requiredKeys: ['kind', 'text'] }),
  fc.record({ kind: fc.constant('choices' as const), choices: fc.array(choice, { maxLength: 60 }) }),
)
const replies = fc.array(block, { maxLength: 12 }).map((blocks) => reply(...blocks))

describe('for any reply', () => {
  it('every message is within the limits and none is empty', () => {
    fc.assert(
      fc.property(replies, (any) => {
        for (const { content, embeds, components } of render(any)) {
          expect(content ?? embeds[0] ?? components[0]).toBeTruthy()
          expect((content ?? '').length).toBeLessThanOrEqual(limits.CONTENT_LENGTH)
          expect(embeds.length).toBeLessThanOrEqual(limits.EMBEDS_PER_MESSAGE)
          let sum = 0
          for (const { title, description } of embeds) {
            expect(bare(title ?? description).trim()).not.toBe('')
            expect(title?.length ?? 0).toBeLessThanOrEqual(limits.EMBED_TITLE_LENGTH)
            expect(description?.length ?? 0).toBeLessThanOrEqual(limits.EMBED_DESCRIPTION_LENGTH)
            sum += (title?.length ?? 0) + (description?.length ?? 0)
          }
          expect(sum).toBeLessThanOrEqual(limits.EMBEDS_LENGTH)
          expect(components.length).toBeLessThanOrEqual(limits.ROWS_PER_MESSAGE)
          for (const row of components) {
            expect(row.components.length).toBeGreaterThan(0)
            expect(row.components.length).toBeLessThanOrEqual(limits.BUTTONS_PER_ROW)
            for (const { label, custom_id } of row.components) {
              expect(bare(label).trim()).not.toBe('')
              expect(label!.length).toBeLessThanOrEqual(limits.BUTTON_LABEL_LENGTH)
              expect(custom_id.length).toBeLessThanOrEqual(limits.CUSTOM_ID_LENGTH)
            }
          }
        }
      }),
      { numRuns: 150 },
    )
  })

  it('all words are there once, in order', () => {
    const letters = (of: string) => of.replace(/[^\p{L}\p{N}]/gu, '')
    const said = (block: Exclude<Block, Choices | Upload>) =>
      block.kind === 'points'
        ? block.items.map(({ text, citation }) => visible(text.map((each) => each.text).join(''), citation?.text))
        : [visible(block.text.map((each) => each.text).join(''), block.kind === 'quote' ? block.citation?.text : '')]
    /** A citation stands only behind words. */
    const visible = (all: string, cited = '') => (/[^\s\p{Cf}]/u.test(all) ? all + cited : '')
    fc.assert(
      fc.property(replies, (any) => {
        const blocks = any.blocks.filter((each) => each.kind !== 'choices' && !isUpload(each))
        expect(letters(render(any).map(shown).join(''))).toBe(letters(blocks.flatMap(said).join('')))
      }),
      { numRuns: 150 },
    )
  })

  it('every action is offered once', () => {
    fc.assert(
      fc.property(replies, (any) => {
        const actions = any.blocks
          .flatMap((each) => (each.kind === 'choices' ? each.choices : []))
          .map((each) => each.action)
        const buttons = render(any).flatMap(({ components }) => components.flatMap((row) => row.components))
        const offered = buttons.map(({ custom_id }) => custom_id)
        expect(new Set(offered)).toEqual(new Set(actions))
      }),
      { numRuns: 100 },
    )
  })

  it('nothing in it acts as markup, or calls anybody', () => {
    fc.assert(
      fc.property(replies, (any) => {
        for (const line of render(any).map(shown).join('\n').split('\n')) {
          const live = line.replace(/\\[^0-9A-Za-z\s]/g, '·').replace(/^(> |-# )/, '')
          expect(live.replaceAll('**', '')).not.toMatch(/[*_`|[\]<>\\]/)
          expect(live).not.toMatch(/^(#|-|\d+\.)/)
          expect(live.split('**').length % 2).toBe(1)
        }
      }),
      { numRuns: 150 },
    )
  })
})
