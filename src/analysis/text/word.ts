/**
 * What can be told of a word by itself is found out once. News repeats its words, and a dozen steps ask the same of each of them: its
 * readings, whether it is a verb, whether a name can begin with it. Every spelling has one `Word`, shared by all tokens of
 * all texts that are spelled so; it remembers the answers.
 */
import { fold } from './fold.ts'

export type WordKind = 'word' | 'latin' | 'number' | 'mark'

/** One spelling. */
export interface Word {
  /** As received. */
  readonly text: string
  /** Folded: the key for every look-up. */
  readonly key: string
  readonly kind: WordKind
  /** What `perWord` functions have told of it, each in its own place. */
  readonly told: unknown[]
}

/** Longer than any word of a language: such a run of letters is noise and is not looked at more closely. */
const LONGEST_WORD = 60
/**
 * Spellings that are remembered: more than a thousand articles use between them. When there are more, all are forgotten at once, so
 * that memory stays bounded (measured: 20 MB when full); tokens of a text being read keep theirs.
 */
const MOST_WORDS = 20_000
const words = new Map<string, Word>()

/** The word of a spelling, whose kind is that of its first character. */
export function wordOf(text: string, kind: WordKind): Word {
  const known = words.get(text)
  if (known !== undefined) return known
  if (text.length > LONGEST_WORD) return { text, key: '', kind, told: [] }
  const own = apart(text)
  const word = { text: own, key: fold(own), kind, told: new Array(places).fill(undefined) }
  if (words.size >= MOST_WORDS) words.clear()
  words.set(own, word)
  return word
}

/** A copy: V8 keeps the whole text alive for the sake of a piece that was cut out of it. */
function apart(piece: string): string {
  return ` ${piece}`.slice(1)
}

let places = 0
/** Stands for the answer `undefined`. */
const NOTHING = Symbol('nothing')

/**
 * Remembers what a function tells of a word. Only for what depends on the spelling and the lexicon alone, not on the neighbours.
 * What it returns is shared: it must not be changed.
 */
export function perWord<Told>(tell: (word: Word) => Told): (of: { readonly word: Word }) => Told {
  const place = places++
  return ({ word }) => {
    const told = word.told[place]
    if (told !== undefined) return (told === NOTHING ? undefined : told) as Told
    const answer = tell(word)
    word.told[place] = answer === undefined ? NOTHING : answer
    return answer
  }
}
