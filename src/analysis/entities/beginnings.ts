/** Where a name of the lexicon may begin: word for word, before it is asked whether the text means it. */
import { caseless, type KnownName, names } from '../lexicon/names.ts'
import type { Reading } from '../text/clitics.ts'
import { type Document, isFunctionWord, nounReadings } from '../text/document.ts'
import { objectPerWord, perWord } from '../text/word.ts'

/** A name of the lexicon that a word may begin, and how the word is then read. */
export interface Beginning {
  name: KnownName
  reading: Reading
  /** Written as the name is not: «جده» for «جدة», «بأول» for «باول». So it may be another word. */
  loose: boolean
}

/** The names that a word may begin: those that are the word alone, and the longer ones by their second word. */
interface Beginnings {
  alone: readonly Beginning[]
  longer: ReadonlyMap<string, readonly Beginning[]>
}

const NONE: ReadonlyMap<string, readonly Beginning[]> = new Map()

const beginnings = objectPerWord((word): Beginnings => {
  if (word.kind === 'mark' || word.kind === 'number') return { alone: [], longer: NONE }
  const found = nounReadings({ word }).flatMap((reading) =>
    (names().byFirstWord.get(caseless(reading.stem)) ?? [])
      .filter(({ article }) => article === reading.article)
      .map((name) => ({ name, reading, loose: isLoose(word.text, name.spelled) })),
  )
  // «أم درمان»: a particle begins a name only together with more of it, and so do two letters that something is joined to.
  const alone = found.filter(
    ({ name, reading }) =>
      name.words.length === 1 &&
      !isFunctionWord({ word }) &&
      (reading.stem.length > 2 || (reading.conjunction === '' && reading.preposition === '')),
  )
  const longer = found
    .filter(({ name }) => name.words.length > 1)
    .sort((a, b) => b.name.words.length - a.name.words.length)
  return { alone, longer: longer.length === 0 ? NONE : Map.groupBy(longer, ({ name }) => name.words[1]!) }
})

/** Whether a word begins any name of the lexicon: most begin none. */
export const mayBeginName = perWord((word): boolean => {
  const { alone, longer } = beginnings({ word })
  return alone.length > 0 || longer !== NONE
})

/** Folding forgives what writers leave out. A hamza too many, or a ha for the ta marbuta, may be another word's. */
function isLoose(text: string, spelled: string | undefined): boolean {
  if (spelled === undefined) return false
  return (text.endsWith('ه') && spelled.endsWith('ة')) || (/[أإ]/.test(text) && !/[أإآ]/.test(spelled))
}

/** The names that stand at a token word for word, the longest first; of equally long ones the plainest reading first. */
export function namesAt(document: Document, at: number): readonly Beginning[] {
  const { alone, longer } = beginnings(document.tokens[at]!)
  const next = longer === NONE || document.opens[at + 1] === 1 ? undefined : document.tokens[at + 1]
  const candidates = next && mayBeSecond(next) ? longer.get(caselessKey(next)) : undefined
  if (candidates === undefined) return alone
  const found: Beginning[] = []
  for (const candidate of candidates) if (goesOn(document, at, candidate.name)) found.push(candidate)
  if (found.length === 0) return alone
  for (const candidate of alone) found.push(candidate)
  return found
}

/** Whether a name whose first two words stand at a token goes on as the text does. */
function goesOn(document: Document, at: number, name: KnownName): boolean {
  for (let k = 2; k < name.words.length; k++) {
    const token = document.tokens[at + k]
    if (token === undefined || document.opens[at + k] === 1 || caselessKey(token) !== name.words[k]) return false
  }
  return true
}

const caselessKey = perWord(({ key }) => caseless(key))

let secondWords: ReadonlySet<string> | undefined

/** Whether a word is the second of any name of the lexicon: most are of none. */
const mayBeSecond = perWord((word) => {
  secondWords ??= new Set([...names().byFirstWord.values()].flat().flatMap(({ words }) => words[1] ?? []))
  return secondWords.has(caselessKey({ word }))
})
