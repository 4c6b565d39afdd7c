/** Whose a document is that is told as doing something: «ودعا البيان …». */
import type { Mention } from '../entities/mention.ts'
import { bare } from '../text/clitics.ts'
import { perWord } from '../text/word.ts'
import type { SentenceView } from './sentence.ts'
import type { FiniteVerb } from './subjects.ts'

const DOCUMENTS = new Set('بيان بلاغ مذكره رساله'.split(' '))
const isDocument = perWord(({ key }) => key.startsWith('ال') && DOCUMENTS.has(key.slice(2)))

/** Whoever issued the document that is the subject of the verb at a token: told behind its name before, or else the last who acted and is no single person. */
export function issuerOfSubject(
  view: SentenceView,
  at: number,
  earlier: readonly FiniteVerb[],
  inSentenceBefore: readonly FiniteVerb[],
): Mention[] {
  const { tokens } = view.document
  const subject = tokens[at + 1]
  if (at + 1 >= view.to || subject === undefined || !isDocument(subject)) return []
  const noun = bare(subject.key)
  for (let i = at - 1; i >= view.from; i--) {
    if (bare(tokens[i]!.key) !== noun) continue
    const whose = view.startsAt.get(i + 1)
    if (whose && whose.via !== 'nisba' && mayIssue(whose)) return [whose]
  }
  for (const verbs of [earlier, inSentenceBefore])
    for (const { subjects } of verbs.toReversed()) {
      const whose = subjects.filter(mayIssue)
      if (whose.length > 0) return whose
    }
  return []
}

const mayIssue = ({ type }: Mention) => type === 'state' || type === 'organization' || type === 'armed-group'
