import type { Document } from '../text/document.ts'

/** A headline is no longer. */
const LONGEST_TITLE = 20
/** A line of fewer words («أنصار الدين») names a subject, it tells no news. */
const SHORTEST_TITLE = 3
/** A first line of no more words is only the place or the rubric, where one of `TELLING` words or more stands below it. */
const RUBRIC = 3
const TELLING = 6
/** Lines above an article: headline, subheading, name of the writer. */
const MOST_LINES = 3

/** A line of no more words that has a dash is where and by whom: «عتق (شبوة) – خاص», «هسبريس – فلان». */
const BYLINE = 5

/** Whether a line above an article only says where it was written, by whom or for whom. */
export function isByline(line: string): boolean {
  const words = line.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  return words <= BYLINE && /[\p{L})\s][-–—/|]\s*\p{L}/u.test(line) && !/[«"“؟!]/.test(line)
}

/** What stands above an article: how many sentences are lines of it, and the one that is its headline. */
export interface TitleLines {
  /** So many sentences at the beginning are no part of the body. */
  count: number
  /** Index of the sentence that is the headline. */
  headline?: number
}

/** The lines above the body: short, each on a line of its own, without a full stop, and a longer text below them. */
export function titleLines(document: Document): TitleLines {
  const { text, tokens, sentences } = document
  let count = 0
  let headline: number | undefined
  let shown = 0
  while (count < Math.min(MOST_LINES, sentences.length - 1)) {
    const { span, from, to } = sentences[count]!
    const next = sentences[count + 1]!
    const last = tokens[to - 1]!
    let words = 0
    for (let at = from; at < to; at++) if (tokens[at]!.kind !== 'mark') words++
    if (words > LONGEST_TITLE || /^[.:؛،…]$/.test(last.text) || !text.slice(span.end, next.span.start).includes('\n'))
      break
    const byline = isByline(text.slice(span.start, span.end))
    if (headline === undefined ? words >= SHORTEST_TITLE && !byline : shown <= RUBRIC && words >= TELLING) {
      headline = count
      shown = words
    }
    count++
  }
  // Lines without stops all the way down are a list or a poem, not headlines above a text.
  const body = sentences[count]
  if (count === 0 || body === undefined || !/[.!؟…]/.test(tokens[body.to - 1]!.text)) return { count: 0 }
  return { count, ...(headline !== undefined && { headline }) }
}
