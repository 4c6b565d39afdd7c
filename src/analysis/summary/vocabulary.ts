import { stemOf } from '../text/clitics.ts'
import { type Document, isFunctionWord } from '../text/document.ts'

/** The stems of an article as small numbers, so that pieces of it are compared without touching strings. */
export interface NumberedStems {
  /** By token: the number of its light stem, −1 for marks and function words. */
  stems: Int32Array
  /** By stem: how often it stands in the article. */
  frequency: readonly number[]
}

/** The words of an article too. */
export interface Numbered extends NumberedStems {
  /** By token: the number of its folded word, −1 for a mark. Equal words have equal numbers. */
  words: Int32Array
  /** How many different words there are. */
  distinctWords: number
}

/** Numbers the stems of an article. Linear. */
export function numberStems({ tokens }: Document): NumberedStems {
  const stems = new Int32Array(tokens.length).fill(-1)
  const numbers = new Map<string, number>()
  const frequency: number[] = []
  tokens.forEach((token, at) => {
    if (token.kind === 'mark' || isFunctionWord(token)) return
    const stem = numberOf(numbers, stemOf(token))
    stems[at] = stem
    frequency[stem] = (frequency[stem] ?? 0) + 1
  })
  return { stems, frequency }
}

/** Numbers the words and stems of an article. Linear. */
export function numberWords(document: Document): Numbered {
  const { tokens } = document
  const words = new Int32Array(tokens.length).fill(-1)
  const numbers = new Map<string, number>()
  tokens.forEach((token, at) => {
    if (token.kind !== 'mark') words[at] = numberOf(numbers, token.key)
  })
  return { ...numberStems(document), words, distinctWords: numbers.size }
}

function numberOf(numbers: Map<string, number>, key: string): number {
  let number = numbers.get(key)
  if (number === undefined) {
    number = numbers.size
    numbers.set(key, number)
  }
  return number
}
