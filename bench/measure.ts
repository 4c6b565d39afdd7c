/** How things are timed here: against a reference that runs in turn with them, so that a busy machine slows both. */
import { execFileSync } from 'node:child_process'
import { performance } from 'node:perf_hooks'

/** One figure: a ratio to its named reference, or an amount in a unit. */
export interface Figure {
  /** ASCII, stable: the key in `--json`. */
  id: string
  what: string
  value: number
  /** `×` for a ratio. */
  unit: '×' | 'ms' | 'MB' | 'words/s'
}

type Work = () => unknown
/** Milliseconds. */
const WARMING = 1500

/**
 * Times two pieces of work in turn.
 * @param rounds how often each runs; before that both run for a while, until V8 has compiled what runs often
 * @returns the medians in milliseconds, and the median of the ratios of each round
 */
export async function compare(
  ours: Work,
  reference: Work,
  rounds: number,
): Promise<{ ours: number; reference: number; ratio: number }> {
  const taken: { ours: number; reference: number }[] = []
  for (const end = performance.now() + WARMING; performance.now() < end; ) {
    await timeOf(ours)
    await timeOf(reference)
  }
  for (let round = 0; round < rounds; round++)
    taken.push({ ours: await timeOf(ours), reference: await timeOf(reference) })
  return {
    ours: median(taken.map((times) => times.ours)),
    reference: median(taken.map((times) => times.reference)),
    ratio: median(taken.map((times) => times.ours / times.reference)),
  }
}

async function timeOf(work: Work): Promise<number> {
  const started = performance.now()
  const result = work()
  if (result instanceof Promise) await result
  return performance.now() - started
}

/** The median of some numbers. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!
}

/** Runs a script in a process of its own and reads the JSON that it prints. */
export function inOwnProcess<Printed>(script: URL, ...args: string[]): Printed {
  return JSON.parse(execFileSync(process.execPath, [script.pathname, ...args], { encoding: 'utf8' })) as Printed
}

/** Milliseconds that a process takes from its start to its end. */
export function runTime(...args: string[]): number {
  const started = performance.now()
  execFileSync(process.execPath, args, { stdio: 'ignore' })
  return performance.now() - started
}
