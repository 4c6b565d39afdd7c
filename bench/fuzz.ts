/**
 * `fuzz [--texts 100000] [--seed 1] [--only NUMBER]`: reads texts that nobody wrote, and says which of them the engine threw on, took too long
 * for, or read with spans that are none. The same seed gives the same texts; `--only` prints one of them. Ends with 1 where anything was found.
 */
import { parseArgs } from 'node:util'
import { analyze } from '../src/analysis/analyze.ts'
import { mutant } from '../test/analysis/mutants.ts'
import { faultsOf } from '../test/analysis/soundness.ts'
import { ownArticles } from './texts.ts'

/** Milliseconds that a text of some thousand letters may take, on a machine that has other work too. */
const TOO_LONG = 1000
/** More faults than these are one. */
const SHOWN = 20

const { values } = parseArgs({
  options: {
    texts: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
})
const seed = Number(values.seed)
const articles = ownArticles()

if (values.only !== undefined) console.log(JSON.stringify(mutant(articles, seed, Number(values.only))))
else {
  const count = Number(values.texts)
  let faulty = 0
  let slowest = { number: -1, ms: 0 }
  const report = (number: number, fault: string) => {
    if (++faulty <= SHOWN) console.log(`text ${number}: ${fault}`)
  }
  for (let number = 0; number < count; number++) {
    const text = mutant(articles, seed, number)
    const started = performance.now()
    try {
      const faults = faultsOf(analyze(text, number % 2 === 0 ? {} : { publishedAt: '2024-02-29' }))
      if (faults.length > 0) report(number, faults.join('; '))
    } catch (error) {
      report(number, error instanceof Error ? (error.stack ?? error.message) : String(error))
    }
    const ms = performance.now() - started
    if (ms > slowest.ms) slowest = { number, ms }
    if (ms > TOO_LONG) report(number, `${ms.toFixed(0)} ms for ${text.length} letters`)
  }
  console.log(
    `${count} texts of seed ${seed}: ${faulty} faulty; the slowest, ${slowest.number}, took ${slowest.ms.toFixed(0)} ms`,
  )
  process.exitCode = faulty > 0 ? 1 : 0
}
