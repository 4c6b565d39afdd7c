/** Loads the engine, reads one article and says what that took, in a process of its own; with `--idle` it loads nothing. */
import { performance } from 'node:perf_hooks'
import { article } from './texts.ts'

const text = article()
const started = performance.now()
if (!process.argv.includes('--idle')) (await import('../src/analysis/analyze.ts')).analyze(text)
const first = performance.now() - started
console.log(JSON.stringify({ first, resident: process.memoryUsage().rss / 2 ** 20 }))
