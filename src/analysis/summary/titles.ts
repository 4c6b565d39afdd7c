import { isFiniteVerb } from '../lexicon/finite.ts'
import { type Document, wordsBetween } from '../text/document.ts'

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

/** A line of no more words signs an article; a longer one tells something. */
export const LONGEST_SIGNATURE = 6
/** «كتبت فلانة:», «بقلم فلان». */
const SIGNED = /^(?:كتب|كتبت|بقلم|اعداد|مراسلنا|مراسلتنا)$/

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
  for (let line = 0; line < MOST_LINES && count < sentences.length - 1; line++) {
    // «… يتوصل إلى اتفاق.. ومدبولي: لا تعويم»: a line may hold more than one sentence.
    let end = count
    while (end < sentences.length - 1 && !endsLine(document, end)) end++
    if (end === sentences.length - 1) break
    const words = wordsBetween(document, sentences[count]!.from, sentences[end]!.to)
    const signed = words <= LONGEST_SIGNATURE && SIGNED.test(tokens[sentences[count]!.from]!.key)
    if (words > LONGEST_TITLE || (!signed && /^[.:؛،…]$/.test(tokens[sentences[end]!.to - 1]!.text))) break
    const byline = signed || isByline(text.slice(sentences[count]!.span.start, sentences[end]!.span.end))
    if (headline === undefined ? words >= SHORTEST_TITLE && !byline : shown <= RUBRIC && words >= TELLING) {
      headline = count
      shown = words
    }
    count = end + 1
  }
  // Lines without stops all the way down are a list or a poem, not headlines above a text.
  const body = sentences[count]
  if (count === 0 || body === undefined || !/[.!؟…]/.test(tokens[body.to - 1]!.text)) return { count: 0 }
  return { count, ...(headline !== undefined && { headline }) }
}

function endsLine({ text, sentences }: Document, index: number): boolean {
  return text.slice(sentences[index]!.span.end, sentences[index + 1]!.span.start).includes('\n')
}

/**
 * Whether a token stands in a line that signs the article: where it was written, by whom, for whom. Who is named there takes no part in the news.
 * @returns a test of token indexes; undefined where no line is one
 */
export function signedIn(document: Document, { count, headline }: TitleLines): ((at: number) => boolean) | undefined {
  const { tokens, sentences } = document
  const signatures = sentences.slice(0, count).filter(({ from, to }, index) => {
    if (index === headline) return false
    if (wordsBetween(document, from, to) > LONGEST_SIGNATURE) return false
    return SIGNED.test(tokens[from]!.key) || !tokens.slice(from, to).some(isFiniteVerb)
  })
  if (signatures.length === 0) return undefined
  const end = signatures[signatures.length - 1]!.to
  return (at) => at < end && signatures.some(({ from, to }) => from <= at && at < to)
}
