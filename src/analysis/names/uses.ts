/** Where a text uses the words that are names somewhere in it. */
import { bytes, integers, scratch } from '../text/scratch.ts'
import type { TaggedWord } from './word.ts'

/** A text as the tagger sees it: its words, sentence after sentence. */
export interface TaggedText {
  words: readonly TaggedWord[]
  /** Hash of what the rules say of each word; 0 for nothing. */
  rules: ArrayLike<number>
  /** In order, half-open. */
  sentences: readonly { readonly from: number; readonly to: number }[]
}

/** Where sentences of so many words stand when they are laid one after another. */
export function rangesOf(lengths: readonly number[]): { from: number; to: number }[] {
  let from = 0
  return lengths.map((length) => {
    const range = { from, to: from + length }
    from = range.to
    return range
  })
}

export interface TextUses {
  /** By `voteKeys`, of words that were a name somewhere: the places of its uses in the text, in order. */
  byKey: ReadonlyMap<number, readonly number[]>
  /** The words that have such a key, in order. */
  told: readonly number[]
  /** By word: the index of its sentence. Holds until the next text. */
  sentenceOf: Int32Array
}

const KEY_BITS = 0xfff
const knownKeys = scratch(bytes)
const sentencesOfWords = scratch(integers)

/** Collects the uses by the labels (an index a word) of a first reading. Linear in the length of the text. */
export function collectUses({ words, sentences }: TaggedText, labels: ArrayLike<number>): TextUses {
  const byKey = new Map<number, number[]>()
  const told: number[] = []
  const sentenceOf = sentencesOfWords(words.length)
  // Most words were never a name: a bit for each key's last digits says so without a look-up.
  const known = knownKeys(KEY_BITS + 1)
  for (let at = 0; at < words.length; at++)
    if (labels[at] !== 0)
      for (const key of words[at]!.voteKeys) {
        known[key & KEY_BITS] = 1
        if (!byKey.has(key)) byKey.set(key, [])
      }
  if (byKey.size === 0) return { byKey, told, sentenceOf }
  for (let sentence = 0; sentence < sentences.length; sentence++) {
    const { from, to } = sentences[sentence]!
    for (let at = from; at < to; at++) {
      sentenceOf[at] = sentence
      let any = false
      for (const key of words[at]!.voteKeys) {
        const uses = known[key & KEY_BITS] === 1 ? byKey.get(key) : undefined
        if (uses === undefined) continue
        uses.push(at)
        any = true
      }
      if (any) told.push(at)
    }
  }
  return { byKey, told, sentenceOf }
}
