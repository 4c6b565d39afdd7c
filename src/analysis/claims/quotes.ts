import type { SentenceView } from '../events/sentence.ts'
import { flagFor } from '../text/flags.ts'

const OPENS: Record<string, string> = { '«': '»', '“': '”', '‘': '’', '„': '“' }
const CLOSES = new Set(['»', '”', '’'])
/** Quotation marks. */
export const IS_QUOTE = flagFor(({ text }) => text === '"' || OPENS[text] !== undefined || CLOSES.has(text))
const NONE: ReadonlyMap<number, number> = new Map()

/** The quotes of one sentence: index of the opening mark → index of the closing one, the sentence's end where it is not closed. */
export interface Quotes {
  closedBy: ReadonlyMap<number, number>
  /** The closing mark of a quote that was opened in a sentence before, or the sentence's end if it goes on. */
  continues: number | undefined
  /** The last quote is not closed here. */
  open: boolean
}

/**
 * Pairs the quotation marks of a sentence. Straight marks («"») open and close in turn.
 * @param wasOpen whether a quote of the sentence before was not closed
 */
export function quotesOf(view: SentenceView, wasOpen: boolean): Quotes {
  const { tokens, flags } = view.document
  let closedBy: Map<number, number> | undefined
  let opened: { at: number; by: string } | undefined = wasOpen ? { at: -1, by: '' } : undefined
  let continues: number | undefined
  const close = (at: number) => {
    if (opened!.at < 0) continues = at
    else {
      closedBy ??= new Map()
      closedBy.set(opened!.at, at)
    }
    opened = undefined
  }
  for (let at = view.from; at < view.to; at++) {
    if ((flags[at]! & IS_QUOTE) === 0) continue
    const { text } = tokens[at]!
    if (opened !== undefined) {
      if (text === opened.by || (opened.at < 0 && (CLOSES.has(text) || text === '"'))) close(at)
    } else if (text === '"') opened = { at, by: '"' }
    else if (OPENS[text] && text !== '‘') opened = { at, by: OPENS[text]! }
  }
  const open = opened !== undefined
  if (opened) close(view.to)
  return { closedBy: closedBy ?? NONE, continues, open }
}
