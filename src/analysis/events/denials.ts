import { fold } from '../text/fold.ts'
import { perPhrase } from '../text/phrase.ts'
import type { FoundEvent } from './found.ts'
import type { Trigger } from './triggers.ts'

const DENYING = new Set(['نفى', 'أنكر', 'كذب', 'فند', 'دحض'].map(fold))
const isDenying = perPhrase((past) => DENYING.has(fold(past)))
/** Words from a denial to the act that it denies, at most. */
const REACH = 25

/** Whether a trigger is a verb of denial, and in no phrase that says what is denied («نفى», but not «نفى صحة»). */
export const isDenial = ({ entry, kind, phrase }: Trigger): boolean =>
  (kind === 'verb' || kind === 'hal') && phrase.length === 0 && entry.verb !== undefined && isDenying(entry.verb.past)

/**
 * The events of one sentence without the denials whose matter is told as a denied act itself: «نفى الجيش قصف المستشفى» is a bombing denied, «نفى
 * الوزير التقارير» a rejection of what is said.
 */
export function withoutToldDenials(events: FoundEvent[]): FoundEvent[] {
  if (!events.some(({ denial }) => denial)) return events
  return events.filter(
    (event, i) =>
      !event.denial ||
      !events.slice(i + 1).some((other) => other.status === 'denied' && !other.denial && other.at - event.at <= REACH),
  )
}
