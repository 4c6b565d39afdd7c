import type { SentenceView } from '../events/sentence.ts'
import { isFiniteVerb } from '../lexicon/finite.ts'
import { type Document, isPreposition, wordsBetween } from '../text/document.ts'
import { namesSource } from './adverbials.ts'
import { adverbialsIn, asidesIn, behindAdverbial, toldOfSpeakerIn, widerCircleIn } from './asides.ts'
import { bestCut, canEnd } from './cuts.ts'
import { openingAt } from './opening.ts'
import { LONGEST_POINT, type Segment } from './segments.ts'
import { type LeftOut, textWithout, tokensOf } from './text.ts'

/** A headline is read in one breath. */
const LONGEST = 18
/** Cut shorter, a sentence has not yet said who and what. */
const SHORTEST = 7
/** Where nothing can be left off, this is still a headline. */
const LONGEST_WHOLE = 24
const LONGEST_SOURCE = 8

/** The headline of an article without one: the first of `segments` that tells something by itself, short of what only goes with it. */
export function headlineFrom(views: readonly SentenceView[], segments: readonly Segment[]): string {
  const telling = segments.slice(0, 6).find((s) => !s.leaning && s.words >= SHORTEST)
  const segment = telling ?? segments.find((s) => !s.leaning) ?? segments[0]
  return segment ? finish(shortened(views[segment.sentence]!, segment)) : ''
}

/** A headline that the article brings itself, without «عاجل» in front. */
export function headlineOfLine(view: SentenceView): string {
  return finish(textWithout(view, openingAt(view, view.from, view.to, 3), view.to))
}

function shortened(view: SentenceView, segment: Segment): string {
  const { to } = segment
  const from = behindAdverbial(view, segment.from, to)
  const asides = asidesIn(view, from, to)
  let without = tokensOf(view.document, asides)
  let words = wordsLeft(view.document, from, to, without)
  if (words > LONGEST) {
    without = tokensOf(view.document, [
      ...asides,
      ...adverbialsIn(view, from, to),
      ...widerCircleIn(view, from, to),
      ...toldOfSpeakerIn(view, from, to),
    ])
    words = wordsLeft(view.document, from, to, without)
  }
  if (words <= LONGEST) return textWithout(view, from, to, without)
  const cut =
    bestCut(view, from, to, { least: SHORTEST, most: LONGEST, fair: 1, without }) ??
    (words <= LONGEST_WHOLE ? to : bestCut(view, from, to, { least: SHORTEST, most: LONGEST_WHOLE, without })) ??
    bestCut(view, from, to, { least: SHORTEST, most: LONGEST_POINT, fair: 1, without }) ??
    to
  const head = textWithout(view, from, cut, without)
  const source = sourceBehind(view, cut, to)
  if (source === undefined) return head
  return source.whole ? `${head}، ${textWithout(view, source.from, source.to)}` : textWithout(view, from, to, without)
}

function wordsLeft(document: Document, from: number, to: number, without: LeftOut | undefined): number {
  if (without === undefined) return wordsBetween(document, from, to)
  let words = 0
  for (let at = from; at < to; at++) if (without[at] === 0 && document.tokens[at]!.kind !== 'mark') words++
  return words
}

/** The source of what is told, where it would be cut off: it is kept behind the headline, or nothing is cut. */
function sourceBehind(
  view: SentenceView,
  cut: number,
  to: number,
): { from: number; to: number; whole: boolean } | undefined {
  const { tokens } = view.document
  for (let at = cut; at < to; at++) {
    if (!namesSource(tokens[at]!)) continue
    let end = at + 1
    // «وفق ما أفادت به الوكالة»: behind «ما» the verb belongs to the source.
    const told = tokens[at]!.key.endsWith('ما') || tokens[end]?.key === 'ما'
    while (end < to && tokens[end]!.kind !== 'mark' && (told || !isFiniteVerb(tokens[end]!))) end++
    if (end - at > LONGEST_SOURCE) for (end = at + LONGEST_SOURCE; end > at + 2 && !isPreposition(tokens[end]!); ) end--
    return { from: at, to: end, whole: end - at >= 2 && canEnd(tokens[end - 1]!) }
  }
  return undefined
}

function finish(headline: string): string {
  return headline.replace(/[\s،؛:.–-]+$/u, '')
}
