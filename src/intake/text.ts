import { isByline, LONGEST_SIGNATURE } from '../analysis/summary/titles.ts'
import type { Article } from './article.ts'

/** What a platform says of a text beside its words. */
export interface TextOrigin {
  source?: string
  url?: string
  /** ISO 8601. */
  publishedAt?: string
  /** ISO 8601. */
  receivedAt: string
}

/** A longer first line is a paragraph, not a title. */
const LONGEST_TITLE = 160

/** A pasted or forwarded text as an article. Nothing is cut from it; a short first line without a full stop, set apart from the rest, is its title. */
export function articleFromText(text: string, origin: TextOrigin): Article {
  const title = titleOf(text)
  return {
    text,
    ...(title && { title }),
    ...(origin.source && { source: origin.source }),
    ...(origin.url && { url: origin.url }),
    ...(origin.publishedAt && { publishedAt: origin.publishedAt }),
    receivedAt: origin.receivedAt,
  }
}

function titleOf(text: string): string | undefined {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const first = lines[0]
  // A line below it that only says who wrote it is passed over.
  const second = lines.slice(1).find((line) => line.split(/\s+/).length > LONGEST_SIGNATURE)
  if (first === undefined || second === undefined || first.length > LONGEST_TITLE || /[.:؛،]$/.test(first))
    return undefined
  if (isByline(first)) return undefined
  return second.length > first.length / 2 && lines.slice(1).join(' ').length > 2 * first.length ? first : undefined
}
