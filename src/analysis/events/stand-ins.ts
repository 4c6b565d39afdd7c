/** Who takes part in an act by standing behind somebody else's words: the owner of its subject, the head of a clause, who put a matter forward. */
import type { EventType } from '../analysis.ts'
import type { FoundClaim } from '../claims/reading.ts'
import type { Mention } from '../entities/mention.ts'
import { isRelative } from '../text/document.ts'
import { isComma } from '../text/marks.ts'
import { perWord } from '../text/word.ts'
import { lastActing, lastVerb } from './nearby-verbs.ts'
import { clauseAt, type SentenceView } from './sentence.ts'
import type { FiniteVerb } from './subjects.ts'
import type { Trigger } from './triggers.ts'

/** Between a subject and its verb. */
const BEFORE_VERB = new Set(['قد', 'لن', 'لم', 'لا', 'سوف'])
const OWNED = /^[وف]?[^وف].{2,}(?:ه|ها|هم)$/
const THAT = /^[وف]?[بل]?(?:ان|لكن)$/

/** «هبة قيمتها …»: how much, and nobody's. */
const MEASURED = /^(?:قيمت|قدر|عدد|مدت|مقدار|حجم|طول|نسبت|كلفت|مساحت)(?:ها|ه|هم)$/
const isOwn = perWord(({ key, text }) => OWNED.test(text) && !MEASURED.test(key))
const isOwned = (view: SentenceView, at: number): boolean =>
  at < view.to && !view.isName(at) && isOwn(view.document.tokens[at]!)

const BEFALLING: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE', 'SANCTION'])

/** «قال إن بلاده سترسل …», «أعلن الصندوق توصل بعثته إلى …», «قال: «سنرسل …»»: inside what somebody says, what is his, and «we», stand for him. */
export function isOfSpeaker(view: SentenceView, trigger: Trigger, { from }: FoundClaim): boolean {
  if (trigger.entry.subject !== 'agent' || trigger.voice === 'passive') return false
  const { tokens } = view.document
  // «بعد سرقة صناديقها»: what is his may be what the act befalls.
  if (trigger.kind === 'masdar')
    return !trigger.definite && !BEFALLING.has(trigger.entry.type) && isOwned(view, trigger.to)
  if (trigger.kind !== 'verb') return false
  if (trigger.subject === 'first') return true
  let at = trigger.from - 1
  while (at > from && BEFORE_VERB.has(tokens[at]!.key)) at--
  return at >= from && isOwned(view, at) && (at === from || THAT.test(tokens[at - 1]!.key))
}

/** Words from a verb to the act whose subject its own subject owns, at most. */
const OWNER_REACH = 15

/** «أعلن الصندوق، أمس، توصل بعثته إلى …»: whoever the subject right behind an act belongs to: the subject of the verb before it. */
export function ownerOfSubject(view: SentenceView, trigger: Trigger, verbs: readonly FiniteVerb[]): Mention[] {
  if (trigger.entry.subject !== 'agent' || trigger.voice === 'passive' || trigger.pronoun || trigger.definite) return []
  if (trigger.phrase.includes(trigger.from + 1) || !isOwned(view, trigger.from + 1)) return []
  if (trigger.kind === 'masdar' && BEFALLING.has(trigger.entry.type)) return []
  const verb = lastActing(verbs, trigger.from)
  if (verb === undefined || verb.antecedent || trigger.from - verb.at > OWNER_REACH) return []
  const { key } = view.document.tokens[trigger.from + 1]!
  // «واتهمت عائلاتهم …»: theirs, and not that of one who acted before.
  if (/هما?$/.test(key)) return []
  const feminine = key.endsWith('ها')
  const subjects = verb.subjects.filter((m) => m.to <= trigger.from)
  return subjects.length === 1 && (subjects[0]!.gender === 'feminine') === feminine ? subjects : []
}

/** Words of a relative clause between commas, at most. */
const LONGEST_RELATIVE = 25

/** «أن الجزائر ونيامي، اللتين طوتا الصفحة، اتفقتا …»: those named before a relative clause between commas, behind which the verb stands. */
export function headOfClause(view: SentenceView, trigger: Trigger): Mention[] {
  if (trigger.kind !== 'verb' || trigger.voice === 'passive') return []
  const { tokens } = view.document
  if (trigger.from === 0 || !isComma(tokens[trigger.from - 1]!)) return []
  const { from } = clauseAt(view, trigger.from)
  for (
    let at = trigger.from - 2;
    at > Math.max(view.from, from - LONGEST_RELATIVE, trigger.from - LONGEST_RELATIVE);
    at--
  ) {
    if (tokens[at]!.text === '؛') return []
    if (!isRelative(tokens[at]!) || !isComma(tokens[at - 1]!)) continue
    const found: Mention[] = []
    for (let end = at - 1; ; ) {
      const mention = view.endingAt(end)
      if (mention === undefined) break
      found.unshift(mention)
      if (mention.conjunction === '') break
      end = mention.titleFrom ?? mention.from
    }
    return found.some(({ preposition }) => preposition !== '') ? [] : found
  }
  return []
}

/** Words from an act to the verb by which somebody put its matter forward, at most. */
const PROPOSAL_REACH = 8
const PROPOSING = /^[يت]?(?:تقدم|تقدمت|قدم|قدمت|طرح|طرحت|عرض|عرضت|ا?قترح|ا?قترحت|وجه|وجهت|رفع|رفعت)(?:ه|ها)?$/

