/**
 * Toward whom an act is meant that names no one it is done to: the owner of its matter («رفضت تونس عرضا من الشركة», «جددت الرياض دعمها لجهود
 * المبعوث»), or those to whom it answers («اعتصم الطلبة فردت الشرطة بالغاز»).
 */
import type { EntityType, EventType } from '../analysis.ts'
import type { Mention } from '../entities/mention.ts'
import { isCounterpart } from '../entities/name-words.ts'
import type { SentenceReading } from '../events/events.ts'
import type { FoundEvent } from '../events/found.ts'
import { clauseAt, type SentenceView } from '../events/sentence.ts'
import type { FiniteVerb } from '../events/subjects.ts'
import { bare, withoutPronoun } from '../text/clitics.ts'
import { isFunctionWord, isRelative } from '../text/document.ts'
import { perWord } from '../text/word.ts'
import { isActor, listFrom } from './sides.ts'
import type { StatedRelation } from './stated.ts'

/** The owner of a matter stands no further behind the act, in tokens. */
const REACH = 12
/** What is done to somebody's matter says less than what is done to somebody. */
const SHARE = 0.6
const FACTS = { happened: 1, planned: 0.6, demanded: 0, hypothetical: 0, denied: 0 } as const
/** Acts by which one takes a stand on a matter. */
const STANDS: ReadonlySet<EventType> = new Set([
  'SUPPORT',
  'REJECT',
  'ACCUSE',
  'SANCTION',
  'ASSAULT',
  'COERCE',
  'THREATEN',
])
/** Those whose matter others may take up. */
const ON_MATTERS: ReadonlySet<EventType> = new Set(['SUPPORT', 'REJECT', 'ACCUSE'])
const HOSTILE: ReadonlySet<EventType> = new Set([
  'ASSAULT',
  'COERCE',
  'SANCTION',
  'THREATEN',
  'ACCUSE',
  'REJECT',
  'PROTEST',
])
/** Answers with force, and what they answer. */
const FORCE: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE'])
const ANSWERED: ReadonlySet<EventType> = new Set(['PROTEST', 'ASSAULT'])
const MEETING: ReadonlySet<EventType> = new Set(['CONSULT', 'AGREE'])
/** Verbs of doing something with somebody that are against him all the same. */
const AGAINST = /^[وف]?(?:ي|ت|ا)?(?:ختلف|ختلفت|شتبك|شتبكت|تقاتل|صطدم|صطدمت|تنازع|تعارض|تناقض|تنافس|تواجه)/

const QUARREL = -4

/** The ties of one sentence that its events leave out. */
export function tiesOfMatters(
  reading: SentenceReading,
  events: readonly FoundEvent[],
  typeOf: (id: string) => EntityType | undefined,
): StatedRelation[] {
  const found: StatedRelation[] = []
  const add = (from: string, to: string, score: number, weight: number, mutual: boolean) => {
    if (from !== to && score !== 0 && weight > 0)
      found.push({ from, to, score, weight, mutual, sentence: reading.view.index })
  }
  tieByEvents(reading, events, typeOf, add)
  tieByVerbs(reading, events, typeOf, add)
  return found
}

type Add = (from: string, to: string, score: number, weight: number, mutual: boolean) => void

function tieByEvents(
  { view, verbs }: SentenceReading,
  events: readonly FoundEvent[],
  typeOf: (id: string) => EntityType | undefined,
  add: Add,
): void {
  let spokenOf: string | undefined
  for (const event of events) {
    // «اجتماع برئاسة فلان وفلان»: both meet.
    if (MEETING.has(event.type) && event.status !== 'denied') {
      const hosts = hostsOf(view, event.at, typeOf)
      for (let i = 0; i < hosts.length; i++)
        for (let k = i + 1; k < hosts.length; k++) add(hosts[i]!, hosts[k]!, event.goldstein, SHARE, true)
    }
    if (!STANDS.has(event.type)) continue
    const isOnMatter = ON_MATTERS.has(event.type)
    const patients = actorsAmong(event.patients, typeOf)
    if (isOnMatter && event.patients.length === 1 && !verbAt(verbs, event.at)?.pronoun)
      spokenOf = patients[0] ?? spokenOf
    const weight = FACTS[event.status] * SHARE
    if (weight === 0 || event.agents.length === 0 || patients.length > 0) continue
    const agents = actorsAmong(event.agents, typeOf)
    if (agents.length === 0) continue
    const answered = FORCE.has(event.type) ? answeredBy(event, events, agents) : undefined
    if (answered) {
      const others = actorsAmong(answered.agents, typeOf)
      for (const from of agents) for (const to of others) add(from, to, event.goldstein, weight, false)
      continue
    }
    const owner = ownerBehind(view, verbs, event, agents, typeOf)
    if (owner === undefined) {
      // «رفضت إثيوبيا مقترح مصر، بينما أيده السودان»: the matter spoken of last.
      if (spokenOf !== undefined && !event.denial && takesUp(view, event, verbs))
        for (const from of agents) add(from, spokenOf, event.goldstein, weight, false)
      continue
    }
    if (isOnMatter) spokenOf = owner.key
    const score = toward(owner, event, events)
    for (const from of agents) add(from, owner.key, score, weight, false)
  }
}

