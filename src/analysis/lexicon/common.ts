import { foldName } from '../text/fold.ts'
import { load } from './load.ts'

/** What it takes to read an ordinary word as a name. */
export interface CommonName {
  /** Phrases in which it is the ordinary word: their folded words, and which of them it is. */
  phrases: readonly { words: readonly string[]; at: number }[]
  /** Whether it counts only where the text names its bearer in full, or its bearer's country, or one of `with`. */
  context: boolean
  /** Folded, without the article. */
  with: readonly string[]
}

/** Names that are ordinary words too, by the spelling of their entries. */
export function commonNames(): ReadonlyMap<string, CommonName> {
  return new Map(
    load('common-words.json').map(({ name, phrases, context, with: reasons }) => [
      name,
      { phrases: phrases.map((phrase) => phraseWith(phrase, name)), context, with: reasons.map(foldName) },
    ]),
  )
}

function phraseWith(phrase: string, name: string): CommonName['phrases'][number] {
  const words = foldName(phrase).split(' ')
  const own = foldName(name).split(' ')
  return {
    words,
    at: Math.max(
      0,
      words.findIndex((_, from) => own.every((word, k) => words[from + k] === word)),
    ),
  }
}
