/** A longer text is a book or a log; it would hold up every other chat while it is read. In UTF-16 units, about forty thousand words. */
export const LONGEST_ARTICLE = 250_000

/** A text as it came to the desk, before anybody has read it. */
export interface Article {
  /** As received: offsets of its analysis point into this. */
  text: string
  title?: string
  /** Who published it: a site's name, the channel it was forwarded from. */
  source?: string
  url?: string
  /** The desk that it was imported from; empty for one without a name. */
  via?: string
  /** ISO 8601 date or date-time, when the publisher says so. */
  publishedAt?: string
  /** ISO 8601 date-time. */
  receivedAt: string
}
