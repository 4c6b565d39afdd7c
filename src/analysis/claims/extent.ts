/** What is said, as a stretch of tokens. */

export interface Content {
  /** Token index of what opens it. */
  opener: number
  /** Token indexes, half-open. */
  from: number
  to: number
  /** Told by «أن», a colon or a quote: a whole clause. */
  clause: boolean
  /** Letters of a joined preposition («بوقف») or conjunction that open it. */
  joined: 0 | 1
  /** What somebody is called, in quotation marks: «ما وصفه بـ«الخيانة»». */
  quote: boolean
  /** A quote that is not closed in this sentence. */
  open: boolean
}

/** A stretch that is no quote. */
export function stretch(opener: number, from: number, to: number, clause: boolean, joined: 0 | 1 = 0): Content {
  return { opener, from, to, clause, joined, quote: false, open: false }
}
