/** The project's own articles with what an attentive analyst reads in each. */
import { readdirSync, readFileSync } from 'node:fs'
import { analyze } from '../../src/analysis/analyze.ts'
import { type Expectations, readExpectations, type Score, score } from './expectations.ts'

const folder = new URL('../articles/', import.meta.url)

export interface Sample {
  name: string
  text: string
  expected: Expectations
  /** Named in HELD-OUT: no rule may be tuned on it, so that its score tells how articles never seen are read. */
  heldOut: boolean
}

/** Every article of test/articles, by name. Throws when one has no expectations, or HELD-OUT names none that is there. */
export function readSamples(): Sample[] {
  const read = (file: string) => readFileSync(new URL(file, folder), 'utf8')
  const heldOut = new Set(
    read('HELD-OUT')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#')),
  )
  const samples = readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => {
      const name = file.slice(0, -'.txt'.length)
      return {
        name,
        text: read(file),
        expected: readExpectations(read(`${name}.expected.json`)),
        heldOut: heldOut.delete(name),
      }
    })
  if (heldOut.size > 0) throw new Error(`HELD-OUT names articles that are not there: ${[...heldOut].join(', ')}`)
  return samples
}

/** What the engine reads in an article, scored. */
export function scoreSample({ text, expected }: Sample): Score {
  return score(analyze(text, expected.published ? { publishedAt: expected.published } : {}), expected)
}

/** The arithmetic mean; NaN of nothing. */
export function meanOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
