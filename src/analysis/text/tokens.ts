import type { Span } from '../analysis.ts'
import { fold } from './fold.ts'

/** A word, a number or a mark of punctuation, where it stands in the text. */
export interface Token extends Span {
  /** As received. */
  text: string
  /** Folded: the key for every look-up. */
  key: string
  kind: 'word' | 'latin' | 'number' | 'mark'
}

// One pass, no backtracking: each alternative starts with a class of its own. Numbers keep their separators (1.500,75 and 12:30).
const TOKEN =
  /[\p{N}]+(?:[.,:٫٬/][\p{N}]+)*|[\p{Script=Latin}][\p{Script=Latin}\p{M}\p{N}'’&-]*|(?:[\p{L}\u0640])[\p{L}\p{M}\u0640\u200C\u200D]*|[^\s]/gu
const LATIN = /^\p{Script=Latin}/u
const NUMBER = /^\p{N}/u
const WORD = /^[\p{L}\u0640]/u

/** Longer than any word of a language: such a run of letters is noise and is not looked at more closely. */
const LONGEST_WORD = 60

/** The tokens of a text in their order. Linear in its length. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(TOKEN)) {
    const word = match[0]
    const start = match.index
    const kind = NUMBER.test(word) ? 'number' : LATIN.test(word) ? 'latin' : WORD.test(word) ? 'word' : 'mark'
    const key = word.length > LONGEST_WORD ? '' : fold(word)
    // A lone invisible mark (a direction sign on its own) folds to nothing: it separates nothing and means nothing.
    if (kind === 'mark' && key === '') continue
    tokens.push({ start, end: start + word.length, text: word, key, kind })
  }
  return tokens
}
