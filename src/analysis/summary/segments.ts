/** The pieces that a summary is put together from: whole sentences where they are short, else the clauses that can stand alone. */
import type { Span } from '../analysis.ts'
import type { SentenceView } from '../events/sentence.ts'
import { startOfClause } from '../lexicon/conjunction.ts'
import { isFiniteVerb } from '../lexicon/finite.ts'
import type { Clause } from '../text/clauses.ts'
import { fold } from '../text/fold.ts'
import { evenlySpaced } from '../text/phrase.ts'
import type { Token } from '../text/tokens.ts'

export interface Segment {
  /** Index into the sentences. */
  sentence: number
  /** Token index at which its clause opens, with the words that only join it to what stands before. */
  opens: number
  /** Token indexes, half-open, without those words. */
  from: number
  to: number
  span: Span
  words: number
  /** Begins with what leans on an earlier sentence («وهو», «ذلك»): alone it would point to nothing. */
  leaning: boolean
}

/** No point is longer. */
export const LONGEST_POINT = 45
/** Words after which an open point says enough for the next clause to begin one of its own. */
const ENOUGH = 18
/** Fewer words tell nothing. */
const SHORTEST = 5

const OPENERS = /[«("“]/

const keys = (words: string) => new Set(words.trim().split(/\s+/).map(fold))
/** Words at the head of a clause that join it to the one before and can go with it. */
const JOINTS = keys('كما حيث وقد ولقد فقد وكذلك كذلك إذ وأيضا ثم وحيث بينما فيما وفيما وبينما إضافة لذلك ولذلك بل وكما')
const ASIDE = keys('رغم برغم فضلا إضافة علاوة ناهيك خاصة خصوصا سيما لاسيما ولاسيما وخاصة وخصوصا علما تماما سواء بما')
const LEANING = keys(
  'وهو وهي وهم هو هي هم ذلك وذلك هذا هذه وهذا وهذه تلك أولئك هناك وهناك الأمر مما وبذلك لذلك ولذلك منها ومنها فيه فيها عليه عليها له لها وله ولها إليه إليها كونه كونها لأنه لأنها فإنه فإنها وأنه وأنها إنه إنها وإنه وإنها',
)

/** The segments of a sentence of the article. */
export function segmentsOf(view: SentenceView): Segment[] {
  const { tokens } = view.document
  const whole = wordsIn(tokens, view.from, view.to)
  if (whole <= LONGEST_POINT) return keep([segment(view, view.from, view.to)])
  const found: Segment[] = []
  let open: { from: number; to: number } | undefined
  const close = () => {
    if (open) found.push(...cutLong(view, open.from, open.to))
    open = undefined
  }
  for (const clause of view.clauses) {
    const fits = open !== undefined && wordsIn(tokens, open.from, clause.to) <= LONGEST_POINT
    if (open === undefined || !fits || beginsAnew(tokens, clause, open)) {
      close()
      open = { from: clause.from, to: clause.to }
    } else {
      open.to = clause.to
    }
  }
  close()
  return keep(found)
}

function keep(segments: Segment[]): Segment[] {
  return segments.filter((s) => s.words >= SHORTEST)
}

/** A clause of its own verb begins a new point once the open one says enough; a contrast never parts from what it turns. */
function beginsAnew(tokens: readonly Token[], clause: Clause, open: { from: number; to: number }): boolean {
  return clause.kind === 'coordinate' && wordsIn(tokens, open.from, open.to) >= ENOUGH
}

/** What is still too long is cut at its last comma that leaves a whole behind, else before a relative or a preposition. */
function cutLong(view: SentenceView, from: number, to: number): Segment[] {
  const { tokens } = view.document
  if (wordsIn(tokens, from, to) <= LONGEST_POINT) return [segment(view, from, to)]
  let words = 0
  let comma = -1
  let joint = -1
  for (let at = from; at < to; at++) {
    const token = tokens[at]!
    if (token.kind !== 'mark') words++
    if (words > LONGEST_POINT) break
    if (token.text === '،' || token.text === '؛') comma = at
    if (
      words >= 12 &&
      /^(?:الذي|التي|الذين|حيث|بينما|اذ|مما|من|الي|علي|في|خلال|عبر|بعد|قبل|مع|ل.{4,})$/.test(token.key)
    )
      joint = at
  }
  const cut =
    comma > from && wordsIn(tokens, from, comma) >= 10
      ? comma
      : joint > from
        ? joint
        : indexOfWord(tokens, from, to, LONGEST_POINT)
  const first = segment(view, from, cut)
  const rest = tokens[cut]?.kind === 'mark' ? cut + 1 : cut
  // Only a remainder that has a verb of its own can stand alone.
  const standsAlone = rest < to && isFiniteVerb(tokens[rest]!)
  return standsAlone ? [first, ...cutLong(view, rest, to)] : [first]
}

function indexOfWord(tokens: readonly Token[], from: number, to: number, count: number): number {
  let words = 0
  for (let at = from; at < to; at++) if (tokens[at]!.kind !== 'mark' && ++words > count) return at
  return to
}

function segment(view: SentenceView, from: number, to: number): Segment {
  const { tokens } = view.document
  let opens = from
  let last = to
  while (opens < last - 1 && tokens[opens]!.kind === 'mark' && !OPENERS.test(tokens[opens]!.text)) opens++
  let first = opens
  while (
    first < last - SHORTEST &&
    (tokens[first]!.kind === 'mark' ? !OPENERS.test(tokens[first]!.text) : JOINTS.has(tokens[first]!.key))
  )
    first++
  while (last > first + 1 && tokens[last - 1]!.kind === 'mark' && !/[»)"”؟!]/.test(tokens[last - 1]!.text)) last--
  const leaning = LEANING.has(tokens[first]!.key) || ASIDE.has(tokens[first]!.key)
  return {
    sentence: view.index,
    opens,
    from: first,
    to: last,
    span: { start: tokens[first]!.start, end: tokens[last - 1]!.end },
    words: wordsIn(tokens, first, last),
    leaning,
  }
}

/** Words, not marks, between two token indexes. */
export function wordsIn(tokens: readonly Token[], from: number, to: number): number {
  let words = 0
  for (let at = from; at < to; at++) if (tokens[at]!.kind !== 'mark') words++
  return words
}

/** The words of a segment as a point shows them: without the conjunction that joined it, white space made single. */
export function textOfSegment(text: string, tokens: readonly Token[], segment: Segment): string {
  return spaced(text.slice(startOfClause(tokens[segment.from]!), segment.span.end))
}

/** The words of a segment where the one before it is shown too: with what joins the two. */
export function textWithJoint(text: string, tokens: readonly Token[], segment: Segment): string {
  return spaced(text.slice(tokens[segment.opens]!.start, segment.span.end))
}

function spaced(text: string): string {
  return evenlySpaced(text).trim()
}
