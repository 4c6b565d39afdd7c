/** When an event was: of the expressions of time in its clause the one that says it of its own word. */
import type { TimeExpression } from '../analysis.ts'
import type { Clause } from '../text/clauses.ts'
import { tokenAt, wordsOf } from '../text/document.ts'
import { RELATIVES } from '../text/function-words.ts'
import { isComma } from '../text/marks.ts'
import { perWord } from '../text/word.ts'
import type { FoundEvent } from './found.ts'
import { firstVerb } from './nearby-verbs.ts'
import { clauseAt, type SentenceView } from './sentence.ts'
import type { FiniteVerb } from './subjects.ts'

export interface When {
  text: string
  /** TIMEX3, as the expression has it. */
  value: string
  /** The last of a stretch («من 3 إلى 5 ماي»). */
  end: string | undefined
}

/** Words that begin what is said: a time before them is that of the saying. */
const isThat = perWord(({ key }) => /^[وفبل]?(?:ان|انه|انها|انهم)$/.test(key))
/** Words from a date to the same one in another calendar, at most. */
const APPOSED_WITHIN = 3
/** Farther than any word: a time behind another verb is that verb's, unless nothing nearer is there. */
const BEHIND_VERB = 60
const BEHIND_RELATIVE = 30
/** «السنوات الماضية» says less than a day. */
const VAGUE = 12
/** Words from an act to the one joined to it that shares its time, at most, where a comma parts them. */
const SHARED_WITHIN = 12
const WHICH = /^ال(?:حالي|راهن)/
const UNTIL = /^(?:الي|حتي|و|-|–)$/
/** «إلى غاية دجنبر»: till when it lasts is not when it was, unless nothing else is told. */
const LASTS = 40
const LASTING = /^(?:غايه|لغايه|حتي)$/
const SINCE = /^[وف]?(?:من|بين|منذ|يومي|ليلتي|ايام|عامي|شهري)$/
/** Behind these the same day is told once more, in another calendar. */
const EQUALS = /^(?:\(|الموافق|الموافقه|المصادف)$/

/**
 * The time of an event by its trigger (a token index), of those in its clause; durations say how long, not when. Undefined where none is told of it.
 * @param times of the sentence, in order
 */
export function whenOf(
  view: SentenceView,
  times: readonly TimeExpression[],
  trigger: number,
  verbs: readonly FiniteVerb[],
): When | undefined {
  if (times.length === 0) return undefined
  const { tokens, text } = view.document
  const clause = clauseAt(view, trigger)
  let at = -1
  let nearest = Number.POSITIVE_INFINITY
  let from = 0
  let to = 0
  for (let k = 0; k < times.length; k++) {
    const { type, span, value } = times[k]!
    if (type !== 'DATE' && type !== 'TIME') continue
    const first = tokenAt(tokens, span.start)
    const end = tokenAt(tokens, span.end - 1) + 1
    if (first < clause.from || end > clause.to) continue
    // «الحكومة الحالية» says which one, not when.
    if (value === 'PRESENT_REF' && end === first + 1 && WHICH.test(tokens[first]!.key)) continue
    const words = distanceTo(view, verbs, clause, trigger, first, end)
    if (words === undefined) continue
    // «المنامة في 12 مارس /وام/ …»: the date of a dispatch is not that of what it tells.
    const dispatched = tokens[end]?.text === '/' && first < trigger
    const lasts = first > trigger && LASTING.test(tokens[first - 1]?.key ?? '') && tokens[first - 2]?.kind !== 'mark'
    const distance = words + (/_REF$/.test(value) ? VAGUE : 0) + (lasts || dispatched ? LASTS : 0)
    if (distance >= nearest) continue
    at = k
    nearest = distance
    from = first
    to = end
  }
  if (at < 0) return undefined
  const time = times[at]!
  const next = times[at + 1]
  // «في 5 رجب 1433 (26 مايو 2012) وقعت …»: it is told as it is told first.
  const first = at > 0 ? times[at - 1]! : undefined
  if (first && first.type === time.type && EQUALS.test(tokens[from - 1]?.key ?? tokens[from - 1]?.text ?? ''))
    if (tokenAt(tokens, first.span.end - 1) + APPOSED_WITHIN >= from)
      return { text: wordsOf(text, first.span), value: time.value, end: undefined }
  const stretch =
    next?.type === time.type &&
    UNTIL.test(tokens[to]?.key ?? '') &&
    tokens[to + 1]?.start === next.span.start &&
    SINCE.test(tokens[from - 1]?.key ?? '')
  return {
    text: wordsOf(text, stretch ? { start: time.span.start, end: next.span.end } : time.span),
    value: time.value,
    end: stretch ? next.value : undefined,
  }
}

/** Words from a trigger to a time of its clause, more where another verb or a relative clause stands between; undefined where what is said does. */
function distanceTo(
  view: SentenceView,
  verbs: readonly FiniteVerb[],
  clause: Clause,
  trigger: number,
  from: number,
  to: number,
): number | undefined {
  const { tokens } = view.document
  const first = from > trigger ? trigger + 1 : to
  const last = Math.max(from, trigger)
  let distance = last - first
  for (let at = first; at < last; at++) {
    if (isThat(tokens[at]!)) return undefined
    if (RELATIVES.has(tokens[at]!.key)) distance += BEHIND_RELATIVE
  }
  const verb = firstVerb(verbs, first - 1)
  if (verb === undefined || verb.at >= last) return distance
  if (from > trigger) {
    const aside = isComma(tokens[from - 1]!) && to < tokens.length && isComma(tokens[to]!)
    return aside || allTakePlace(view, verbs, first, last) ? distance + BEHIND_VERB : undefined
  }
  // A time that leads its clause is that of all its verbs.
  const opening = firstVerb(verbs, clause.from - 1)
  return opening === undefined || opening.at >= from ? distance : distance + BEHIND_VERB
}

/** «قُتل اثنان في غارة نُفّذت فجر الاثنين»: whether each verb between says no more than that it happened; any other has the time behind it for itself. */
function allTakePlace(view: SentenceView, verbs: readonly FiniteVerb[], from: number, to: number): boolean {
  const { tokens } = view.document
  return verbs.every(({ at }) => at < from || at >= to || takesPlace(tokens[at]!))
}

/** «وقعت», «اندلعت», «نفذتها»: verbs of what their subject or object tells already. */
const takesPlace = perWord(({ key }) =>
  /^[وف]?س?(?:[يت](?:دور|بدا|نفذ|شن|قود|عقد|جري|قع|نشب|حدث|حصل|كون|جمع)|[يت]?(?:ندلع|نعقد)|اندلع|انعقد|دار|وقع|جر|جري|نشب|حدث|حصل|بدا|نفذ|شن|شهد|عقد|جمع|كان|قاد|تعرض|استهدف|طال|هز|ضرب)(?:ت|وا|ا|تا)?(?:ها|ه|هم|هما)?$/.test(
    key,
  ),
)

/** «استشهد ثلاثة وأصيب اثنان، اليوم الأحد، …»: two acts of one kind that «و» joins share the time behind the second. */
export function shareTimes({ document: { tokens } }: SentenceView, events: readonly FoundEvent[]): void {
  for (let i = 0; i + 1 < events.length; i++) {
    const event = events[i]!
    const next = events[i + 1]!
    if (
      next.time !== undefined &&
      event.time === undefined &&
      next.type === event.type &&
      next.status === event.status &&
      tokens[next.at]!.key.startsWith('و') &&
      (next.clause.start <= event.trigger.start || next.at - event.at <= SHARED_WITHIN)
    )
      event.time = next.time
  }
}
