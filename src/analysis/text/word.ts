/**
 * What can be told of a word by itself is found out once. News repeats its words, and a dozen steps ask the same of each of them: its
 * readings, whether it is a verb, whether a name can begin with it. Every spelling has one `Word`, shared by all tokens of
 * all texts that are spelled so; it remembers the answers.
 */
import { fold } from './fold.ts'
import { marksOf } from './marks.ts'

export type WordKind = 'word' | 'latin' | 'number' | 'mark'

/** One spelling. */
export interface Word {
  /** As received. */
  readonly text: string
  /** Folded: the key for every look-up. */
  readonly key: string
  readonly kind: WordKind
  /** What it is as a mark of punctuation (`marksOf`); 0 for any other word. */
  readonly marks: number
  /** What each of `flagFor` holds of it, and of how many that was asked. */
  flags: number
  flagsAsked: number
  /**
   * Which of the `perWord` functions are known to have nothing to tell of it, and which of them said yes: a bit each, `BITS` a number, in the word itself,
   * as that is asked for most; the two side by side, as they are asked one after the other.
   */
  silent0: number
  affirmed0: number
  silent1: number
  affirmed1: number
  silent2: number
  affirmed2: number
  silent3: number
  affirmed3: number
  silent4: number
  affirmed4: number
  silent5: number
  affirmed5: number
  silent6: number
  affirmed6: number
  silent7: number
  affirmed7: number
  silent8: number
  affirmed8: number
  silent9: number
  affirmed9: number
  silent10: number
  affirmed10: number
  silent11: number
  affirmed11: number
  /** The same for functions beyond these. */
  readonly silentBeyond: number[]
  readonly affirmedBeyond: number[]
  /** What else they have told of it, each in its own place. */
  readonly told: unknown[]
  /** What it is to the phrases behind a verb or masdar (`signsOf`); −1 where that was not asked yet. */
  signs: number
  /** The further words of phrases that it can stand for (`furtherWordsOf`); −1 where that was not asked yet. */
  furtherWords: number
  /** The number of its light stem among all that were counted (`numberStems`); −1 where that was not asked yet. */
  stem: number
}

/** Longer than any word of a language: such a run of letters is noise and is not looked at more closely. */
const LONGEST_WORD = 60
/**
 * Spellings that are remembered: more than a thousand articles use between them. When there are more, all are forgotten at once, so
 * that memory stays bounded (measured: 42 MB of heap when full of the words of read articles, with the sums of the name model for them); tokens of a text being read keep theirs.
 */
const MOST_WORDS = 20_000
/** Open addressing with linear probing, at most a third full. */
const SLOTS = 1 << 16
/** By slot: the number of its word among those held, from 1; 0 for none. Small, so that it stays close to the processor. */
const numbers = new Uint16Array(SLOTS)
let held: Word[] = []

/** The word of a spelling, whose kind is that of its first character. */
export function wordOf(text: string, kind: WordKind): Word {
  return wordIn(text, 0, text.length, kind)
}

/** The same for a piece of a text: a spelling that is known is found without being cut out. */
export function wordIn(text: string, from: number, to: number, kind: WordKind): Word {
  const length = to - from
  if (length > LONGEST_WORD) return newWord(text.slice(from, to), '', kind, [])
  let hash = length
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1)
  for (let number = numbers[slot]!; number !== 0; number = numbers[slot]!) {
    const known = held[number - 1]!
    if (isSpelled(known.text, text, from, length)) return known
    slot = (slot + 1) & (SLOTS - 1)
  }
  const own = unique(text.slice(from, to))
  const word = newWord(own, unique(fold(own)), kind, roomForAnswers())
  if (held.length >= MOST_WORDS) {
    numbers.fill(0)
    held = []
    slot = (hash ^ (hash >>> 15)) & (SLOTS - 1)
  }
  numbers[slot] = held.push(word)
  return word
}

function newWord(text: string, key: string, kind: WordKind, told: unknown[]): Word {
  const beyond = Math.max(0, Math.ceil(functions / BITS) - SILENT.length)
  return {
    text,
    key,
    kind,
    marks: kind === 'mark' ? marksOf(text) : 0,
    flags: 0,
    flagsAsked: 0,
    silent0: 0,
    affirmed0: 0,
    silent1: 0,
    affirmed1: 0,
    silent2: 0,
    affirmed2: 0,
    silent3: 0,
    affirmed3: 0,
    silent4: 0,
    affirmed4: 0,
    silent5: 0,
    affirmed5: 0,
    silent6: 0,
    affirmed6: 0,
    silent7: 0,
    affirmed7: 0,
    silent8: 0,
    affirmed8: 0,
    silent9: 0,
    affirmed9: 0,
    silent10: 0,
    affirmed10: 0,
    silent11: 0,
    affirmed11: 0,
    silentBeyond: zeros(beyond),
    affirmedBeyond: zeros(beyond),
    told,
    signs: -1,
    furtherWords: -1,
    stem: -1,
  }
}

function zeros(length: number): number[] {
  const all: number[] = []
  while (all.length < length) all.push(0)
  return all
}

/** So many empty places as there are answers. */
const unanswered: unknown[] = []

function roomForAnswers(): unknown[] {
  while (unanswered.length < places) unanswered.push(undefined)
  return unanswered.slice()
}

function isSpelled(known: string, text: string, from: number, length: number): boolean {
  if (known.length !== length) return false
  for (let at = 0; at < length; at++) if (known.charCodeAt(at) !== text.charCodeAt(from + at)) return false
  return true
}

