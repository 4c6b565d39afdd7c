/**
 * Finds names with the trained model (a linear-chain conditional random field, Lafferty et al. 2001): each word's scores are the sum of the weights
 * of what it, its neighbours, the lexicon, the lists and the rules show; then, once more, with what the whole text said of the same words.
 */
import { bytes, integers, scratch } from '../text/scratch.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import {
  type Context,
  contextFeatures,
  contextSources,
  MOST_FEATURES,
  MOST_SOURCES,
  markListed,
  OF_SECOND,
  PAIR_FEATURES,
  pairFeatures,
} from './context.ts'
import { bestLabels } from './decode.ts'
import { formClasses, knownForms } from './forms.ts'
import { hashText, joined } from './hash.ts'
import { PairSums, SetSums } from './kept-sums.ts'
import { LABELS, type Label } from './labels.ts'
import { lettersClasses } from './letters.ts'
import { type NameModel, nameModel } from './model.ts'
import { countClasses, type NameCounts } from './name-counts.ts'
import { MOST_SURROUNDINGS, surroundingFeatures, type UsedText } from './surroundings.ts'
import { collectUses, type TextUses } from './uses.ts'
import { MOST_VOTE_FEATURES, voteFeatures } from './votes.ts'
import { EDGE, type LettersClasses, readWord, type TaggedWord } from './word.ts'

/** A sentence to be tagged: its tokens, and a hash of what the rules say of each (0 for nothing). */
export interface TaggerSentence {
  tokens: readonly Token[]
  rules: Int32Array
}

const L = LABELS.length
const scoresOfText = scratch(integers)
const labelsOfText = scratch(bytes)
/** Salts for the features of single words, by their place: the word itself, one before and behind, two before and behind. */
export const PLACES = [0, -1, 1, -2, 2].map((place) => hashText(`place ${place}`))
export const BIAS = hashText('bias')

/**
 * The labels of each sentence, one a token; sentences of one text belong together, as what one says of a word counts for the others. Linear in the
 * length of the text. All O where there is no model.
 */
export function tagSentences(sentences: readonly TaggerSentence[], model = nameModel()): Label[][] {
  if (model === undefined) return sentences.map(({ tokens }) => tokens.map(() => 'O' as const))
  const { transitions, unit } = model
  const tagger = taggerOf(model)
  const words = sentences.map(({ tokens }) => tokens.map(tagger.word))
  const starts: number[] = []
  let length = 0
  for (const sentence of words) {
    starts.push(length)
    length += sentence.length
  }
  // One array for all sentences: to make one for each costs more than to fill it.
  const scores = scoresOfText(length * L)
  const labels = labelsOfText(length)
  const first = words.map((sentence, k) => {
    const start = starts[k]!
    tagger.score(sentence, sentences[k]!.rules, scores, start * L)
    return bestLabels(scores, labels.subarray(start, start + sentence.length), transitions, unit, start * L)
  })
  const uses = collectUses(words, first)
  const text = { words, rules: sentences.map(({ rules }) => rules) }
  return words.map((_, k) => {
    const start = starts[k]! * L
    if (tagger.addUses(uses, text, k, first[k]!, scores, start)) bestLabels(scores, first[k]!, transitions, unit, start)
    return named(first[k]!)
  })
}

function named(labels: Uint8Array): Label[] {
  const names = new Array<Label>(labels.length)
  for (let at = 0; at < labels.length; at++) names[at] = LABELS[labels[at]!]!
  return names
}

interface ScoredWord extends TaggedWord {
  /** Summed weights for each of `PLACES`, L each, in units of the model. */
  sums: Int32Array
  /** A number of its own, for the sums of pairs. */
  id: number
}

interface Tagger {
  word(token: Token): ScoredWord
  /** Writes the scores of a sentence into `scores` from `start` on, word-major, L a word, in units of the model. */
  score(words: readonly ScoredWord[], rules: Int32Array, scores: Int32Array, start: number): void
  /** Adds what the text says elsewhere of the words of a sentence to its scores; whether it said anything. */
  addUses(
    uses: TextUses,
    text: UsedText,
    sentence: number,
    first: Uint8Array,
    scores: Int32Array,
    start: number,
  ): boolean
}

const taggers = new WeakMap<NameModel, Tagger>()

function taggerOf(model: NameModel): Tagger {
  let tagger = taggers.get(model)
  if (tagger === undefined) {
    tagger = newTagger(model)
    taggers.set(model, tagger)
  }
  return tagger
}

