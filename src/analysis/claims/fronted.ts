/** The subject that stands before its verb: «أما الوزير فقد نفى», «غير أن مصدرا أمنيا، رفض كشف هويته، صرح بأن». */
import { clauseAt, type SentenceView } from '../events/sentence.ts'
import { isFiniteVerb } from '../lexicon/finite.ts'
import { bare } from '../text/clitics.ts'
import { fold } from '../text/fold.ts'
import { QUANTIFIERS } from '../text/function-words.ts'
import { perWord } from '../text/word.ts'
import { isSource } from './sayings.ts'
import { type Phrase, phraseAt } from './speakers.ts'
import { someOf } from './subject-behind.ts'

/** Longer than this, in words, no subject is. */
const LONGEST = 16
/** What may stand between a fronted subject and its verb, in words, between two commas or dashes. */
const LONGEST_ASIDE = 26

/** Behind these a clause begins with its subject. */
const OPENERS = new Set(
  'أن إن وأن وإن بأن لأن فإن لكن ولكن أما وأما حيث فيما بينما وفيما وبينما كان وكان كانت وكانت وقد'
    .split(' ')
    .map(fold),
)
const opensClause = perWord(({ key }) => OPENERS.has(key))
const isAuxiliary = perWord(({ key }) => /^(?:ف?قد|لم|لا|ف?كان|ف?كانت|كانوا)$/.test(key))
const isBoundary = perWord(({ text }) => /^[،,–—\-)]$/.test(text))

export interface Fronted {
  phrase: Phrase
  /** Words set apart by commas or dashes stand between it and its verb. */
  apart: boolean
}

/** The subject that a verb has before it, right before or past words that are set apart; undefined where its clause begins with none. */
export function frontedSubject(view: SentenceView, verb: number): Fronted | undefined {
  const { tokens } = view.document
  let end = verb
  while (end > view.from && isAuxiliary(tokens[end - 1]!)) end--
  if (end === view.from) return undefined
  if (!isBoundary(tokens[end - 1]!)) {
    const phrase = phraseUpTo(view, end)
    return phrase && { phrase, apart: false }
  }
  for (let at = end - 2; at > view.from && at > end - LONGEST_ASIDE; at--) {
    if (!/^[،,–—\-(]$/.test(tokens[at]!.text)) continue
    const phrase = phraseUpTo(view, at)
    if (phrase) return { phrase, apart: true }
  }
  return undefined
}

/** The phrase that ends before a token and begins its clause. */
function phraseUpTo(view: SentenceView, end: number): Phrase | undefined {
  const { tokens } = view.document
  for (let at = end - 1; at >= view.from && at > end - LONGEST; at--) {
    const token = tokens[at]!
    if (at < end && opensClause(token)) return undefined
    const opens = at === view.from || opensClause(tokens[at - 1]!)
    if (!opens) {
      if (isFiniteVerb(token) && !view.isName(at)) return undefined
      continue
    }
    const some = QUANTIFIERS.has(bare(token.key).replace(/ا$/, '')) ? someOf(view, at, end) : undefined
    const phrase = some ?? phraseAt(view, at, end)
    return phrase?.to === end ? phrase : undefined
  }
  return undefined
}

/** «مصادر مطلعة قالت إن»: an unnamed source that leads its clause. */
export function leadingSource(view: SentenceView, at: number): Phrase | undefined {
  const { tokens } = view.document
  const { from } = clauseAt(view, at)
  let end = at
  while (end > from && /^(?:قد|لم|كان|كانت|كانوا)$/.test(tokens[end - 1]!.key)) end--
  for (let start = Math.max(from, end - 8); start < end; start++) {
    const key = tokens[start]!.key
    if (!isSource(bare(key.replace(/^[وف](?=.{3})/, ''))) && !isSource(bare(key))) continue
    const phrase = phraseAt(view, start, end)
    if (phrase && phrase.to === end) return phrase
  }
  return undefined
}
