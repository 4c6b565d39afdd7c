/** Headline and points: what matters, in the article's own words and order, each point traced to its sentence. */
import type { Entity, Summary } from '../analysis.ts'
import type { FoundEvent } from '../events/events.ts'
import type { SentenceView } from '../events/sentence.ts'
import type { Document } from '../text/document.ts'
import { extract } from './extract.ts'
import { headlineOf } from './headline.ts'
import { BRIEF, type Signs, signsOf, stemsOf, weigh } from './scores.ts'
import { type Segment, segmentsOf, textOfSegment, textWithJoint } from './segments.ts'

/** How long a summary may be: a number of points, or a share of the article's words. */
export type Budget = { points: number } | { ratio: number }

/** Two points that share more of their words than this say the same. */
const SAME = 0.5
/** What a segment loses for each better one of the same sentence. */
const AGAIN = 0.35
/** Words of an article that one point stands for, where no number is asked for. */
const WORDS_A_POINT = 50
/** Of so many best segments only are points chosen: more would be a reading of the whole text. */
const MOST_POINTS = 60

/** What a summary is chosen from, kept so that another length costs nothing. */
export interface SummarySource {
  document: Document
  segments: readonly Segment[]
  signs: readonly Signs[]
  title?: string
}

/** The segments of an article and their signs. A first sentence that is the title is no segment. */
export function summarySource(
  views: readonly SentenceView[],
  events: readonly FoundEvent[],
  entities: readonly Entity[],
  title: string | undefined,
): SummarySource | undefined {
  const document = views[0]?.document
  if (document === undefined) return undefined
  const body =
    title === undefined
      ? views
      : views.filter(
          (v) =>
            document.text
              .slice(v.document.sentences[v.index]!.span.start, v.document.sentences[v.index]!.span.end)
              .trim() !== title.trim(),
        )
  const segments = body.flatMap(segmentsOf)
  return { document, segments, signs: signsOf(document, segments, events, entities), ...(title && { title }) }
}

/** The summary of an article at a length; without one, a point for every fifty words, three at least and seven at most. */
export function summarize(source: SummarySource, budget?: Budget): Summary {
  const { document, segments, signs } = source
  const headline = headlineOf(source.title, document, segments)
  if (budget && 'ratio' in budget) return { headline, points: extractedPoints(document, segments, budget.ratio) }
  const scores = signs.map((each) => weigh(each, BRIEF))
  const usual = Math.min(7, Math.max(3, Math.round(totalWords(segments) / WORDS_A_POINT)))
  const points = choose(document, segments, scores, budget?.points ?? usual).map((i) => ({
    text: textOfSegment(document.text, document.tokens, segments[i]!),
    sentences: [segments[i]!.sentence],
  }))
  return { headline, points }
}

/** An extract is read from one end to the other: a piece behind its neighbour keeps the words that join the two. */
function extractedPoints(document: Document, segments: readonly Segment[], ratio: number): Summary['points'] {
  const chosen = extract(document, segments, ratio)
  const show = (i: number, place: number) =>
    chosen[place - 1] === i - 1
      ? textWithJoint(document.text, document.tokens, segments[i]!)
      : textOfSegment(document.text, document.tokens, segments[i]!)
  return chosen.map((i, place) => ({ text: show(i, place), sentences: [segments[i]!.sentence] }))
}

function totalWords(segments: readonly Segment[]): number {
  return segments.reduce((sum, s) => sum + s.words, 0)
}

/** Indexes of the chosen segments in the order of the text: greedily the best that says something new. */
function choose(document: Document, segments: readonly Segment[], scores: readonly number[], points: number): number[] {
  const order = inTurn(segments, scores)
  const chosen: number[] = []
  const said: Set<string>[] = []
  const most = Math.min(points, MOST_POINTS)
  for (const i of order) {
    if (chosen.length >= most) break
    const stems = stemsOf(document, segments[i]!)
    if (said.some((other) => overlap(other, stems) > SAME)) continue
    chosen.push(i)
    if (said.length < MOST_POINTS) said.push(stems)
  }
  return chosen.sort((a, b) => a - b)
}

/** Segments by score, each further one of a sentence that has given one already a little later: points speak of the whole article. */
function inTurn(segments: readonly Segment[], scores: readonly number[]): number[] {
  const byScore = scores.map((_, i) => i).sort((a, b) => scores[b]! - scores[a]!)
  const given = new Map<number, number>()
  const late = new Map<number, number>()
  for (const i of byScore) {
    const { sentence } = segments[i]!
    const before = given.get(sentence) ?? 0
    late.set(i, scores[i]! - before * AGAIN)
    given.set(sentence, before + 1)
  }
  return byScore.sort((a, b) => late.get(b)! - late.get(a)!)
}

function overlap(a: Set<string>, b: Set<string>): number {
  let shared = 0
  for (const stem of b) if (a.has(stem)) shared++
  return shared / Math.max(1, Math.min(a.size, b.size))
}
