/** The words of an article as small numbers, so that pieces of it are compared without touching strings. */
import { stemOf } from '../text/clitics.ts'
import { type Document, isFunctionWord } from '../text/document.ts'
import type { Token } from '../text/tokens.ts'

export interface Numbered {
  /** By token: the number of its word or stem; −1 where it has none. Equal ones have equal numbers. */
  at: Int32Array
  /** By number: how often it stands in the article. */
  frequency: readonly number[]
}

/** Folded words, marks left out. */
export function numberWords(document: Document): Numbered {
  return number(document.tokens, (token) => (token.kind === 'mark' ? undefined : token.key))
}

/** Light stems, marks and function words left out. */
export function numberStems(document: Document): Numbered {
  return number(document.tokens, (token) =>
    token.kind === 'mark' || isFunctionWord(token) ? undefined : stemOf(token),
  )
}

let countings = 0

function number(tokens: readonly Token[], keyOf: (token: Token) => string | undefined): Numbered {
  const counting = ++countings
  const numbers = new Map<string, number>()
  const frequency: number[] = []
  const at = new Int32Array(tokens.length)
  for (let i = 0; i < tokens.length; i++) {
    const { word } = tokens[i]!
    // Each spelling is looked up by its string once an article.
    if (word.counting !== counting) {
      word.counting = counting
      word.number = numberOf(keyOf(tokens[i]!), numbers, frequency)
    }
    at[i] = word.number
    if (word.number >= 0) frequency[word.number]!++
  }
  return { at, frequency }
}

function numberOf(key: string | undefined, numbers: Map<string, number>, frequency: number[]): number {
  if (key === undefined) return -1
  let number = numbers.get(key)
  if (number === undefined) {
    number = numbers.size
    numbers.set(key, number)
    frequency.push(0)
  }
  return number
}
