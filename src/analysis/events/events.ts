/** The events of an article: each trigger with its participants, place, time and status; what is told twice is one event. */
import type { Event, EventStatus, TimeExpression } from '../analysis.ts'
import type { FoundClaim } from '../claims/reading.ts'
import type { Mention } from '../entities/mention.ts'
import { startOfClause } from '../lexicon/conjunction.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { bare, readings } from '../text/clitics.ts'
import { fold, offsetOfLetter } from '../text/fold.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import { giveCounts, nearestHead } from './counting.ts'
import { givingEntry, soleTypeOfVerb } from './forms.ts'
import { type Participants, participantsOf } from './participants.ts'
import { type Count, countsOf } from './quantities.ts'
import { clauseAt, type SentenceView } from './sentence.ts'
import { needsParticipant, statusOf } from './status.ts'
import { type FiniteVerb, finiteVerbs } from './subjects.ts'
import { type Trigger, triggersOf } from './triggers.ts'
import { type When, whenOf } from './when.ts'

/** One sentence read for events: its triggers and finite verbs. */
export interface SentenceReading {
  view: SentenceView
  triggers: Trigger[]
  verbs: FiniteVerb[]
}

/** An event that still knows its trigger and whether it was done together. */
export interface FoundEvent extends Event {
  at: number
  mutual: boolean
  /** Told by a definite noun in the singular: it takes up what was told before, if anything was («الهجوم»). */
  takesUp: boolean
}

/**
 * Triggers and finite verbs of a sentence, found once and used by events and claims alike. Whoever the sentence `before` was about is the
 * subject of a verb that opens this one without one («ثم غادر …»).
 */
export function readSentence(view: SentenceView, before?: SentenceReading): SentenceReading {
  const triggers = triggersOf(view)
  const triggerAt = new Map(triggers.map((t) => [t.from, t]))
  const verbs = finiteVerbs(view, (at) => triggerAt.get(at), before?.verbs)
  // What could be a verb but stands where only a noun can is the masdar that is spelled like it.
  const verbAt = new Set(verbs.map((verb) => verb.at))
  const read = triggers.map((t) =>
    t.kind === 'verb' && !verbAt.has(t.from) ? asMasdar(t) : verbAt.has(t.from) && isBareVerb(view, t) ? asVerb(t) : t,
  )
  return { view, triggers: read, verbs }
}

/** «… قتل عراقي وجرح آخر»: a bare root that was found to be a verb, and has nothing definite behind it that a masdar would be in construct with. */
function isBareVerb(view: SentenceView, trigger: Trigger): boolean {
  const next = view.document.tokens[trigger.to]
  const { key } = view.document.tokens[trigger.from]!
  return (
    trigger.kind === 'masdar' &&
    trigger.phrase.length === 0 &&
    trigger.preposition === undefined &&
    key.length === 3 &&
    trigger.entry.verb !== undefined &&
    fold(trigger.entry.verb.past) === key &&
    next?.kind === 'word' &&
    bare(next.key) === next.key &&
    view.startsAt.get(trigger.to)?.via !== 'name'
  )
}

const asVerb = (trigger: Trigger): Trigger => ({
  ...trigger,
  kind: 'verb',
  voice: 'either',
  subject: 'masculine',
  tense: 'past',
})

function asMasdar({ subject: _subject, tense: _tense, ...trigger }: Trigger): Trigger {
  return { ...trigger, kind: 'masdar', voice: 'active' }
}

/** Lengths, areas, degrees and shares are no objects. */
const MEASURE = /^(?:ال)?(?:كيلو|كلم|متر|أمتار|ميل|أميال|هكتار|فدان|درج|لتر|قدم|أقدام|نقط|%)/
/** A counted object stands so close behind its verb, or its verb's subject. */
const COUNTED_OBJECT = 4

/** «قدمت ألمانيا 30 مليون يورو»: of the meanings of a common verb a sum of money picks the one that gives. */
function giving(view: SentenceView, trigger: Trigger, count: Count | undefined): Trigger {
  if (!count?.money || !trigger.entry.weak || trigger.kind !== 'verb' || trigger.phrase.length > 0) return trigger
  const entry = givingEntry(view.document.tokens[trigger.from]!)
  return entry === undefined ? trigger : { ...trigger, entry }
}

