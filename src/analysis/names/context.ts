/** What the tagger sees around a word: pairs of neighbours, listed names, and what the rules say. All as hashes, written into a buffer. */
import { hashText, joined } from './hash.ts'
import { EDGE, type TaggedWord } from './word.ts'

/** Room that `contextFeatures` may need for one word. */
export const MOST_FEATURES = 96

/** A sentence as the features see it: the words `from` to `to` of a text. */
export interface Context<Word extends TaggedWord = TaggedWord> {
  words: readonly Word[]
  /** A bit for each list and place in a listed name (see `markListed`); 0 for most words. */
  listed: Int32Array
  /** Hash of what the rules say of the word; 0 when they say nothing. */
  rules: ArrayLike<number>
  from: number
  to: number
}

/** Numbers of the templates: a feature is its template joined with what it saw. */
const templates = (name: string, count: number) => Array.from({ length: count }, (_, k) => hashText(`${name} ${k}`))
const PAIRS = templates('pair', 6)
const AROUND = templates('around', 2)
const SKIPS = templates('skip', 6)
const LISTED = templates('listed', 9)
const RULES = templates('rules', 7)

/** Features of two neighbours: how many say something of the second, and how many there are with those of the first. */
export const OF_SECOND = 3
export const PAIR_FEATURES = 6

/** Writes the features of two neighbours into `out`: the first `OF_SECOND` are of the second word, the others of the first. */
export function pairFeatures(first: TaggedWord, second: TaggedWord, out: Int32Array): void {
  out[0] = joined(joined(PAIRS[0]!, first.bareHash), second.bareHash)
  out[1] = joined(joined(PAIRS[1]!, first.classHash), second.classHash)
  out[2] = joined(joined(PAIRS[2]!, first.bareHash), second.classHash)
  out[3] = joined(joined(PAIRS[3]!, first.bareHash), second.bareHash)
  out[4] = joined(joined(PAIRS[4]!, first.classHash), second.classHash)
  out[5] = joined(joined(PAIRS[5]!, first.classHash), second.bareHash)
}

/** Room that `contextSources` may need for one word. */
export const MOST_SOURCES = 16

/**
 * Writes all that the `contextFeatures` of the word at `at` depend on into `out`: where that is the same, they are. Gives how many numbers: for most words
 * three, the classes of the word and of its neighbours `last` and `next`.
 */
export function contextSources(
  context: Context,
  at: number,
  last: TaggedWord,
  next: TaggedWord,
  out: Int32Array,
): number {
  const { words, listed, rules, from, to } = context
  const word = words[at]!
  out[0] = last.classHash
  out[1] = word.classHash
  out[2] = next.classHash
  const hasLeft = at > from
  const hasRight = at + 1 < to
  const inList = listed[at]! | ((hasLeft ? listed[at - 1]! : 0) << LISTED_BITS)
  const inListBehind = hasRight ? listed[at + 1]! : 0
  const said = rules[at]!
  const saidLeft = hasLeft ? rules[at - 1]! : 0
  const saidRight = hasRight ? rules[at + 1]! : 0
  const skips = (last.passing || last.comma ? 1 : 0) | (next.passing ? 2 : 0)
  if ((inList | inListBehind | said | saidLeft | saidRight | skips) === 0) return 3
  out[3] = inList
  out[4] = inListBehind | (skips << LISTED_BITS)
  out[5] = saidLeft
  out[6] = said
  out[7] = saidRight
  let count = 8
  if ((inList | inListBehind) !== 0) {
    out[count++] = word.keyHash
    out[count++] = last.bareHash
  }
  if ((said | saidLeft | saidRight) !== 0) out[count++] = word.bareHash
  if (skips & 1) {
    const noun = nounBefore(context, at)
    out[count++] = noun.bareHash
    out[count++] = noun.classHash
    out[count++] = last.keyHash
  }
  if (skips & 2) {
    const noun = nounBehind(context, at)
    out[count++] = noun.bareHash
    out[count++] = noun.classHash
  }
  return count
}

/** The word before the marks that stand before a word. */
function nounBefore({ words, from }: Context, at: number): TaggedWord {
  let before = at - 1
  while (before >= from && (words[before]!.passing || words[before]!.comma)) before--
  return before >= from ? words[before]! : EDGE
}

/** The word behind the marks that stand behind a word. */
function nounBehind({ words, to }: Context, at: number): TaggedWord {
  let behind = at + 1
  while (behind < to && words[behind]!.passing) behind++
  return behind < to ? words[behind]! : EDGE
}

