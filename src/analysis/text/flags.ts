/**
 * Most steps of an analysis go through all words of a text in search of a few. Whether a word is one that a step looks for stands as a flag in one short
 * array of the text, so that the step does not touch the others at all (measured: a tenth of an analysis).
 */
import type { Token } from './tokens.ts'
import type { Word } from './word.ts'

/** One bit of the thirty that V8 keeps in a small integer. */
export type Flag = number

const MOST = 30
const tests: ((word: Word) => boolean)[] = []

/** A flag for the words of which `isOne` holds; it must depend on the spelling and the lexicon alone. Errors when there are more than thirty. */
export function flagFor(isOne: (word: Word) => boolean): Flag {
  if (tests.length === MOST) throw new Error('more flags than a word has room for')
  tests.push(isOne)
  return 1 << (tests.length - 1)
}

/** The flags of each token. */
export function flagsOf(tokens: readonly Token[]): Int32Array {
  const flags = new Int32Array(tokens.length)
  for (let at = 0; at < tokens.length; at++) {
    const { word } = tokens[at]!
    // A word may have been met before the last step was loaded.
    if (word.flagsAsked !== tests.length) ask(word)
    flags[at] = word.flags
  }
  return flags
}

function ask(word: Word): void {
  word.flagsAsked = tests.length
  word.flags = tests.reduce((flags, isOne, k) => (isOne(word) ? flags | (1 << k) : flags), 0)
}
