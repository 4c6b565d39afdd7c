/**
 * Trains the name model. What is itself learned from the sentences (the letters of names, the first reading) is made for each part of them from the
 * other parts, so that the field sees it as good as it will be on new text.
 */
import { readdirSync, readFileSync } from 'node:fs'
import {
  contextFeatures,
  MOST_FEATURES,
  markListed,
  OF_SECOND,
  PAIR_FEATURES,
  pairFeatures,
} from '../../src/analysis/names/context.ts'
import { bestLabels } from '../../src/analysis/names/decode.ts'
import { joined } from '../../src/analysis/names/hash.ts'
import { LABELS } from '../../src/analysis/names/labels.ts'
import { packModel } from '../../src/analysis/names/model.ts'
import { BIAS, PLACES, wordClasses, wordFeatures } from '../../src/analysis/names/model-sums.ts'
import { type NameCounts, NO_COUNTS } from '../../src/analysis/names/name-counts.ts'
import { MOST_USE_FEATURES, useFeatures } from '../../src/analysis/names/tagger.ts'
import { collectUses, rangesOf } from '../../src/analysis/names/uses.ts'
import { EDGE, readWord, type TaggedWord } from '../../src/analysis/names/word.ts'
import { compact } from './compact.ts'
import { type LabelledSentence, labelled, readConll, type TaggedSentence } from './conll.ts'
import { type Field, type Instance, meanField, scoresOf, trainField } from './field.ts'
import {
  type LetterExample,
  type Letters,
  lexiconWords,
  listedNames,
  trainLetters,
  wordsOfSentences,
} from './letters.ts'
import { countNames } from './name-counts.ts'

const L = LABELS.length
/** Parts into which the sentences are cut, in their order, so that an article is not torn into many. */
const PARTS = 4
/** A feature that is seen less often is left out. */
const FEWEST = 4
/** How much less likely O is made: names are rather found than missed. */
const EAGERNESS = 0.75
/**
 * The rules and the lexicon were weeded with texts like those learned from, so that they err less there than in new ones: hidden so often, they are
 * trusted less. Chosen, as the other numbers, by cross-validation.
 */
const HIDE = 0.4
const DROP = 0.5
/**
 * People who labelled the sentences erred in some. What a field that did not see a sentence reads otherwise counts less when the last field is learned
 * (CrossWeigh; Wang et al. 2019).
 */
const DOUBTFUL = 0.4
/** The last field is for both readings, and learns most from the second, whose labels are those that are given. */
const ALONE = 0.25
const FIRST = { epochs: 10, averageFrom: 5, step: 0.1, seed: 1, hide: HIDE, alone: 0, drop: DROP }
const LAST = { ...FIRST, alone: ALONE }
/** The last field is the mean of fields that met the sentences in different orders and without different features. */
const LAST_SEEDS = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]

/** The sentences that figures are quoted on: the last tenth, which nothing is learned from. */
export function developmentPart(sentences: readonly TaggedSentence[]): TaggedSentence[] {
  return sentences.slice(Math.floor((sentences.length * 9) / 10))
}

/** The file of the model, learned from the data folder. */
export function trainNames(folder: string, say: (line: string) => void): Uint8Array {
  const all = readConll(readFileSync(`${folder}/ner/anercorp-train.conll`, 'utf8'))
  const sentences = all.slice(0, all.length - developmentPart(all).length).map(labelled)
  const others = readdirSync(`${folder}/ner/aqmar`)
    .filter((file) => file.endsWith('.conll'))
    .sort()
    .flatMap((file) => readConll(readFileSync(`${folder}/ner/aqmar/${file}`, 'utf8')))
    .map((sentence) => ({
      ...sentence,
      tags: sentence.tags.map((tag) => tag.replace(/-PER$/, '-PERS').replace(/-MIS\d$/, '-MISC')),
    }))
    .map(labelled)
  say(`${sentences.length} sentences of ANERcorp, ${others.length} of AQMAR (for the letters of words)`)
  const listed = [...listedNames(`${folder}/names/anetac.tsv`), ...lexiconWords(), ...wordsOfSentences(others)]
  return trainOn(sentences, listed, countNames(`${folder}/names/anetac.tsv`), say)
}

/** The file of a model learned from sentences, from words that are known to be names or ordinary, and from how often lists of names hold a word. */
export function trainOn(
  sentences: readonly LabelledSentence[],
  listed: readonly LetterExample[],
  counts = NO_COUNTS,
  say: (line: string) => void = () => {},
): Uint8Array {
  const cut = (part: number) => Math.floor((sentences.length * part) / PARTS)
  const parts = Array.from({ length: PARTS }, (_, part) => sentences.slice(cut(part), cut(part + 1)))
  const without = (part: number) => parts.flatMap((some, other) => (other === part ? [] : some))
  const read = parts.map((some, part) =>
    readSentences(some, trainLetters([...listed, ...wordsOfSentences(without(part))]), counts),
  )
  say('letters learned')
  const ids = numbered(read.flat())
  say(`${ids.size} features`)
  const first = read.map((some) => some.map((sentence) => instanceOf(sentence, ids)))
  const second = read.map((some, part) => {
    const field = trainField(
      first.flatMap((instances, other) => (other === part ? [] : instances)),
      ids.size,
      FIRST,
    )
    say(`first reading of part ${part + 1} of ${PARTS}`)
    return withUses(some, first[part]!, field)
  })
  for (const hash of numbered(second.flat()).keys()) if (!ids.has(hash)) ids.set(hash, ids.size)
  const both = second.flatMap((some, part) =>
    some.map((sentence, k) => ({
      ...instanceOf(sentence, ids),
      weight: sentence.doubtful ? DOUBTFUL : 1,
      alone: first[part]![k]!,
    })),
  )
  const field = meanField(LAST_SEEDS.map((seed) => trainField(both, ids.size, { ...LAST, seed })))
  say('field learned')
  for (let before = 0; before <= L; before++) field.transitions[before * L]! -= EAGERNESS
  return packModel({
    ...compact(field, ids),
    counts,
    ...packedLetters(trainLetters([...listed, ...wordsOfSentences(sentences)])),
  })
}

