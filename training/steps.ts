import { formsStep } from './names/forms.ts'
import { namesStep } from './names/step.ts'
import { stemFrequenciesStep } from './stem-frequencies.ts'
import { summaryStep } from './summary.ts'

/** One thing that is learned: what it reads, where its weights go, and how. */
export interface Step {
  name: string
  /** Files or folders under the data folder without which it can't run. */
  reads: readonly string[]
  /** Whether it is left out, unless it is asked for by name, where what it reads does not lie: its weights stay as they are. */
  optional?: true
  /** The file of weights. */
  writes: URL
  /** Learns from the data folder and gives the file's bytes; equal data, equal bytes. `say` reports progress, a line at a time. */
  train(folder: string, say: (line: string) => void): Uint8Array
}

/** Everything that `npm run train` learns, in order. */
export const STEPS: readonly Step[] = [formsStep, namesStep, summaryStep, stemFrequenciesStep]
