/** The words of an article as small numbers, so that pieces of it are compared without touching strings. */
import { stemOf } from '../text/clitics.ts'
import { type Document, isFunctionWord } from '../text/document.ts'
import { flagFor } from '../text/flags.ts'
import type { StemCount, Word } from '../text/word.ts'

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
const stems = new Map<string, StemCount>()
let generation = 0
let countings = 0
const HAS_STEM = flagFor((word) => word.kind !== 'mark' && !isFunctionWord({ word }))

/** Light stems, marks and function words left out. */
export function numberStems({ tokens, flags }: Document): Numbered {
  if (stems.size > MOST_STEMS) {
    stems.clear()
    generation++
  }
  const counting = ++countings
  const frequency: number[] = []
  const at = new Int32Array(tokens.length)
  for (let i = 0; i < tokens.length; i++) {
    if ((flags[i]! & HAS_STEM) === 0) {
      at[i] = -1
      continue
    }
    const stem = stemOfWord(tokens[i]!.word)
    if (stem.counting !== counting) {
      stem.counting = counting
      stem.number = frequency.length
      frequency.push(0)
    }
    frequency[stem.number]!++
    at[i] = stem.number
  }
  return { at, frequency }
}

function stemOfWord(word: Word): StemCount {
  if (word.stem?.generation === generation) return word.stem
  const spelling = stemOf({ word })
  let stem = stems.get(spelling)
  if (stem === undefined) {
    stem = { number: -1, counting: 0, generation }
    stems.set(spelling, stem)
  }
  word.stem = stem
  return stem
}
