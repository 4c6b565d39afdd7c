import type { FoundClaim } from '../claims/reading.ts'
import type { SentenceView } from '../events/sentence.ts'
import { wordsBetween, wordsOf } from '../text/document.ts'
import { showsAccusative } from './opening.ts'
import { LONGEST_POINT, type Segment } from './segments.ts'
import { isSpeechVerb, isThat } from './speech.ts'

/** A segment that a speaker named before it says; it begins with what is said. */
export interface Spoken extends Segment {
  speaker?: { text: string; sentence: number }
}

/** A speaker who is not named again was named so many sentences before at most. */
const REACH = 4
const OPENS_QUOTE = /^[«"“]$/

/**
 * Segments that begin «أضاف أن …» begin with what is said, and know who says it: «المتحدث: …», in the words of the sentence that names him. Others stay as
 * they are, and so do those where the case behind «أن» would show. `claims` are in the order of the text.
 */
export function withSpeakers(
  views: readonly SentenceView[],
  segments: readonly Segment[],
  claims: readonly FoundClaim[],
): Spoken[] {
  let firstClaim = 0
  return segments.map((segment) => {
    const view = views[segment.sentence]!
    const { tokens } = view.document
    const opener = tokens[segment.from + 1]
    if (!isSpeechVerb(tokens[segment.from]!) || opener === undefined) return segment
    while (firstClaim < claims.length && claims[firstClaim]!.sentence < segment.sentence) firstClaim++
    const claim = claimOf(segment, claims, firstClaim)
    if (claim === undefined) return segment
    const from = OPENS_QUOTE.test(tokens[claim.from - 1]!.text) ? claim.from - 1 : claim.from
    // «أنه», «أنها» say with their pronoun who did what.
    const apart = isThat(opener) ? /^ب?ان$/.test(opener.key) && !showsAccusative(view, from) : opener.kind === 'mark'
    const sentence = apart ? sentenceOf(views, segment.sentence, claim.speaker.text) : undefined
    if (sentence === undefined) return segment
    const words = wordsBetween(view.document, from, segment.to) + claim.speaker.text.split(' ').length
    if (words > LONGEST_POINT || from >= segment.to) return segment
    return { ...segment, from, words, leaning: false, speaker: { text: claim.speaker.text, sentence } }
  })
}

/** What the verb that a segment begins with says; `first` is the index of the first claim of its sentence. */
function claimOf({ sentence, from }: Segment, claims: readonly FoundClaim[], first: number): FoundClaim | undefined {
  for (let i = first; i < claims.length && claims[i]!.sentence === sentence; i++)
    if (claims[i]!.from > from && claims[i]!.from <= from + 3) return claims[i]
  return undefined
}

/** The nearest sentence before one that has a speaker's words. */
function sentenceOf(views: readonly SentenceView[], index: number, speaker: string): number | undefined {
  for (let i = index - 1; i >= Math.max(0, index - REACH); i--) {
    const { document } = views[i]!
    if (wordsOf(document.text, document.sentences[i]!.span).includes(speaker)) return i
  }
  return undefined
}
