/**
 * Finds names with the trained model (a linear-chain conditional random field, Lafferty et al. 2001): each word's scores are the sum of the weights
 * of what it, its neighbours, the lexicon, the lists and the rules show; then, once more, with what the whole text said of the same words.
 */
import type { Token } from '../text/tokens.ts'
import { contextFeatures, MOST_FEATURES, markListed, OF_SECOND, PAIR_FEATURES, pairFeatures } from './context.ts'
import { bestLabels } from './decode.ts'
import { hashText, joined } from './hash.ts'
import { LABELS, type Label } from './labels.ts'
import { lettersClasses } from './letters.ts'
import { type NameModel, nameModel } from './model.ts'
import { PairSums } from './pair-sums.ts'
import { collectVotes, MOST_VOTE_FEATURES, type Votes, voteFeatures } from './votes.ts'
import { EDGE, readWord, type TaggedWord } from './word.ts'

/** A sentence to be tagged: its tokens, and a hash of what the rules say of each (0 for nothing). */
export interface TaggerSentence {
  tokens: readonly Token[]
  rules: Int32Array
}

const L = LABELS.length
/** Salts for the features of single words, by their place: the word itself, one before and behind, two before and behind. */
export const PLACES = [0, -1, 1, -2, 2].map((place) => hashText(`place ${place}`))
export const BIAS = hashText('bias')

/**
 * The labels of each sentence, one a token; sentences of one text belong together, as what one says of a word counts for the others. Linear in the
 * length of the text. All O where there is no model.
 */
export function tagSentences(sentences: readonly TaggerSentence[], model = nameModel()): Label[][] {
  if (model === undefined) return sentences.map(({ tokens }) => tokens.map(() => 'O' as const))
  const tagger = taggerOf(model)
  const words = sentences.map(({ tokens }) => tokens.map(tagger.word))
  const scores = words.map((sentence, k) => tagger.scores(sentence, sentences[k]!.rules))
  const first = words.map((sentence, k) => bestLabels(scores[k]!, sentence.length, model.transitions))
  const votes = collectVotes(words, first)
  return words.map((sentence, k) => {
    const changed = tagger.addVotes(votes, k, sentence, first[k]!, scores[k]!)
    const labels = changed ? bestLabels(scores[k]!, sentence.length, model.transitions) : first[k]!
    return Array.from(labels, (label) => LABELS[label]!)
  })
}

interface ScoredWord extends TaggedWord {
  /** Summed weights for each of `PLACES`, L each. */
  sums: Float32Array
  /** A number of its own, for the sums of pairs. */
  id: number
}

interface Tagger {
  word(token: Token): ScoredWord
  /** Scores of a sentence, word-major, L a word. */
  scores(words: readonly ScoredWord[], rules: Int32Array): Float32Array
  /** Adds what the text says elsewhere of the words of a sentence to its scores; whether it said anything. */
  addVotes(
    votes: Votes,
    sentence: number,
    words: readonly ScoredWord[],
    first: Uint8Array,
    scores: Float32Array,
  ): boolean
}

/** Words kept with their sums; all are forgotten when there are more, so that memory stays bounded. */
const MOST_WORDS = 20_000

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
  const letters = lettersClasses(model.letters, model.letterUnit)
  const kept = new Map<Token['word'], ScoredWord>()
  const buffer = new Int32Array(MOST_FEATURES)
  const none = new Int32Array(0)
  let ids = 0

  const scored = (word: TaggedWord): ScoredWord => {
    const sums = new Float32Array(PLACES.length * L)
    add(BIAS, sums, 0)
    PLACES.forEach((place, k) => {
      for (const hash of wordFeatures(word, k)) add(joined(place, hash), sums, k * L)
    })
    return { ...word, sums, id: ids++, own: none, near: none, far: none }
  }
  const edge = scored(EDGE)
  const pairs = new PairSums<ScoredWord>(2 * L, (left, right, sums, at) => {
    pairFeatures(left, right, buffer)
    for (let k = 0; k < PAIR_FEATURES; k++) add(buffer[k]!, sums, k < OF_SECOND ? at : at + L)
  })

  return {
    word(token) {
      let word = kept.get(token.word)
      if (word === undefined) {
        word = scored(readWord(token, letters))
        if (kept.size >= MOST_WORDS) kept.clear()
        kept.set(token.word, word)
      }
      return word
    },
    scores(words, rules) {
      const scores = new Float32Array(words.length * L)
      const context = { words, listed: markListed(words), rules }
      const length = words.length
      const pairSums = pairs.sums
      for (let at = 0; at <= length; at++) {
        const word = at < length ? words[at]! : edge
        const last = at > 0 ? words[at - 1]! : edge
        const pair = pairs.of(last, word)
        const base = at * L
        if (at > 0) for (let label = 0; label < L; label++) scores[base - L + label]! += pairSums[pair + L + label]!
        if (at === length) break
        const own = word.sums
        const left = last.sums
        const right = (at + 1 < length ? words[at + 1]! : edge).sums
        const farLeft = (at > 1 ? words[at - 2]! : edge).sums
        const farRight = (at + 2 < length ? words[at + 2]! : edge).sums
        for (let label = 0; label < L; label++)
          scores[base + label] =
            pairSums[pair + label]! +
            own[label]! +
            left[L + label]! +
            right[2 * L + label]! +
            farLeft[3 * L + label]! +
            farRight[4 * L + label]!
        const count = contextFeatures(context, at, buffer)
        for (let k = 0; k < count; k++) add(buffer[k]!, scores, base)
      }
      return scores
    },
    addVotes(votes, sentence, words, first, scores) {
      let any = false
      const votesFound = new Int32Array(MOST_VOTE_FEATURES)
      for (const at of votes.told[sentence]!) {
        const count = voteFeatures(votes, words[at]!, sentence, first[at]!, votesFound)
        for (let k = 0; k < count; k++) add(votesFound[k]!, scores, at * L)
        any ||= count > 0
      }
      return any
    },
  }
}

/** The features of a single word at one of `PLACES` (by index), before they are joined with the place. */
export function wordFeatures(word: TaggedWord, place: number): Int32Array {
  return place === 0 ? word.own : place <= 2 ? word.near : word.far
}