/** Writes the features of the word at `at` (but those of single words and of two neighbours) into `out`; gives how many. */
export function contextFeatures(context: Context, at: number, out: Int32Array): number {
  const { words, listed, rules, from, to } = context
  const word = words[at]!
  const last = at > from ? words[at - 1]! : EDGE
  const next = at + 1 < to ? words[at + 1]! : EDGE
  let count = 0
  const around = joined(last.classHash, next.classHash)
  out[count++] = joined(AROUND[0]!, around)
  out[count++] = pair(AROUND[1]!, around, word.classHash)

  // «صحيفة "النهار"»: the noun that announces a name stands before the quote.
  if (last.passing || last.comma) {
    const noun = nounBefore(context, at)
    out[count++] = joined(SKIPS[0]!, noun.bareHash)
    out[count++] = joined(SKIPS[1]!, noun.classHash)
    out[count++] = pair(SKIPS[2]!, noun.bareHash, last.keyHash)
    out[count++] = pair(SKIPS[3]!, noun.classHash, word.classHash)
  }
  if (next.passing) {
    const noun = nounBehind(context, at)
    out[count++] = joined(SKIPS[4]!, noun.bareHash)
    out[count++] = joined(SKIPS[5]!, noun.classHash)
  }

  const here = listed[at]!
  const left = at > from ? listed[at - 1]! : 0
  const right = at + 1 < to ? listed[at + 1]! : 0
  if ((here | left | right) !== 0) {
    for (let bits = here; bits !== 0; bits &= bits - 1) {
      const bit = 31 - Math.clz32(bits & -bits)
      out[count++] = joined(LISTED[0]!, bit)
      out[count++] = pair(LISTED[1]!, bit, word.classHash)
    }
    for (let bits = left; bits !== 0; bits &= bits - 1) out[count++] = joined(LISTED[2]!, 31 - Math.clz32(bits & -bits))
    for (let bits = right; bits !== 0; bits &= bits - 1)
      out[count++] = joined(LISTED[3]!, 31 - Math.clz32(bits & -bits))
    out[count++] = pair(LISTED[4]!, left, here)
    out[count++] = pair(LISTED[5]!, here, right)
    out[count++] = pair(LISTED[6]!, here, word.keyHash)
    out[count++] = pair(LISTED[7]!, here, last.bareHash)
    out[count++] = pair(LISTED[8]!, here, rules[at]!)
  }

  const said = rules[at]!
  const saidLeft = at > from ? rules[at - 1]! : 0
  const saidRight = at + 1 < to ? rules[at + 1]! : 0
  if ((said | saidLeft | saidRight) !== 0) {
    out[count++] = joined(RULES[0]!, said)
    out[count++] = joined(RULES[1]!, saidLeft)
    out[count++] = joined(RULES[2]!, saidRight)
    out[count++] = pair(RULES[3]!, saidLeft, said)
    out[count++] = pair(RULES[4]!, said, saidRight)
    out[count++] = pair(RULES[5]!, said, word.classHash)
    out[count++] = pair(RULES[6]!, said, word.bareHash)
  }
  return count
}

function pair(id: number, first: number, second: number): number {
  return joined(joined(id, first), second)
}

/** Of the marks of `markListed`: four for each of four lists. */
const LISTED_BITS = 16
const until = new Int32Array(4)
const taken = new Int32Array(4)

/**
 * Marks in `listed`, which holds zeros, which words of the sentence stand in a listed name: of each list the longest name that begins at a word. Bit
 * 4·list + 0 alone, 1 first, 2 inside, 3 last.
 */
export function markListed({ words, listed: marks, from, to }: Context): void {
  until.fill(0)
  for (let at = from; at < to; at++) {
    const { listed } = words[at]!
    if (listed === undefined) continue
    for (let list = 0; list < 4; list++) taken[list] = (listed.alone >> list) & 1
    const next = at + 1 < to ? listed.longer.get(words[at + 1]!.key) : undefined
    if (next !== undefined)
      for (const { list, words: name } of next) {
        if (taken[list]! >= name.length || at + name.length > to) continue
        let length = 2
        while (length < name.length && words[at + length]!.key === name[length]) length++
        if (length === name.length) taken[list] = length
      }
    for (let list = 0; list < 4; list++) {
      const length = taken[list]!
      if (length === 0 || until[list]! > at) continue
      until[list] = at + length
      for (let k = 0; k < length; k++)
        marks[at + k]! |= 1 << (4 * list + (length === 1 ? 0 : k === 0 ? 1 : k === length - 1 ? 3 : 2))
    }
  }
}
