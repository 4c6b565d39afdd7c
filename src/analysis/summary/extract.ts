import type { Document } from '../text/document.ts'
import { chooseExpected } from './expected.ts'
import { type ExtractModel, extractModel, extractSigns, likelihood } from './likelihood.ts'
import { type Segment, textOfSegment, textWithJoint } from './segments.ts'
import { numberStems, numberWords } from './vocabulary.ts'

/** A summary of whole clauses can't hit a number of words: the one that reaches it may pass it by so much. */
export const OVERRUN = 1.15

/**
 * Indexes of the segments that people would take for an extract of `ratio` of the article's words, in the order of the text; at most
 * 15 % longer than asked for, unless its only piece is.
 */
export function extract(
  document: Document,
  segments: readonly Segment[],
  ratio: number,
  model: ExtractModel = extractModel(),
): number[] {
  const likely = extractSigns(document, segments, numberStems(document)).map((signs) => likelihood(signs, model))
  const { at, frequency } = numberWords(document)
  const pieces = segments.map(({ from, to }) => at.subarray(from, to).filter((word) => word >= 0))
  const words = frequency.reduce((sum, count) => sum + count, 0)
  const enough = Math.max(1, Math.round(words * ratio))
  return chooseExpected(pieces, likely, frequency.length, { enough, most: Math.round(enough * OVERRUN) })
}

/** What an extract shows, a line for each chosen segment. It is read from one end to the other: a piece behind its neighbour keeps the words that join the two. */
export function showExtract(document: Document, segments: readonly Segment[], chosen: readonly number[]): string[] {
  return chosen.map((i, place) =>
    chosen[place - 1] === i - 1
      ? textWithJoint(document.text, document.tokens, segments[i]!)
      : textOfSegment(document.text, segments[i]!),
  )
}
