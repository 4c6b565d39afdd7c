import type { Span } from '../analysis.ts'
import { type Reading, readings } from './clitics.ts'
import { flagsOf } from './flags.ts'
import { offsetOfLetter } from './fold.ts'
import { FUNCTION_WORDS, PREPOSITIONS, RELATIVES } from './function-words.ts'
import { evenlySpaced } from './phrase.ts'
import { sentencesOf } from './sentences.ts'
import { type Token, tokenize } from './tokens.ts'
import { perWord } from './word.ts'

/** A text cut into tokens and sentences: what every later step reads. */
export interface Document {
  text: string
  tokens: readonly Token[]
  /** `from` and `to` are token indexes, half-open. */
  sentences: readonly { span: Span; from: number; to: number }[]
  /** By token: 1 where a sentence begins, else 0. No name, office or number goes over from one to the next. */
  opens: Uint8Array
  /** By token, and one more: how many words, marks left out, stand before it. */
  wordsBefore: Int32Array
  /** By token: for which steps its word is one that they look for (`flagFor`). */
  flags: Int32Array
}

/** Cuts a text. Linear in its length. */
export function readDocument(text: string): Document {
  const tokens = tokenize(text)
  const sentences = sentencesOf(text, tokens).map(({ span, tokens: [from, to] }) => ({ span, from, to }))
  const opens = new Uint8Array(tokens.length)
  for (const { from } of sentences) opens[from] = 1
  return { text, tokens, sentences, opens, wordsBefore: countWords(tokens), flags: flagsOf(tokens) }
}

function countWords(tokens: readonly Token[]): Int32Array {
  const before = new Int32Array(tokens.length + 1)
  let words = 0
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at]!.kind !== 'mark') words++
    before[at + 1] = words
  }
  return before
}

/** Words, marks left out, between two token indexes. */
export function wordsBetween({ wordsBefore }: Document, from: number, to: number): number {
  return wordsBefore[to]! - wordsBefore[from]!
}

/** Remembers what a function tells of a document, until it is asked of another: texts are read one after the other. */
export function perDocument<Told>(tell: (document: Document) => Told): (document: Document) => Told {
  let last: { document: Document; told: Told } | undefined
  return (document) => {
    if (last?.document !== document) last = { document, told: tell(document) }
    return last.told
  }
}

/** Whether a token is a word of a closed class. «على» is one, «علي» is a name: only the last letter tells them apart. */
export const isFunctionWord = perWord(({ kind, key, text }) => kind === 'word' && isFunctionKey(key, text))

/** Whether a token is a free preposition, and not the name that is spelled like it. */
export const isPreposition = perWord((word) => PREPOSITIONS.has(word.key) && isFunctionWord({ word }))

/** Whether a token is a relative pronoun. */
export const isRelative = perWord(({ key }) => RELATIVES.has(key))

/** Whether a folded word is of a closed class; `text` is how it is written, where that is known. */
export function isFunctionKey(key: string, text = key): boolean {
  // «علي» is a name and «هنأ» a verb; «على» and «هنا», spelled alike but for the last letter, are none.
  return FUNCTION_WORDS.has(key) && !(key === 'علي' && text.endsWith('ي')) && !(key === 'هنا' && text.endsWith('أ'))
}

/** The span of a token without the clitics of a reading (the article, being part of a name, is kept). */
export function spanAfterClitics(token: Token, reading: Pick<Reading, 'cliticLetters'>): Span {
  return { start: startAfterClitics(token, reading), end: token.end }
}

/** Where that span begins. */
export function startAfterClitics(token: Token, reading: Pick<Reading, 'cliticLetters'>): number {
  // In «لل» the alef of the article is not written, so that the name begins at the second lam.
  return token.start + offsetOfLetter(token.text, reading.cliticLetters)
}

/** The readings of a token that the language allows as a noun or name. */
export const nounReadings = perWord(({ kind, key }): readonly Reading[] =>
  kind === 'word' ? readings(key) : kind === 'latin' ? [plainReading(key)] : [],
)

function plainReading(stem: string): Reading {
  return { conjunction: '', preposition: '', article: false, stem, prefixLetters: 0, cliticLetters: 0 }
}

/** The words of a span as they stand in the text, white space made single. */
export function wordsOf(text: string, span: Span): string {
  return evenlySpaced(text.slice(span.start, span.end)).trim()
}

/** Index of the first token that ends after `offset`, by bisection. */
export function tokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  return low
}
