/** To which event a count belongs: the one told nearest before it in its clause, or the verb behind it whose subject is counted. */
import type { Event } from '../analysis.ts'
import { isFiniteVerb } from '../lexicon/finite.ts'
import { isPreposition } from '../text/document.ts'
import { fold } from '../text/fold.ts'
import { AUXILIARIES } from '../text/function-words.ts'
import { lettersBeforeNumber } from '../text/numbers.ts'
import { perWord } from '../text/word.ts'
import type { Count } from './quantities.ts'
import { clauseAt, type SentenceView } from './sentence.ts'

/** The count that was last given to an event. */
export interface LastCount {
  /** Token index of the event's word. */
  head: number
  /** Where the count ends. */
  to: number
}

/** Words from an event, or from the count before, to what it counts, at most. */
const REACH = 30
/** Words from a counted subject to its verb («أن 23 ألف شخص جرى ترحيلهم»), at most. */
const REACH_OF_SUBJECT = 10
/** A count of casualties that stands apart belongs to an event of so many sentences before, at most. */
const SENTENCES_BACK = 3

const keys = (words: string) => new Set(words.split(' ').map(fold))
/** Verbs that say what came of an event, or how much there is of it: a count behind them is still of the event before. */
const RESULTING = keys(
  'قدرها قدره قيمتها قيمته عددهم عددها بينهم بلغت أسفر أسفرت أدى أدت خلف خلفت أوقع أوقعت أودى أودت بلغ بلغت يبلغ تبلغ وصل وصلت ارتفع ارتفعت قدر قدرت يقدر تقدر شمل شملت يشمل ضم ضمت يضم تضم ناهز ناهزت يناهز تجاوز تجاوزت يتجاوز يتعدى فاق يفوق طال طالت حصد حصدت راح ذهب سقط استهدف استهدفت قدرته قدرتها تسبب تسببت استمر استمرت يستمر تستمر دام دامت يمتد تمتد امتد استغرق استغرقت',
)
/** «وعلى متنها 600 طن», «وبحوزته عشر بنادق»: what somebody or something held has with it. */
const HELD = keys('متنها متنه بحوزته بحوزتهم بحوزتها بداخلها بداخله وبحوزته وبحوزتهم وبداخلها محملة محملا')
/** Behind these a clause begins whose first noun is the subject. */
const OPENERS = keys('أن إن بأن وأن وإن لأن حيث فيما بينما كما لكن و')

/**
 * The token index, out of `heads` (in order), of the event word that a count belongs to, or undefined: the nearest before it with no verb of another
 * act between them, nor between it and the count before it; where the count opens its clause or nothing stands before it, the nearest behind.
 */
export function nearestHead(
  view: SentenceView,
  count: Count,
  heads: readonly number[],
  last?: LastCount,
): number | undefined {
  const clause = clauseAt(view, count.from)
  const nearest = heads.findLast((at) => at < count.from)
  const reached = nearest !== undefined && last?.head === nearest ? last.to : nearest
  const before = reached !== undefined && count.from - reached <= REACH ? nearest : undefined
  const behind = heads.find((at) => at >= count.to && at < clause.to && at - count.to <= REACH_OF_SUBJECT)
  const opener = count.from > view.from ? view.document.tokens[count.from - 1]! : undefined
  const opens =
    count.from === clause.from || opener === undefined || OPENERS.has(opener.key) || isQuoteMark(opener.text)
  if (opens && behind !== undefined) return behind
  const own =
    before !== undefined && (count.casualty || isHeld(view, count) || !hasOtherVerb(view, before + 1, count.from))
      ? before
      : undefined
  return own ?? behind
}

const isHeld = (view: SentenceView, { from }: Count): boolean =>
  from > view.from && HELD.has(view.document.tokens[from - 1]!.key)

const isQuoteMark = (text: string) => text === ':' || text === '«' || text === '"'

/** Whether a verb that tells of something else stands between two tokens. */
function hasOtherVerb(view: SentenceView, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const token = view.document.tokens[at]!
    // «…، بحسب مصدر تحدث للصحيفة، …»: of the source.
    if (token.kind === 'mark') {
      if (at + 1 < to && leadsToSource(view.document.tokens[at + 1]!)) at = commaBehind(view, at + 1, to) ?? at
      continue
    }
    // «سبع قطع سلاح»: counted, no verb.
    // «تقديم دعم قدره …»: the second word of the act.
    if (at === from && isShort(token)) continue
    // «في توقف العمل»: behind a preposition, a noun.
    const previous = at > from ? view.document.tokens[at - 1]! : undefined
    if (previous && (lettersBeforeNumber(previous) !== undefined || isPreposition(previous))) continue
    if (!view.isName(at) && isFiniteVerb(token) && !goesOnWith(token)) return true
  }
  return false
}

const isShort = perWord(({ key }) => key.length === 3)
const leadsToSource = perWord(({ key }) => /^(?:بحسب|حسب|وفق|وفقا|حسبما|نقلا|طبقا)$/.test(key))

function commaBehind(view: SentenceView, from: number, to: number): number | undefined {
  for (let at = from; at < to; at++) if (/^[،,]$/.test(view.document.tokens[at]!.text)) return at
  return undefined
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
  let last: LastCount | undefined
  for (const count of counts) {
    const head = nearestHead(view, count, heads, last)
    if (head !== undefined) last = { head, to: count.to }
    const owner =
      events.find(({ at }) => at === head) ??
      (count.casualty
        ? (events.find(({ type }) => type === 'ASSAULT') ??
          earlier.findLast(({ type, sentence }) => type === 'ASSAULT' && view.index - sentence <= SENTENCES_BACK))
        : undefined)
    if (owner) owner.quantities = [...(owner.quantities ?? []), count.quantity]
  }
}
