import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newsPeriods } from '../../src/answers/often.ts'

const day = fc.record({
  day: fc.integer({ min: 0, max: 900 }).map((n) => new Date(Date.UTC(2022, 0, 1 + n)).toISOString().slice(0, 10)),
  articles: fc.integer({ min: 1, max: 9 }),
  naming: fc.integer({ min: 0, max: 1 }),
})
const days = fc
  .uniqueArray(day, { selector: (one) => one.day, maxLength: 40 })
  .map((all) => all.sort((a, b) => (a.day < b.day ? -1 : 1)))

describe('how often somebody is in the news', () => {
  it('counts every article once, in periods that follow one another', () => {
    fc.assert(
      fc.property(days, (all) => {
        const periods = newsPeriods(all, 120)
        const sum = (of: readonly { articles: number; naming: number }[]) =>
          of.reduce((to, { articles, naming }) => [to[0]! + articles, to[1]! + naming], [0, 0])
        expect(sum(periods)).toEqual(sum(all))
        for (const [at, { from, to }] of periods.entries()) {
          expect(from <= to).toBe(true)
          const next = periods[at + 1]
          if (next) expect(Date.parse(next.from) - Date.parse(to)).toBe(86_400_000)
        }
      }),
    )
  })

  it('goes by weeks while there are few days, else by months', () => {
    const of = (...all: string[]) =>
      newsPeriods(
        all.map((one) => ({ day: one, articles: 1, naming: 1 })),
        12,
      )
    expect(of('2012-01-02', '2012-01-20').map(({ unit, from, to }) => [unit, from, to])).toEqual([
      ['week', '2012-01-02', '2012-01-08'],
      ['week', '2012-01-09', '2012-01-15'],
      ['week', '2012-01-16', '2012-01-22'],
    ])
    expect(of('2012-01-02', '2012-03-20').map(({ unit, from, to }) => [unit, from, to])).toEqual([
      ['month', '2012-01-01', '2012-01-31'],
      ['month', '2012-02-01', '2012-02-29'],
      ['month', '2012-03-01', '2012-03-31'],
    ])
  })
})
