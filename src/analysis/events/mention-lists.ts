/** Lists of mentions, each entity once. */
import type { Mention } from '../entities/mention.ts'

/** Where a spread would do the same, it would cost many times as much. */
export function addAll(to: Mention[], mentions: readonly Mention[]): void {
  for (const mention of mentions) to.push(mention)
}

/** Each entity once, by its first mention. */
export function distinct(mentions: readonly Mention[]): Mention[] {
  const found: Mention[] = []
  const seen = mentions.length > 1 ? new Set<string>() : undefined
  for (const mention of mentions) {
    if (seen?.has(mention.key)) continue
    seen?.add(mention.key)
    found.push(mention)
  }
  return found
}

/** Those of whom no other list tells. */
export function without(mentions: Mention[], others: readonly Mention[]): Mention[] {
  if (mentions.length === 0 || others.length === 0) return mentions
  return mentions.filter((m) => !others.some((other) => other.key === m.key))
}
