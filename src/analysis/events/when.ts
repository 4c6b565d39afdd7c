/** When an event was: of the expressions of time in its clause the one that says it of its own word. */
import type { TimeExpression } from '../analysis.ts'
import { tokenAt, wordsOf } from '../text/document.ts'
import { RELATIVES } from '../text/function-words.ts'
import type { FoundEvent } from './found.ts'
import type { SentenceView } from './sentence.ts'
import type { FiniteVerb } from './subjects.ts'

export interface When {
  text: string
  /** TIMEX3, as the expression has it. */
  value: string
  /** The last of a stretch («من 3 إلى 5 ماي»). */
  end?: string
}

/** Words that begin what is said: a time before them is that of the saying. */
const THAT = /^[وفبل]?(?:ان|انه|انها|انهم)$/
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
 * The time of an event by its trigger (a token index) within its clause; durations say how long, not when. Undefined where none is told of it.
 * @param times of the sentence, in order
 */
export function whenOf(
  view: SentenceView,
  times: readonly TimeExpression[],
  clause: { from: number; to: number },
  trigger: number,
  verbs: readonly FiniteVerb[],
): When | undefined {
  const { tokens, text } = view.document
  const inClause = verbs.filter((verb) => verb.at >= clause.from && verb.at < clause.to)
  let best: { at: number; distance: number; from: number; to: number } | undefined
  times.forEach((time, at) => {
    if (time.type !== 'DATE' && time.type !== 'TIME') return
    const from = tokenAt(tokens, time.span.start)
    const to = tokenAt(tokens, time.span.end - 1) + 1
    if (from < clause.from || to > clause.to) return
    // «الحكومة الحالية» says which one, not when.
    if (time.value === 'PRESENT_REF' && to === from + 1 && WHICH.test(tokens[from]!.key)) return
    const distance = distanceTo(view, inClause, trigger, from, to)
    if (distance === undefined) return
    // «المنامة في 12 مارس /وام/ …»: the date of a dispatch is not that of what it tells.
    const dispatched = tokens[to]?.text === '/' && from < trigger
    const lasts = from > trigger && LASTING.test(tokens[from - 1]?.key ?? '') && tokens[from - 2]?.kind !== 'mark'
    const weighed = distance + (/_REF$/.test(time.value) ? VAGUE : 0) + (lasts || dispatched ? LASTS : 0)
    if (best === undefined || weighed < best.distance) best = { at, distance: weighed, from, to }
  })
  if (best === undefined) return undefined
  const { at, from, to } = best as { at: number; from: number; to: number }
  const time = times[at]!
  const next = times[at + 1]
  // «في 5 رجب 1433 (26 مايو 2012) وقعت …»: it is told as it is told first.
  const first = at > 0 ? times[at - 1]! : undefined
  if (first && first.type === time.type && EQUALS.test(tokens[from - 1]?.key ?? tokens[from - 1]?.text ?? ''))
    if (tokenAt(tokens, first.span.end - 1) + APPOSED_WITHIN >= from)
      return { text: wordsOf(text, first.span), value: time.value }
  const stretch =
    next?.type === time.type &&
    UNTIL.test(tokens[to]?.key ?? '') &&
    tokens[to + 1]?.start === next.span.start &&
    SINCE.test(tokens[from - 1]?.key ?? '')
  return stretch
    ? { text: wordsOf(text, { start: time.span.start, end: next.span.end }), value: time.value, end: next.value }
    : { text: wordsOf(text, time.span), value: time.value }
}

/** Words from a trigger to a time, more where another verb or a relative clause stands between; undefined where what is said does. */
function distanceTo(
  view: SentenceView,
  verbs: readonly FiniteVerb[],
  trigger: number,
  from: number,
  to: number,
): number | undefined {
  const { tokens } = view.document
  const [first, last] = from > trigger ? [trigger + 1, from] : [to, trigger]
  let distance = last - first
  for (let at = first; at < last; at++) {
    if (THAT.test(tokens[at]!.key)) return undefined
    if (RELATIVES.has(tokens[at]!.key)) distance += BEHIND_RELATIVE
  }
  // A time that leads its clause is that of all its verbs.
  const leads = from < trigger && !verbs.some((verb) => verb.at < from)
  if (!leads && verbs.some((verb) => verb.at >= first && verb.at < last)) distance += BEHIND_VERB
  return distance
}

/** «استشهد ثلاثة وأصيب اثنان، اليوم الأحد، …»: two acts of one kind that «و» joins share the time behind the second. */
export function shareTimes({ document: { tokens } }: SentenceView, events: readonly FoundEvent[]): void {
  for (const [i, event] of events.entries()) {
    const next = events[i + 1]
    if (
      next?.time !== undefined &&
      event.time === undefined &&
      next.type === event.type &&
      next.status === event.status &&
      /^و/.test(tokens[next.at]!.key) &&
      (next.clause.start <= event.trigger.start || next.at - event.at <= SHARED_WITHIN)
    )
      event.time = next.time
  }
}
