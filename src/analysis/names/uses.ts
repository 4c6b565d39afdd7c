/** Where a text uses the words that are names somewhere in it. */
import { bytes, scratch } from '../text/scratch.ts'
import type { TaggedWord } from './word.ts'

/** The uses of a word in a text, in its order: sentence, place in it and label (index) of each. */
export interface Uses {
  sentences: number[]
  places: number[]
  labels: number[]
}

export interface TextUses {
  /** By `voteKeys`; only words that were a name somewhere. */
  byKey: ReadonlyMap<number, Uses>
  /** By sentence: the words that have such a key, in order. */
  told: readonly (readonly number[])[]
}

const KEY_BITS = 0xfff
const knownKeys = scratch(bytes)

/** Collects the uses by the labels (indexes, a sentence each) of a first reading. Linear in the length of the text. */
export function collectUses(
  sentences: readonly (readonly TaggedWord[])[],
  labels: readonly ArrayLike<number>[],
): TextUses {
  const byKey = new Map<number, Uses>()
  // Most words were never a name: a bit for each key's last digits says so without a look-up.
  const known = knownKeys(KEY_BITS + 1)
  sentences.forEach((words, sentence) => {
    const given = labels[sentence]!
    for (let at = 0; at < words.length; at++)
      if (given[at] !== 0)
        for (const key of words[at]!.voteKeys) {
          known[key & KEY_BITS] = 1
          if (!byKey.has(key)) byKey.set(key, { sentences: [], places: [], labels: [] })
        }
  })
  const told = sentences.map((words, sentence) => {
    const found: number[] = []
    if (byKey.size === 0) return found
    for (let at = 0; at < words.length; at++) {
      let any = false
      for (const key of words[at]!.voteKeys) {
        const uses = known[key & KEY_BITS] === 1 ? byKey.get(key) : undefined
        if (uses === undefined) continue
        uses.sentences.push(sentence)
        uses.places.push(at)
        uses.labels.push(labels[sentence]![at]!)
        any = true
      }
      if (any) found.push(at)
    }
    return found
  })
  return { byKey, told }
}