function newTagger(model: NameModel): Tagger {
  const { add } = model
  const classes = wordClasses(model.letters, model.letterUnit, model.counts)
  const buffer = new Int32Array(MOST_FEATURES)
  const sources = new Int32Array(MOST_SOURCES)
  const useBuffer = new Int32Array(MOST_USE_FEATURES)
  const none = new Int32Array(0)
  let ids = 0

  const scored = (word: TaggedWord): ScoredWord => {
    const sums = new Int32Array(PLACES.length * L)
    add(Int32Array.of(BIAS), 0, 1, sums, 0)
    PLACES.forEach((place, k) => {
      const hashes = wordFeatures(word, k).map((hash) => joined(place, hash))
      add(hashes, 0, hashes.length, sums, k * L)
    })
    return {
      ...word,
      sums,
      id: ids++,
      own: none,
      near: none,
      far: none,
    }
  }
  const edge = scored(EDGE)
  const pairs = new PairSums<ScoredWord>((left, right, sums) => {
    for (let label = 0; label < L; label++) {
      sums[label] = right.sums[label]! + left.sums[L + label]!
      sums[L + label] = right.sums[2 * L + label]!
      sums[2 * L + label] = left.sums[3 * L + label]!
      sums[3 * L + label] = right.sums[4 * L + label]!
    }
    pairFeatures(left, right, buffer)
    add(buffer, 0, OF_SECOND, sums, 0)
    add(buffer, OF_SECOND, PAIR_FEATURES, sums, L)
  })
  const sets = new SetSums(add)
  const setOf = (context: Context, at: number, last: TaggedWord, next: TaggedWord): number => {
    const known = sets.find(sources, contextSources(context, at, last, next, sources))
    return known >= 0 ? known : sets.reckon(buffer, contextFeatures(context, at, buffer))
  }

  return {
    word: perWord((word) => scored(readWord({ kind: word.kind, key: word.key, text: word.text, word }, classes))),
    score(words, rules, scores, start) {
      const context = { words, listed: markListed(words), rules }
      const { length } = words
      if (length === 0) return
      const pairSums = pairs.sums
      const setSums = sets.sums
      const end = start + (length - 1) * L
      // Two words before the first and behind the last stands the edge, too.
      for (let label = 0; label < L; label++) {
        scores[start + label]! += edge.sums[3 * L + label]!
        scores[end + label]! += edge.sums[4 * L + label]!
      }
      let last = edge
      let word = words[0]!
      for (let at = 0; at <= length; at++) {
        const base = start + at * L
        const pair = pairs.of(last, word)
        if (at > 0) for (let label = 0; label < L; label++) scores[base - L + label]! += pairSums[pair + L + label]!
        if (at > 1)
          for (let label = 0; label < L; label++) scores[base - 2 * L + label]! += pairSums[pair + 3 * L + label]!
        if (at === length) break
        if (at + 1 < length)
          for (let label = 0; label < L; label++) scores[base + L + label]! += pairSums[pair + 2 * L + label]!
        const next = at + 1 < length ? words[at + 1]! : edge
        const set = setOf(context, at, last, next)
        for (let label = 0; label < L; label++) scores[base + label]! += pairSums[pair + label]! + setSums[set + label]!
        last = word
        word = next
      }
    },
    addUses(uses, text, sentence, first, scores, start) {
      let any = false
      for (const at of uses.told[sentence]!) {
        const count = useFeatures(uses, text, sentence, at, first[at]!, useBuffer)
        if (count === 0) continue
        add(useBuffer, 0, count, scores, start + at * L)
        any = true
      }
      return any
    },
  }
}

/** The classes that a word has by itself: by its letters, by the names that lists hold it in, and by which of its forms are known. */
export function wordClasses(letters: Int8Array, unit: number, counts: NameCounts): LettersClasses {
  const byLetters = lettersClasses(letters, unit)
  const byCounts = countClasses(counts)
  const byForms = formClasses(knownForms())
  return (key, stem) => [...byLetters(key, stem), ...byCounts(key, stem), ...byForms(key, stem)]
}

/** Room that `useFeatures` may need for one word. */
export const MOST_USE_FEATURES = MOST_VOTE_FEATURES + MOST_SURROUNDINGS

/**
 * Writes what the rest of the text says of the word at `at` of a sentence, which was first read as `own` (a label's index), into `out`; gives how many features:
 * none where its other uses are no names.
 */
export function useFeatures(
  uses: TextUses,
  text: UsedText,
  sentence: number,
  at: number,
  own: number,
  out: Int32Array,
): number {
  const count = voteFeatures(uses, text.words[sentence]![at]!, sentence, own, out)
  return count === 0 ? 0 : count + surroundingFeatures(uses, text, sentence, at, out, count)
}

/** The features of a single word at one of `PLACES` (by index), before they are joined with the place. */
export function wordFeatures(word: TaggedWord, place: number): Int32Array {
  return place === 0 ? word.own : place <= 2 ? word.near : word.far
}
