/** `summarize [--ratio 0.3 | --points 5] < article`: the summary alone, plain text. */
import { parseArgs } from 'node:util'
import { analyze } from '../analysis/analyze.ts'
import type { Budget } from '../analysis/summary/summary.ts'
import { fail, print, readStandardInput } from './input.ts'

function main(): void {
  let values: { ratio?: string; points?: string }
  try {
    values = parseArgs({ options: { ratio: { type: 'string' }, points: { type: 'string' } } }).values
  } catch (error) {
    fail(`${(error as Error).message}\nusage: summarize [--ratio 0.3 | --points 5] < article`)
  }
  const budget = budgetOf(values)
  const { summary, article } = analyze(readStandardInput(), budget && { budget })
  if (article.language !== 'ar') fail('ليس نصا عربيا.')
  print(`${summary.points.map((point) => point.text).join('\n')}\n`)
}

function budgetOf({ ratio, points }: { ratio?: string; points?: string }): Budget | undefined {
  if (ratio !== undefined && points !== undefined) fail('--ratio and --points exclude each other')
  if (ratio !== undefined) {
    const value = Number(ratio)
    if (!(value > 0 && value <= 1)) fail(`--ratio: read «${ratio}», expected a number above 0 and up to 1`)
    return { ratio: value }
  }
  if (points !== undefined) {
    const value = Number(points)
    if (!Number.isInteger(value) || value < 1) fail(`--points: read «${points}», expected a whole number from 1`)
    return { points: value }
  }
  return undefined
}

main()