/**
 * The events of one sentence, in order. `claims` are those of the article found so far; an event inside one points to it. A count of casualties that
 * no event of the sentence tells («الحصيلة 15 قتيلا») is added to the one of the `earlier` sentences that it counts.
 */
export function eventsOf(
  reading: SentenceReading,
  claims: readonly FoundClaim[],
  times: readonly TimeExpression[],
  earlier: readonly FoundEvent[] = [],
  publishedAt?: string,
): FoundEvent[] {
  const { view, triggers, verbs } = reading
  const strong = new Set(triggers.filter((t) => !t.entry.weak).map((t) => t.from))
  const isTrigger = (at: number) => strong.has(at)
  const found: FoundEvent[] = []
  const counts = countsOf(view)
  const heads = triggers.map((t) => t.from)
  const counting = new Map(counts.map((count) => [nearestHead(view, count, heads), count]))
  let last: { trigger: Trigger; status: EventStatus } | undefined
  for (const read of triggers) {
    const trigger = giving(view, read, counting.get(read.from))
    const status = statusOf(view, trigger, last)
    last = { trigger, status }
    const participants = participantsOf(view, trigger, verbs, isTrigger)
    const head = found[found.length - 1]
    if (head !== undefined && isSameAct(view, head, trigger, status)) {
      // «توقيع مذكرة تفاهم بين …»: one act in two words.
      absorb(head, participants)
      continue
    }
    if (participants.antecedent !== undefined) resolveAntecedent(view, participants, participants.antecedent, found)
    const event = makeEvent(reading, trigger, status, participants, claims, times, publishedAt)
    if (
      tells(view, trigger, event, counting.get(trigger.from), {
        people: participants.patients.some(isPeople),
        place: participants.patients.some(({ type }) => type === 'place'),
      }) &&
      !isFigurative(view, trigger)
    )
      found.push(event)
  }
  giveCounts(view, counts, found, earlier)
  return isAboutSport(view)
    ? found.filter(({ type, quantities }) => type === 'PROTEST' || (type === 'ASSAULT' && quantities !== undefined))
    : found
}

/** Whether the phrases of a verb join what it takes by a preposition («سيطر على», but not «ضم»). */
const takesBy = ({ verb, phrases }: Trigger['entry'], preposition: string) =>
  verb !== undefined && phrases.some((phrase) => phrase.startsWith(`${verb.past} ${preposition} `))

/** CAMEO: occupy territory. */
const OCCUPY = '192'

/** So many words of sport make a sentence one about sport, where teams attack, defend and are expelled. */
const SPORT_WORDS = 2
const SPORT = new Set(
  'مباراه مباريات منتخب منتخبات دوري كاس بطوله بطولات هدف اهداف مرمي لاعب لاعبو لاعبي لاعبين لاعبون مدرب مهاجم مدافع حارس شوط اشواط مونديال اولمبياد ركله ملعب ملاعب نادي الاندية انديه فريق تصفيات نقاط سباق ميداليه ميداليات شباك كره القدم هداف'.split(
    ' ',
  ),
)

const isOfSport = perWord(({ key }) => SPORT.has(bare(key)) || (/^[وبل]/.test(key) && SPORT.has(bare(key.slice(1)))))

function isAboutSport(view: SentenceView): boolean {
  let words = 0
  for (let at = view.from; at < view.to; at++)
    if (isOfSport(view.document.tokens[at]!) && ++words > SPORT_WORDS) return true
  return false
}

/** Whether a trigger is but a further word of the act told right before it: of one type, in its construct. */
function isSameAct(view: SentenceView, head: FoundEvent, trigger: Trigger, status: EventStatus): boolean {
  if (head.type !== trigger.entry.type || head.status !== status || trigger.kind === 'verb' || trigger.kind === 'hal')
    return false
  const { tokens } = view.document
  if (trigger.preposition !== undefined || /^و/.test(tokens[trigger.from]!.key)) return false
  return tokens[trigger.from]!.start - head.trigger.end <= 1
}

