/**
 * What a text says elsewhere of the same word: «شومسكي» alone is who «نعوم شومسكي» was. The labels of a first reading, counted by word, each the less
 * the farther away it stands (after the two-stage model of Krishnan & Manning 2006).
 */

import { firstFrom } from './bisect.ts'
import { hashText, joined } from './hash.ts'
import { LABELS } from './labels.ts'
import type { TaggedText, TextUses } from './uses.ts'

/** Sentences over which a vote falls to 1/e, and from which on it no longer counts. */
const REACH = 12
const FARTHEST = 30
const WEIGHTS = Float64Array.from({ length: FARTHEST + 1 }, (_, distance) => Math.exp(-distance / REACH))
/** So many uses before and behind a word are counted at most, that a text of one name over and over costs no more than another. */
const MOST_USES = 48

/** Room that `voteFeatures` may need for one word. */
export const MOST_VOTE_FEATURES = 24

const SHARE = hashText('votes: share')
const STRENGTH = hashText('votes: strength')
const BEST = hashText('votes: best')
const CLASS = hashText('votes: best and class')
const MIXED = hashText('votes: mixed')

const sums = new Float64Array(LABELS.length)

/**
 * Writes what the rest of the text says of the word at `at` into `out`, its own label left out; `labels` are those of the first reading. Gives how many
 * features.
 */
export function voteFeatures(
  { byKey, sentenceOf }: TextUses,
  { words, sentences }: TaggedText,
  labels: ArrayLike<number>,
  at: number,
  out: Int32Array,
): number {
  const word = words[at]!
  const own = labels[at]!
  const sentence = sentenceOf[at]!
  sums.fill(0)
  let total = 0
  for (const key of word.voteKeys) {
    const uses = byKey.get(key)
    if (uses === undefined) continue
    const here = firstFrom(uses, sentences[sentence]!.from)
    const to = Math.min(uses.length, here + MOST_USES)
    let ownLeft = true
    for (let k = Math.max(0, here - MOST_USES); k < to; k++) {
      const distance = Math.abs(sentenceOf[uses[k]!]! - sentence)
      if (distance > FARTHEST) continue
      const label = labels[uses[k]!]!
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
