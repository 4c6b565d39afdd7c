import type { TimeExpression } from '../analysis.ts'
import type { Mention } from '../entities/mention.ts'
import { isFiniteVerb } from '../lexicon/finite.ts'
import { type Clause, clausesOf } from '../text/clauses.ts'
import { type Document, tokenAt } from '../text/document.ts'

/** One sentence with all that is known of it when its events are read. */
export interface SentenceView {
  document: Document
  /** Index into the document's sentences. */
  index: number
  /** Token indexes, half-open. */
  from: number
  to: number
  clauses: readonly Clause[]
  mentions: readonly Mention[]
  /** Token index → the mention that begins there, its office included. */
  startsAt: Pick<ReadonlyMap<number, Mention>, 'get' | 'has'>
  /** Token index → the mention that ends right before it, adjectives apart: of several the one that was found last. */
  endingAt(at: number): Mention | undefined
  /** Whether a token is part of a name or of an office. */
  isName(at: number): boolean
  /** Whether a token is part of an expression of time: an adverb, not a participant. */
  isTime(at: number): boolean
}

/** A view of each sentence; each mention is in the one that holds it. */
export function viewSentences(
  document: Document,
  mentions: readonly Mention[],
  times: readonly TimeExpression[],
): SentenceView[] {
  let next = 0
  const { length } = document.tokens
  const inName = new Uint8Array(length)
  const inTime = new Uint8Array(length)
  const isName = (at: number) => inName[at] === 1
  const isTime = (at: number) => inTime[at] === 1
  const starts: (Mention | undefined)[] = new Array(length).fill(undefined)
  /** By token, and behind the last one: what ends right before it. */
  const ends: (Mention | undefined)[] = new Array(length + 1).fill(undefined)
  for (const { span } of times)
    for (
      let at = tokenAt(document.tokens, span.start);
      document.tokens[at] && document.tokens[at]!.start < span.end;
      at++
    )
      inTime[at] = 1
  return document.sentences.map((sentence, index) => {
    const own: Mention[] = []
    while (next < mentions.length && mentions[next]!.from < sentence.to) own.push(mentions[next++]!)
    const { from, to } = sentence
    for (const mention of own) {
      const begins = mention.titleFrom ?? mention.from
      if (mention.via !== 'nisba') ends[mention.to] = mention
      starts[begins] = mention
      const wholly = mention.via === 'name' || mention.via === 'nisba' || mention.via === 'authority'
      for (let at = begins; at < mention.to; at++)
        if (wholly || at === mention.from || mention.via === 'body') inName[at] = 1
    }
    const isVerb = (at: number) => !isName(at) && isFiniteVerb(document.tokens[at]!)
    return {
      document,
      index,
      from,
      to,
      clauses: clausesOf(document, from, to, isVerb),
      mentions: own,
      startsAt: {
        get: (at) => (at >= from && at < to ? starts[at] : undefined),
        has: (at) => at >= from && at < to && starts[at] !== undefined,
      },
      endingAt: (at) => (at > from && at <= to ? ends[at] : undefined),
      isName,
      isTime,
    }
  })
}

/** The clause that holds a token. */
export function clauseAt(view: SentenceView, at: number): Clause {
  const { clauses } = view
  let k = 0
  while (k < clauses.length - 1 && at >= clauses[k]!.to) k++
  return clauses[k]!
}
