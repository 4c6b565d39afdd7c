/** `eval [--json]`: the quality figures that the README states, from the project's own articles. */
import { readdirSync, readFileSync } from 'node:fs'
import { readExpectations, score } from '../../test/analysis/expectations.ts'
import { analyze } from '../analysis/analyze.ts'
import { print } from './input.ts'

const folder = new URL('../../test/articles/', import.meta.url)
const rows = readdirSync(folder)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => {
    const expected = readExpectations(readFileSync(new URL(file.replace('.txt', '.expected.json'), folder), 'utf8'))
    const text = readFileSync(new URL(file, folder), 'utf8')
    return {
      article: file.replace('.txt', ''),
      ...score(analyze(text, expected.published ? { publishedAt: expected.published } : {}), expected),
    }
  })
const mean = rows.reduce((sum, row) => sum + row.mean, 0) / rows.length

if (process.argv.includes('--json')) print(`${JSON.stringify({ articles: rows, mean })}\n`)
else {
  for (const { article, parts, mean: own, missed } of rows) {
    const figures = Object.entries(parts).map(([part, value]) => `${part} ${value.toFixed(2)}`)
    print(
      `${article}: ${own.toFixed(3)} (${figures.join(', ')})\n${missed.map((miss) => `  missed ${miss}\n`).join('')}`,
    )
  }
  print(`mean of ${rows.length} articles: ${mean.toFixed(3)}\n`)
}