function absorb(head: FoundEvent, { agents, patients, place, mutual }: Participants): void {
  for (const { key } of agents) if (!head.agents.includes(key) && !head.patients.includes(key)) head.agents.push(key)
  for (const { key } of patients)
    if (!head.agents.includes(key) && !head.patients.includes(key)) head.patients.push(key)
  if (place) head.place ??= place.key
  head.mutual ||= mutual
}

/** «المشروع الذي زكته بريطانيا»: who supports what somebody put forward supports whoever put it forward. */
function resolveAntecedent(
  view: SentenceView,
  participants: Participants,
  at: number,
  earlier: readonly FoundEvent[],
): void {
  const noun = bare(view.document.tokens[at]!.key)
  const source = earlier.findLast((event) => {
    const clause = clauseAt(view, event.at)
    for (let i = event.at; i < Math.min(clause.to, event.at + 12); i++)
      if (bare(view.document.tokens[i]!.key) === noun && i !== at) return true
    return false
  })
  if (source === undefined) return
  const known = new Set(participants.agents.map((m) => m.key))
  for (const key of source.agents) {
    const mention = view.mentions.find((m) => m.key === key)
    if (mention && !known.has(key)) participants.patients.push(mention)
  }
}

/**
 * A common word tells an event only where somebody is named in it, or its victims or its sum are counted; a masdar only where anybody takes part, is
 * counted, or where it happened is said.
 */
function tells(
  view: SentenceView,
  trigger: Trigger,
  { agents, patients, place, type, status, claim }: FoundEvent,
  count: Count | undefined,
  taken: { people: boolean; place: boolean },
): boolean {
  const parties = agents.length + patients.length
  // «مسيرته», «مسيرتها»: a career, and no march.
  if (type === 'PROTEST' && trigger.pronoun && trigger.kind !== 'verb') return false
  if (trigger.entry.weak && trigger.phrase.length === 0) {
    if (
      trigger.entry.withPeople &&
      trigger.kind === 'verb' &&
      (agents.length > 0 || trigger.voice === 'passive') &&
      (taken.people || trigger.pronoun || count !== undefined)
    )
      return true
    // «سيطر الجيش على الخرطوم»: whoever takes a place takes it by force.
    if (trigger.entry.cameo === OCCUPY && agents.length > 0 && taken.place && takesBy(trigger.entry, 'على')) return true
    // A common verb that has phrases tells its event in them; alone («أكد لوكالة …») it tells none, but that «ساهمت بمليون دولار» gives.
    if (trigger.kind === 'verb' && trigger.entry.phrases.length > 0)
      return (
        (type === 'AID' && count?.money === true) ||
        // «أحرق أربعين خيمة»: what has but one meaning tells it with what it is done to counted right behind it.
        (count !== undefined &&
          (!count.money || type === 'COERCE' || type === 'SANCTION') &&
          count.from - trigger.to <= COUNTED_OBJECT &&
          !MEASURE.test(count.quantity.of ?? '') &&
          !trigger.pronoun &&
          soleTypeOfVerb(view.document.tokens[trigger.from]!) === type)
      )
    return (
      (agents.length > 0 && patients.length > 0) ||
      (count !== undefined && (agents.length > 0 || trigger.voice === 'passive'))
    )
  }
  if (trigger.kind === 'active-participle' || trigger.kind === 'passive-participle') return parties > 0
  // «وصلت المساعدات إلى غزة» is no visit: nobody came.
  if (trigger.entry.mode === 'visit' && (trigger.kind === 'verb' ? agents.length : parties) === 0) return false
  // «لتصل إلى 6 ملايين»: nor did anybody come who came nowhere.
  if (trigger.entry.mode === 'visit' && trigger.phrase.length > 0 && patients.length === 0 && place === undefined)
    return false
  if (!needsParticipant(trigger)) return parties > 0 || count !== undefined
  // «نفى أن يكون الطيران قد نفذ أي طلعة»: what somebody denies, whoever would have done it.
  if (status === 'denied' && claim !== undefined && (!trigger.entry.weak || trigger.phrase.length > 0)) return true
  if (type === 'ASSAULT' && (hasVictim(view, trigger) || isSaidToOccur(view, trigger))) return true
  if (type === 'COERCE' && trigger.kind !== 'verb' && hasVictim(view, trigger)) return true
  const happens = type === 'ASSAULT' || type === 'PROTEST' || type === 'CONSULT'
  return parties > 0 || count !== undefined || (happens && place !== undefined) || trigger.voice === 'passive'
}

