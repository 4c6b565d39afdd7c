/** Headline and points: what matters, in the article's own words and order, each point traced to its sentence. */
import type { Summary } from '../analysis.ts'
import type { SentenceView } from '../events/sentence.ts'
import { wordsOf } from '../text/document.ts'
import { asidesIn } from './asides.ts'
import { extract, showExtract } from './extract.ts'
import type { Facts } from './happenings.ts'
import { headlineFrom, headlineOfLine } from './headline.ts'
import { weighSegments } from './importance.ts'
import { choosePoints } from './points.ts'
import { type Segment, segmentsOf, totalWords } from './segments.ts'
import { withSpeakers } from './speakers.ts'
import { textWithout, tokensOf } from './text.ts'
import type { TitleLines } from './titles.ts'
import { numberStems } from './vocabulary.ts'

/** How long a summary may be: a number of points, or a share of the article's words. */
export type Budget = { points: number } | { ratio: number }

/** Points of an article, where no number is asked for, grow with the root of its words: a long one is read for its main lines. */
const POINTS_A_ROOT = 0.3
const FEWEST = 3
const MOST = 8
/** More points would be a reading of the whole text. */
const MOST_POINTS = 60

/** What a summary is made from. */
export interface SummarySource {
  views: readonly SentenceView[]
  segments: readonly Segment[]
  facts: Facts
  /** The headline that the article brings itself. */
  headline?: string
}

/** The segments of an article's body. What is above it, and a first sentence that is the title, is no part of the body. */
export function summarySource(
  views: readonly SentenceView[],
  facts: Facts,
  { title, above }: { title: string | undefined; above: TitleLines },
): SummarySource | undefined {
  const document = views[0]?.document
  if (document === undefined) return undefined
  const segments: Segment[] = []
  for (let i = above.count; i < views.length; i++) {
    const repeatsTitle =
      i === 0 && title !== undefined && wordsOf(document.text, document.sentences[0]!.span) === title.trim()
    if (!repeatsTitle) segments.push(...segmentsOf(views[i]!))
  }
  const headline = title?.trim() || (above.headline === undefined ? undefined : headlineOfLine(views[above.headline]!))
  return { views, segments, facts, ...(headline && { headline }) }
}

/** The summary of an article at a length; without one, three points at least and eight at most. */
export function summarize(source: SummarySource, budget?: Budget): Summary {
  const { views, segments } = source
  const headline = source.headline ?? headlineFrom(views, segments)
  if (budget && 'ratio' in budget) return { headline, points: extractedPoints(source, budget.ratio) }
  const usual = Math.min(MOST, Math.max(FEWEST, Math.round(POINTS_A_ROOT * Math.sqrt(totalWords(segments)))))
  return { headline, points: chosenPoints(source, Math.min(MOST_POINTS, budget?.points ?? usual)) }
}

function extractedPoints({ views, segments }: SummarySource, ratio: number): Summary['points'] {
  const { document } = views[0]!
  const chosen = extract(document, segments, ratio)
  const shown = showExtract(document, segments, chosen)
  return chosen.map((i, place) => ({ text: shown[place]!, sentences: [segments[i]!.sentence] }))
}

function chosenPoints({ views, segments: plain, facts }: SummarySource, count: number): Summary['points'] {
  const { document } = views[0]!
  const segments = withSpeakers(views, plain, facts.claims)
  const stems = numberStems(document)
  const weights = weighSegments(document, segments, facts, stems)
  return choosePoints(segments, weights, facts.entities, stems, count).map((i) => {
    const { sentence, from, to, speaker } = segments[i]!
    const view = views[sentence]!
    const text = textWithout(view, from, to, tokensOf(document, asidesIn(view, from, to)))
    return speaker
      ? { text: `${speaker.text}: ${text}`, sentences: [speaker.sentence, sentence] }
      : { text, sentences: [sentence] }
  })
}
