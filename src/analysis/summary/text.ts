import type { SentenceView } from '../events/sentence.ts'
import { evenlySpaced } from '../text/phrase.ts'
import { startOfPoint } from './opening.ts'

const CLINGS = /^[،؛:.؟!»)\]…,]$/
const NO_TOKENS: ReadonlySet<number> = new Set()

/** The words from one token to another (half-open) as a point shows them, without those left out; white space is single. */
export function textWithout(
  view: SentenceView,
  from: number,
  to: number,
  without: ReadonlySet<number> = NO_TOKENS,
): string {
  const { tokens, text } = view.document
  if (without.size === 0) return evenlySpaced(text.slice(startOfPoint(view, from), tokens[to - 1]!.end)).trim()
  let shown = ''
  let end = -1
  for (let at = from; at < to; at++) {
    if (without.has(at)) continue
    const token = tokens[at]!
    const start = shown === '' ? startOfPoint(view, at) : token.start
    const between =
      end < 0 ? '' : without.has(at - 1) ? (CLINGS.test(token.text) ? '' : ' ') : text.slice(end, token.start)
    shown += between + text.slice(start, token.end)
    end = token.end
  }
  return evenlySpaced(shown).trim()
}

/** The tokens of some ranges. */
export function tokensOf(ranges: readonly { from: number; to: number }[]): ReadonlySet<number> {
  if (ranges.length === 0) return NO_TOKENS
  const found = new Set<number>()
  for (const { from, to } of ranges) for (let at = from; at < to; at++) found.add(at)
  return found
}
