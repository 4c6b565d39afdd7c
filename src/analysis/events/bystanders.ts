/** Who was read with an event and takes no part in it: towns where it was, and those named with what is asked for. */
import { isPlace, type Mention } from '../entities/mention.ts'
import type { FoundEvent } from './found.ts'
import type { Participants } from './participants.ts'
import type { SentenceView } from './sentence.ts'
import { tellingOf } from './telling-words.ts'
import type { Trigger } from './triggers.ts'

/** Takes out of an event, found to be told, whoever only stands beside it; a town to which somebody is sent becomes its place. */
export function removeBystanders(
  view: SentenceView,
  event: FoundEvent,
  { kind, entry, phrase }: Trigger,
  { agents, patients, concerned }: Participants,
): void {
  // «قمة نواكشوط», «اتصال من طرابلس»: a town does nothing that only a noun tells.
  if (kind !== 'verb' && kind !== 'hal' && agents.some(isPlace))
    event.agents = without(event.agents, agents.filter(isPlace))
  // «أوفدت خبيرين إلى المدينة»
  if (entry.type === 'CONSULT' && entry.object === 'topic' && phrase.length > 0 && patients.some(isPlace)) {
    event.patients = without(event.patients, patients.filter(isPlace))
    event.place ??= patients.find(isPlace)!.key
  }
  // A common verb tells its event only by whoever is named with it.
  if (concerned.length > 0 && !(entry.weak && kind === 'verb'))
    event.patients = without(event.patients, notToAct(view, concerned))
}

const without = (ids: readonly string[], mentions: readonly Mention[]): string[] =>
  ids.filter((id) => !mentions.some(({ key }) => key === id))

/** Of those named with what is asked for, whoever would not do it, with all that are joined to him. */
function notToAct(view: SentenceView, concerned: readonly Mention[]): Mention[] {
  let acts = true
  return concerned.filter((m) => {
    if (m.conjunction === '' || m.preposition !== '') acts = isToAct(view, m)
    return !acts
  })
}

/** Behind these stands who takes part in what is asked for. */
const TAKING_PART = new Set(['الي', 'بين', 'مع'])

/** «بانسحاب إسرائيل», «دعوة إلى الرئيس», but not «بتعويض المزارعين»: whether somebody named with what is asked for would do it, or take part. */
function isToAct({ document: { tokens } }: SentenceView, mention: Mention): boolean {
  const before = tokens[(mention.titleFrom ?? mention.from) - 1]
  if (mention.preposition !== '') return true
  if (before === undefined) return false
  if (TAKING_PART.has(before.key)) return true
  const acts = tellingOf(before)?.candidates ?? []
  return acts.some(({ kind, entry }) => kind !== 'verb' && (entry.genitive === 'agent' || entry.type === 'CONSULT'))
}
