/** Learns which pieces of an article people take for an extract, and measures it on articles left out. */
import { readFileSync } from 'node:fs'
import { findMentions, readAccusativeNisba } from '../src/analysis/entities/mentions.ts'
import { viewSentences } from '../src/analysis/events/sentence.ts'
import { extract, OVERRUN, showExtract } from '../src/analysis/summary/extract.ts'
import { type ExtractModel, extractSigns, SIGNS } from '../src/analysis/summary/likelihood.ts'
import { type Segment, segmentsOf } from '../src/analysis/summary/segments.ts'
import { numberStems } from '../src/analysis/summary/vocabulary.ts'
import { type Document, readDocument } from '../src/analysis/text/document.ts'
import { countRuns, rouge, sharedRuns, wordsOfText } from './rouge.ts'
import type { Step } from './steps.ts'

/** An article with the extracts that people made of it. */
interface Extracted {
  document: Document
  segments: Segment[]
  summaries: string[]
  /** By segment. */
  signs: number[][]
  /** By segment: the share of its pairs of words that a person's extract has, in the mean over people. */
  taken: number[]
}

/** EASC's development articles in the data folder. */
export const EXTRACTS = 'summaries/easc-dev.jsonl'
/** The share of an article that is measured. */
export const MEASURED_RATIO = 0.32
const FOLDS = 10
const REPETITIONS = 5
const ATTRIBUTION =
  'Weights learned from the Essex Arabic Summaries Corpus (EASC; El-Haj, Kruschwitz and Fox, 2010), no text of which is part of this project.'
/** How strongly weights are held near nothing, in articles' worth of evidence. */
const RIDGE = 8

/** Reads the articles and what people took of each. */
export function readExtracts(file: string): Extracted[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const { text, summaries } = JSON.parse(line) as { text: string; summaries: string[] }
      const document = readDocument(text)
      const mentions = readAccusativeNisba(document, findMentions(document))
      const segments = viewSentences(document, mentions, []).flatMap(segmentsOf)
      const gold = summaries.map((summary) => countRuns(wordsOfText(summary), 2))
      const taken = segments.map(({ span }) => {
        const words = wordsOfText(text.slice(span.start, span.end))
        const own = countRuns(words, 2)
        return (
          gold.reduce((sum, counts) => sum + sharedRuns(own, counts), 0) / gold.length / Math.max(1, words.length - 1)
        )
      })
      return { document, segments, summaries, signs: extractSigns(document, segments, numberStems(document)), taken }
    })
}

/** Ridge regression (Hoerl and Kennard 1970) of what people take on the signs; each article weighs the same, in it each word. */
export function fitExtractModel(articles: readonly Extracted[]): ExtractModel {
  const rows = articles.flatMap(({ segments, signs, taken }) => {
    const words = segments.reduce((sum, segment) => sum + segment.words, 0)
    return segments.map((segment, i) => ({ signs: signs[i]!, taken: taken[i]!, weight: segment.words / words }))
  })
  const total = rows.reduce((sum, row) => sum + row.weight, 0)
  const mean = (value: (row: (typeof rows)[number]) => number) =>
    rows.reduce((sum, row) => sum + row.weight * value(row), 0) / total
  const center = SIGNS.map((_, k) => mean((row) => row.signs[k]!))
  const spread = SIGNS.map((_, k) => Math.sqrt(mean((row) => (row.signs[k]! - center[k]!) ** 2)) || 1)
  const base = mean((row) => row.taken)
  const matrix = SIGNS.map((_, j) =>
    SIGNS.map(
      (_, k) =>
        rows.reduce((sum, { signs, weight }) => sum + weight * scaled(signs, j) * scaled(signs, k), 0) +
        (j === k ? RIDGE : 0),
    ),
  )
  const right = SIGNS.map((_, k) =>
    rows.reduce((sum, { signs, taken, weight }) => sum + weight * scaled(signs, k) * (taken - base), 0),
  )
  const solution = solve(matrix, right).map((value, k) => value / spread[k]!)
  const shift = solution.reduce((sum, value, k) => sum + value * center[k]!, 0)
  return {
    base: rounded(base - shift),
    weights: Object.fromEntries(SIGNS.map((sign, k) => [sign, rounded(solution[k]!)])) as ExtractModel['weights'],
  }

  function scaled(signs: readonly number[], k: number): number {
    return (signs[k]! - center[k]!) / spread[k]!
  }
}

