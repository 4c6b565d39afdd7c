/**
 * What a text says elsewhere of the same word: «شومسكي» alone is who «نعوم شومسكي» was. The labels of a first reading, counted by word, each the less
 * the farther away it stands (after the two-stage model of Krishnan & Manning 2006).
 */
import { hashText, joined } from './hash.ts'
import { LABELS } from './labels.ts'
import type { TaggedWord } from './word.ts'

/** Sentences over which a vote falls to 1/e, and from which on it no longer counts. */
const REACH = 12
const FARTHEST = 30
const WEIGHTS = Float64Array.from({ length: FARTHEST + 1 }, (_, distance) => Math.exp(-distance / REACH))
/** So many uses before and behind a word are counted at most, that a text of one name over and over costs no more than another. */
const MOST_USES = 48

const KEY_BITS = 0xfff

/** Room that `voteFeatures` may need for one word. */
export const MOST_VOTE_FEATURES = 24

/** The uses of a word in a text, in its order: sentence and label (index) of each. */
interface Uses {
  sentences: number[]
  labels: number[]
}

export interface Votes {
  /** By `voteKeys`; only words that were a name somewhere. */
  uses: ReadonlyMap<number, Uses>
  /** By sentence: the words of which the text says something, in order. */
  told: readonly (readonly number[])[]
}

/** Collects the labels (indexes, a sentence each) of a first reading. */
export function collectVotes(
  sentences: readonly (readonly TaggedWord[])[],
  labels: readonly ArrayLike<number>[],
): Votes {
  const uses = new Map<number, Uses>()
  // Most words were never a name: a bit for each key's last digits says so without a look-up.
  const maybe = new Uint8Array(KEY_BITS + 1)
  sentences.forEach((words, sentence) => {
    const given = labels[sentence]!
    for (let at = 0; at < words.length; at++)
      if (given[at] !== 0)
        for (const key of words[at]!.voteKeys) {
          maybe[key & KEY_BITS] = 1
          if (!uses.has(key)) uses.set(key, { sentences: [], labels: [] })
        }
  })
  const told = sentences.map((words, sentence) => {
    const found: number[] = []
    if (uses.size === 0) return found
    for (let at = 0; at < words.length; at++) {
      let any = false
      for (const key of words[at]!.voteKeys) {
        const use = maybe[key & KEY_BITS] === 1 ? uses.get(key) : undefined
        if (use === undefined) continue
        use.sentences.push(sentence)
        use.labels.push(labels[sentence]![at]!)
        any = true
      }
      if (any) found.push(at)
    }
    return found
  })
  return { uses, told }
}

const SHARE = hashText('votes: share')
const STRENGTH = hashText('votes: strength')
const BEST = hashText('votes: best')
const CLASS = hashText('votes: best and class')
const MIXED = hashText('votes: mixed')

const sums = new Float64Array(LABELS.length)

/** Writes what the rest of the text says of a word into `out`, its own label (`own`) left out; gives how many features. */
export function voteFeatures(votes: Votes, word: TaggedWord, sentence: number, own: number, out: Int32Array): number {
  sums.fill(0)
  let total = 0
  for (const key of word.voteKeys) {
    const use = votes.uses.get(key)
    if (use === undefined) continue
    const here = firstFrom(use.sentences, sentence)
    const to = Math.min(use.sentences.length, here + MOST_USES)
    let ownLeft = true
    for (let k = Math.max(0, here - MOST_USES); k < to; k++) {
      const distance = Math.abs(use.sentences[k]! - sentence)
      if (distance > FARTHEST) continue
      const label = use.labels[k]!
      if (distance === 0 && ownLeft && label === own) {
        ownLeft = false
        continue
      }
      sums[label]! += WEIGHTS[distance]!
      total += WEIGHTS[distance]!
    }
  }
  const names = total - sums[0]!
  if (names < 1e-6) return 0
  let count = 0
  let best = 1
  for (let label = 1; label < sums.length; label++) {
    if (sums[label]! > sums[best]!) best = label
    if (sums[label]! < 0.15 * total) continue
    out[count++] = joined(joined(SHARE, label), Math.round((4 * sums[label]!) / total))
    out[count++] = joined(joined(STRENGTH, label), Math.min(4, Math.round(2 * sums[label]!)))
  }
  out[count++] = joined(BEST, best)
  out[count++] = joined(joined(CLASS, best), word.classHash)
  out[count++] = joined(joined(MIXED, best), Math.round((4 * names) / total))
  return count
}

/** Index of the first number that is not below `value` in an ascending list, by bisection. */
function firstFrom(ascending: readonly number[], value: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ascending[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
