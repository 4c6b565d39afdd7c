/** The project's own articles with what an attentive analyst reads in each. */
import { readdirSync, readFileSync } from 'node:fs'
import type { Analysis } from '../../src/analysis/analysis.ts'
import { analyze } from '../../src/analysis/analyze.ts'
import { type Expectations, readExpectations, type Score, score } from './expectations.ts'
import { type Marked, readMarked } from './marked.ts'
import { type MarkScore, scoreMarks } from './marked-score.ts'
import { readAllTold, type Told } from './told.ts'
import { scoreTold, type ToldScore } from './told-score.ts'

const folder = new URL('../articles/', import.meta.url)

export interface Sample {
  name: string
  text: string
  expected: Expectations
  /** Named in HELD-OUT: no rule may be tuned on it, so that its score tells how articles never seen are read. */
  heldOut: boolean
  /** Where people have marked every mention and time in it. */
  marked?: Marked
  /** Where people have also written down all that is told in it. */
  told?: Told
}

/** Every article of test/articles, by name. Throws when one has no expectations, and where HELD-OUT or marks are of none that is there. */
export function readSamples(): Sample[] {
  const contents = (file: string) => readFileSync(new URL(file, folder), 'utf8')
  const heldOut = new Set(
    contents('HELD-OUT')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#')),
  )
  const marks = readMarked()
  const allTold = readAllTold()
  const samples = readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => {
      const name = file.slice(0, -'.txt'.length)
      const marked = marks.get(name)
      marks.delete(name)
      const told = allTold.get(name)
      allTold.delete(name)
      return {
        name,
        text: contents(file),
        expected: readExpectations(contents(`${name}.expected.json`)),
        heldOut: heldOut.delete(name),
        ...(marked && { marked }),
        ...(told && { told }),
      }
    })
  if (heldOut.size > 0) throw new Error(`HELD-OUT names articles that are not there: ${[...heldOut].join(', ')}`)
  if (marks.size > 0) throw new Error(`Marked are articles that are not there: ${[...marks.keys()].join(', ')}`)
  if (allTold.size > 0) throw new Error(`Told are articles that are not there: ${[...allTold.keys()].join(', ')}`)
  return samples
}

/** What the engine reads in an article, scored. */
export function scoreSample(sample: Sample): Score {
  return score(read(sample), sample.expected)
}

/** The same against the marks of people; undefined where there are none. */
export function scoreMarkedSample(sample: Sample): MarkScore | undefined {
  return sample.marked && scoreMarks(read(sample), sample.marked)
}

/** The same against all that is told in it; undefined where nobody has written that down. */
export function scoreToldSample(sample: Sample): ToldScore | undefined {
  return sample.told && sample.marked && scoreTold(read(sample), sample.marked, sample.told)
}

function read({ text, expected }: Sample): Analysis {
  return analyze(text, expected.published ? { publishedAt: expected.published } : {})
}

/** The arithmetic mean; NaN of nothing. */
export function meanOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
