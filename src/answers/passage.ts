/** Of a sentence of a hundred words, the clauses that answer. */
import type { Span } from '../analysis/analysis.ts'
import { wordsIn } from '../analysis/text/language.ts'
import type { Reading, Sentence } from './reading.ts'

/** A sentence of so many words is shown whole; so many are shown of a longer one, where its clauses allow. */
const SHOWN_WHOLE = 42

/**
 * The run of clauses that holds most of what was asked for, in no more words than are shown whole; the sentence itself where it is short.
 * @param must offsets of the article that have to be in it: the words that answer
 * @param marks the other words and names of the question that the sentence holds
 */
export function passageOf(
  { stored: { article } }: Reading,
  sentence: Sentence,
  must: readonly Span[],
  marks: readonly Span[],
): Span {
  const whole = { start: sentence.start, end: sentence.end }
  const words = ({ start, end }: Span) => wordsIn(article.text.slice(start, end))
  const { clauses } = sentence
  if (clauses.length < 2 || words(whole) <= SHOWN_WHOLE) return whole
  const lengths = clauses.map(words)
  let best: { span: Span; held: number; length: number } | undefined
  for (let from = 0; from < clauses.length; from++) {
    let length = 0
    for (let to = from; to < clauses.length; to++) {
      length += lengths[to]!
      if (to > from && length > SHOWN_WHOLE) break
      const span = { start: clauses[from]!.start, end: clauses[to]!.end }
      const holds = (mark: Span) => mark.start >= span.start && mark.end <= span.end
      if (!must.every(holds)) continue
      const held = marks.filter(holds).length
      if (best === undefined || held > best.held || (held === best.held && length < best.length))
        best = { span, held, length }
    }
  }
  return best && (must.length > 0 || best.held > 0) ? best.span : whole
}
