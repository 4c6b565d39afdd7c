import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseExpected } from '../../../src/analysis/summary/expected.ts'

const piece = (...words: number[]) => Int32Array.from(words)

describe('the choice of pieces by the words they are expected to share', () => {
  it('takes the likelier of two that are equally long', () => {
    const pieces = [piece(0, 1), piece(2, 3)]
    expect(chooseExpected(pieces, [0.2, 0.7], 4, { enough: 2, most: 2 })).toEqual([1])
    expect(chooseExpected(pieces, [0.7, 0.2], 4, { enough: 2, most: 2 })).toEqual([0])
  })

  it('prefers what has not been said to what repeats a chosen piece', () => {
    // The second is likelier than the third, but its words are those of the first.
    const pieces = [piece(0, 1, 2), piece(0, 1, 2), piece(3, 4, 5)]
    expect(chooseExpected(pieces, [0.6, 0.5, 0.4], 6, { enough: 6, most: 6 })).toEqual([0, 2])
  })

  it('prefers words that stand in several likely pieces', () => {
    const pieces = [piece(0, 1), piece(2, 3), piece(2, 3, 4, 5, 6)]
    expect(chooseExpected(pieces, [0.5, 0.5, 0.5], 7, { enough: 2, most: 2 })).toEqual([1])
  })

  it('gives the likeliest piece where none is short enough, and nothing of nothing', () => {
    expect(chooseExpected([piece(0, 1), piece(2, 3)], [0.1, 0.3], 4, { enough: 1, most: 1 })).toEqual([1])
    expect(chooseExpected([], [], 0, { enough: 5, most: 5 })).toEqual([])
  })

  it('stays within the length, in the order of the text, and stops when it has enough', () => {
    const pieces = fc.array(fc.array(fc.nat(30), { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(
        pieces,
        fc.integer({ min: 1, max: 100 }),
        fc.infiniteStream(fc.double({ min: 0.02, max: 0.95, noNaN: true })),
        (words, enough, stream) => {
          const likely = words.map(() => stream.next().value as number)
          const most = Math.round(enough * 1.15)
          const chosen = chooseExpected(
            words.map((w) => Int32Array.from(w)),
            likely,
            31,
            { enough, most },
          )
          expect(chosen).toEqual([...new Set(chosen)].sort((a, b) => a - b))
          const total = chosen.reduce((sum, i) => sum + words[i]!.length, 0)
          if (chosen.length > 1) expect(total).toBeLessThanOrEqual(most)
          for (const i of chosen) if (chosen.length > 1) expect(total - words[i]!.length).toBeLessThan(most)
          // Whatever is left out would not have fitted, or there was enough.
          if (total < enough)
            for (let i = 0; i < words.length; i++)
              if (!chosen.includes(i)) expect(total + words[i]!.length).toBeGreaterThan(most)
        },
      ),
    )
  })
})
