/** Which further words of phrases a stretch of a sentence holds: of the dozens of phrases that a common verb opens nearly all are ruled out by that. */
import { MAY_BE_IN_PHRASE, phraseWordCount, writeIds } from './forms.ts'
import type { SentenceView } from './sentence.ts'

/** By a word's id: where it was met last, counted over all sentences, so that it need never be emptied for the next one. */
let metAt = new Int32Array(0)
let passed = 1
const MOST_PASSED = 2 ** 30

/** What has been seen of a sentence from its beginning on. */
export interface Sight {
  view: SentenceView
  /** Where the sentence begins in the count over all sentences. */
  base: number
  /** Index of the first token that was not looked at. */
  reached: number
}

/** Opens a sentence; the sight of the one before is of no use any more. */
export function lookAt(view: SentenceView): Sight {
  if (metAt.length === 0 || passed > MOST_PASSED) {
    metAt = new Int32Array(phraseWordCount() + 1)
    passed = 1
  }
  const base = passed
  passed += view.to - view.from
  return { view, base, reached: view.from }
}

/** Looks on up to a token; the last token asked for is never behind an earlier one. Gives what `isInSight` takes for the tokens from `from` on. */
export function lookUpTo(sight: Sight, from: number, to: number): number {
  const { document, from: begin } = sight.view
  const { tokens, flags } = document
  for (let at = sight.reached; at < to; at++)
    if ((flags[at]! & MAY_BE_IN_PHRASE) !== 0) writeIds(tokens[at]!, sight.base + at - begin, metAt)
  sight.reached = Math.max(sight.reached, to)
  return sight.base + from - begin
}

/** Whether a token that was looked at, not before `since`, can stand for a word, by the word's id. */
export function isInSight(id: number, since: number): boolean {
  return metAt[id]! >= since
}

/**
 * Which of the phrases that a word opens, from number `from` on, is the next that what was looked at does not rule out, by the `rarest` of its `TellingWord`: one of
 * several further words needs them `behind` the word that opens it, any other one `since` where it may also stand before it. Their count where none is left.
 */
export function nextInSight(rarest: Int32Array, from: number, since: number, behind: number): number {
  for (let k = from; k < rarest.length; k++) {
    const sought = rarest[k]!
    if (sought < 0 || metAt[sought >> 1]! >= ((sought & 1) === 0 ? since : behind)) return k
  }
  return rarest.length
}
