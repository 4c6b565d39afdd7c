import { describe, expect, it } from 'vitest'
import { hashText } from '../../../src/analysis/names/hash.ts'
import { COUNTED, countClasses, NO_COUNTS, packedShares } from '../../../src/analysis/names/name-counts.ts'

/** Classes of a word when lists hold `listed` so often: as first and later word of persons, places, bodies. */
function classesOf(word: string, listed: Record<string, number[]>): readonly string[] {
  const byHash = Object.entries(listed)
    .map(([key, counts]): [number, number] => [hashText(key) >>> 0, packedShares(counts)])
    .sort(([a], [b]) => a - b)
  return countClasses({
    hashes: Uint32Array.from(byHash, ([hash]) => hash),
    shares: Uint32Array.from(byHash, ([, shares]) => shares),
  })(word, word)
}

const LISTED = {
  جورج: [12, 3, 0, 0, 0, 1],
  تاون: [0, 0, 0, 9, 0, 0],
  سالم: [1, 0, 0, 0, 0, 0],
}

describe('counts of a word in lists of names', () => {
  it('tell what a word mostly is, and how often it was met', () => {
    const person = classesOf('جورج', LISTED)
    const place = classesOf('تاون', LISTED)
    expect(person).toContain('Am0')
    expect(place).toContain('Am3')
    expect(person).toContain('An4')
    expect(classesOf('سالم', LISTED)).toContain('An0')
  })

  it('tell each kind in which it was met, and no other', () => {
    expect(classesOf('جورج', LISTED).filter((name) => /^A\d/.test(name))).toEqual(['A04', 'A11', 'A51'])
    expect(classesOf('تاون', LISTED).filter((name) => /^A\d/.test(name))).toEqual(['A35'])
  })

  it('are found behind what may be a clitic, and told apart from those of the whole word', () => {
    expect(classesOf('وجورج', LISTED)).toContain('Acm0')
    expect(classesOf('وجورج', LISTED)).not.toContain('Am0')
  })

  it('say nothing of a word that no list holds', () => {
    expect(classesOf('مدينة', LISTED)).toEqual([])
    expect(countClasses(NO_COUNTS)('جورج', 'جورج')).toEqual([])
  })

  it('fit in 24 bits, whatever they are', () => {
    for (let k = 0; k < COUNTED; k++) {
      const counts = Array.from({ length: COUNTED }, (_, other) => (other === k ? 1_000_000 : 1))
      expect(packedShares(counts)).toBeLessThan(2 ** 24)
      expect(packedShares(counts)).toBeGreaterThan(0)
    }
  })
})
