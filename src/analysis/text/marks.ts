/** What a mark of punctuation is. Asked of every token of a text, so that the answer is kept with the word that the mark is. */
import type { Word } from './word.ts'

const kinds: ReadonlySet<string>[] = []

/** Whether a token is one of these marks. */
const oneOf = (marks: string) => {
  const bit = 1 << (kinds.push(new Set(marks)) - 1)
  return ({ word }: { readonly word: Word }): boolean => (word.marks & bit) !== 0
}

/** Whether a token is a comma. */
export const isComma = oneOf('،,')
/** Whether a token is a comma or a semicolon. */
export const isPause = oneOf('،,؛')
/** Whether a token opens a quotation. */
export const opensQuote = oneOf('«"“')
/** Whether a token closes a quotation. */
export const closesQuote = oneOf('»"”')
/** Whether a token opens what is set apart: a quotation or a bracket. */
export const opensEnclosure = oneOf('«(["“')
/** Whether a token closes what is set apart, or asks or exclaims. */
export const closesEnclosure = oneOf('»)]"”؟!')
/** Whether a token opens a parenthesis, and whether it closes one. */
export const opensParenthesis = oneOf('(')
export const closesParenthesis = oneOf(')')
/** Whether a token sets an aside off from its sentence: a comma or a dash. */
export const setsOff = oneOf('،,–-')
/** Whether a token is a dash of those that set words apart. */
export const isDash = oneOf('–—')

/** All that the mark of a spelling is, a bit for each of the questions above. */
export function marksOf(text: string): number {
  return kinds.reduce((bits, kind, k) => (kind.has(text) ? bits | (1 << k) : bits), 0)
}
