/** Ways to ask: a pattern, and the question that its groups make. */
import type { Asks, Question } from './question.ts'

/** What the groups of a frame hold. */
export type Parts = Record<string, string>

/** A way to ask, and the question that it is. */
export interface Frame {
  pattern: RegExp
  read(parts: Parts): Question
}

/** A question of fact, from the groups `words` and `counted` of a frame. */
export const fact = (asks: Asks) => (p: Parts) => ({
  kind: 'fact' as const,
  asks,
  words: p.words!,
  ...(p.counted && { counted: p.counted }),
})
