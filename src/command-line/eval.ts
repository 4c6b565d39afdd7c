/**
 * `eval [--held-out] [--json]`: the quality figures that the README states, from the project's own articles: a table of each
 * part's share, what was missed, and the means of the articles that rules are tuned on and of those held out. What was missed in
 * a held-out article is told only on `--held-out`, for once it is known it can be tuned on.
 */
import { Console } from 'node:console'
import { meanOf, readSamples, scoreSample } from '../../test/analysis/samples.ts'
import { print } from './input.ts'

const showHeldOut = process.argv.includes('--held-out')
const rows = readSamples().map((sample) => {
  const { parts, mean, missed } = scoreSample(sample)
  return {
    article: sample.name,
    heldOut: sample.heldOut,
    parts,
    mean,
    missed: sample.heldOut && !showHeldOut ? [] : missed,
  }
})
const groups = [
  { label: 'development', rows: rows.filter((row) => !row.heldOut) },
  { label: 'held-out', rows: rows.filter((row) => row.heldOut) },
].filter((group) => group.rows.length > 0)

if (process.argv.includes('--json')) {
  const means = Object.fromEntries(groups.map((group) => [group.label, meanOf(group.rows.map((row) => row.mean))]))
  print(`${JSON.stringify({ articles: rows, mean: meanOf(rows.map((row) => row.mean)), means })}\n`)
} else {
  const rounded = (value: number) => Number(value.toFixed(3))
  for (const { label, rows: own } of groups) {
    print(`${label}\n`)
    new Console(process.stdout).table(
      Object.fromEntries(
        own.map(({ article, parts, mean }) => [
          article,
          Object.fromEntries([...Object.entries(parts), ['mean', mean] as const].map(([k, v]) => [k, rounded(v)])),
        ]),
      ),
    )
    for (const { article, missed } of own) for (const miss of missed) print(`${article}: missed ${miss}\n`)
    const partNames = [...new Set(own.flatMap((row) => Object.keys(row.parts)))]
    const byPart = partNames.map((part) => {
      const values = own.flatMap((row) => row.parts[part] ?? [])
      return `${part} ${meanOf(values).toFixed(3)}`
    })
    print(
      `mean of ${own.length} ${label} articles: ${meanOf(own.map((row) => row.mean)).toFixed(3)} (${byPart.join(', ')})\n\n`,
    )
  }
  print(`mean of all ${rows.length} articles: ${meanOf(rows.map((row) => row.mean)).toFixed(3)}\n`)
}