interface ReadSentence {
  words: TaggedWord[]
  labels: Uint8Array
  rules: Int32Array
  /** Hashes of the features of each word. */
  features: Int32Array[]
  /** The same while what the rules find is hidden. */
  hidden: Int32Array[]
  /** Whether a field that did not see the sentence reads it otherwise than it is labelled. */
  doubtful: boolean
}

function readSentences(sentences: readonly LabelledSentence[], letters: Letters, counts: NameCounts): ReadSentence[] {
  const classes = wordClasses(letters.weights, letters.unit, counts)
  const known = new Map<string, TaggedWord>()
  const buffer = new Int32Array(MOST_FEATURES)
  return sentences.map(({ tokens, rules, labels }) => {
    const words = tokens.map((token) => {
      let word = known.get(token.text)
      if (word === undefined) {
        word = readWord(token, classes)
        known.set(token.text, word)
      }
      return word
    })
    const context = { words, listed: new Int32Array(words.length), rules, from: 0, to: words.length }
    markListed(context)
    const single = words.map((_, at) => singleFeatures(words, at, buffer))
    const featuresWith = (rules: Int32Array) =>
      words.map((_, at) => {
        const count = contextFeatures({ ...context, rules }, at, buffer)
        return Int32Array.from([...single[at]!, ...buffer.subarray(0, count)])
      })
    return {
      words,
      labels,
      rules,
      features: featuresWith(rules),
      hidden: featuresWith(new Int32Array(rules.length)),
      doubtful: false,
    }
  })
}

/** The features of a word that need no more than the word and its neighbours. */
function singleFeatures(words: readonly TaggedWord[], at: number, buffer: Int32Array): number[] {
  const found: number[] = [BIAS]
  PLACES.forEach((place, k) => {
    const word = words[at + [0, -1, 1, -2, 2][k]!] ?? EDGE
    for (const hash of wordFeatures(word, k)) found.push(joined(place, hash))
  })
  pairFeatures(words[at - 1] ?? EDGE, words[at]!, buffer)
  found.push(...buffer.subarray(0, OF_SECOND))
  pairFeatures(words[at]!, words[at + 1] ?? EDGE, buffer)
  found.push(...buffer.subarray(OF_SECOND, PAIR_FEATURES))
  return found
}

/** Numbers the features that are seen often enough, in the order in which they are first seen. */
function numbered(sentences: readonly ReadSentence[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const { features } of sentences)
    for (const list of features) for (const hash of list) counts.set(hash, (counts.get(hash) ?? 0) + 1)
  const ids = new Map<number, number>()
  for (const [hash, count] of counts) if (count >= FEWEST) ids.set(hash, ids.size)
  return ids
}

function instanceOf({ features, hidden, labels }: ReadSentence, ids: ReadonlyMap<number, number>): Instance {
  return { ...numberedAs(features, labels, ids), hidden: numberedAs(hidden, labels, ids) }
}

function numberedAs(words: readonly Int32Array[], labels: Uint8Array, ids: ReadonlyMap<number, number>): Instance {
  const features: number[] = []
  const ends = Int32Array.from(words, (list) => {
    for (const hash of list) {
      const id = ids.get(hash)
      if (id !== undefined) features.push(id)
    }
    return features.length
  })
  return { features: Int32Array.from(features), ends, labels }
}

/** A part with what its first reading by `field` says of each word. */
function withUses(sentences: readonly ReadSentence[], instances: readonly Instance[], field: Field): ReadSentence[] {
  const transitions = field.transitions.slice()
  for (let before = 0; before <= L; before++) transitions[before * L]! -= EAGERNESS
  const labels = instances.map((instance) =>
    bestLabels(scoresOf(field.weights, instance), new Uint8Array(instance.labels.length), transitions),
  )
  const ranges = rangesOf(sentences.map((sentence) => sentence.words.length))
  const words = sentences.flatMap((sentence) => sentence.words)
  const first = labels.flatMap((list) => [...list])
  const uses = collectUses({ words, rules: [], sentences: ranges }, first)
  const buffer = new Int32Array(MOST_USE_FEATURES)
  const withTold = (own: (sentence: ReadSentence) => readonly Int32Array[], rules: readonly number[]) => {
    const found = sentences.flatMap(own)
    for (const at of uses.told) {
      const count = useFeatures(uses, { words, rules, sentences: ranges }, first, at, buffer)
      found[at] = Int32Array.from([...found[at]!, ...buffer.subarray(0, count)])
    }
    return ranges.map(({ from, to }) => found.slice(from, to))
  }
  const shown = withTold(
    ({ features }) => features,
    sentences.flatMap(({ rules }) => [...rules]),
  )
  const hidden = withTold((sentence) => sentence.hidden, new Array<number>(words.length).fill(0))
  return sentences.map((sentence, k) => ({
    ...sentence,
    features: shown[k]!,
    hidden: hidden[k]!,
    doubtful: sentence.labels.some((label, at) => label !== labels[k]![at]),
  }))
}

function packedLetters({ weights, unit }: Letters) {
  return { letters: weights, letterUnit: unit }
}
