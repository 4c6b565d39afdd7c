import type { Document } from '../text/document.ts'
import { isFunctionWord } from '../text/document.ts'
import { type Segment, textOfSegment, wordsIn } from './segments.ts'

/** A headline is read in one breath. */
const LONGEST = 24
/** Cut shorter, a sentence has not yet said who and what. */
const SHORTEST = 6

/** The article's own title, or else its first segment that does not lean on another, cut where a comma or clause lets it end. */
export function headlineOf(title: string | undefined, document: Document, segments: readonly Segment[]): string {
  if (title?.trim()) return title.trim()
  const first = segments.find((segment) => !segment.leaning) ?? segments[0]
  return first ? cut(document, first) : document.text.trim().split(/\s+/).slice(0, LONGEST).join(' ')
}

function cut(document: Document, segment: Segment): string {
  const { tokens } = document
  if (segment.words <= LONGEST) return finish(textOfSegment(document.text, tokens, segment))
  let words = 0
  let comma = -1
  let joint = -1
  for (let at = segment.from; at < segment.to; at++) {
    const token = tokens[at]!
    if (token.kind !== 'mark') words++
    if (words > LONGEST) break
    if (words < SHORTEST) continue
    if (/^[،؛:–-]$/.test(token.text)) comma = at
    else if (/^(?:الذي|التي|الذين|حيث|بينما|فيما|اذ|مما|بعد|قبل|خلال|في|عقب|اثر|وسط|ضمن|بهدف|رغم)$/.test(token.key))
      joint = at
  }
  // A comma late enough is the best place; one after a few words only opens a parenthesis.
  const at =
    comma > 0 && wordsIn(tokens, segment.from, comma) >= LONGEST / 2
      ? comma
      : joint > 0
        ? joint
        : comma > 0
          ? comma
          : lastWord(document, segment)
  return finish(
    textOfSegment(document.text, tokens, {
      ...segment,
      to: at,
      span: { start: segment.span.start, end: tokens[at - 1]!.end },
    }),
  )
}

function lastWord(document: Document, segment: Segment): number {
  let at = segment.from
  for (let words = 0; at < segment.to && words < LONGEST; at++) if (document.tokens[at]!.kind !== 'mark') words++
  while (
    at > segment.from + 1 &&
    (isFunctionWord(document.tokens[at - 1]!) || document.tokens[at - 1]!.kind === 'mark')
  )
    at--
  return at
}

function finish(headline: string): string {
  return headline.replace(/[\s،؛:.–-]+$/u, '')
}
