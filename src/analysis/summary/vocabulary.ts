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

function number(tokens: readonly Token[], keyOf: (token: Token) => string | undefined): Numbered {
  const numbers = new Map<string, number>()
  const frequency: number[] = []
  const at = new Int32Array(tokens.length)
  for (let i = 0; i < tokens.length; i++) {
    const key = keyOf(tokens[i]!)
    let known = key === undefined ? -1 : numbers.get(key)
    if (known === undefined) {
      known = numbers.size
      numbers.set(key!, known)
      frequency.push(0)
    }
    at[i] = known
    if (known >= 0) frequency[known]!++
  }
  return { at, frequency }
}
