/**
 * How often lists of names hold a word, in names of which kind, and whether it begins them: «جورج» begins names of persons, «تاون» ends names of places.
 * Of the lists only these counts are kept, by hash.
 */
import { firstFrom } from './bisect.ts'
import { hashText } from './hash.ts'
import type { LettersClasses } from './word.ts'

/** Persons, places, bodies; each as the first word of a name and as a later one. */
export const COUNTED = 6
/** A share of a word's uses is kept in so many steps; how often it was counted in as many powers of two. */
const STEPS = 4
const BITS = 3

export interface NameCounts {
  /** Of folded words, ascending. */
  hashes: Uint32Array
  /** For each hash three bits for each of `COUNTED`: 0 where there are none, else 1 + the share in steps; then three bits for how often. */
  shares: Uint32Array
}

export const NO_COUNTS: NameCounts = { hashes: new Uint32Array(0), shares: new Uint32Array(0) }

/** The counts of one word (one for each of `COUNTED`) as they are kept. */
export function packedShares(counts: readonly number[]): number {
  const all = counts.reduce((sum, count) => sum + count, 0)
  let packed = Math.min(STEPS, Math.floor(Math.log2(all))) << (BITS * COUNTED)
  counts.forEach((count, k) => {
    if (count > 0) packed |= (1 + Math.floor((STEPS * count) / all)) << (BITS * k)
  })
  return packed
}

/** Classes of a word for the tagger; without what may be a clitic, too. */
export function countClasses({ hashes, shares }: NameCounts): LettersClasses {
  const classes = (word: string, mark: string): string[] => {
    const at = placeOf(hashes, hashText(word) >>> 0)
    if (at < 0) return []
    const packed = shares[at]!
    const found = [`A${mark}n${packed >>> (BITS * COUNTED)}`]
    let most = 0
    let highest = 0
    for (let k = 0; k < COUNTED; k++) {
      const share = (packed >>> (BITS * k)) & 7
      if (share > 0) found.push(`A${mark}${k}${share}`)
      if (share > highest) {
        highest = share
        most = k
      }
    }
    found.push(`A${mark}m${most}`)
    return found
  }
  return (key) => [...classes(key, ''), ...(/^[وفبلك].../.test(key) ? classes(key.slice(1), 'c') : [])]
}

/** Index of a number in an ascending list; −1 where it is not in it. */
function placeOf(ascending: Uint32Array, value: number): number {
  const at = firstFrom(ascending, value)
  return ascending[at] === value ? at : -1
}
