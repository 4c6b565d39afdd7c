/** A word that tells an event by itself: of all that it can be read as, what stands before it tells which is meant. */
import type { Token } from '../text/tokens.ts'
import { justBefore } from './before.ts'
import { type Candidate, OPENING } from './candidates.ts'
import type { SentenceView } from './sentence.ts'
import { BARE_PAST, JOINED, type TellingWord } from './telling-words.ts'
import type { Trigger } from './triggers.ts'
import { CLAUSE_BEGINS, PASSIVE_BEHIND, prepositionOf, signsOf, VERB_FIRST } from './word-signs.ts'

const VERB_OPENS = VERB_FIRST | OPENING

/** The event that the word at a token tells by itself, or undefined. */
export function wordAt(view: SentenceView, at: number, { candidates, traits }: TellingWord): Trigger | undefined {
  if (candidates.length === 0) return undefined
  const before = at > view.from ? view.document.tokens[at - 1] : undefined
  const behind = before === undefined ? VERB_FIRST | CLAUSE_BEGINS : signsOf(before)
  let place = behind | ((behind & CLAUSE_BEGINS) !== 0 || (traits & JOINED) !== 0 ? OPENING : 0)
  const isBehindSubject =
    (traits & BARE_PAST) !== 0 && (place & VERB_OPENS) !== VERB_OPENS && justBefore(view, at, 'masculine')
  if (isBehindSubject) place |= VERB_OPENS
  let best: Candidate | undefined
  let bestRank = -1
  for (const candidate of candidates) {
    if ((candidate.barred & place) !== 0 || (candidate.needed & ~place) !== 0) continue
    // Spelled alike («دعم»): a verb opens its clause, a masdar stands behind a noun, a preposition or the article.
    const rank = candidate.kind === 'verb' && (place & VERB_FIRST) !== 0 ? candidate.rank + 3 : candidate.rank
    if (rank <= bestRank) continue
    bestRank = rank
    best = candidate
  }
  return best && triggerOf(best, at, before, behind)
}

function triggerOf(candidate: Candidate, at: number, before: Token | undefined, behind: number): Trigger {
  const { entry, kind, voice, subject, tense, future, joined, definite, pronoun } = candidate
  return {
    from: at,
    to: at + 1,
    entry,
    kind,
    voice: voice ?? ((behind & PASSIVE_BEHIND) !== 0 ? 'passive' : 'active'),
    subject,
    tense,
    future: future || before?.key === 'سوف',
    preposition: prepositionOf(joined, before, behind),
    definite,
    pronoun,
    phrase: [],
  }
}
