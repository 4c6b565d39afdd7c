/** The pieces that a summary is put together from: whole sentences where they are short, else the clauses that can stand alone. */

import type { Span } from '../analysis.ts'
import type { SentenceView } from '../events/sentence.ts'
import { isFiniteVerb, verbCandidates } from '../lexicon/finite.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import type { Clause } from '../text/clauses.ts'
import { withoutPronoun } from '../text/clitics.ts'
import { isFunctionWord } from '../text/document.ts'
import { fold } from '../text/fold.ts'
import { DEMONSTRATIVES, RELATIVES } from '../text/function-words.ts'
import { closesEnclosure, opensEnclosure } from '../text/marks.ts'
import { evenlySpaced } from '../text/phrase.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import { namesSource } from './adverbials.ts'
import { bestCut, interrupts } from './cuts.ts'
import { openingAt, startOfPoint } from './opening.ts'
import { isSpeechVerb, isThat } from './speech.ts'

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

const keys = (words: string) => new Set(words.trim().split(/\s+/).map(fold))
const ASIDE = keys('رغم برغم فضلا إضافة علاوة ناهيك خاصة خصوصا سيما لاسيما ولاسيما وخاصة وخصوصا علما تماما سواء بما')
const CONTRAST = keys('لكن لكنه لكنها لكنهم ولكن ولكنه ولكنها إلا بيد غير')
const LEANING = keys(
  'وهو وهي وهم هو هي هم ذلك وذلك هذا هذه وهذا وهذه تلك أولئك الأمر مما وبذلك لذلك ولذلك منها ومنها فيه فيها عليه عليها له لها وله ولها إليه إليها كونه كونها لأن لأنه لأنها فلأن ولأن فإنه فإنها وأنه وأنها إنه إنها وإنه وإنها أنه أنها بأنه بأنها وبينهم بينهم وكلها كلها معه معها منهم ومنهم وفيه وفيها وبه به بها حينها عندها هكذا وهكذا كذلك',
)
/** End in «هم» of their own. */
const OWN_ENDING = keys(
  'اتهم يتهم تتهم المتهم متهم أسهم يسهم تسهم ساهم يساهم تساهم داهم يداهم درهم الدرهم يفهم تفهم التفاهم تفاهم الأسهم السهم المهم',
)
const QUOTED = /^[«"“:]$/

/** The segments of a sentence of the article. */
export function segmentsOf(view: SentenceView): Segment[] {
  const { tokens } = view.document
  if (wordsIn(tokens, view.from, view.to) <= LONGEST_POINT) return keep([segment(view, view.from, view.to)])
  const found: Segment[] = []
  let open: { from: number; to: number } | undefined
  const close = () => {
    if (open) found.push(...cutLong(view, open.from, open.to))
    open = undefined
  }
  for (const clause of pieces(view)) {
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

/** The clauses, the first cut behind a colon: what leads up to one says less than what follows. */
function pieces(view: SentenceView): Clause[] {
  const { tokens } = view.document
  const found: Clause[] = []
  for (const clause of view.clauses) {
    const before = found[found.length - 1]
    // A source stays with what it tells.
    if (before && namesSource(tokens[clause.from])) before.to = clause.to
    // «أعلن الوزير، مساء أمس، استقالته»: what looks like a verb behind an adverbial goes on with the clause.
    else if (
      before &&
      clause.kind === 'coordinate' &&
      tokens[clause.from - 1]!.text === '،' &&
      interrupts(view, clause.from - 1)
    )
      before.to = clause.to
    else found.push({ ...clause })
  }
  const [first] = found
  if (first === undefined) return []
  let open = 0
  for (let at = first.from; at < Math.min(first.from + LONGEST_INTRODUCTION, first.to - SHORTEST); at++) {
    const token = tokens[at]!
    if (opensEnclosure(token)) open++
    else if (closesEnclosure(token)) open--
    if (token.text === ':' && open <= 0 && at >= first.from + SHORTEST && !opensEnclosure(tokens[at + 1]!))
      return [{ ...first, to: at + 1 }, { from: at + 1, to: first.to, kind: 'coordinate' }, ...found.slice(1)]
  }
  return found
}

function keep(segments: Segment[]): Segment[] {
  return segments.filter((s) => s.words >= SHORTEST)
}

/** A clause of its own verb begins a new point once the open one says enough; a contrast never parts from what it turns. */
function beginsAnew(tokens: readonly Token[], clause: Clause, open: { from: number; to: number }): boolean {
  if (tokens[clause.from - 1]?.text === ':') return true
  return (
    clause.kind === 'coordinate' &&
    !/^و?ان$/.test(tokens[clause.from]!.key) &&
    wordsIn(tokens, open.from, open.to) >= ENOUGH
  )
}

/** What is still too long ends where a clause may; what is left behind stands alone only with a verb of its own. */
function cutLong(view: SentenceView, from: number, to: number): Segment[] {
  const { tokens } = view.document
  if (wordsIn(tokens, from, to) <= LONGEST_POINT) return [segment(view, from, to)]
  const cut =
    bestCut(view, from, to, { least: LEAST_CUT, most: LONGEST_POINT }) ?? indexOfWord(tokens, from, to, LONGEST_POINT)
  const rest = tokens[cut]?.kind === 'mark' ? cut + 1 : cut
  const standsAlone =
    rest < to && isFiniteVerb(tokens[rest]!) && (rest > cut || view.clauses.some((clause) => clause.from === rest))
  return standsAlone ? [segment(view, from, cut), ...cutLong(view, rest, to)] : [segment(view, from, cut)]
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
  while (opens < last - 1 && tokens[opens]!.kind === 'mark' && !opensEnclosure(tokens[opens]!)) opens++
  const first = openingAt(view, opens, to, SHORTEST)
  while (last > first + 1 && tokens[last - 1]!.kind === 'mark' && !closesEnclosure(tokens[last - 1]!)) last--
  return {
    sentence: view.index,
    opens,
    from: first,
    to: last,
    span: { start: startOfPoint(view, first), end: tokens[last - 1]!.end },
    words: wordsIn(tokens, first, last),
    leaning: leans(view, first),
    unsure: mayLean(view, first, from > view.from),
  }
}

/** Whether what begins at a token is understood only behind what stands before it. */
function leans(view: SentenceView, at: number): boolean {
  const token = view.document.tokens[at]!
  const next = view.document.tokens[at + 1]
  if (LEANING.has(token.key) || ASIDE.has(token.key) || CONTRAST.has(token.key) || isDependent(token)) return true
  // «زيارته», «عينته»: whose, whom?
  if (endsInPronoun(token) && !view.isName(at)) return true
  for (let i = at + 1; i < at + 4; i++) if (/^الاخير(?:ه|ين)?$/.test(view.document.tokens[i]?.key ?? '')) return true
  // «أحالهم النائب العام»: whom?
  if (hasObjectPronoun(token)) return true
  // «وردّ عليه»: to whom? «أضاف أن»: who?
  if (next !== undefined && /^(?:علي|الي|ل|ب|ف|من|عن|مع)(?:ه|ها|هم|يه|يها|يهم)$/.test(next.key)) return true
  return isSayingAlone(token, next)
}

/** A verb inside its sentence without a definite noun behind it may be done by whoever was named before; what is pointed at was. */
function mayLean(view: SentenceView, at: number, inside: boolean): boolean {
  const { tokens } = view.document
  for (let i = at; i < Math.min(view.to, at + 4); i++) if (DEMONSTRATIVES.has(tokens[i]!.key)) return true
  const next = tokens[at + 1]
  const verb = inside && !view.isName(at) && isFiniteVerb(tokens[at]!)
  return verb && next !== undefined && !view.startsAt.has(at + 1) && !/^ال/.test(next.key)
}

/** What begins so is no sentence: «أن», «بأن», «الذي». «إن» begins one. */
export const isDependent = perWord(
  ({ key, text }) => RELATIVES.has(key) || /^[وف]?بان$/.test(key) || (/^و?ان$/.test(key) && text.includes('أ')),
)

const endsInPronoun = perWord(
  ({ key, text }) =>
    /(?:ته|ها|هم)$/.test(key) &&
    key.length > 4 &&
    !text.endsWith('ة') &&
    !OWN_ENDING.has(key.replace(/^[وف](?=.{4})/, '')),
)

/** «عينته», «أحالهم»: a verb with a pronoun for its object. */
const hasObjectPronoun = perWord((word): boolean => {
  if (word.text.endsWith('ة') || isFunctionWord({ word })) return false
  const without = withoutPronoun(word.key)
  if (without === undefined) return false
  const { events, speech } = vocabulary()
  const isVerb = (form: string) =>
    (events.get(form)?.some((f) => f.kind === 'verb') ?? false) ||
    (speech.get(form)?.some((f) => f.kind === 'verb') ?? false)
  const forms = (key: string) => verbCandidates(key)
  const asWritten = [word.key, word.key.replace(/^[وف]/, '')]
  if (asWritten.some(isVerb)) return false
  return asWritten.some((key) => {
    const bareKey = withoutPronoun(key)
    return bareKey !== undefined && forms(bareKey).some(isVerb)
  })
})

/** «أضاف أن», «قال: »: a verb of saying whose speaker stands before. */
function isSayingAlone(token: Token, next: Token | undefined): boolean {
  if (next === undefined || !(isThat(next) || QUOTED.test(next.text))) return false
  return isSpeechVerb(token)
}

/** Words of all segments. */
export function totalWords(segments: readonly Segment[]): number {
  let words = 0
  for (const segment of segments) words += segment.words
  return words
}

/** Words, not marks, between two token indexes. */
export function wordsIn(tokens: readonly Token[], from: number, to: number): number {
  let words = 0
  for (let at = from; at < to; at++) if (tokens[at]!.kind !== 'mark') words++
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
