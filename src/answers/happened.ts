/** Whether what a sentence tells happened, where that is asked: it may be planned, demanded, refused or denied. */
import type { Event } from '../analysis/analysis.ts'
import { vocabulary } from '../analysis/lexicon/vocabulary.ts'
import { readings } from '../analysis/text/clitics.ts'
import type { Token } from '../analysis/text/tokens.ts'
import type { Sentence } from './reading.ts'
import { OF_HAPPENED, type Wanted } from './wanted.ts'

/** What did not happen, or not yet. */
const NOT_HAPPENED = new Set(['demanded', 'hypothetical', 'denied'])
const NOT_YET = new Set(['planned', 'demanded', 'hypothetical'])
const PAST_ONLY = new Set<Wanted['asks']>(['who', 'where', 'why', 'last', 'count'])

/** Plans and demands do not answer what happened; what is still to come is answered by plans alone. */
export function statusFits(event: Event | undefined, { asks, need }: Wanted): boolean {
  if (event === undefined) return true
  if (asks === 'whether') return need.ahead === true || !NOT_YET.has(event.status)
  if (asks === 'when') return need.ahead === true || !NOT_YET.has(event.status)
  return need.negated || !(PAST_ONLY.has(asks) && NOT_HAPPENED.has(event.status))
}

/** Words that say of the one behind them that it did not happen. */
const NOT = new Set('لم لن دون بدون بلا عدم بعدم ليس ليست ولم ولن'.split(' '))
/** Types of events that tell what somebody wants, or does not want, to happen. */
const WANTING: ReadonlySet<string> = new Set(['REQUEST', 'REJECT', 'THREATEN'])
/** Words between one that demands and what it demands: «طالبت الأمم المتحدة بفتح …». */
const WANTING_REACH = 6

/** Whether a word that stands in a sentence is negated there: «دون اتفاق», «لم يصدر». */
export function isNegated({ tokens }: Sentence, word: Token | undefined): boolean {
  const at = word === undefined ? -1 : tokens.findIndex((token) => token.start === word.start)
  return at > 0 && NOT.has(tokens[at - 1]!.key)
}

/** Asked about what happened, a sentence does not answer that says it was demanded, refused or did not happen; asked why it did not, only such a one does. */
export function isOnlyWanted(sentence: Sentence, { asks, need }: Wanted, word: Token | undefined): boolean {
  if (word === undefined || !OF_HAPPENED.has(asks)) return false
  const negated = isNegated(sentence, word)
  if (need.negated) return !negated && asks === 'why'
  if (negated) return asks !== 'why'
  if (asks === 'why' || need.ahead) return false
  const at = sentence.tokens.findIndex((token) => token.start === word.start)
  const before = sentence.tokens.slice(Math.max(0, at - WANTING_REACH), at)
  const from = before.findLastIndex(({ text }) => /[،.؛:]/.test(text)) + 1
  return (
    isMasdar(word.key) &&
    before
      .slice(from)
      .some((token) =>
        sentence.events.some(
          ({ type, trigger }) => WANTING.has(type) && trigger.start < token.end && trigger.end > token.start,
        ),
      )
  )
}

const isMasdar = (key: string) =>
  readings(key).some(({ stem }) => (vocabulary().events.get(stem) ?? []).some(({ kind }) => kind === 'masdar')) ||
  /^[بل]/.test(key)
