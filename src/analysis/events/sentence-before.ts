/** The subject of a verb that goes on with the sentence before. */
import type { Mention } from '../entities/mention.ts'
import type { VerbForm } from '../lexicon/inflection.ts'
import { isFunctionWord } from '../text/document.ts'
import { goesOnAs, isOfOther } from './before.ts'
import type { SentenceView } from './sentence.ts'
import type { FiniteVerb } from './subjects.ts'

/** «ثم غادر …», «وهاجمت …»: a verb that opens its sentence, or its first clauses, without a subject goes on with that of the sentence before. */
export function subjectOfTheSentenceBefore(
  view: SentenceView,
  at: number,
  subject: VerbForm['subject'],
  earlier: readonly FiniteVerb[],
  inSentenceBefore: readonly FiniteVerb[],
): Mention[] {
  if (at - view.from > OPENING && earlier.length > 0) return []
  // «لكن الحقوق حين تطلب …»: the sentence has a topic of its own.
  if (hasOwnTopic(view, at)) return []
  for (const verb of inSentenceBefore.toReversed()) {
    // «ووعدت بأن تساهم دول …»: nor is the text about whoever is told of behind «أن».
    if (verb.antecedent || /^[وبل]?ان$/.test(view.document.tokens[verb.at - 1]?.key ?? '')) continue
    const carried = verb.subjects.filter(
      (m) =>
        m.type !== 'place' &&
        ((goesOnAs(m, subject) && !isOfOther(verb, m, subject)) ||
          (subject === 'plural' && (m.plural || verb.subjects.length > 1))),
    )
    if (carried.length > 0) return carried
  }
  return []
}

const TOPIC_OPENERS = new Set('لكن ولكن ان وان اما واما بل غير'.split(' '))

/** Whether a definite noun opens a sentence, before a verb that is joined to nothing. */
function hasOwnTopic(view: SentenceView, at: number): boolean {
  const { tokens } = view.document
  let first = view.from
  while (first < at && (TOPIC_OPENERS.has(tokens[first]!.key) || tokens[first]!.kind === 'mark')) first++
  const token = tokens[first]!
  return (
    first < at && token.kind === 'word' && /^و?ال.{2}/.test(token.key) && !isFunctionWord(token) && !view.isTime(first)
  )
}

/** Words at the head of a sentence in which a verb without a subject goes on with the sentence before. */
const OPENING = 12
