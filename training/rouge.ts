/** ROUGE (Lin 2004) on Arabic folded for spelling: what summaries are measured by. */
import { fold } from '../src/analysis/text/fold.ts'

/** The folded words of a text, marks left out. */
export function wordsOfText(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

/** How often each run of `n` words stands in a text. */
export function countRuns(words: readonly string[], n: number): Map<string, number> {
  const counts = new Map<string, number>()
  for (let at = 0; at + n <= words.length; at++) {
    const run = words.slice(at, at + n).join(' ')
    counts.set(run, (counts.get(run) ?? 0) + 1)
  }
  return counts
}

/** How many runs two texts share, each copy counted once. */
export function sharedRuns(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0
  for (const [run, count] of a) shared += Math.min(count, b.get(run) ?? 0)
  return shared
}

/** ROUGE-n as F1 against each reference, in the mean over them; 0…1. */
export function rouge(summary: string, references: readonly string[], n: number): number {
  const said = countRuns(wordsOfText(summary), n)
  const size = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0)
  const scores = references.map((reference) => {
    const gold = countRuns(wordsOfText(reference), n)
    const shared = sharedRuns(said, gold)
    return shared === 0 ? 0 : (2 * shared) / (size(said) + size(gold))
  })
  return scores.reduce((sum, score) => sum + score, 0) / scores.length
}
