/** `bench [--json]`: what is fast, as ratios against one pass of `Intl.Segmenter` over the same text, measured in one run. */
import { readFileSync } from 'node:fs'
import { analyze } from '../src/analysis/analyze.ts'
import { openArchive } from '../src/archive/archive.ts'

const started = performance.now()
const article = ['bombing', 'summit', 'protest']
  .map((name) => readFileSync(new URL(`../test/articles/${name}.txt`, import.meta.url), 'utf8'))
  .join('\n\n')
analyze(article)
const coldStart = performance.now() - started

const segmenter = new Intl.Segmenter('ar', { granularity: 'word' })
const segment = (text: string) => {
  let words = 0
  for (const part of segmenter.segment(text)) if (part.isWordLike) words++
  return words
}

/** The median of several runs, in milliseconds; the two alternate, so that noise meets both. */
function compare(
  ours: () => void,
  reference: () => void,
  runs: number,
): { ours: number; reference: number; ratio: number } {
  const times: [number, number][] = []
  for (let run = 0; run < runs; run++) {
    const a = performance.now()
    ours()
    const b = performance.now()
    reference()
    times.push([b - a, performance.now() - b])
  }
  const median = (values: number[]) => values.sort((x, y) => x - y)[values.length >> 1]!
  const result = { ours: median(times.map(([t]) => t)), reference: median(times.map(([, t]) => t)) }
  return { ...result, ratio: result.ours / result.reference }
}

const one = compare(
  () => void analyze(article),
  () => void segment(article),
  60,
)
const tenfold = Array(10).fill(article).join('\n\n')
const growth = compare(
  () => void analyze(tenfold),
  () => void analyze(article),
  12,
)

const archive = await openArchive(':memory:')
const { desk } = await archive.desks.of({ platform: 'bench', chat: 'bench' }, new Date().toISOString())
const analysis = analyze(article)
const saving = performance.now()
for (let i = 0; i < 50; i++)
  await archive.articles.save(desk, { text: `${article}\n${i}`, receivedAt: new Date().toISOString() }, analysis)
const save = (performance.now() - saving) / 50
await archive.close()

const figures = {
  'analysis against one pass of Intl.Segmenter (ratio)': one.ratio,
  'ten times the text against the text (ratio)': growth.ratio,
  'analysis of 550 words (ms)': one.ours,
  'cold start, lexicon and first analysis (ms)': coldStart,
  'storing an article in memory (ms)': save,
  'memory, resident (MB)': process.memoryUsage().rss / 2 ** 20,
}
if (process.argv.includes('--json')) console.log(JSON.stringify(figures))
else for (const [name, value] of Object.entries(figures)) console.log(`${name}: ${value.toFixed(2)}`)
