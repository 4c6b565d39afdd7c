/** The engine: analysis, growth with length, cold start, memory, tagging. */

import { analyze } from '../src/analysis/analyze.ts'
import { tagTokens } from '../src/analysis/entities/tag.ts'
import { tokenize } from '../src/analysis/text/tokens.ts'
import { compare, type Figure, inOwnProcess, quantile, runTime } from './measure.ts'
import { article, ownArticles } from './texts.ts'

const segmenter = new Intl.Segmenter('ar', { granularity: 'word' })
/** The reference of the engine: one pass of ICU's word breaker, what any tool for Arabic text does at the least. */
function segment(text: string): number {
  let words = 0
  for (const part of segmenter.segment(text)) if (part.isWordLike) words++
  return words
}

/** More than the spellings that the engine remembers: it then forgets all of them. */
const NOISE = 20_001
let noise = 0
/** Makes every word new to the engine. */
function forgetWords(): void {
  tokenize(Array.from({ length: NOISE }, () => `x${(noise++).toString(36)}`).join(' '))
}

const start = new URL('./start.ts', import.meta.url)
/** As the npm scripts start. */
const CACHED = ['--import', new URL('../src/compile-cache.js', import.meta.url).href]

/** Measures it. Some ten seconds. */
export async function engineFigures(): Promise<Figure[]> {
  const text = article()
  const words = segment(text)
  const analysis = await compare(
    () => analyze(text),
    () => segment(text),
    200,
  )
  const extract = await compare(
    () => analyze(text, { budget: { ratio: 0.3 } }),
    () => segment(text),
    100,
  )
  const repeated = Array(10).fill(text).join('\n\n')
  const growth = await compare(
    () => analyze(repeated),
    () => analyze(text),
    20,
  )

  const others = ownArticles()
  const inTurn = await compare(
    () => others.forEach((other) => void analyze(other)),
    () => others.forEach((other) => void segment(other)),
    20,
  )
  const unseen = await compare(
    () => analyze(text),
    () => segment(text),
    40,
    forgetWords,
  )
  const joined = others.join('\n\n')
  const distinct = await compare(
    () => analyze(joined),
    () => others.forEach((other) => void analyze(other)),
    10,
  )

  const tokens = text.split(/\s+/).filter(Boolean)
  const tagging = await compare(
    () => tagTokens([tokens]),
    () => segment(text),
    100,
  )

  runTime(...CACHED, start.pathname)
  const starts = Array.from({ length: 5 }, () => ({
    ours: runTime(...CACHED, start.pathname),
    bare: runTime('--eval', '0'),
  }))
  const idle = inOwnProcess<Memory>(CACHED, start, '--idle')
  const loaded = inOwnProcess<Memory>(CACHED, start)
  return [
    {
      id: 'analysis',
      what: `analysis of ${words} words, against one pass of Intl.Segmenter over them`,
      value: analysis.ratio,
      unit: '×',
    },
    { id: 'analysis-ms', what: 'the same, in time', value: analysis.ours, unit: 'ms' },
    {
      id: 'analysis-in-turn',
      what: `analysis of ${others.length} articles in turn, so that none repeats the one before, against one pass over each`,
      value: inTurn.ratio,
      unit: '×',
    },
    {
      id: 'analysis-unseen',
      what: 'analysis of the first article when none of its words was ever met, against one pass',
      value: unseen.ratio,
      unit: '×',
    },
    { id: 'analysis-unseen-ms', what: 'the same, in time', value: unseen.ours, unit: 'ms' },
    {
      id: 'analysis-extract',
      what: 'analysis with a summary of 30 %, against one pass of Intl.Segmenter',
      value: extract.ratio,
      unit: '×',
    },
    { id: 'tenfold', what: 'ten times the text, against the text', value: growth.ratio, unit: '×' },
    {
      id: 'joined',
      what: `${others.length} articles as one text, against one by one`,
      value: distinct.ratio,
      unit: '×',
    },
    {
      id: 'tagging',
      what: 'names of these words as BIO tags, against one pass of Intl.Segmenter',
      value: tagging.ratio,
      unit: '×',
    },
    { id: 'tagging-words', what: 'the same, in words', value: (1000 * tokens.length) / tagging.ours, unit: 'words/s' },
    {
      id: 'cold-start',
      what: 'cold start, after the very first: a process that loads the engine and reads one article, against one that does nothing',
      value: quantile(
        starts.map(({ ours, bare }) => ours / bare),
        0.5,
      ),
      unit: '×',
    },
    {
      id: 'cold-start-ms',
      what: 'the same, beyond the start of Node itself',
      value: quantile(
        starts.map(({ ours, bare }) => ours - bare),
        0.5,
      ),
      unit: 'ms',
    },
    { id: 'first-analysis-ms', what: 'of that, the lexicon and the first analysis', value: loaded.first, unit: 'ms' },
    {
      id: 'memory',
      what: 'resident memory of a process that has loaded the engine only',
      value: loaded.resident,
      unit: 'MB',
    },
    { id: 'memory-bare', what: 'of that, Node itself', value: idle.resident, unit: 'MB' },
  ]
}

interface Memory {
  /** Milliseconds of the first analysis. */
  first: number
  /** Megabytes. */
  resident: number
}
