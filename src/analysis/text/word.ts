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
 * that memory stays bounded (measured: 26 MB of heap when full of the words of read articles); tokens of a text being read keep theirs.
 */
const MOST_WORDS = 20_000
/** Open addressing with linear probing, at most a third full. */
const SLOTS = 1 << 16
let table: (Word | undefined)[] = new Array(SLOTS).fill(undefined)
let held = 0

/** The word of a spelling, whose kind is that of its first character. */
export function wordOf(text: string, kind: WordKind): Word {
  return wordIn(text, 0, text.length, kind)
}

/** The same for a piece of a text: a spelling that is known is found without being cut out. */
export function wordIn(text: string, from: number, to: number, kind: WordKind): Word {
  const length = to - from
  if (length > LONGEST_WORD) return { text: text.slice(from, to), key: '', kind, told: [] }
  let hash = length
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1)
  for (let known = table[slot]; known !== undefined; known = table[slot]) {
    if (isSpelled(known.text, text, from, length)) return known
    slot = (slot + 1) & (SLOTS - 1)
  }
  const own = apart(text.slice(from, to))
  const word = { text: own, key: fold(own), kind, told: new Array(places).fill(undefined) }
  if (held >= MOST_WORDS) {
    table = new Array(SLOTS).fill(undefined)
    held = 0
    slot = (hash ^ (hash >>> 15)) & (SLOTS - 1)
  }
  table[slot] = word
  held++
  return word
}

function isSpelled(known: string, text: string, from: number, length: number): boolean {
  if (known.length !== length) return false
  for (let at = 0; at < length; at++) if (known.charCodeAt(at) !== text.charCodeAt(from + at)) return false
  return true
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
