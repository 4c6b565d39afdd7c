import type { SentenceView } from '../events/sentence.ts'
import type { Document } from '../text/document.ts'
import { evenlySpaced } from '../text/phrase.ts'
import { bytes, scratch } from '../text/scratch.ts'
import { startOfPoint } from './opening.ts'

const CLINGS = /^[،؛:.؟!»)\]…,]$/
/** The words from one token to another (half-open) as a point shows them, without those left out; white space is single. */
export function textWithout(view: SentenceView, from: number, to: number, without?: LeftOut): string {
  const { tokens, text } = view.document
  if (without === undefined) return evenlySpaced(text.slice(startOfPoint(view, from), tokens[to - 1]!.end)).trim()
  let shown = ''
  for (let at = from; at < to; ) {
    const first = at
    while (at < to && without[at] === 0) at++
    if (at > first) {
      const between = shown === '' || CLINGS.test(tokens[first]!.text) ? '' : ' '
      const start = shown === '' ? startOfPoint(view, first) : tokens[first]!.start
      shown += between + text.slice(start, tokens[at - 1]!.end)
    }
    while (at < to && without[at] !== 0) at++
  }
  return evenlySpaced(shown).trim()
}

/** By token of the document: 1 where it is left out. */
export type LeftOut = Uint8Array

const slots = scratch(bytes)

/** The tokens of some ranges; undefined without any. It is the caller's until the next call. */
export function tokensOf(document: Document, ranges: readonly { from: number; to: number }[]): LeftOut | undefined {
  if (ranges.length === 0) return undefined
  const found = slots(document.tokens.length)
  for (const { from, to } of ranges) found.fill(1, from, to)
  return found
}
