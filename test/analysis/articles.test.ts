import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { analyze } from '../../src/analysis/analyze.ts'
import { readExpectations, score } from './expectations.ts'

const folder = new URL('../articles/', import.meta.url)
const articles = readdirSync(folder).filter((file) => file.endsWith('.txt'))
/** What an analysis of any of the articles must reach. */
const LEAST = 0.75

describe('articles with what an attentive analyst reads in them', () => {
  for (const file of articles) {
    const text = readFileSync(new URL(file, folder), 'utf8')
    const expected = readExpectations(readFileSync(new URL(file.replace('.txt', '.expected.json'), folder), 'utf8'))
    it(`${file} is read well enough`, () => {
      const { parts, mean, missed } = score(
        analyze(text, { ...(expected.published && { publishedAt: expected.published }) }),
        expected,
      )
      expect(mean, `${JSON.stringify(parts)}\nmissed: ${missed.join('; ')}`).toBeGreaterThanOrEqual(LEAST)
    })
  }
})
