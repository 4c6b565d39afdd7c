/** Talks and visits told beside a verb, in which its subject takes part. */
import type { Mention } from '../entities/mention.ts'
import { perWord } from '../text/word.ts'
import type { Slots } from './mention-slot.ts'
import { lastActing } from './nearby-verbs.ts'
import type { SentenceView } from './sentence.ts'
import type { FiniteVerb } from './subjects.ts'
import type { Trigger } from './triggers.ts'

/** «للقاء الوزير»: a meeting that somebody goes to, told with whom it is. */
export const meets = ({ document }: SentenceView, { entry, preposition, from, kind }: Trigger, slots: Slots): boolean =>
  preposition === 'ل' &&
  entry.type === 'CONSULT' &&
  kind !== 'verb' &&
  !slots.has('مع') &&
  !slots.has('بين') &&
  slots.get('genitive')?.some(({ also }) => also === undefined) === true &&
  isMeeting(document.tokens[from]!)
const isMeeting = perWord(({ key }) => /^[وف]?لل?(?:ا?لقاء|استقبال|مقابله|ملاقاه)$/.test(key))

const DURING = new Set('خلال اثناء عقب لدي'.split(' '))

/** «قال خلال لقاء مع …», «اتفقا أثناء محادثة هاتفية»: a talk in which the subject of the verb took part. */
export const isTalkBeside = ({ entry, preposition, definite, pronoun }: Trigger, slots: Slots): boolean =>
  entry.type === 'CONSULT' &&
  (DURING.has(preposition ?? '') || (preposition === 'في' && slots.has('مع'))) &&
  !definite &&
  !pronoun &&
  !slots.get('genitive')?.length &&
  !slots.has('بين')

/** Words from a verb to the visit on which its subject was, at most. */
const ON_VISIT = 25

/** «عاد الوزير بعد زيارة إلى …», «قال خلال زيارة …»: who was on it. */
export function visitor(trigger: Trigger, verbs: readonly FiniteVerb[]): Mention[] {
  const verb = lastActing(verbs, trigger.from)
  if (verb === undefined || trigger.from - verb.at > ON_VISIT) return []
  return verb.subjects.filter((m) => m.to <= trigger.from && (m.type === 'person' || m.type === 'group'))
}
