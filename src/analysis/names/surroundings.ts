/**
 * What stands around a word's other uses in the text: who is «دوريك» here is «السيد دوريك» there (the global features of Chieu & Ng 2002).
 */

import { firstFrom } from './bisect.ts'
import { hashText, joined } from './hash.ts'
import type { TaggedText, TextUses } from './uses.ts'
import { EDGE } from './word.ts'

/** Sentences over which the text is looked through on each side, and so many uses at most on each side. */
const FARTHEST = 15
const MOST_USES = 8

/** Room that `surroundingFeatures` may need for one word. */
export const MOST_SURROUNDINGS = 160

const LEFT = hashText('other use: before')
const RIGHT = hashText('other use: behind')
const LEFT_CLASS = hashText('other use: class before')
const RIGHT_CLASS = hashText('other use: class behind')
const RULES = hashText('other use: rules')

/** Writes what stands around the other uses of the word at `at` into `out` from `from` on, each thing once; gives how many features. */
export function surroundingFeatures(
  { byKey, sentenceOf }: TextUses,
  { words, rules, sentences }: TaggedText,
  at: number,
  out: Int32Array,
  from: number,
): number {
  let to = from
  const add = (hash: number) => {
    for (let k = from; k < to; k++) if (out[k] === hash) return
    out[to++] = hash
  }
  const sentence = sentenceOf[at]!
  for (const key of words[at]!.voteKeys) {
    const uses = byKey.get(key)
    if (uses === undefined) continue
    const here = firstFrom(uses, sentences[sentence]!.from)
    const end = Math.min(uses.length, here + MOST_USES)
    for (let k = Math.max(0, here - MOST_USES); k < end; k++) {
      const place = uses[k]!
      const there = sentenceOf[place]!
      if (Math.abs(there - sentence) > FARTHEST || place === at) continue
      if (to - from > MOST_SURROUNDINGS - 5) break
      const around = sentences[there]!
      const before = place > around.from ? words[place - 1]! : EDGE
      const behind = place + 1 < around.to ? words[place + 1]! : EDGE
      add(joined(LEFT_CLASS, before.classHash))
      add(joined(RIGHT_CLASS, behind.classHash))
      add(joined(LEFT, before.bareHash))
      add(joined(RIGHT, behind.bareHash))
      add(joined(RULES, rules[place]!))
    }
  }
  return to - from
}
