import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

type Cut = (text: string, direction: 'rtl' | 'ltr') => { text: string; isolated: boolean }[]
// The page's own file, loaded as the browser loads it: it is plain JavaScript and no part of the server's program.
const path = new URL('../../../adapters/web/page/isolate.js', import.meta.url)
const { cutByDirection, directionOfText } = (await import(
  `data:text/javascript,${encodeURIComponent(readFileSync(path, 'utf8'))}`
)) as { cutByDirection: Cut; directionOfText(text: string, otherwise: string): string }

const isolated = (text: string, direction: 'rtl' | 'ltr' = 'rtl') =>
  cutByDirection(text, direction).flatMap((part) => (part.isolated ? [part.text] : []))

it.each([
  ['رفض الوفد نشر طائرات MQ-9 Reaper هناك.', ['MQ-9 Reaper']],
  ['وصل في 09:14 يوم 2012-01-23.', ['09:14', '2012-01-23']],
  ['في جانفي 2012 12 قتيلا', ['2012', '12']],
  ['ارتفع 3.5% إلى +4 درجات', ['3.5%', '+4']],
  ['بيان AFRICOM (U.S. Africa Command).', ['AFRICOM', 'U.S. Africa Command']],
  ['اقرأ https://example.org/a?b=1 الآن', ['https://example.org/a?b=1']],
  ['المادة 12، والمادة ١٣', ['12', '١٣']],
  ['لا شيء هنا.', []],
])('isolates Latin words and numbers in «%s»', (text, expected) => {
  expect(isolated(text)).toEqual(expected)
})

it('isolates Arabic words in a left-to-right line, as one run', () => {
  expect(isolated('Agents: سليم الراوي (وزير الداخلية) and AFRICOM.', 'ltr')).toEqual(['سليم الراوي (وزير الداخلية)'])
})

it('keeps all of the text, in order', () => {
  for (const text of ['', 'أ', 'بيان AFRICOM في 2012.', '12', 'U.S. (a) 5%']) {
    for (const direction of ['rtl', 'ltr'] as const) {
      expect(
        cutByDirection(text, direction)
          .map((part) => part.text)
          .join(''),
      ).toBe(text)
    }
  }
})

it('takes the direction of the first letter', () => {
  expect(directionOfText('12 دورية', 'ltr')).toBe('rtl')
  expect(directionOfText('«AFRICOM» تنفي', 'rtl')).toBe('ltr')
  expect(directionOfText('12:30', 'rtl')).toBe('rtl')
})
