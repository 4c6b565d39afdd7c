/** To which event a count belongs: the one told nearest before it in its clause, or the verb behind it whose subject is counted. */
import type { Event } from '../analysis.ts'
import { isFiniteVerb } from '../lexicon/finite.ts'
import { fold } from '../text/fold.ts'
import { AUXILIARIES } from '../text/function-words.ts'
import { perWord } from '../text/word.ts'
import type { Count } from './quantities.ts'
import { clauseAt, type SentenceView } from './sentence.ts'

/** Words from an event to what it counts, at most. */
const REACH = 30
/** Words from a counted subject to its verb («أن 23 ألف شخص جرى ترحيلهم»), at most. */
const REACH_OF_SUBJECT = 10
/** A count of casualties that stands apart belongs to an event of so many sentences before, at most. */
const SENTENCES_BACK = 3

const keys = (words: string) => new Set(words.split(' ').map(fold))
/** Verbs that say what came of an event, or how much there is of it: a count behind them is still of the event before. */
const RESULTING = keys(
  'قدرها قدره قيمتها قيمته عددهم عددها بينهم بلغت أسفر أسفرت أدى أدت خلف خلفت أوقع أوقعت أودى أودت بلغ بلغت يبلغ تبلغ وصل وصلت ارتفع ارتفعت قدر قدرت يقدر تقدر شمل شملت يشمل ضم ضمت يضم تضم ناهز ناهزت يناهز تجاوز تجاوزت يتجاوز يتعدى فاق يفوق طال طالت حصد حصدت راح ذهب سقط استهدف استهدفت',
)
/** Behind these a clause begins whose first noun is the subject. */
const OPENERS = keys('أن إن بأن وأن وإن لأن حيث فيما بينما كما لكن و')

/**
 * The token index, out of `heads` (in order), of the event word that a count belongs to, or undefined: the nearest before it with no verb of another
 * act between them; where the count opens its clause or nothing stands before it, the nearest behind.
 */
export function nearestHead(view: SentenceView, count: Count, heads: readonly number[]): number | undefined {
  const clause = clauseAt(view, count.from)
  const before = heads.findLast((at) => at < count.from && count.from - at <= REACH)
  const behind = heads.find((at) => at >= count.to && at < clause.to && at - count.to <= REACH_OF_SUBJECT)
  const opener = count.from > view.from ? view.document.tokens[count.from - 1]! : undefined
  const opens =
    count.from === clause.from || opener === undefined || OPENERS.has(opener.key) || isQuoteMark(opener.text)
  if (opens && behind !== undefined) return behind
  const own =
    before !== undefined && (count.casualty || !hasOtherVerb(view, before + 1, count.from)) ? before : undefined
  return own ?? behind
}

const isQuoteMark = (text: string) => text === ':' || text === '«' || text === '"'

/** Whether a verb that tells of something else stands between two tokens. */
function hasOtherVerb(view: SentenceView, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const token = view.document.tokens[at]!
    if (!view.isName(at) && isFiniteVerb(token) && !goesOnWith(token)) return true
  }
  return false
}

const goesOnWith = perWord(({ key }) => {
  const plain = key.replace(/^[وف](?=.{3})/, '')
  return RESULTING.has(plain) || AUXILIARIES.has(plain) || RESULTING.has(key) || AUXILIARIES.has(key)
})

/** Adds each count to the event that it belongs to; one of casualties that no event of the sentence tells to the last attack told shortly before. */
export function giveCounts(
  view: SentenceView,
  counts: readonly Count[],
  events: readonly (Event & { at: number })[],
  earlier: readonly Event[],
): void {
  const heads = events.map(({ at }) => at).sort((a, b) => a - b)
  for (const count of counts) {
    const head = nearestHead(view, count, heads)
    const owner =
      events.find(({ at }) => at === head) ??
      (count.casualty
        ? (events.find(({ type }) => type === 'ASSAULT') ??
          earlier.findLast(({ type, sentence }) => type === 'ASSAULT' && view.index - sentence <= SENTENCES_BACK))
        : undefined)
    if (owner) owner.quantities = [...(owner.quantities ?? []), count.quantity]
  }
}