/** «رفضت طلبا تقدمت به باريس»: whose the matter of an act is that somebody put forward. */
export function proposerOf(
  { document: { tokens }, to }: SentenceView,
  trigger: Trigger,
  verbs: readonly FiniteVerb[],
): Mention[] {
  const from = trigger.phrase.at(-1) ?? trigger.from
  const verb = verbs.find(({ at }) => at > from && at - from <= PROPOSAL_REACH && PROPOSING.test(tokens[at]!.key))
  if (verb === undefined) return []
  // «مشروع قرار قدمته فرنسا»: behind an indefinite noun no relative pronoun stands.
  if (verb.antecedent === undefined && !verb.pronoun) return []
  for (let at = from + 1; at < Math.min(to, verb.at); at++) if (tokens[at]!.kind === 'mark') return []
  return verb.subjects.filter((m) => m.from > verb.at && m.type !== 'place')
}

/** Words from a verb to the fight that its subject is in, at most. */
const FIGHT_REACH = 20

/** «استعاد الجيش الجسر بعد معارك مع المسلحين»: who fought with those behind «مع»: the subject of the verb before. */
export function fighterWith(
  { document: { tokens } }: SentenceView,
  trigger: Trigger,
  verbs: readonly FiniteVerb[],
): Mention[] {
  if (trigger.kind !== 'noun' && trigger.kind !== 'masdar') return []
  const verb = lastActing(verbs, trigger.from)
  if (verb === undefined || verb.antecedent || trigger.from - verb.at > FIGHT_REACH) return []
  // «زعمت الصحيفة أن غزة على وشك مواجهة مع …»: nobody fights by telling of it.
  for (let at = verb.at + 1; at < trigger.from; at++) if (THAT.test(tokens[at]!.key)) return []
  return verb.subjects.filter((m) => m.to <= trigger.from && m.type !== 'place')
}

/** Words from a visit to where it leads, at most. */
const DESTINATION_REACH = 22
/** Words between «إلى» and the name of the place («إلى العاصمة …»). */
const BEFORE_NAME = 2

/** «زيارة يجريها الوزير إلى العاصمة أنقرة»: where a visit leads, told behind whoever makes it. */
export function destinationOf(view: SentenceView, trigger: Trigger): Mention | undefined {
  const { tokens } = view.document
  const to = Math.min(clauseAt(view, trigger.from).to, trigger.to + DESTINATION_REACH)
  for (let at = trigger.to; at < to; at++) {
    if (tokens[at]!.kind === 'mark' && !/^[«»"]$/.test(tokens[at]!.text)) return undefined
    if (tokens[at]!.key !== 'الي') continue
    for (let i = at + 1; i <= at + 1 + BEFORE_NAME; i++) {
      const mention = view.startsAt.get(i)
      if (mention) return mention.type === 'place' || mention.type === 'state' ? mention : undefined
    }
  }
  return undefined
}

/** «زيارة رسمية قام بها نائب الرئيس فلان»: who makes it, by the verb behind that has no other use. */
export function performerOf(view: SentenceView, trigger: Trigger): Mention | undefined {
  if (trigger.kind === 'verb' || trigger.kind === 'hal') return undefined
  const { tokens } = view.document
  for (let at = trigger.to; at <= trigger.to + 1 && at < tokens.length; at++) {
    if (!performs(tokens[at]!)) continue
    if (!/^به(?:ا|م)?$/.test(tokens[at + 1]?.key ?? '')) return undefined
    const near = view.mentions.filter((m) => m.from >= at + 2 && m.from <= at + 8 && m.via !== 'nisba')
    return near.find(({ type }) => type === 'person') ?? near.find(({ type }) => type !== 'place')
  }
  return undefined
}

const performs = perWord(({ key }) => /^س?[يت]?(?:قام|قامت|قاموا|قوم|قومون)$/.test(key))

/** Words from a protest to the verb by which somebody called for it, at most. */
const CALL_REACH = 10
const CALLING = /^[وف]?(?:دعا|دعت|دعوا|[يت]دعو|نادي|نادت)$/

/** «إضراب وطني … دعت إليه النقابة»: who called for a protest protests. */
export function callerOf(
  { document: { tokens } }: SentenceView,
  trigger: Trigger,
  verbs: readonly FiniteVerb[],
): Mention[] {
  const verb = verbs.find(
    ({ at }) =>
      at >= trigger.to &&
      at - trigger.to <= CALL_REACH &&
      CALLING.test(tokens[at]!.key) &&
      /^(?:الي|ل|ب)(?:ه|ها)$/.test(tokens[at + 1]?.key ?? ''),
  )
  return verb?.subjects.filter((m) => m.type !== 'place') ?? []
}

const ANSWERING: ReadonlySet<EventType> = new Set(['ACCUSE', 'REJECT', 'SUPPORT'])
/** Words from a verb to the protest by which its subject does it, at most. */
const MEANS_REACH = 12

/** «توجت النقابة اليوم الثاني بمسيرة احتجاجية»: a protest behind «ب» is that of the verb's subject. */
export function protesterBy(trigger: Trigger, verbs: readonly FiniteVerb[]): Mention[] {
  if (trigger.preposition !== 'ب') return []
  const verb = lastVerb(verbs, trigger.from)
  // «نددت بالتخريب»: what is condemned or welcomed is done by others.
  if (verb === undefined || trigger.from - verb.at > MEANS_REACH || (verb.type && ANSWERING.has(verb.type))) return []
  return verb.subjects.filter((m) => m.to <= trigger.from && m.type !== 'place')
}
