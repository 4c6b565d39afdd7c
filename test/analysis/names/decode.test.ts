import fc from 'fast-check'
import { expect, it } from 'vitest'
import { BEAM, decode, type Reading } from '../../../src/analysis/names/decode.ts'
import { LABELS } from '../../../src/analysis/names/labels.ts'

const L = LABELS.length
// In whole parts of 64 all sums are exact, as they are with the weights of a model.
const parts = (most: number) => fc.integer({ min: -64 * most, max: 64 * most }).map((value) => value / 64)
const score = parts(BEAM)
const scoresOf = (words: number) => fc.array(score, { minLength: words * L, maxLength: words * L })
const transitions = fc.array(parts(2), {
  minLength: (L + 1) * L,
  maxLength: (L + 1) * L,
})

function read(values: readonly number[], transitions: readonly number[]) {
  const model = { transitions: Float32Array.from(transitions), unit: 1 }
  const scores = {
    mayBegin: (at: number) => [1, 3, 5, 7].some((label) => values[at * L + label]! >= values[at * L]! - BEAM),
    read: (at: number, out: Float64Array) => out.set(values.slice(at * L, (at + 1) * L)),
  }
  const length = values.length / L
  const reading: Reading = { labels: new Uint8Array(length), meets: new Uint8Array(length) }
  decode(scores, model, reading, 0, length)
  return { scores, model, reading }
}

it('reads a changed word again as it would read the whole sentence', () => {
  const words = 12
  // Most words are no names, so that the paths of many meet.
  const quiet = scoresOf(words).map((values) => values.map((value, k) => (k % L === 0 ? value + 2 * BEAM : value)))
  fc.assert(
    fc.property(
      quiet,
      scoresOf(words),
      fc.uint8Array({ minLength: words, maxLength: words, max: 3 }),
      fc.nat(words - 1),
      scoresOf(1),
      transitions,
      (calm, wild, kinds, at, other, moves) => {
        const values = calm.map((value, k) => (kinds[Math.floor(k / L)] === 0 ? wild[k]! : value))
        const changed = values.with(at * L, other[0]!)
        for (let label = 1; label < L; label++) changed[at * L + label] = other[label]!
        const { reading } = read(values, moves)
        const again = read(changed, moves)
        let start = at
        while (start > 0 && reading.meets[start - 1] === 0) start--
        const end = decode(again.scores, again.model, reading, start, words, start === 0, at)
        expect(end).toBeGreaterThan(at)
        expect(reading).toEqual(again.reading)
      },
    ),
    { numRuns: 500 },
  )
})