/** «قدمت مصر مع الأردن مشروعا»: what two do together, whatever it is. */
function tieByVerbs(
  { view, verbs, triggers }: SentenceReading,
  events: readonly FoundEvent[],
  typeOf: (id: string) => EntityType | undefined,
  add: Add,
): void {
  for (const verb of verbs) {
    const companions = verb.slots.get('مع')
    if ((verb.subjects.length < 2 && companions === undefined) || isTold(events, verb.at)) continue
    const subjects = verb.subjects.filter((m) => isActor(m, typeOf))
    // «بحث وزير الداخلية ونظيره الليبي تأمين الحدود»: what two counterparts do, they do together.
    const [one, other] = subjects
    if (one && other && subjects.length === 2 && areCounterparts(view, one, other))
      add(one.key, other.key, 2, 0.5, true)
    if (companions === undefined) continue
    // «استعاد الجيش الجسر بعد معارك مع القبائل»: with whom he fought.
    const fought = (m: Mention) =>
      triggers.some((t) => t.from > verb.at && t.from < m.from && t.kind !== 'verb' && HOSTILE.has(t.entry.type))
    const partners = companions.filter((m) => isActor(m, typeOf) && !fought(m))
    if (partners.length === 0 || partners.length > 4) continue
    const subject =
      subjects.length === 0 ? topicOf(view, verb.at, typeOf) : subjects.length === 1 ? subjects[0] : undefined
    if (subject === undefined) continue
    // «اختلفت روسيا مع تركيا»: not with, but against each other.
    const score = AGAINST.test(view.document.tokens[verb.at]!.key) ? QUARREL : 2
    for (const { key } of partners) add(subject.key, key, score, 0.5, true)
  }
}

/** Those of some ids that can stand toward others. */
function actorsAmong(ids: readonly string[], typeOf: (id: string) => EntityType | undefined): string[] {
  const found: string[] = []
  for (const id of ids) {
    const type = typeOf(id)
    if (type !== undefined && type !== 'place') found.push(id)
  }
  return found
}

function verbAt(verbs: readonly FiniteVerb[], at: number): FiniteVerb | undefined {
  for (const verb of verbs) if (verb.at === at) return verb
  return undefined
}

function isTold(events: readonly FoundEvent[], at: number): boolean {
  for (const event of events) if (event.at === at) return true
  return false
}

/** «… ونظيره الأوغندي فلان»: the word that makes two of them stands between, within a few words. */
function areCounterparts({ document: { tokens } }: SentenceView, one: Mention, other: Mention): boolean {
  for (let at = one.to; at < Math.min(other.from, one.to + 4); at++) if (isCounterpart(tokens[at]!)) return true
  return false
}

/** «أيده», «تحفظت عليه», «رحب به»: an act on what was spoken of before. */
function takesUp({ document: { tokens } }: SentenceView, { at }: FoundEvent, verbs: readonly FiniteVerb[]): boolean {
  // «وهو مطلب رفضه التجار»: of what stands right before it.
  const verb = verbAt(verbs, at)
  const before = tokens[at - 1]
  if (verb === undefined || verb.antecedent || before?.key === 'ما') return false
  if (!/^[وف]/.test(tokens[at]!.key) && before?.kind === 'word' && !isFunctionWord(before)) return false
  return verb.pronoun || /^(?:ب|ل|علي)(?:ه|ها)$/.test(tokens[at + 1]?.key ?? '')
}

/** Who presides together: «برئاسة الوزيرين فلان وفلان», «بحضور فلان وفلان». */
function hostsOf(view: SentenceView, at: number, typeOf: (id: string) => EntityType | undefined): string[] {
  const { tokens } = view.document
  const to = Math.min(clauseAt(view, at).to, at + 2 * REACH)
  for (let i = at + 1; i < to; i++) {
    if (!opensHosts(tokens[i]!)) continue
    const listed = listFrom(view, i + 1, typeOf)
    return listed.length >= 2 && listed.length <= 3 ? listed : []
  }
  return []
}

