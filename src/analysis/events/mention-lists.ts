/** Lists of mentions, each entity once. None is changed, so that a list may be given on as it is: most are empty or of one. */
import type { Mention } from '../entities/mention.ts'

/** The one list behind the other. */
export function joined(mentions: readonly Mention[], more: readonly Mention[]): readonly Mention[] {
  if (mentions.length === 0) return more
  return more.length === 0 ? mentions : [...mentions, ...more]
}

/** Each entity once, by its first mention. */
export function distinct(mentions: readonly Mention[]): readonly Mention[] {
  if (mentions.length < 2) return mentions
  const seen = new Set<string>()
  return mentions.filter(({ key }) => !seen.has(key) && seen.add(key))
}

/** Those of whom no other list tells. */
export function without(mentions: readonly Mention[], others: readonly Mention[]): readonly Mention[] {
  if (mentions.length === 0 || others.length === 0) return mentions
  return mentions.filter((m) => !others.some((other) => other.key === m.key))
}
