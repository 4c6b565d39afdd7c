/** An answer: facts with where each comes from. What it says in words, and how, is the bot's. */
import type { Actor, Standing } from '../archive/actors.ts'
import type { ArticleMeta } from '../archive/meta.ts'

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
}

export type Answer =
  /** Who an actor is and what is known of it. */
  | { kind: 'actor'; actor: Actor; lines: AnswerLine[]; standings: Standing[] }
  /** What an actor says or does about a matter; without lines the desk has nothing of it, and `nearest` is what comes nearest. */
  | { kind: 'position'; actor: Actor; matter: string; lines: AnswerLine[]; nearest: AnswerLine[] }
  /** What is between two actors. */
  | { kind: 'relation'; actor: Actor; other: Actor; score?: number; lines: AnswerLine[] }
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
