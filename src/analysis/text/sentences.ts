import type { Span } from '../analysis.ts'
import { fold } from './fold.ts'
import type { Token } from './tokens.ts'

const ENDS = new Set(['.', '!', '؟', '?', '…', '۔'])
const CLOSERS = new Set(['"', '”', '»', ')', ']', '’', "'"])
/** Before a full stop these are abbreviations, not the end of a sentence. */
const ABBREVIATIONS = new Set(['د', 'م', 'أ', 'ا', 'ص', 'هـ', 'ه', 'ق', 'ت', 'ش', 'ج', 'ط', 'الخ', 'أ.د'].map(fold))
/** A run of more tokens without a stop is no sentence that anybody wrote; it is cut, at a comma where there is one, so that the work of a sentence stays bounded. */
const LONGEST = { tokens: 400, look: 80 }
/** Lines of a text that was wrapped by hand or by a mailer are of one length; nobody writes paragraphs like that. */
const WRAPPED = { shortest: 40, longest: 120, share: 0.4, alike: 0.8, lines: 4 }

/**
 * The sentences of a text, as spans without the white space around them, in order. Line ends separate (a headline has no full stop)
 * unless the text was hard-wrapped; abbreviations («د.»), numbers («3.5») and initials do not.
 */
export function sentencesOf(text: string, tokens: readonly Token[]): { span: Span; tokens: [number, number] }[] {
  const wrapped = isHardWrapped(text)
  const found: { span: Span; tokens: [number, number] }[] = []
  let first = 0
  const close = (last: number) => {
    while (last - first >= LONGEST.tokens) closeRun(cutBefore(tokens, first + LONGEST.tokens) - 1)
    closeRun(last)
  }
  const closeRun = (last: number) => {
    if (last < first) return
    const previous = found[found.length - 1]
    // Marks alone belong to the sentence before them or, where there is none, to the one behind, unless there are more than a sentence holds.
    if (hasWord(tokens, first, last) || last - first >= LONGEST.tokens - LONGEST.look || isFull(previous))
      found.push({ span: { start: tokens[first]!.start, end: tokens[last]!.end }, tokens: [first, last + 1] })
    else if (previous === undefined) return
    else {
      previous.span.end = tokens[last]!.end
      previous.tokens[1] = last + 1
    }
    first = last + 1
  }
  let feed = nextOf(LINE_FEED, text, 0)
  let separator = nextOf(PARAGRAPH_SEPARATOR, text, 0)
  for (let i = 0; i < tokens.length - 1; i++) {
    const token = tokens[i]!
    const next = tokens[i + 1]!
    if (feed < next.start || separator < next.start) {
      if (feed < next.start) feed = nextOf(LINE_FEED, text, next.start)
      if (separator < next.start) separator = nextOf(PARAGRAPH_SEPARATOR, text, next.start)
      if (breaksLine(text, token.end, next.start, wrapped)) {
        close(i)
        continue
      }
    }
    if (token.kind !== 'mark') continue
    if (!ENDS.has(token.text) || ENDS.has(next.text) || CLOSERS.has(next.text)) {
      // A closing mark right after the stop belongs to the sentence that it closes.
      if (CLOSERS.has(token.text) && i > 0 && ENDS.has(tokens[i - 1]!.text) && tokens[i - 1]!.end === token.start)
        close(i)
      continue
    }
    if (token.text === '.' && isAbbreviation(tokens[i - 1], token, next)) continue
    close(i)
  }
  close(tokens.length - 1)
  return found
}

function hasWord(tokens: readonly Token[], first: number, last: number): boolean {
  for (let at = first; at <= last; at++) if (tokens[at]!.kind !== 'mark') return true
  return false
}

const isFull = (sentence: { tokens: [number, number] } | undefined): boolean =>
  sentence !== undefined && sentence.tokens[1] - sentence.tokens[0] >= LONGEST.tokens

function cutBefore(tokens: readonly Token[], limit: number): number {
  for (let at = limit; at > limit - LONGEST.look; at--)
    if (tokens[at - 1]!.text === '،' || tokens[at - 1]!.text === '؛') return at
  return limit
}

const LINE_FEED = '\n'
const PARAGRAPH_SEPARATOR = '\u2029'

/** The offset of a character from an offset on; behind the text where there is none. */
function nextOf(character: string, text: string, from: number): number {
  const at = text.indexOf(character, from)
  return at === -1 ? text.length : at
}

function breaksLine(text: string, from: number, to: number, wrapped: boolean): boolean {
  let lines = 0
  for (let at = from; at < to; at++) if (text[at] === LINE_FEED || text[at] === PARAGRAPH_SEPARATOR) lines++
  return wrapped ? lines > 1 : lines > 0
}

function isAbbreviation(before: Token | undefined, stop: Token, after: Token): boolean {
  if (before === undefined || before.end !== stop.start) return false
  if (ABBREVIATIONS.has(before.key)) return true
  // An initial: one letter, Latin or Arabic, and more of the name directly behind it.
  if (before.kind === 'latin') return before.text.length === 1 || after.start === stop.end
  return before.kind === 'number' && after.start === stop.end && after.kind === 'number'
}

/** Many lines end without a stop, and nearly all of these are nearly as long as the longest. */
function isHardWrapped(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length < WRAPPED.lines) return false
  const body = lines.slice(0, -1)
  const unfinished = body.flatMap((line) => {
    const trimmed = line.trimEnd()
    return /[.!؟?:»"]$/.test(trimmed) ? [] : [trimmed.length]
  })
  const longest = unfinished.reduce((most, length) => Math.max(most, length), 0)
  const alike = unfinished.filter((length) => length >= longest * WRAPPED.alike).length
  return (
    longest >= WRAPPED.shortest &&
    longest <= WRAPPED.longest &&
    unfinished.length >= body.length * WRAPPED.share &&
    alike >= unfinished.length * WRAPPED.alike
  )
}
