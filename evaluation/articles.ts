/** The project's own articles against what an attentive analyst reads in them. */
import { Console } from 'node:console'
import { PassThrough } from 'node:stream'
import { meanOf, readSamples, scoreSample } from '../test/analysis/samples.ts'
import { type Figures, shown } from './figures.ts'

interface Row {
  article: string
  heldOut: boolean
  parts: Record<string, number>
  mean: number
  missed: string[]
}

/**
 * The share of each part, what was missed, and the means of the articles that rules are tuned on and of those held out.
 * @param showHeldOut whether to tell what was missed in a held-out article: once it is known it can be tuned on
 */
export function articleFigures(showHeldOut: boolean): Figures {
  const rows = readSamples().map((sample): Row => {
    const { parts, mean, missed } = scoreSample(sample)
    const told = sample.heldOut && !showHeldOut ? [] : missed
    return { article: sample.name, heldOut: sample.heldOut, parts, mean, missed: told }
  })
  const groups = [
    { label: 'development', own: rows.filter((row) => !row.heldOut) },
    { label: 'held-out', own: rows.filter((row) => row.heldOut) },
  ].filter(({ own }) => own.length > 0)
  const mean = (own: readonly Row[]) => meanOf(own.map((row) => row.mean))
  return {
    id: 'articles',
    json: { rows, mean: mean(rows), means: Object.fromEntries(groups.map(({ label, own }) => [label, mean(own)])) },
    lines: [
      ...groups.flatMap(({ label, own }) => [
        label,
        table(own),
        ...own.flatMap(({ article, missed }) => missed.map((miss) => `${article}: missed ${miss}`)),
        `mean of ${own.length} ${label} articles: ${shown(mean(own))} (${byPart(own)})`,
        '',
      ]),
      `mean of all ${rows.length} articles: ${shown(mean(rows))}`,
    ],
  }
}

function byPart(rows: readonly Row[]): string {
  const parts = [...new Set(rows.flatMap((row) => Object.keys(row.parts)))]
  return parts.map((part) => `${part} ${shown(meanOf(rows.flatMap((row) => row.parts[part] ?? [])))}`).join(', ')
}

function table(rows: readonly Row[]): string {
  const written = new PassThrough({ encoding: 'utf8' })
  const rounded = (value: number) => Number(shown(value))
  new Console(written).table(
    Object.fromEntries(
      rows.map(({ article, parts, mean }) => [
        article,
        Object.fromEntries([...Object.entries(parts), ['mean', mean] as const].map(([k, v]) => [k, rounded(v)])),
      ]),
    ),
  )
  return String(written.read()).trimEnd()
}
