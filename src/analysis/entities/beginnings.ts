/** Where a name of the lexicon may begin: word for word, before it is asked whether the text means it. */
import { caseless, type KnownName, names } from '../lexicon/names.ts'
import type { Reading } from '../text/clitics.ts'
import { type Document, isFunctionWord, nounReadings } from '../text/document.ts'
import { perWord } from '../text/word.ts'

/** A name of the lexicon that a word may begin, and how the word is then read. */
export interface Beginning {
  name: KnownName
  reading: Reading
  /** Written as the name is not: «جده» for «جدة», «بأول» for «باول». So it may be another word. */
  loose: boolean
}

/** The names that a word may begin, by each of its readings the longest first. */
export const beginnings = perWord((word): readonly Beginning[] => {
  if (word.kind === 'mark' || word.kind === 'number') return []
  // «أم درمان»: a particle begins a name only together with more of it.
  const fewest = isFunctionWord({ word }) ? 2 : 1
  return nounReadings({ word }).flatMap((reading) =>
    (names().byFirstWord.get(caseless(reading.stem)) ?? [])
      .filter(
        ({ words, article }) =>
          article === reading.article &&
          words.length >= fewest &&
          !(
            words.length === 1 &&
            reading.stem.length < 3 &&
            (reading.conjunction !== '' || reading.preposition !== '')
          ),
      )
      .map((name) => ({ name, reading, loose: isLoose(word.text, name.spelled) })),
  )
})

/** Folding forgives what writers leave out. A hamza too many, or a ha for the ta marbuta, may be another word's. */
function isLoose(text: string, spelled: string | undefined): boolean {
  if (spelled === undefined) return false
  return (text.endsWith('ه') && spelled.endsWith('ة')) || (/[أإ]/.test(text) && !/[أإآ]/.test(spelled))
}

/** Whether the words behind a token are those of a name that it begins. */
export function matches(document: Document, at: number, name: KnownName): boolean {
  for (let k = 1; k < name.words.length; k++) {
    const token = document.tokens[at + k]
    if (token === undefined || caselessKey(token) !== name.words[k]) return false
  }
  return true
}

const caselessKey = perWord(({ key }) => caseless(key))
