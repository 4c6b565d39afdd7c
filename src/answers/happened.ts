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
/** Those of them that leave open whether it happened; what is refused did not. */
const ASKED_FOR: ReadonlySet<string> = new Set(['REQUEST', 'THREATEN'])
/** Words between one that demands and what it demands: «طالبت الأمم المتحدة بفتح …». */
const WANTING_REACH = 6

/** Whether a word that stands in a sentence is negated there: «دون اتفاق», «لم يصدر». */
export function isNegated({ tokens }: Sentence, word: Token | undefined): boolean {
  const at = word === undefined ? -1 : tokens.findIndex((token) => token.start === word.start)
  return at > 0 && NOT.has(tokens[at - 1]!.key)
}

/** Words behind which what is told is a condition: «ما لم تعتذر», «إذا زار». */
const CONDITIONS = new Set('اذا لو ريثما شريطه بشرط شرط حال'.split(' '))
/** Words that say, before one that tells it, that somebody wants or threatens it («ملوحين باقتحام …»), and wherever they stand that somebody means to. */
const WANTED = /^[وف]?(?:(?:ملوح|مهدد|مطالب|داعي|مشترط|متوعد)(?:ا|ه|ين|ون|تين)?|[يت]?(?:لوح|هدد|توعد|شترط)(?:ت|وا)?)$/
const MEANT = /^[وف]?[يت](?:عتزم|نوي|خطط|ستعد)(?:ون|ان)?$/
/** What was to happen and does not any more. */
const CALLED_OFF = /^(?:ال)?(?:ملغاه|ملغي|الغيت|الغي|ارجءت|ارجءي|اجلت|مءجله)$/
/** Words around one within which these tell of it. */
const AROUND_WORD = 8

/** Whether the clause of a word says that it was meant, threatened, a condition or called off. */
function isOnlyMeant({ tokens, clauses }: Sentence, word: Token): boolean {
  const clause = clauses.find(({ start, end }) => word.start >= start && word.start < end)
  const own = tokens.filter(({ start }) => clause === undefined || (start >= clause.start && start < clause.end))
  const at = own.findIndex(({ start }) => start === word.start)
  const before = own.slice(Math.max(0, at - AROUND_WORD), at)
  return (
    before.some(
      ({ key }, i) =>
        CONDITIONS.has(key) || WANTED.test(key) || MEANT.test(key) || (key === 'ما' && before[i + 1]?.key === 'لم'),
    ) ||
    own.slice(at + 1, at + 1 + AROUND_WORD).some(({ key }) => MEANT.test(key)) ||
    own.some(({ key, start }) => start !== word.start && CALLED_OFF.test(key))
  )
}

/** Asked about what happened, a sentence does not answer that says it was demanded, refused or did not happen; asked why it did not, only such a one does. */
export function isOnlyWanted(sentence: Sentence, { asks, need }: Wanted, word: Token | undefined): boolean {
  if (word === undefined || need.ahead) return false
  if (asks === 'whether') return isOnlyMeant(sentence, word) || isDemanded(sentence, word, ASKED_FOR)
  if (!OF_HAPPENED.has(asks)) return false
  const negated = isNegated(sentence, word)
  if (need.negated) return !negated && asks === 'why'
  if (negated) return asks !== 'why'
  if (asks === 'why') return false
  return isOnlyMeant(sentence, word) || isDemanded(sentence, word, WANTING)
}

/** Whether what a masdar tells is the object of a demand or refusal before it: «طالبت الأمم المتحدة بفتح المعبر». */
function isDemanded(sentence: Sentence, word: Token, types: ReadonlySet<string>): boolean {
  const at = sentence.tokens.findIndex((token) => token.start === word.start)
  const before = sentence.tokens.slice(Math.max(0, at - WANTING_REACH), at)
  const from = before.findLastIndex(({ text }) => /[،.؛:]/.test(text)) + 1
  return (
    isMasdar(word.key) &&
    before
      .slice(from)
      .some((token) =>
        sentence.events.some(
          ({ type, trigger }) => types.has(type) && trigger.start < token.end && trigger.end > token.start,
        ),
      )
  )
}

const isMasdar = (key: string) =>
  readings(key).some(({ stem }) => (vocabulary().events.get(stem) ?? []).some(({ kind }) => kind === 'masdar')) ||
  /^[بل]/.test(key)
