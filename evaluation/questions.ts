/** Questions over forty articles of our own: answered right, with the right citation, or rightly declined. */
import { judge, tally } from '../test/answers/questions/questions.ts'
import type { Figures } from './figures.ts'

const FILES = [
  { label: 'questions', file: 'questions.txt', heldOut: false },
  { label: 'questions that come near', file: 'near-misses.txt', heldOut: false },
  { label: 'questions as typed', file: 'as-typed.txt', heldOut: false },
  { label: 'questions as typed, once more', file: 'once-more.txt', heldOut: false },
  { label: 'held-out questions', file: 'held-out.txt', heldOut: true },
]

/** @param showHeldOut whether to tell which held-out questions were missed */
export async function questionFigures(showHeldOut: boolean): Promise<Figures> {
  const lines: string[] = []
  const json: object[] = []
  for (const { label, file, heldOut } of FILES) {
    const judged = await judge(file)
    const { all, unanswerable } = tally(judged)
    json.push({ label, all, unanswerable })
    lines.push(
      `${label}: ${all.right} of ${all.of} right; of the ${unanswerable.of} without an answer ${unanswerable.of - unanswerable.right} answered`,
    )
    if (!heldOut || showHeldOut)
      for (const { right, question, miss } of judged) if (!right) lines.push(`missed ${question} – ${miss}`)
  }
  return { id: 'questions', json, lines }
}
