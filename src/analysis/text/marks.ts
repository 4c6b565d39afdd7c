/** What a mark of punctuation is. Asked of every token of a text, so that the answer is kept with the word that the mark is. */
import { perWord } from './word.ts'

const oneOf = (marks: string) => {
  const set = new Set(marks)
  return perWord(({ text }) => set.has(text))
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
/** Whether a token is a dash of those that set words apart. */
export const isDash = oneOf('–—')
