/** Learns how common a stem is in news at large, so that a desk of few articles knows already which words are rare. */
import { readFileSync } from 'node:fs'
import { searchStems } from '../src/archive/stems.ts'
import type { Step } from './steps.ts'

const NEWS = 'ner/anercorp-train.conll'
/** Sentences in a row that count as one article: the corpus does not mark where its articles end. */
const AN_ARTICLE = 8
/** Stems of fewer articles are as good as unknown. */
const LEAST = 4
const ATTRIBUTION =
  'Shares of pieces of news in which a stem stands, per thousand; counted in ANERcorp (Benajiba et al. 2007; split by Obeid et al. 2020), CC BY-SA 4.0.'

export const stemFrequenciesStep: Step = {
  name: 'stem-frequencies',
  reads: [NEWS],
  writes: new URL('../src/archive/stem-frequencies.json', import.meta.url),
  train(folder, tell) {
    const sentences = readFileSync(`${folder}/${NEWS}`, 'utf8')
      .split(/\n\s*\n/)
      .map((sentence) =>
        sentence
          .split('\n')
          .map((line) => line.trim().split(/\s+/)[0] ?? '')
          .join(' '),
      )
    const articles = Math.ceil(sentences.length / AN_ARTICLE)
    const counts = new Map<string, number>()
    for (let at = 0; at < sentences.length; at += AN_ARTICLE)
      for (const stem of new Set(searchStems(sentences.slice(at, at + AN_ARTICLE).join(' '))))
        counts.set(stem, (counts.get(stem) ?? 0) + 1)
    const perThousand = [...counts]
      .filter(([, count]) => count >= LEAST)
      .map(([stem, count]): [string, number] => [stem, Math.round((1000 * count) / articles)])
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    tell(`${perThousand.length} stems of ${articles} pieces of news`)
    return Buffer.from(`${JSON.stringify({ about: ATTRIBUTION, perThousand: Object.fromEntries(perThousand) })}\n`)
  },
}
