import type { Claim } from '../analysis.ts'
import type { SentenceView } from '../events/sentence.ts'
import type { FiniteVerb } from '../events/subjects.ts'
import type { Quotes } from './quotes.ts'

/**
 * A claim that remembers which tokens its content covers, and by whom later sayings without a subject are said; all have all fields, in one order, which V8
 * reads faster.
 */
export interface FoundClaim extends Claim {
  /** Token indexes, half-open. */
  from: number
  to: number
  /** What the grammar says of the speaker: «قالت» is feminine; `none`: nobody in particular («يُعتقد»). */
  gender: 'masculine' | 'feminine' | 'plural' | 'any' | 'none'
  /** Id of whom an accusation or threat is aimed at. */
  against: string | undefined
  /** How it stands toward them by what it calls them, on the Goldstein scale; without it, as its stance tells. */
  regard: number | undefined
  /** A quote that goes on in the next sentence. */
  open: true | undefined
}

/** Who acts in a sentence. */
export interface Actor extends Pick<FoundClaim, 'speaker' | 'gender' | 'sentence'> {}

/** One sentence while its claims are read. */
export interface Reading {
  view: SentenceView
  verbs: readonly FiniteVerb[]
  quotes: Quotes
  /** Of the article so far, this sentence's among them. */
  claims: readonly FoundClaim[]
  found: FoundClaim[]
  /** Who acted in the sentence before. */
  before?: Actor | undefined
}
