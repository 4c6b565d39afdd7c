/** The words of an article as small numbers, so that pieces of it are compared without touching strings. */
import { stemOf } from '../text/clitics.ts'
import { type Document, isFunctionWord } from '../text/document.ts'
import { flagFor } from '../text/flags.ts'
import type { Word } from '../text/word.ts'

export interface Numbered {
  /** By token: the number of its word or stem; −1 where it has none. Equal ones have equal numbers. */
  at: Int32Array
  /** By number: how often it stands in the article. */
  frequency: readonly number[]
}

/** Folded words, marks left out. */
export function numberWords({ tokens }: Document): Numbered {
  const numbers = new Map<string, number>()
  const frequency: number[] = []
  const at = Int32Array.from(tokens, ({ kind, key }) => {
    if (kind === 'mark') return -1
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    frequency[number] = (frequency[number] ?? 0) + 1
    return number
  })
  return { at, frequency }
}

/** Stems that are remembered; when there are more, all are forgotten before the next article, so that memory stays bounded. */
const MOST_STEMS = 20_000
const places = new Map<string, number>()
/** Stems that have been forgotten: numbers that words keep of them are below it. */
let forgotten = 0
let countings = 0
/** By the place of a stem: the counting that met it last, and the number that it got there. */
let countedIn = new Int32Array(1 << 10)
let numberOf = new Int32Array(1 << 10)

const HAS_STEM = flagFor((word) => word.kind !== 'mark' && !isFunctionWord({ word }))

/** Light stems, marks and function words left out. */
export function numberStems({ tokens, flags }: Document): Numbered {
  if (places.size > MOST_STEMS) {
    forgotten += places.size
    places.clear()
  }
  const counting = ++countings
  const frequency: number[] = []
  const at = new Int32Array(tokens.length)
  for (let i = 0; i < tokens.length; i++) {
    if ((flags[i]! & HAS_STEM) === 0) {
      at[i] = -1
      continue
    }
    const place = placeOfStem(tokens[i]!.word)
    if (countedIn[place] !== counting) {
      countedIn[place] = counting
      numberOf[place] = frequency.length
      frequency.push(0)
    }
    const number = numberOf[place]!
    frequency[number]!++
    at[i] = number
  }
  return { at, frequency }
}

function placeOfStem(word: Word): number {
  if (word.stem >= forgotten) return word.stem - forgotten
  const stem = stemOf({ word })
  let place = places.get(stem)
  if (place === undefined) {
    place = places.size
    places.set(stem, place)
    if (place === countedIn.length) {
      countedIn = doubled(countedIn)
      numberOf = doubled(numberOf)
    }
  }
  word.stem = forgotten + place
  return place
}

function doubled(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(2 * numbers.length)
  longer.set(numbers)
  return longer
}
