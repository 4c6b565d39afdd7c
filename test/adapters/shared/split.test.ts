import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isolate } from '../../../adapters/shared/isolate.ts'
import { pack, shorten, splitRuns, splitText } from '../../../adapters/shared/split.ts'
import { plain, strong, textOf } from '../../../src/bot/reply.ts'

describe('where a text is cut', () => {
  it.each([
    ['at a paragraph', 'أول سطر هنا. ثان\n\nفقرة ثانية هنا.', 24, ['أول سطر هنا. ثان\n\n', 'فقرة ثانية هنا.']],
    ['else at a line', 'أول سطر هنا. ثان\nسطر ثان هنا.', 22, ['أول سطر هنا. ثان\n', 'سطر ثان هنا.']],
    ['else at a sentence', 'جملة أولى هنا. جملة ثانية هنا.', 22, ['جملة أولى هنا. ', 'جملة ثانية هنا.']],
    ['else at a word', 'كلمة وكلمة وكلمة وكلمة', 12, ['كلمة وكلمة ', 'وكلمة وكلمة']],
    ['else between grapheme clusters', 'مُحَمَّدٌ', 5, ['مُحَ', 'مَّدٌ']],
    ['not behind a title', 'التقى الوزير د. سالم الراوي أمس', 20, ['التقى الوزير د. ', 'سالم الراوي أمس']],
  ])('%s', (_, text, limit, expected) => {
    const parts = splitText(text, limit)
    expect(parts.join('')).toBe(text)
    expect(parts).toEqual(expected)
  })

  it('a full stop behind «د» alone ends no sentence', () => {
    const text = 'وصل الوفد أمس. ثم التقى د. سالم الراوي هناك'
    expect(splitText(text, 30)[0]).toBe('وصل الوفد أمس. ')
  })

  it('a short first paragraph is not left alone before a long one', () => {
    const [first] = splitText(`عنوان\n\n${'كلمة '.repeat(40)}`, 100)
    expect(first!.length).toBeGreaterThan(80)
  })

  it('runs keep what they are', () => {
    const parts = splitRuns([plain('كلمة و'), strong('كلمة وكلمة'), plain(' أخيرة')], 12)
    expect(parts).toEqual([
      [plain('كلمة و'), strong('كلمة ')],
      [strong('وكلمة'), plain(' أخيرة')],
    ])
  })

  it('a long text takes no long time', () => {
    const text = 'كلمات كثيرة في جملة واحدة طويلة، '.repeat(30_000)
    const before = performance.now()
    expect(splitText(text, 4096).join('')).toBe(text)
    expect(performance.now() - before).toBeLessThan(5000)
  })

  it('shortening ends with a sign of it and breaks nothing', () => {
    expect(shorten('قصير', 4)).toBe('قصير')
    expect(shorten('ليس قصيرا', 6)).toBe('ليس ق…')
    expect(shorten('ab👩‍👩‍👧c', 5)).toBe('ab…')
  })
})

const clusters = new Intl.Segmenter('ar', { granularity: 'grapheme' })
const piece = fc.constantFrom(
  ...[
    'والي',
    'مُحَمَّد',
    'د.',
    'AFRICOM',
    '12',
    '. ',
    '؟ ',
    ' ',
    '\n',
    '\n\n',
    '\r\n',
    '،',
    'e\u0301',
    '😀',
    '👩‍👩‍👧',
    '🇩🇿',
    '\u064E',
  ],
)
const texts = fc.array(piece, { maxLength: 120 }).map((pieces) => pieces.join(''))

describe('for any text', () => {
  it('nothing is lost, nothing is over the limit, no cluster is broken', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 12, max: 80 }), (text, limit) => {
        const longest = Math.max(0, ...[...clusters.segment(text)].map(({ segment }) => segment.length))
        const borders = new Set([...clusters.segment(text)].map(({ index }) => index))
        const parts = splitText(text, limit)
        expect(parts.join('')).toBe(text)
        let at = 0
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(limit)
          if (at > 0 && longest <= limit) expect(borders.has(at)).toBe(true)
          at += part.length
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('a cluster over the limit is cut between its code points', () => {
    const parts = splitText('👩‍👩‍👧‍👦'.repeat(2), 4)
    expect(parts.join('')).toBe('👩‍👩‍👧‍👦'.repeat(2))
    for (const part of parts) {
      expect(part.length).toBeLessThanOrEqual(4)
      expect(part.isWellFormed()).toBe(true)
    }
  })

  it('holds with another measure than length', () => {
    const measure = (text: string) => isolate(text, 'rtl').length
    fc.assert(
      fc.property(texts, fc.integer({ min: 20, max: 80 }), (text, limit) => {
        const parts = splitText(text, limit, measure)
        expect(parts.join('')).toBe(text)
        for (const part of parts) expect(measure(part)).toBeLessThanOrEqual(limit)
      }),
    )
  })

  it('the runs of the parts are the runs of the text', () => {
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 4 }), fc.integer({ min: 12, max: 80 }), (each, limit) => {
        const text = each.map((words, index) => (index % 2 ? strong(words) : plain(words)))
        const parts = splitRuns(text, limit)
        expect(parts.map(textOf)).toEqual(splitText(textOf(text), limit))
        expect(textOf(parts.flat().filter(({ weight }) => weight))).toBe(textOf(text.filter(({ weight }) => weight)))
      }),
    )
  })
})

describe('packing', () => {
  const fits = (blocks: string[]) => blocks.join('').length <= 10
  const divide = (block: string) => splitText(block, 10)

  it('whole blocks together, a border between messages, and only the too long one is divided', () => {
    expect(pack(['aaaa', 'bbbb', 'cccc', 'd'.repeat(23), 'ee'], { fits, divide })).toEqual([
      ['aaaa', 'bbbb'],
      ['cccc'],
      ['d'.repeat(10)],
      ['d'.repeat(10)],
      ['ddd', 'ee'],
    ])
  })

  it('a heading moves along with what it heads', () => {
    const heads = (block: string) => block.startsWith('#')
    expect(pack(['aaaa', '#b', 'ccccc'], { fits, divide, heads })).toEqual([['aaaa'], ['#b', 'ccccc']])
    expect(pack(['#b', 'c'.repeat(12)], { fits, divide, heads })).toEqual([['#b'], ['c'.repeat(10)], ['cc']])
  })

  it('loses nothing and keeps the order', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[#a-z]{1,25}$/), { maxLength: 12 }), (blocks) => {
        const messages = pack(blocks, { fits, divide, heads: (block) => block.startsWith('#') })
        expect(messages.flat().join('')).toBe(blocks.join(''))
        for (const message of messages) expect(fits(message)).toBe(true)
      }),
    )
  })
})