/** «مقتل شاب», «نافيا مقتل أي مدني»: somebody whom nothing else is told of. */
function hasVictim(view: SentenceView, trigger: Trigger): boolean {
  const { tokens } = view.document
  let at = trigger.to
  while (at < view.to && /^(?:اي|احد|احدي)$/.test(tokens[at]!.key)) at++
  return trigger.entry.object === 'patient' && at < view.to && namesPeople(tokens[at]!)
}

const namesPeople = perWord(({ kind, key }) => {
  const { groups, titles } = vocabulary()
  const stem = bare(key)
  const group = groups.get(stem) ?? (stem.endsWith('ا') ? groups.get(stem.slice(0, -1)) : undefined)
  return kind === 'word' && (group?.entry.kind === 'people' || group?.entry.kind === 'armed' || titles.has(stem))
})

const OCCURRING = new Set(
  'وقع وقعت سمع دوي دوت حدث حدثت اندلع اندلعت تجدد تجددت شهد شهدت هز هزت استمر استمرت جري جرت'.split(' '),
)

/** «وسُمع إطلاق نار», «وقع انفجار»: right behind a verb that says no more than that it was. */
const isSaidToOccur = (view: SentenceView, trigger: Trigger) =>
  trigger.from > view.from && trigger.kind !== 'verb' && occurs(view.document.tokens[trigger.from - 1]!)
const occurs = perWord(({ key }) => OCCURRING.has(key) || (/^[وف]/.test(key) && OCCURRING.has(key.slice(1))))

const isPeople = ({ type, via }: Mention) =>
  via !== 'nisba' && (type === 'person' || type === 'group' || type === 'armed-group')

/** «معارك دبلوماسية», «حرب تجارية»: an assault whose adjective says that nobody is struck. */
const FIGURATIVE =
  /^(?:ال)?(?:دبلوماسي|سياسي|قانوني|قضاءي|انتخابي|اعلامي|كلامي|اقتصادي|تجاري|ثقافي|فكري|رياضي|كروي|نفسي)(?:ه|ا|ات|ين)?$/

function isFigurative(view: SentenceView, trigger: Trigger): boolean {
  const last = Math.max(trigger.to - 1, ...trigger.phrase)
  return trigger.entry.type === 'ASSAULT' && FIGURATIVE.test(view.document.tokens[last + 1]?.key ?? '')
}

