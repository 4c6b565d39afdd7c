import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inArabic } from '../../src/answers/foreign.ts'
import { daysOf, localDay, readPeriod } from '../../src/answers/period.ts'

const TODAY = '2024-06-15'

describe('the period of a question', () => {
  it.each([
    ['ماذا فعلت فرنسا الأسبوع الماضي؟', '2024-06-03', '2024-06-09', 'ماذا فعلت فرنسا ؟'],
    ['ماذا فعلت فرنسا في جانفي 2012؟', '2012-01-01', '2012-01-31', 'ماذا فعلت فرنسا ؟'],
    ['ماذا فعلت فرنسا منذ مارس 2024؟', '2024-03-01', '2024-06-15', 'ماذا فعلت فرنسا ؟'],
    ['ماذا فعلت فرنسا بين مارس 2024 وماي 2024؟', '2024-03-01', '2024-05-31', 'ماذا فعلت فرنسا ؟'],
    ['ماذا حدث يوم 15 جانفي 2024 في بغداد؟', '2024-01-15', '2024-01-15', 'ماذا حدث في بغداد؟'],
    ['ماذا حدث أمس في بغداد', '2024-06-14', '2024-06-14', 'ماذا حدث في بغداد'],
    ['أخبار مالي هذا العام', '2024-01-01', '2024-12-31', 'أخبار مالي'],
  ])('of «%s»', (typed, from, to, rest) => {
    const read = readPeriod(typed, TODAY)
    expect(read.period).toMatchObject({ from, to })
    expect(read.rest.replace(/\s+/g, ' ')).toBe(rest)
  })

  it.each([
    ['What did France do last week?', '2024-06-03', '2024-06-09'],
    ['what happened in Mali in January 2012', '2012-01-01', '2012-01-31'],
    ["Qu'a fait la France depuis mars 2024 ?", '2024-03-01', '2024-06-15'],
    ['Que s’est-il passé le 3 avril 2024 ?', '2024-04-03', '2024-04-03'],
  ])('is read in «%s» too', (typed, from, to) => {
    expect(readPeriod(inArabic(typed), TODAY).period).toMatchObject({ from, to })
  })

  it('is none where none is typed', () => {
    for (const typed of ['من هو عطاف؟', 'ما موقف مارسيليا؟', 'Who may visit?'])
      expect(readPeriod(inArabic(typed), TODAY).period, typed).toBeUndefined()
  })

  it('begins before it ends, and leaves what was typed otherwise', () => {
    const words = fc.constantFrom(
      'منذ',
      'في',
      'بين',
      'و',
      'مارس',
      'جانفي 2012',
      'أمس',
      'الأسبوع الماضي',
      'مالي',
      '2011',
      '15',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), (typed) => {
        const { rest, period } = readPeriod(typed.join(' '), TODAY)
        if (period === undefined) expect(rest).toBe(typed.join(' '))
        else expect(period.from <= period.to).toBe(true)
      }),
    )
  })
})

describe('the days of a TIMEX3 value', () => {
  it.each([
    ['2024-01-06TEV', '2024-01-06', '2024-01-06'],
    ['2024-W23', '2024-06-03', '2024-06-09'],
    ['2024-W01', '2024-01-01', '2024-01-07'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2024-Q2', '2024-04-01', '2024-06-30'],
    ['2024-H2', '2024-07-01', '2024-12-31'],
    ['2024-SP', '2024-03-01', '2024-05-31'],
    ['2023-WI', '2023-12-01', '2024-02-29'],
    ['2012', '2012-01-01', '2012-12-31'],
  ])('%s', (value, from, to) => expect(daysOf(value)).toEqual({ from, to }))
  it.each(['PAST_REF', 'XXXX-01', 'P3D', '20'])('are not told by %s', (value) => expect(daysOf(value)).toBeUndefined())
})

it('today is the day of the reader', () => {
  const now = new Date('2024-06-14T23:30:00Z')
  expect(localDay({ now, timeZone: 'Africa/Algiers' })).toBe('2024-06-15')
  expect(localDay({ now, timeZone: 'UTC' })).toBe('2024-06-14')
})
