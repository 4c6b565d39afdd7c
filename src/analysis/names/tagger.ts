/**
 * Finds names with the trained model (a linear-chain conditional random field, Lafferty et al. 2001): each word's scores are the sum of the weights
 * of what it, its neighbours, the lexicon, the lists and the rules show; then, once more, with what the whole text said of the same words.
 */
import { bytes, scratch } from '../text/scratch.ts'
import type { Token } from '../text/tokens.ts'
import { decode, type Reading } from './decode.ts'
import { LABELS, type Label } from './labels.ts'
import { type NameModel, nameModel } from './model.ts'
import { type ScoredWord, sumsOf } from './model-sums.ts'
import { TextScores } from './scores.ts'
import { MOST_SURROUNDINGS, surroundingFeatures } from './surroundings.ts'
import { collectUses, rangesOf, type TaggedText, type TextUses } from './uses.ts'
import { MOST_VOTE_FEATURES, voteFeatures } from './votes.ts'

/** A sentence to be tagged: its tokens, and a hash of what the rules say of each (0 for nothing). */
export interface TaggerSentence {
  tokens: readonly Token[]
  rules: Int32Array
}

/** A text to be tagged: the tokens of its sentences, one after another, and a hash of what the rules say of each (0 for nothing). */
export interface TaggerText {
  tokens: readonly Token[]
  rules: Int32Array
  sentences: TaggedText['sentences']
}

const labelsOfText = scratch(bytes)
const labelsOfFirst = scratch(bytes)
const meetsOfText = scratch(bytes)

/**
 * The labels of a text's tokens, as indexes into `LABELS`, until the next call; what one sentence says of a word counts for the others. Linear in the length of
 * the text. All O where there is no model, and outside the sentences.
 */
export function tagText({ tokens, rules, sentences }: TaggerText, model = nameModel()): Uint8Array {
  const labels = labelsOfText(tokens.length)
  if (model === undefined) return labels
  const { word } = sumsOf(model)
  const words = new Array<ScoredWord>(tokens.length)
  for (let at = 0; at < tokens.length; at++) words[at] = word(tokens[at]!)
  const scores = new TextScores(model, words, rules)
  const reading = { labels, meets: meetsOfText(tokens.length) }
  for (const { from, to } of sentences) {
    scores.sumUp(from, to)
    decode(scores, model, reading, from, to)
  }
  readAgain(scores, model, reading, { words, rules, sentences })
  return labels
}

/** Reads the text once more with what it says elsewhere of the same words; anew only where that changes the scores. */
function readAgain(scores: TextScores, model: NameModel, reading: Reading, text: TaggedText): void {
  const { labels, meets } = reading
  const first = labelsOfFirst(text.words.length)
  for (let at = 0; at < text.words.length; at++) first[at] = labels[at]!
  const uses = collectUses(text, first)
  const changed = uses.told.filter((at) => {
    const count = useFeatures(uses, text, first, at, useBuffer)
    if (count > 0) scores.addFeatures(at, useBuffer, count)
    return count > 0
  })
  let end = 0
  for (const at of changed) {
    if (at < end) continue
    const { from, to } = text.sentences[uses.sentenceOf[at]!]!
    let start = at
    while (start > Math.max(from, end) && meets[start - 1] === 0) start--
    end = decode(scores, model, reading, start, to, start === from, at)
  }
}

/** The labels of sentences of one text, one a token. */
export function tagSentences(sentences: readonly TaggerSentence[], model = nameModel()): Label[][] {
  const tokens = sentences.flatMap((sentence) => sentence.tokens)
  const ranges = rangesOf(sentences.map((sentence) => sentence.tokens.length))
  const rules = new Int32Array(tokens.length)
  for (const [k, { from }] of ranges.entries()) rules.set(sentences[k]!.rules, from)
  const labels = tagText({ tokens, rules, sentences: ranges }, model)
  return ranges.map(({ from, to }) => Array.from(labels.subarray(from, to), (label) => LABELS[label]!))
}

/** Room that `useFeatures` may need for one word. */
export const MOST_USE_FEATURES = MOST_VOTE_FEATURES + MOST_SURROUNDINGS
const useBuffer = new Int32Array(MOST_USE_FEATURES)

/**
 * Writes what the rest of the text says of the word at `at` into `out`, by the labels (indexes) of a first reading; gives how many features: none where
 * its other uses are no names.
 */
export function useFeatures(
  uses: TextUses,
  text: TaggedText,
  first: ArrayLike<number>,
  at: number,
  out: Int32Array,
): number {
  const count = voteFeatures(uses, text, first, at, out)
  return count === 0 ? 0 : count + surroundingFeatures(uses, text, at, out, count)
}
