/** The sums of a model's weights that are kept from text to text: of single words, of pairs of neighbours, and of what stands around a word. */
import { objectPerWord, type Word } from '../text/word.ts'
import {
  type Context,
  contextFeatures,
  contextSources,
  MOST_FEATURES,
  MOST_SOURCES,
  OF_SECOND,
  PAIR_FEATURES,
  pairFeatures,
} from './context.ts'
import { formClasses, knownForms } from './forms.ts'
import { hashText, joined } from './hash.ts'
import { FIRST, PairSums, SECOND, SetSums } from './kept-sums.ts'
import { LABELS } from './labels.ts'
import { lettersClasses } from './letters.ts'
import type { NameModel } from './model.ts'
import { countClasses, type NameCounts } from './name-counts.ts'
import { PACKED, pack } from './packed.ts'
import { EDGE, type LettersClasses, readWord, type TaggedWord } from './word.ts'

const L = LABELS.length
/** Salts for the features of single words, by their place: the word itself, one before and behind, two before and behind. */
export const PLACES = [0, -1, 1, -2, 2].map((place) => hashText(`place ${place}`))
export const BIAS = hashText('bias')

/** The features of a single word at one of `PLACES` (by index), before they are joined with the place. */
export function wordFeatures(word: TaggedWord, place: number): Int32Array {
  return place === 0 ? word.own : place <= 2 ? word.near : word.far
}

/** The classes that a word has by itself: by its letters, by the names that lists hold it in, and by which of its forms are known. */
export function wordClasses(letters: Int8Array, unit: number, counts: NameCounts): LettersClasses {
  const byLetters = lettersClasses(letters, unit)
  const byCounts = countClasses(counts)
  const byForms = formClasses(knownForms())
  return (key, stem) => [...byLetters(key, stem), ...byCounts(key, stem), ...byForms(key, stem)]
}

export interface ScoredWord extends TaggedWord {
  /** Summed weights for each of `PLACES`, packed, in units of the model. */
  sums: Int32Array
  /** A number of its own, for the sums of pairs. */
  id: number
}

export interface ModelSums {
  word(token: { readonly word: Word }): ScoredWord
  /** What stands beyond the ends of a sentence. */
  edge: ScoredWord
  pairs: PairSums<ScoredWord>
  sets: SetSums
  /** Where in `sets` the sum of what stands around the word at `at` begins, its neighbours being `last` and `next`; until the next call. */
  setOf(context: Context, at: number, last: TaggedWord, next: TaggedWord): number
}

const known = new WeakMap<NameModel, ModelSums>()

/** The sums of a model, made at the first call and kept as long as the model. */
export function sumsOf(model: NameModel): ModelSums {
  let sums = known.get(model)
  if (sums === undefined) {
    sums = newSums(model)
    known.set(model, sums)
  }
  return sums
}

function newSums(model: NameModel): ModelSums {
  const { add } = model
  const classes = wordClasses(model.letters, model.letterUnit, model.counts)
  const features = new Int32Array(MOST_FEATURES)
  const sources = new Int32Array(MOST_SOURCES)
  const none = new Int32Array(0)
  let ids = 0

  const scored = (word: TaggedWord): ScoredWord => {
    const sums = new Int32Array(PLACES.length * PACKED)
    PLACES.forEach((place, k) => {
      const hashes = wordFeatures(word, k).map((hash) => joined(place, hash))
      const ofPlace = new Int32Array(L)
      if (k === 0) add(Int32Array.of(BIAS), 0, 1, ofPlace, 0)
      add(hashes, 0, hashes.length, ofPlace, 0)
      pack(ofPlace, 0, sums, k * PACKED)
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
  const ofFirst = new Int32Array(L)
  const ofSecond = new Int32Array(L)
  const sets = new SetSums(add)
  return {
    word: objectPerWord((word) => scored(readWord({ kind: word.kind, key: word.key, text: word.text, word }, classes))),
    edge,
    pairs: new PairSums<ScoredWord>((left, right, sums, at) => {
      pairFeatures(left, right, features)
      ofSecond.fill(0)
      add(features, 0, OF_SECOND, ofSecond, 0)
      pack(ofSecond, 0, sums, at + SECOND)
      ofFirst.fill(0)
      add(features, OF_SECOND, PAIR_FEATURES, ofFirst, 0)
      pack(ofFirst, 0, sums, at + FIRST)
    }),
    sets,
    setOf(context, at, last, next) {
      const found = sets.find(sources, contextSources(context, at, last, next, sources))
      return found >= 0 ? found : sets.reckon(features, contextFeatures(context, at, features))
    },
  }
}
