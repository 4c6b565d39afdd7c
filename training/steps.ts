import { namesStep } from './names/step.ts'
import { stemFrequenciesStep } from './stem-frequencies.ts'
import { summaryStep } from './summary.ts'

/** One thing that is learned: what it reads, where its weights go, and how. */
export interface Step {
  name: string
  /** Files or folders under the data folder without which it can't run. */
  reads: readonly string[]
  /** The file of weights. */
  writes: URL
  /** Learns from the data folder and gives the file's bytes; equal data, equal bytes. `say` reports progress, a line at a time. */
  train(folder: string, say: (line: string) => void): Uint8Array
}

/** Everything that `npm run train` learns, in order. */
export const STEPS: readonly Step[] = [namesStep, summaryStep, stemFrequenciesStep]