const opensHosts = perWord(({ key }) => /^(?:برءاسه|بحضور|بمشاركه)$/.test(key))

/** «فالجزائر، التي …، قدمت …»: who opens the sentence, before a verb without a subject of its own. */
function topicOf(view: SentenceView, at: number, typeOf: (id: string) => EntityType | undefined): Mention | undefined {
  const first = view.mentions[0]
  const from = first && (first.titleFrom ?? first.from)
  return first && from! <= view.from + 1 && first.to <= at && first.preposition === '' && isActor(first, typeOf)
    ? first
    : undefined
}

/** The act of somebody else, told before in the sentence, to which force answers. */
function answeredBy(
  event: FoundEvent,
  events: readonly FoundEvent[],
  agents: readonly string[],
): FoundEvent | undefined {
  return events.findLast(
    (other) =>
      other.at < event.at &&
      ANSWERED.has(other.type) &&
      other.status === 'happened' &&
      other.agents.length > 0 &&
      !other.agents.some((id) => agents.includes(id)),
  )
}

/** The first actor behind an act, in its clause, with no verb between: in construct, by an adjective, or behind «ل», «من»; of force also «في», «على». */
function ownerBehind(
  view: SentenceView,
  verbs: readonly FiniteVerb[],
  event: FoundEvent,
  agents: readonly string[],
  typeOf: (id: string) => EntityType | undefined,
): Mention | undefined {
  const { tokens } = view.document
  const to = Math.min(clauseAt(view, event.at).to, event.at + REACH)
  const accuses = event.type === 'ACCUSE'
  const prepositions = FORCE.has(event.type) ? FORCEFUL : accuses ? ACCUSING : OWNING
  for (let at = event.at + 1; at < to; at++) {
    const token = tokens[at]!
    // «إلغاء النتائج بعد اقتحام مسلحين المراكز»: when, not whose.
    // «رفضت تسوية على حساب الضحايا»: at whose cost.
    if (
      isRelative(token) ||
      WHEN.has(token.key) ||
      token.key === 'حساب' ||
      (token.kind === 'mark' && !/^[«»"]$/.test(token.text))
    )
      return undefined
    const mention = view.startsAt.get(at)
    if (mention === undefined) {
      // «متهما المنظمات بتخويف النازحين»: of what, not whose.
      if (accuses && opensCharge(token)) return undefined
      // «في وقت لاحق».
      if (verbAt(verbs, at) && tokens[at - 1]!.key !== 'وقت') return undefined
      continue
    }
    at = mention.to - 1
    if (agents.includes(mention.key) || !isActor(mention, typeOf)) continue
    // «رفضت كينيا إرسال جنودها»: her own.
    if (mention.via === 'group' && withoutPronoun(bare(tokens[mention.from]!.key)) !== undefined) return undefined
    const before = tokens[(mention.titleFrom ?? mention.from) - 1]!
    const free = mention.preposition === '' ? before.key : mention.preposition
    // Another subject or object of its own is told by the event.
    if (mention.conjunction !== '') return undefined
    if (mention.preposition !== '' || isPrepositionKey(free)) return prepositions.has(free) ? mention : undefined
    return mention
  }
  return undefined
}

const WHEN: ReadonlySet<string> = new Set(['بعد', 'قبل', 'عقب', 'اثر', 'خلال', 'منذ', 'حتي', 'اثناء'])
const ACCUSING: ReadonlySet<string> = new Set(['ل', 'علي'])
const opensCharge = perWord(({ key }) => /^ب(?!شكل|صوره|شده).{3}/.test(key))
const OWNING: ReadonlySet<string> = new Set(['ل', 'من', 'علي', 'ب'])
const FORCEFUL: ReadonlySet<string> = new Set(['ل', 'من', 'في', 'علي', 'ضد', 'ب'])
const isPrepositionKey = (key: string): boolean => /^(?:في|من|الي|عن|علي|مع|بين|ضد|لدي|حول|تجاه|بشان|ل|ب|ك)$/.test(key)

/** How an act on a matter stands toward its owner: whoever supports what is done against him does not support him. */
function toward(owner: Mention, event: FoundEvent, events: readonly FoundEvent[]): number {
  const suffered = events.some(
    (other) =>
      other.at > event.at && other.at < owner.from && HOSTILE.has(other.type) && other.patients.includes(owner.key),
  )
  if (!suffered) return event.goldstein
  return event.goldstein > 0 ? -event.goldstein : 0
}
