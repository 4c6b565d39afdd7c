/** The pieces that a summary is put together from: whole sentences where they are short, else the clauses that can stand alone. */

import type { Span } from '../analysis.ts'
import type { SentenceView } from '../events/sentence.ts'
import { isFiniteVerb } from '../lexicon/finite.ts'
import type { Clause, ClauseKind } from '../text/clauses.ts'
import { type Document, wordsBetween } from '../text/document.ts'
import { closesEnclosure, opensEnclosure } from '../text/marks.ts'
import { evenlySpaced } from '../text/phrase.ts'
import type { Token } from '../text/tokens.ts'
import { namesSource } from './adverbials.ts'
import { bestCut, interrupts } from './cuts.ts'
import { leans, mayLean } from './leaning.ts'
import { openingAt, startOfPoint } from './opening.ts'

export interface Segment {
  /** Index into the sentences. */
  sentence: number
  /** Token index at which its clause opens, with the words that only join it to what stands before. */
  opens: number
  /** Token indexes, half-open, without those words. */
  from: number
  to: number
  /** From where a point that shows it begins. */
  span: Span
  words: number
  /** Begins with what leans on an earlier sentence («وهو», «ذلك»): alone it would point to nothing. */
  leaning: boolean
  /** May lean: «حفرت ستة آبار» (who did?), «أظهرت هذه العملية» (which one?). */
  unsure: boolean
}

/** No point is longer. */
export const LONGEST_POINT = 45
/** Words after which an open point says enough for the next clause to begin one of its own. */
const ENOUGH = 18
/** Fewer words tell nothing. */
const SHORTEST = 5
/** In tokens: what leads up to a colon is no longer. */
const LONGEST_INTRODUCTION = 18
/** A piece of a sentence that is cut for its length keeps at least so many words. */
const LEAST_CUT = 10

/** The segments of a sentence of the article. */
export function segmentsOf(view: SentenceView): Segment[] {
  const { document, from, to } = view
  const found: Segment[] = []
  if (wordsBetween(document, from, to) <= LONGEST_POINT) {
    add(found, view, from, to)
    return found
  }
  const clauses = pieces(view)
  for (let first = 0, next = 0; first < clauses.length; first = next) {
    const open = clauses[first]!.from
    next = first + 1
    while (next < clauses.length && goesOn(document, open, clauses[next]!)) next++
    addShortened(found, view, open, clauses[next - 1]!.to)
  }
  return found
}

/** The clauses, the first cut behind a colon: what leads up to one says less than what follows. */
function pieces(view: SentenceView): Clause[] {
  const { tokens } = view.document
  const found: Clause[] = []
  let before: Clause | undefined
  for (const { from, to, kind } of view.clauses) {
    if (before !== undefined && goesWithClauseBefore(view, from, kind)) {
      before.to = to
    } else {
      before = { from, to, kind }
      found.push(before)
    }
  }
  const [first] = found
  if (first === undefined) return []
  let open = 0
  for (let at = first.from; at < Math.min(first.from + LONGEST_INTRODUCTION, first.to - SHORTEST); at++) {
    const token = tokens[at]!
    if (token.kind !== 'mark') continue
    if (opensEnclosure(token)) open++
    else if (closesEnclosure(token)) open--
    if (token.text === ':' && open <= 0 && at >= first.from + SHORTEST && !opensEnclosure(tokens[at + 1]!)) {
      found.splice(1, 0, { from: at + 1, to: first.to, kind: 'coordinate' })
      first.to = at + 1
      break
    }
  }
  return found
}

function goesWithClauseBefore(view: SentenceView, from: number, kind: ClauseKind): boolean {
  const { tokens } = view.document
  // A source stays with what it tells.
  if (namesSource(tokens[from]!)) return true
  // «أعلن الوزير، مساء أمس، استقالته»: what looks like a verb behind an adverbial goes on with the clause.
  return kind === 'coordinate' && tokens[from - 1]!.text === '،' && interrupts(view, from - 1)
}

/** A clause of its own verb begins a new point once the open one says enough; a contrast never parts from what it turns. */
function goesOn(document: Document, open: number, { from, to, kind }: Clause): boolean {
  const { tokens } = document
  if (wordsBetween(document, open, to) > LONGEST_POINT || tokens[from - 1]!.text === ':') return false
  const beginsAnew = kind === 'coordinate' && wordsBetween(document, open, from) >= ENOUGH
  return !beginsAnew || /^و?ان$/.test(tokens[from]!.key)
}

/** What is too long ends where a clause may; what is left behind stands alone only with a verb of its own. */
function addShortened(found: Segment[], view: SentenceView, from: number, to: number): void {
  const { document, clauses } = view
  const { tokens } = document
  let open = from
  while (wordsBetween(document, open, to) > LONGEST_POINT) {
    const cut =
      bestCut(view, open, to, { least: LEAST_CUT, most: LONGEST_POINT }) ?? indexOfWord(tokens, open, to, LONGEST_POINT)
    add(found, view, open, cut)
    const rest = tokens[cut]?.kind === 'mark' ? cut + 1 : cut
    const standsAlone =
      rest < to && isFiniteVerb(tokens[rest]!) && (rest > cut || clauses.some((clause) => clause.from === rest))
    if (!standsAlone) return
    open = rest
  }
  add(found, view, open, to)
}

function indexOfWord(tokens: readonly Token[], from: number, to: number, count: number): number {
  let words = 0
  for (let at = from; at < to; at++) if (tokens[at]!.kind !== 'mark' && ++words > count) return at
  return to
}

/** Adds the segment that stands between two token indexes, unless it is too short to tell anything. */
function add(found: Segment[], view: SentenceView, from: number, to: number): void {
  const { document } = view
  const { tokens } = document
  if (wordsBetween(document, from, to) < SHORTEST) return
  let opens = from
  let last = to
  while (opens < last - 1 && tokens[opens]!.kind === 'mark' && !opensEnclosure(tokens[opens]!)) opens++
  const first = openingAt(view, opens, to, SHORTEST)
  while (last > first + 1 && tokens[last - 1]!.kind === 'mark' && !closesEnclosure(tokens[last - 1]!)) last--
  const words = wordsBetween(document, first, last)
  if (words < SHORTEST) return
  found.push({
    sentence: view.index,
    opens,
    from: first,
    to: last,
    span: { start: startOfPoint(view, first), end: tokens[last - 1]!.end },
    words,
    leaning: leans(view, first),
    unsure: mayLean(view, first, from > view.from),
  })
}

/** Words of all segments. */
export function totalWords(segments: readonly Segment[]): number {
  let words = 0
  for (const segment of segments) words += segment.words
  return words
}

/** The words of a segment as a point shows them: without the conjunction that joined it, white space made single. */
export function textOfSegment(text: string, segment: Segment): string {
  return evenlySpaced(text.slice(segment.span.start, segment.span.end)).trim()
}

/** The words of a segment where the one before it is shown too: with what joins the two. */
export function textWithJoint(text: string, tokens: readonly Token[], segment: Segment): string {
  return evenlySpaced(text.slice(tokens[segment.opens]!.start, segment.span.end)).trim()
}