/** Gaussian elimination; the matrix is symmetric and positive definite, so that no pivot is zero. */
function solve(matrix: number[][], right: number[]): number[] {
  const a = matrix.map((row, i) => [...row, right[i]!])
  for (let i = 0; i < a.length; i++)
    for (let j = i + 1; j < a.length; j++) {
      const factor = a[j]![i]! / a[i]![i]!
      for (let k = i; k <= a.length; k++) a[j]![k]! -= factor * a[i]![k]!
    }
  const solution: number[] = Array(a.length).fill(0)
  for (let i = a.length - 1; i >= 0; i--) {
    let value = a[i]![a.length]!
    for (let k = i + 1; k < a.length; k++) value -= a[i]![k]! * solution[k]!
    solution[i] = value / a[i]![i]!
  }
  return solution
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}

export interface ExtractScore {
  rouge1: number
  rouge2: number
  /** Words of the summary over words of the article. */
  ratio: number
}

/** ROUGE of the extract that a model makes of an article. */
export function scoreExtract(article: Extracted, model: ExtractModel): ExtractScore {
  return scoreChoice(article, extract(article.document, article.segments, MEASURED_RATIO, model))
}

/** ROUGE of the first segments of an article, of the same length: what any choice has to beat. */
export function scoreLead(article: Extracted): ExtractScore {
  const enough = wordsOfText(article.document.text).length * MEASURED_RATIO
  let words = 0
  const chosen = article.segments.flatMap((segment, i) => {
    if (words >= enough || words + segment.words > enough * OVERRUN) return []
    words += segment.words
    return [i]
  })
  return scoreChoice(article, chosen)
}

function scoreChoice({ document, segments, summaries }: Extracted, chosen: readonly number[]): ExtractScore {
  const summary = showExtract(document, segments, chosen).join('\n')
  return {
    rouge1: rouge(summary, summaries, 1),
    rouge2: rouge(summary, summaries, 2),
    ratio: wordsOfText(summary).length / wordsOfText(document.text).length,
  }
}

/** What `npm run eval` tells of extracts: the mean over repeated cross-validations, how far these lie apart, and the lead. */
export function extractFigures(folder: string): {
  learned: ExtractScore
  least: number
  most: number
  lead: ExtractScore
} {
  const articles = readExtracts(`${folder}/${EXTRACTS}`)
  const runs = Array.from({ length: REPETITIONS }, (_, i) => meanScore(crossValidate(articles, FOLDS, i + 1)))
  const each = runs.map((run) => run.rouge1)
  return {
    learned: meanScore(runs),
    least: Math.min(...each),
    most: Math.max(...each),
    lead: meanScore(articles.map(scoreLead)),
  }
}

/** The mean of each figure. */
export function meanScore(scores: readonly ExtractScore[]): ExtractScore {
  const mean = (figure: keyof ExtractScore) => scores.reduce((sum, score) => sum + score[figure], 0) / scores.length
  return { rouge1: mean('rouge1'), rouge2: mean('rouge2'), ratio: mean('ratio') }
}

/** Each article scored by a model that was learned without it and its fold. */
export function crossValidate(articles: readonly Extracted[], folds: number, seed = 1): ExtractScore[] {
  const order = shuffled(articles.length, seed)
  const scores: ExtractScore[] = []
  for (let fold = 0; fold < folds; fold++) {
    const left = new Set(order.filter((_, place) => place % folds === fold))
    const model = fitExtractModel(articles.filter((_, i) => !left.has(i)))
    for (const i of left) scores[i] = scoreExtract(articles[i]!, model)
  }
  return scores
}

/** 0…count−1 in an order that depends on the seed alone (mulberry32). */
function shuffled(count: number, seed: number): number[] {
  const order = Array.from({ length: count }, (_, i) => i)
  let state = seed
  const random = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[order[i], order[j]] = [order[j]!, order[i]!]
  }
  return order
}

/** The step of `npm run train`. */
export const summaryStep: Step = {
  name: 'summary',
  reads: [EXTRACTS],
  writes: new URL('../src/analysis/summary/extract-model.json', import.meta.url),
  train(folder, say) {
    const articles = readExtracts(`${folder}/${EXTRACTS}`)
    const { rouge1, rouge2, ratio } = meanScore(crossValidate(articles, FOLDS))
    say(
      `${articles.length} articles, ${FOLDS} folds: ROUGE-1 ${rouge1.toFixed(3)}, ROUGE-2 ${rouge2.toFixed(3)}, ${ratio.toFixed(3)} of the words`,
    )
    const model: ExtractModel = { learnedFrom: ATTRIBUTION, ...fitExtractModel(articles) }
    return new TextEncoder().encode(`${JSON.stringify(model, undefined, 2)}\n`)
  },
}
