/** An answer: facts with where each comes from. What it says in words, and how, is the bot's. */
import type { Span } from '../analysis/analysis.ts'
import type { Actor, Standing } from '../archive/actors.ts'
import type { ArticleMeta } from '../archive/meta.ts'
import type { Office } from '../archive/profiles.ts'
import type { Period } from './period.ts'
import type { Asks } from './question.ts'

/** Words of an article that answer, and where they stand. */
export interface AnswerLine {
  article: ArticleMeta
  /** Index into the article's sentences. */
  sentence: number
  text: string
  kind: 'event' | 'claim' | 'passage'
  /** PLOVER type of an event, stance of a claim. */
  type?: string
  status?: string
  part?: 'agent' | 'patient' | 'speaker'
  /** Where in `text` the very words are that were asked for: the count, the place, the cause. */
  focus?: Span
  /** The days that the sentence tells of its event, ISO 8601; undefined where it tells none. */
  day?: { from: string; to: string }
  /** Whether nobody knows when the article was published: `article.dated` is when it was received. */
  undated?: true
  /** The count that was asked for, in the unit of the article. */
  value?: number
  /** Who says so, where the sentence says that somebody does. */
  speaker?: string
  /** Who did it, where that was asked for. */
  doers?: { id: string; name: string }[]
  /** Whether that was asked for, and the sentence says that it was done and not by whom. */
  untold?: true
}

/** How an answer was come by, where the question did not name its actor as the desk knows it. */
export interface Slip {
  typed: string
}

export type Answer =
  /** Who an actor is and what is known of it. `slip`: what was typed, where only one letter tells that it is this one. */
  | {
      kind: 'actor'
      actor: Actor
      lines: AnswerLine[]
      standings: Standing[]
      offices: Office[]
      /** Whether articles report words of its own. */
      speaks: boolean
      slip?: Slip
      /** The office by which only the lexicon knows it; years. */
      lexicon?: { office: string; from?: number; to?: number }
      /** The office that was asked for, and who else held it, the latest first. */
      office?: { name: string; others: { actor: Actor; from: string; to: string }[] }
    }
  /** What an actor says or does about a matter; without lines the desk has nothing of it, and `nearest` is what comes nearest. */
  | { kind: 'position'; actor: Actor; matter: string; lines: AnswerLine[]; nearest: AnswerLine[] }
  /** What two say or do about a matter, side by side. `lines`: those of both. */
  | { kind: 'positions'; matter: string; sides: Extract<Answer, { kind: 'position' }>[]; lines: AnswerLine[] }
  /** What is between two actors. */
  | { kind: 'relation'; actor: Actor; other: Actor; score?: number; lines: AnswerLine[] }
  /** A fact. Without lines the desk does not have it, and `nearest` is what comes nearest. */
  | {
      kind: 'fact'
      asks: Asks
      words: string
      period?: Period
      lines: AnswerLine[]
      nearest: AnswerLine[]
      /** A name with a letter wrong, and the one that it was taken for. */
      slip?: { typed: string; actor: Actor }
      /** What was so before, where it is asked what changed. */
      earlier?: AnswerLine[]
    }
  /** Sentences that hold what was asked for. */
  | { kind: 'passages'; words: string; lines: AnswerLine[] }
  /** More than one actor goes by the name. */
  | { kind: 'ambiguous'; typed: string; actors: Actor[] }
  /** Nobody does; `near` are those whose name is nearly it. */
  | { kind: 'unknown'; typed: string; near: Actor[]; empty: boolean }

/** The lines that answer: what is only near is not among them. */
export function linesOf(answer: Answer): AnswerLine[] {
  return 'lines' in answer ? answer.lines : []
}

/** Whether an answer answers, rather than asking back or saying that the desk does not know. */
export function isAnswered(answer: Answer): boolean {
  return answer.kind === 'actor' || linesOf(answer).length > 0
}
