/** Actors that complete a question while it is typed. */
import type { Bot, Suggestion } from '../../src/bot/bot.ts'
import type { Origin } from '../../src/bot/incoming.ts'
import { SUGGESTIONS, TYPED_LENGTH } from './limits.ts'

const LONGEST_NAME_IN_WORDS = 4
/** A last word of fewer letters fits too many names to be of help. */
const SHORTEST_WORD = 3

export interface Completion {
  /** UTF-16 units at the end of what was typed that a suggestion takes the place of. */
  replaces: number
  suggestions: Suggestion[]
}

/**
 * Completes the name that `typed` (the text before the caret) ends with. Where a name begins in a question is not
 * marked, so the longest tail of words for which the bot knows an actor is taken as the name.
 */
export async function complete(bot: Bot, origin: Origin, typed: string): Promise<Completion> {
  for (const tail of tailsOf(typed.slice(-TYPED_LENGTH))) {
    const suggestions = await bot.suggest(origin, tail, SUGGESTIONS)
    if (suggestions.length > 0) return { replaces: tail.length, suggestions: suggestions.slice(0, SUGGESTIONS) }
  }
  return { replaces: 0, suggestions: [] }
}

/** The ends of a text of four words, three, two, one; none when no word is being typed or it is too short to tell. */
export function tailsOf(typed: string): string[] {
  const starts = [...typed.matchAll(/(?<=^|\s)\S/gu)].map(({ index }) => index).slice(-LONGEST_NAME_IN_WORDS)
  const tails = starts.map((start) => typed.slice(start))
  const last = tails.at(-1) ?? ''
  return /\S$/u.test(last) && last.length >= SHORTEST_WORD ? tails.filter((tail) => !tail.startsWith('/')) : []
}