function makeEvent(
  { view, verbs }: SentenceReading,
  trigger: Trigger,
  status: EventStatus,
  participants: Participants,
  claims: readonly FoundClaim[],
  times: readonly TimeExpression[],
  publishedAt: string | undefined,
): FoundEvent {
  const { tokens } = view.document
  const { entry } = trigger
  const clause = clauseAt(view, trigger.from)
  const span = { start: startOfClause(tokens[clause.from]!), end: tokens[clause.to - 1]!.end }
  const claim = claims.findIndex((c) => c.sentence === view.index && trigger.from >= c.from && trigger.from < c.to)
  const told = whenOf(view, times, clause, trigger.from, verbs)
  const time = told && isPresent(trigger, status) ? nextOf(told, publishedAt) : told
  // «البلدان» are two.
  const ids = (mentions: readonly Mention[]) => mentions.flatMap((m) => (m.also ? [m.key, m.also] : [m.key]))
  const claimed = claims[claim]
  const agents = ids(participants.agents)
  // «نفت قيادة الجيش إطلاق النار …»: an act is denied by who would have done it.
  const denier =
    claimed?.stance === 'denies' && trigger.kind === 'masdar' && trigger.from - claimed.from <= DENIED_WITHIN
      ? claimed.speaker.entity
      : undefined
  if (
    agents.length === 0 &&
    denier !== undefined &&
    !participants.patients.some((m) => m.key === denier) &&
    entry.subject === 'agent'
  )
    agents.push(denier)
  // What is told as fact of a day to come is a plan («ينفذ العمال إضرابا يوم غد»).
  // «فر قبل أن توقفه الشرطة بعد تسعة أيام»: behind «قبل أن» the present is told from the past.
  const key = (at: number) => tokens[at]?.key ?? ''
  const toldFromPast = trigger.kind === 'verb' && key(trigger.from - 1) === 'ان' && key(trigger.from - 2) === 'قبل'
  const lies =
    status === 'happened' &&
    trigger.tense !== 'past' &&
    trigger.kind !== 'hal' &&
    !toldFromPast &&
    isAfter(time?.value, publishedAt)
  return {
    type: entry.type,
    mode: entry.mode,
    cameo: entry.cameo,
    trigger: { start: startOf(tokens[trigger.from]!, trigger), end: tokens[trigger.to - 1]!.end },
    sentence: view.index,
    clause: span,
    agents,
    patients: ids(participants.patients),
    place: participants.place?.key,
    time: time && {
      text: time.text,
      ...(/^\d/.test(time.value) && { start: time.value }),
      ...(time.end && /^\d/.test(time.end) && { end: time.end }),
    },
    quantities: undefined,
    status: claimed?.stance === 'denies' && status === 'happened' ? 'denied' : lies ? 'planned' : status,
    goldstein: entry.goldstein,
    claim: claim >= 0 ? claim : undefined,
    at: trigger.from,
    mutual: participants.mutual,
    takesUp:
      trigger.definite &&
      (trigger.kind === 'masdar' || trigger.kind === 'noun') &&
      !tokens[trigger.from]!.key.endsWith('ات'),
  }
}

/** Words from the head of a denial to the act that it denies, at most. */
const DENIED_WITHIN = 6

/** A verb in the present that tells an act as fact, with no particle before. */
const isPresent = ({ kind, tense }: Trigger, status: EventStatus) =>
  kind === 'verb' && tense === 'present' && (status === 'happened' || status === 'planned')

const BARE_WEEKDAY = /^(?:يوم )?(?:الأحد|الإثنين|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت)$/
const WEEK = 7 * 24 * 3600 * 1000

/** «يعقد المجلس جلسة الخميس»: by a verb in the present a weekday without more is the next one. */
function nextOf(time: When, publishedAt: string | undefined): When {
  if (publishedAt === undefined || !BARE_WEEKDAY.test(time.text) || !/^\d{4}-\d\d-\d\d$/.test(time.value)) return time
  if (time.value >= publishedAt.slice(0, 10)) return time
  return { ...time, value: new Date(Date.parse(time.value) + WEEK).toISOString().slice(0, 10) }
}

/** Whether a date lies after the day of publication; undated and half-dated ones do not. */
const isAfter = (value: string | undefined, publishedAt: string | undefined) =>
  value !== undefined &&
  publishedAt !== undefined &&
  /^\d{4}-\d\d-\d\d/.test(value) &&
  value.slice(0, 10) > publishedAt.slice(0, 10)

/** Where the event word itself begins: behind «و», «ف» and, before a masdar, «ب» or «ل». */
function startOf(token: Token, trigger: Trigger): number {
  if (trigger.kind === 'verb' || trigger.kind === 'hal') return token.start
  return token.start + (startsOfNoun(token).get(joinedPreposition(trigger.preposition)) ?? 0)
}

const joinedPreposition = (preposition = '') => (/^[بلك]$/.test(preposition) ? preposition : '')

/** By the preposition joined to a word: the UTF-16 units that stand before the event word in it. */
const startsOfNoun = perWord(({ key, text }): ReadonlyMap<string, number> => {
  const { events, phrases } = vocabulary()
  const starts = new Map<string, number>()
  for (const { stem, preposition, cliticLetters } of readings(key))
    if (!starts.has(preposition) && (events.has(stem) || phrases.has(stem)))
      starts.set(preposition, offsetOfLetter(text, cliticLetters))
  return starts
})
