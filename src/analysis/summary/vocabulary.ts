import { stemOf } from '../text/clitics.ts'
import { type Document, isFunctionWord } from '../text/document.ts'

/** The words of an article as small numbers, so that pieces of it are compared without touching strings. */
export interface Numbered {
  /** By token: the number of its folded word, −1 for a mark. Equal words have equal numbers. */
  words: Int32Array
  /** By token: the number of its light stem, −1 for marks and function words. */
  stems: Int32Array
  /** How many different words there are. */
  distinctWords: number
  /** By stem: how often it stands in the article. */
  frequency: readonly number[]
}

/** Numbers the words and stems of an article. Linear. */
export function numberWords(document: Document): Numbered {
  const { tokens } = document
  const words = new Int32Array(tokens.length).fill(-1)
  const stems = new Int32Array(tokens.length).fill(-1)
  const wordNumbers = new Map<string, number>()
  const stemNumbers = new Map<string, number>()
  const frequency: number[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!
    if (token.kind === 'mark') continue
    words[at] = numberOf(wordNumbers, token.key)
    if (isFunctionWord(token)) continue
    const stem = numberOf(stemNumbers, stemOf(token))
    stems[at] = stem
    frequency[stem] = (frequency[stem] ?? 0) + 1
  }
  return { words, stems, distinctWords: wordNumbers.size, frequency }
}

function numberOf(numbers: Map<string, number>, key: string): number {
  let number = numbers.get(key)
  if (number === undefined) {
    number = numbers.size
    numbers.set(key, number)
  }
  return number
}