/**
 * The one copy of a string that V8 keeps of all names of properties: two such are equal where they are one, which is found out without looking at their letters
 * (measured: 3 % of an analysis). Nor does it keep alive the whole text that a piece was cut out of.
 */
function unique(piece: string): string {
  for (const name in { [piece]: true }) return name
  return piece
}

let functions = 0
let places = 0
/** Stands for the answer `undefined`. */
const NOTHING = Symbol('nothing')
/** Functions whose bits one number of a word holds: so many that V8 keeps it as a small integer. */
const BITS = 30
const SILENT = [
  'silent0',
  'silent1',
  'silent2',
  'silent3',
  'silent4',
  'silent5',
  'silent6',
  'silent7',
  'silent8',
  'silent9',
  'silent10',
  'silent11',
] as const
const AFFIRMED = [
  'affirmed0',
  'affirmed1',
  'affirmed2',
  'affirmed3',
  'affirmed4',
  'affirmed5',
  'affirmed6',
  'affirmed7',
  'affirmed8',
  'affirmed9',
  'affirmed10',
  'affirmed11',
] as const

/**
 * Remembers what a function tells of a word. Only for what depends on the spelling and the lexicon alone, not on the neighbours.
 * What it returns is shared: it must not be changed.
 *
 * Most functions have nothing to say of most words, and many only say yes or no. That is remembered as bits of the word: a dozen steps that ask
 * the same of every word then stay within what the processor keeps close by (measured: a twentieth of the time of an analysis).
 */
export function perWord<Told>(tell: (word: Word) => Told): (of: { readonly word: Word }) => Told {
  const bit = 1 << (functions % BITS)
  const field = Math.floor(functions / BITS)
  functions++
  // The first empty answer; a function has but one, and where it has another, that is kept like any other answer.
  let nothing: Told
  let isKnown = false
  // Where answers that are no bits stand in a word: given out when there is the first.
  let place = -1
  let keepsNothing = false
  const find = (word: Word): Told => {
    const told = place < 0 ? undefined : word.told[place]
    // To compare with a symbol is slow, and most functions have no such answer.
    if (told !== undefined) return (keepsNothing && told === NOTHING ? undefined : told) as Told
    const answer = tell(word)
    if (answer === true) {
      if (field < AFFIRMED.length) word[AFFIRMED[field]!] |= bit
      else word.affirmedBeyond[field - AFFIRMED.length]! |= bit
      return answer
    }
    if (isEmpty(answer)) {
      if (!isKnown) nothing = answer
      isKnown = true
      if (answer === nothing || (Array.isArray(answer) && Array.isArray(nothing))) {
        if (field < SILENT.length) word[SILENT[field]!] |= bit
        else word.silentBeyond[field - SILENT.length]! |= bit
        return nothing
      }
    }
    if (place < 0) place = places++
    if (answer === undefined) keepsNothing = true
    word.told[place] = answer === undefined ? NOTHING : answer
    return answer
  }
  const yes = true as Told
  const beyond = field - SILENT.length
  // One function for each field: V8 then reads it without looking for it.
  switch (field) {
    case 0:
      return ({ word }) => (word.silent0 & bit ? nothing : word.affirmed0 & bit ? yes : find(word))
    case 1:
      return ({ word }) => (word.silent1 & bit ? nothing : word.affirmed1 & bit ? yes : find(word))
    case 2:
      return ({ word }) => (word.silent2 & bit ? nothing : word.affirmed2 & bit ? yes : find(word))
    case 3:
      return ({ word }) => (word.silent3 & bit ? nothing : word.affirmed3 & bit ? yes : find(word))
    case 4:
      return ({ word }) => (word.silent4 & bit ? nothing : word.affirmed4 & bit ? yes : find(word))
    case 5:
      return ({ word }) => (word.silent5 & bit ? nothing : word.affirmed5 & bit ? yes : find(word))
    case 6:
      return ({ word }) => (word.silent6 & bit ? nothing : word.affirmed6 & bit ? yes : find(word))
    case 7:
      return ({ word }) => (word.silent7 & bit ? nothing : word.affirmed7 & bit ? yes : find(word))
    case 8:
      return ({ word }) => (word.silent8 & bit ? nothing : word.affirmed8 & bit ? yes : find(word))
    case 9:
      return ({ word }) => (word.silent9 & bit ? nothing : word.affirmed9 & bit ? yes : find(word))
    case 10:
      return ({ word }) => (word.silent10 & bit ? nothing : word.affirmed10 & bit ? yes : find(word))
    case 11:
      return ({ word }) => (word.silent11 & bit ? nothing : word.affirmed11 & bit ? yes : find(word))
    default:
      return ({ word }) =>
        word.silentBeyond[beyond]! & bit ? nothing : word.affirmedBeyond[beyond]! & bit ? yes : find(word)
  }
}

/** The same for a function that has an object to tell of every word: no bits are asked first. */
export function objectPerWord<Told extends object>(tell: (word: Word) => Told): (of: { readonly word: Word }) => Told {
  const place = places++
  const ask = (word: Word): Told => {
    const answer = tell(word)
    word.told[place] = answer
    return answer
  }
  return ({ word }) => (word.told[place] as Told | undefined) ?? ask(word)
}

const isEmpty = (answer: unknown): boolean => !answer || (Array.isArray(answer) && answer.length === 0)
