/**
 * Whether a word looks like a name by its letters: multinomial logistic regression over letter n-grams, learned from lists of names and from the
 * ordinary words of texts. Names brought over from other languages have letters in an order that no Arabic pattern has.
 */
import { hashPieces } from './hash.ts'
import type { LettersClasses } from './word.ts'

/** Weights are kept under so many hashed n-grams; two n-grams that meet share one. */
export const LETTER_SLOTS = 1 << 17
/** Person, place, body: each against being an ordinary word. */
export const LETTER_KINDS = 3

const LONGEST_GRAM = 5

/** Slots of the n-grams (1 to 5 letters) of a word, its ends marked. */
export function letterGrams(word: string): Int32Array {
  const slots = hashPieces(`^${word}$`, LONGEST_GRAM)
  for (let k = 0; k < slots.length; k++) slots[k]! &= LETTER_SLOTS - 1
  return slots
}

/** Log-odds of each kind against an ordinary word, from the weights (slot-major, `LETTER_KINDS` a slot) in units of `scale`. */
export function letterScores(weights: Int8Array, scale: number, word: string): [number, number, number] {
  let person = 0
  let place = 0
  let body = 0
  for (const slot of letterGrams(word)) {
    person += weights[slot * LETTER_KINDS]!
    place += weights[slot * LETTER_KINDS + 1]!
    body += weights[slot * LETTER_KINDS + 2]!
  }
  return [person * scale, place * scale, body * scale]
}

/** Classes for the tagger: how much a word, and what is left of it without clitics, looks like a name, and like whose. */
export function lettersClasses(weights: Int8Array, scale: number): LettersClasses {
  const classes = (word: string, mark: string): string[] => {
    const [person, place, body] = letterScores(weights, scale, word)
    const name = Math.log(Math.exp(person) + Math.exp(place) + Math.exp(body))
    return [
      `N${mark}${step(name)}`,
      `T${mark}${step(person - place)}`,
      `B${mark}${step(name / 2)}|${step((person - place) / 2)}`,
    ]
  }
  return (key, bare) => {
    const found = classes(key, '')
    if (bare !== key) found.push(...classes(bare, 'b'))
    else if (/^[وفبلك].../.test(key)) found.push(...classes(key.slice(1), 'c'))
    return found
  }
}

function step(value: number): number {
  return Math.max(-6, Math.min(6, Math.round(value)))
}
