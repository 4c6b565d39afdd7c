/**
 * What a text says elsewhere of the same word: «شومسكي» alone is who «نعوم شومسكي» was. The labels of a first reading, counted by word, each the less
 * the farther away it stands (after the two-stage model of Krishnan & Manning 2006).
 */
import { hashText, joined } from './hash.ts'
import { LABELS } from './labels.ts'
import { keysWithoutClitics } from './name-lists.ts'
import type { TaggedWord } from './word.ts'

/** Sentences over which a vote falls to 1/e, and from which on it no longer counts. */
const REACH = 12
const FARTHEST = 30
const WEIGHTS = Float64Array.from({ length: FARTHEST + 1 }, (_, distance) => Math.exp(-distance / REACH))

/** Room that `voteFeatures` may need for one word. */
export const MOST_VOTE_FEATURES = 24

/** Where each word was given a name's label, or none, by the first reading of a text. */
export interface Votes {
  /** Folded key, with and without its clitics → sentence and label (index), in order of the text; only for words that were a name somewhere. */
  byKey: ReadonlyMap<string, Int32Array>
}

/** Collects the labels (indexes, a sentence each) of a first reading. */
export function collectVotes(
  sentences: readonly (readonly TaggedWord[])[],
  labels: readonly ArrayLike<number>[],
): Votes {
  const named = new Set<string>()
  sentences.forEach((words, sentence) => {
    words.forEach((word, at) => {
      if (word.kind === 'word' && labels[sentence]![at] !== 0) for (const key of keysOf(word)) named.add(key)
    })
  })
  const byKey = new Map<string, number[]>()
  if (named.size > 0)
    sentences.forEach((words, sentence) => {
      words.forEach((word, at) => {
        if (word.kind !== 'word') return
        for (const key of keysOf(word)) {
          if (!named.has(key)) continue
          const found = byKey.get(key)
          if (found) found.push(sentence, labels[sentence]![at]!)
          else byKey.set(key, [sentence, labels[sentence]![at]!])
        }
      })
    })
  return { byKey: new Map([...byKey].map(([key, list]) => [key, Int32Array.from(list)])) }
}

const keysKept = new WeakMap<TaggedWord, string[]>()

function keysOf(word: TaggedWord): string[] {
  let keys = keysKept.get(word)
  if (keys === undefined) {
    keys = keysWithoutClitics(word.key).filter((key) => key.length > 2)
    keysKept.set(word, keys)
  }
  return keys
}

const SHARE = hashText('votes: share')
const STRENGTH = hashText('votes: strength')
const BEST = hashText('votes: best')
const CLASS = hashText('votes: best and class')
const MIXED = hashText('votes: mixed')

/** Writes what the rest of the text says of a word into `out`, its own label (`own`) left out; gives how many features. */
export function voteFeatures(votes: Votes, word: TaggedWord, sentence: number, own: number, out: Int32Array): number {
  if (word.kind !== 'word' || votes.byKey.size === 0) return 0
  const sums = new Float64Array(LABELS.length)
  let total = 0
  let names = 0
  let ownLeft = true
  for (const key of keysOf(word)) {
    const list = votes.byKey.get(key)
    if (list === undefined) continue
    ownLeft = true
    for (let k = 0; k < list.length; k += 2) {
      const distance = Math.abs(list[k]! - sentence)
      if (distance > FARTHEST) continue
      const label = list[k + 1]!
      if (distance === 0 && ownLeft && label === own) {
        ownLeft = false
        continue
      }
      const weight = WEIGHTS[distance]!
      sums[label]! += weight
      total += weight
      if (label !== 0) names += weight
    }
  }
  if (names === 0) return 0
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
