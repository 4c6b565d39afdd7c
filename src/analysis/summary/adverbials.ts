/** Adverbials, and what may never be left out: conditions and sources. */

import type { SentenceView } from '../events/sentence.ts'
import { isFiniteVerb } from '../lexicon/finite.ts'
import { fold } from '../text/fold.ts'
import { NEGATIONS } from '../text/function-words.ts'
import { isPause } from '../text/marks.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'

const keys = (words: string) => new Set(words.trim().split(/\s+/).map(fold))
/** Open an adverbial that a sentence is whole without. */
export const ADJUNCTS = keys(
  'بعد قبل خلال عقب إثر وسط منذ بهدف احتجاجا ردا وذلك ضمن عبر بغية قبيل بعيد جراء بسبب بمشاركة بحضور برئاسة بدعم بمناسبة تزامنا لمناقشة',
)
/** Open an adverbial that stands between commas. */
const ADVERBIALS = keys('في برئاسة بوساطة بحضور بمشاركة بدعم بموجب على_هامش عبر لدى أمام خلال')
/** What is so only if: the condition may not be lost. */
const CONDITIONS = keys('إذا لو شرط شريطة بشرط إلا ما_لم حال لولا ريثما طالما')
/** Name the source of what is said. */
const SOURCES = keys('بحسب حسب وفق وفقا نقلا حسبما وفقما')

/** Whether a token opens a condition. */
export const isCondition = perWord(({ key }) => CONDITIONS.has(key))

/** Whether a token leads to the source of what is said: «بحسب», «وفق». */
export const namesSource = perWord(({ key }) => SOURCES.has(key))

/** Whether what a token stands in can't be left out because of it: a negation, a condition, a source or a mark of quotation. */
export const changesSense = perWord(
  (word) => NEGATIONS.has(word.key) || isCondition({ word }) || namesSource({ word }) || /^["«»“”]$/.test(word.text),
)

/** Whether what stands between two tokens (half-open) is an adverbial: a time, a place, a manner, with no verb, negation, condition or source in it. */
export function isAdverbial(view: SentenceView, from: number, to: number): boolean {
  const { tokens } = view.document
  const first = tokens[from]
  if (first === undefined) return false
  const opens =
    view.isTime(from) ||
    ADJUNCTS.has(first.key) ||
    ADVERBIALS.has(first.key) ||
    (/^ال.{3,}(?:ه|ي)$/.test(first.key) && !view.startsAt.has(from))
  return opens && isNeutral(view, from, to)
}

/** No verb, no negation, no condition and no source stands in it. */
function isNeutral(view: SentenceView, from: number, to: number): boolean {
  const { tokens } = view.document
  for (let at = from; at < to; at++) {
    const token = tokens[at]!
    if (changesSense(token)) return false
    // A verb behind a noun tells more of it («في بلاغ نشرته أمس»); one that comes first is a clause.
    const behindNoun = at > from + 1 && tokens[from]!.key === 'في'
    if (!behindNoun && isFiniteVerb(token) && !view.isName(at) && !view.isTime(at)) return false
  }
  return true
}

/** The index of the first comma, where there is one. */
export function nextComma(tokens: readonly Token[], from: number, to: number): number | undefined {
  for (let at = from; at < to; at++) if (isPause(tokens[at]!)) return at
  return undefined
}
