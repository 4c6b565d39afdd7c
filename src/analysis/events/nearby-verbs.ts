/** The verbs of a sentence, which stand in order, that are nearest to a token. */
import type { FiniteVerb } from './subjects.ts'

/** The verb at a token, or undefined. */
export function verbAt(verbs: readonly FiniteVerb[], at: number): FiniteVerb | undefined {
  for (const verb of verbs) if (verb.at >= at) return verb.at === at ? verb : undefined
  return undefined
}

/** The last verb before a token. */
export function lastVerb(verbs: readonly FiniteVerb[], before: number): FiniteVerb | undefined {
  for (let k = verbs.length - 1; k >= 0; k--) if (verbs[k]!.at < before) return verbs[k]
  return undefined
}

/** The last verb before a token of which it is told who is its subject. */
export function lastActing(verbs: readonly FiniteVerb[], before: number): FiniteVerb | undefined {
  for (let k = verbs.length - 1; k >= 0; k--)
    if (verbs[k]!.at < before && verbs[k]!.subjects.length > 0) return verbs[k]
  return undefined
}

/** The first verb behind a token. */
export function firstVerb(verbs: readonly FiniteVerb[], behind: number): FiniteVerb | undefined {
  for (const verb of verbs) if (verb.at > behind) return verb
  return undefined
}
