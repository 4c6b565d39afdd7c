import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { directionOf, isolate, isolateRuns } from '../../../adapters/shared/isolate.ts'
import { plain, strong, textOf } from '../../../src/bot/reply.ts'

/** Isolates as signs that a reader of this file can see: { opens left-to-right, < right-to-left, } closes. */
const seen = (text: string) => text.replaceAll('\u2066', '{').replaceAll('\u2067', '<').replaceAll('\u2069', '}')

describe('in a right-to-left line', () => {
  it.each([
    ['زار وفد AFRICOM المنطقة', 'زار وفد {AFRICOM} المنطقة'],
    ['طائرات MQ-9 Reaper وصلت', 'طائرات {MQ-9 Reaper} وصلت'],
    ['«Le Monde» و«New York Times»', '«{Le Monde}» و«{New York Times}»'],
    ['الساعة 07:30، يوم 2012-01-25', 'الساعة {07:30}، يوم {2012-01-25}'],
    ['بين 10-15 و10–15 بالمئة', 'بين {10-15} و{10–15} بالمئة'],
    ['ارتفع 35% إلى 3.5%.', 'ارتفع {35%} إلى {3.5%}.'],
    ['شمال خط العرض 27°', 'شمال خط العرض {27°}'],
    ['كوفيد-19 والهاتف +213 والسعر $5', 'كوفيد-{19} والهاتف {+213} والسعر {$5}'],
    ['انظر https://example.org/a_(b)?q=1&r=2. ثم', 'انظر {https://example.org/a_(b)?q=1&r=2}. ثم'],
    ['(انظر https://example.org/a)', '(انظر {https://example.org/a})'],
    ['راسل desk@example.org أو @desk', 'راسل {desk@example.org} أو {@desk}'],
    ['موجز 07:30 Africa/Algiers', 'موجز {07:30 Africa/Algiers}'],
    ['قالت U.S. Navy أمس', 'قالت {U.S. Navy} أمس'],
    ['قال "we will not, ever, go" أمس', 'قال "{we will not, ever, go}" أمس'],
    ['على بعد 5 km من الحدود', 'على بعد {5 km} من الحدود'],
    ['12\u00A0000 شخص', '{12\u00A0000} شخص'],
    ['MQ-9 (Reaper) جديدة', '{MQ-9 (Reaper)} جديدة'],
    ['José وe\u0301te\u0301', '{José} و{e\u0301te\u0301}'],
  ])('%s', (text, expected) => {
    expect(seen(isolate(text, 'rtl'))).toBe(expected)
  })

  it('two numbers side by side stay in the order of the line', () => {
    expect(seen(isolate('‎[1، 2] و3, 4', 'rtl'))).toBe('‎[{1}، {2}] و{3}, {4}')
  })

  it('a number that counts the Arabic word behind it does not change places with the name before it', () => {
    expect(seen(isolate('قتلت AFRICOM 12 مسلحا', 'rtl'))).toBe('قتلت {AFRICOM} {12} مسلحا')
    expect(seen(isolate('معيار ISO 3166-1.', 'rtl'))).toBe('معيار {ISO 3166-1}.')
  })

  it('a line without Arabic is isolated as a whole, its full stop included', () => {
    expect(seen(isolate('عنوان\nIt is over.\n', 'rtl'))).toBe('عنوان\n{It is over.}\n')
  })

  it('brackets are never parted', () => {
    expect(seen(isolate('قال MQ-9 (Reaper جديد', 'rtl'))).toBe('قال {MQ-9} ({Reaper} جديد')
  })

  it('Arabic-Indic digits need no help', () => {
    expect(isolate('٢٠١٢ و١٢٪ و١٠:٣٠', 'rtl')).toBe('٢٠١٢ و١٢٪ و١٠:٣٠')
  })

  it('a name over several runs is isolated once', () => {
    const runs = isolateRuns([plain('وصلت MQ-9 '), strong('Reaper'), plain(' أمس')], 'rtl')
    expect(runs.map(({ text }) => seen(text))).toEqual(['وصلت {MQ-9 ', 'Reaper}', ' أمس'])
    expect(runs[1]?.weight).toBe('strong')
  })
})

describe('in a left-to-right line', () => {
  it.each([
    ['Governor محمد العيد خلفي (والي إليزي) said «نعم».', 'Governor <محمد العيد خلفي (والي إليزي)} said «<نعم}».'],
    ['Le 5, « الخبر » écrit', 'Le 5, « <الخبر} » écrit'],
    ['from ولد 12 سنة on', 'from <ولد 12 سنة} on'],
  ])('%s', (text, expected) => {
    expect(seen(isolate(text, 'ltr'))).toBe(expected)
  })
})

describe('what has isolates already', () => {
  it('is left alone, the rest of its line is not', () => {
    expect(seen(isolate('\u2066A B\u2069 وC', 'rtl'))).toBe('{A B} و{C}')
  })
  it('a line whose isolates are not in pairs stays as it is', () => {
    expect(isolate('\u2066AB و CD', 'rtl')).toBe('\u2066AB و CD')
    expect(isolate('AB\u2069 و CD', 'rtl')).toBe('AB\u2069 و CD')
  })
})

it('a text has the direction of its first letter', () => {
  expect(directionOf('• 12 والي', 'ltr')).toBe('rtl')
  expect(directionOf('12 Reuters والي', 'rtl')).toBe('ltr')
  expect(directionOf('12:30 …', 'rtl')).toBe('rtl')
})

describe('for any text', () => {
  const piece = fc.constantFrom(
    ...['والي', 'د.', 'AFRICOM', 'é', '12', '07:30', ' ', '  ', '\n', '،', '.', ',', '(', ')', '«', '»', '[', ']', '"'],
    ...[
      '-',
      '%',
      '+',
      '&',
      '@',
      'https://a.b/c_(d)',
      '\u064E',
      '\u0301',
      '😀',
      '👩‍👩‍👧',
      '\u200F',
      '٣',
      '\u2066x\u2069',
    ],
  )
  const texts = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''))
  const direction = fc.constantFrom('rtl' as const, 'ltr' as const)

  it('isolates come in pairs, one deep, within a line; nothing else changes; once is as good as twice', () => {
    fc.assert(
      fc.property(texts, direction, (text, base) => {
        const shown = isolate(text, base)
        expect(shown.replace(/[\u2066-\u2069]/g, '')).toBe(text.replace(/[\u2066-\u2069]/g, ''))
        for (const line of shown.split('\n')) {
          expect(line).toMatch(/^(?:[^\u2066-\u2069]|[\u2066\u2067][^\u2066-\u2069]+\u2069)*$/)
        }
        expect(isolate(shown, base)).toBe(shown)
      }),
      { numRuns: 2000 },
    )
  })

  it('runs are isolated as their whole text is', () => {
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 6 }), direction, (parts, base) => {
        const runs = isolateRuns(parts.map(plain), base)
        expect(textOf(runs)).toBe(isolate(parts.join(''), base))
      }),
    )
  })
})
