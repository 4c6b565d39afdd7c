import type { FoundClaim } from '../claims/reading.ts'
import type { SentenceView } from '../events/sentence.ts'
import { wordsOf } from '../text/document.ts'
import { showsAccusative } from './opening.ts'
import { LONGEST_POINT, type Segment, wordsIn } from './segments.ts'
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
  const bySentence = new Map<number, FoundClaim[]>()
  for (const claim of claims) {
    const here = bySentence.get(claim.sentence)
    if (here) here.push(claim)
    else bySentence.set(claim.sentence, [claim])
  }
  return segments.map((segment) => {
    const view = views[segment.sentence]!
    const { tokens } = view.document
    const opener = tokens[segment.from + 1]
    if (!isSpeechVerb(tokens[segment.from]!) || opener === undefined) return segment
    const claim = bySentence.get(segment.sentence)?.find((c) => c.from > segment.from && c.from <= segment.from + 3)
    if (claim === undefined) return segment
    const from = OPENS_QUOTE.test(tokens[claim.from - 1]!.text) ? claim.from - 1 : claim.from
    // «أنه», «أنها» say with their pronoun who did what.
    const apart = isThat(opener) ? /^ب?ان$/.test(opener.key) && !showsAccusative(view, from) : opener.kind === 'mark'
    const sentence = apart ? sentenceOf(views, segment.sentence, claim.speaker.text) : undefined
    if (sentence === undefined) return segment
    const words = wordsIn(tokens, from, segment.to) + claim.speaker.text.split(' ').length
    if (words > LONGEST_POINT || from >= segment.to) return segment
    return { ...segment, from, words, leaning: false, speaker: { text: claim.speaker.text, sentence } }
  })
}

/** The nearest sentence before one that has a speaker's words. */
function sentenceOf(views: readonly SentenceView[], index: number, speaker: string): number | undefined {
  for (let i = index - 1; i >= Math.max(0, index - REACH); i--) {
    const { document } = views[i]!
    if (wordsOf(document.text, document.sentences[i]!.span).includes(speaker)) return i
  }
  return undefined
}
