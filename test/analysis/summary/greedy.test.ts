import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { takeBestFirst } from '../../../src/analysis/summary/greedy.ts'

describe('taking the best first', () => {
  it('offers what a look at all items before each taking would offer', () => {
    const items = fc.array(fc.record({ start: fc.nat(9), falls: fc.array(fc.nat(3), { maxLength: 8 }) }), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(items, fc.nat(20), fc.integer({ min: 1, max: 4 }), (given, most, passing) => {
        const worthAfter = (item: number, taken: number) => {
          const { start, falls } = given[item]!
          return falls.slice(0, taken).reduce((worth, fall) => worth - fall, start)
        }
        const offersOf = (choose: (worth: (item: number) => number, take: (item: number) => string) => void) => {
          const offers: number[] = []
          let taken = 0
          choose(
            (item) => worthAfter(item, taken),
            (item) => {
              offers.push(item)
              if (taken === most) return 'done'
              if (item % 4 >= passing) return 'passed'
              taken++
              return 'taken'
            },
          )
          return offers
        }
        const plain = offersOf((worth, take) => {
          const left = given.map((_, item) => item)
          while (left.length > 0) {
            const best = left.reduce((a, b) => (worth(b) > worth(a) ? b : a))
            left.splice(left.indexOf(best), 1)
            if (take(best) === 'done') return
          }
        })
        const offers = offersOf((worth, take) =>
          takeBestFirst(given.length, worth, (item) => take(item) as 'taken' | 'passed' | 'done'),
        )
        expect(offers).toEqual(plain)
      }),
    )
  })
})
