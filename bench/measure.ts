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
/** Milliseconds of processor time: V8 compiles what runs often on a thread of its own, which has to wait on a busy machine. */
const WARMING = 3000

/**
 * Times two pieces of work in turn.
 * @param rounds how often each runs; before that both run for a while, until V8 has compiled what runs often
 * @param prepare what is done before each round and not timed
 * @returns milliseconds of each at its lower quartile, where fewer rounds were interrupted by others than at the median, and their ratio
 */
export async function compare(
  work: Work,
  against: Work,
  rounds: number,
  prepare: () => void = () => {},
): Promise<{ ours: number; reference: number; ratio: number }> {
  const taken: { ours: number; reference: number }[] = []
  for (const started = process.cpuUsage(); process.cpuUsage(started).user < 1000 * WARMING; ) {
    prepare()
    await timeOf(work)
    await timeOf(against)
  }
  for (let round = 0; round < rounds; round++) {
    prepare()
    taken.push({ ours: await timeOf(work), reference: await timeOf(against) })
  }
  const ours = quantile(
    taken.map((times) => times.ours),
    0.25,
  )
  const reference = quantile(
    taken.map((times) => times.reference),
    0.25,
  )
  return { ours, reference, ratio: ours / reference }
}

async function timeOf(work: Work): Promise<number> {
  const started = performance.now()
  const result = work()
  if (result instanceof Promise) await result
  return performance.now() - started
}

/** The value below which a share of some numbers lies: 0.5 for the median. */
export function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(share * values.length)]!
}

/** Runs a script in a process of its own and reads the JSON that it prints. */
export function inOwnProcess<Printed>(options: readonly string[], script: URL, ...args: string[]): Printed {
  const printed = execFileSync(process.execPath, [...options, script.pathname, ...args], { encoding: 'utf8' })
  return JSON.parse(printed) as Printed
}

/** Milliseconds that a process takes from its start to its end. */
export function runTime(...args: string[]): number {
  const started = performance.now()
  execFileSync(process.execPath, args, { stdio: 'ignore' })
  return performance.now() - started
}
