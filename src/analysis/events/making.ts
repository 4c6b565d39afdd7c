/** One event out of what was read of its trigger: its parties, time, place and the claim that it stands in. */
import type { EventStatus, EventType, TimeExpression } from '../analysis.ts'
import type { FoundClaim } from '../claims/reading.ts'
import type { Mention } from '../entities/mention.ts'
import { startOfClause } from '../lexicon/conjunction.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { readings } from '../text/clitics.ts'
import { offsetOfLetter } from '../text/fold.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import { isDenial } from './denials.ts'
import type { FoundEvent } from './found.ts'
import { opposedBehind } from './opposed.ts'
import type { Participants } from './participants.ts'
import { clauseAt, type SentenceView } from './sentence.ts'
import {
  callerOf,
  destinationOf,
  fighterWith,
  headOfClause,
  isOfSpeaker,
  ownerOfSubject,
  performerOf,
  proposerOf,
  protesterBy,
} from './stand-ins.ts'
import type { FiniteVerb } from './subjects.ts'
import type { Trigger } from './triggers.ts'
import { type When, whenOf } from './when.ts'

/** Verbs of the sixth form that tell what two do to each other. */
const RECIPROCAL = /^[وفس]?[يت]?ت(?:بادل|قاتل|راشق|حارب|نازع|قاذف)/

const SENDING = /^[وف]?[بل]?(?:ارسال|نشر|ايفاد|سحب|اجلاء)$/

/**
 * The event that a trigger tells, whether or not it tells enough to be told (`tells`), its time left out (`setTime`). Offsets are UTF-16 units of the text.
 * @param claims of the sentence; an event inside one points to it by index
 * @param earlier events of the sentence before it
 */
export function makeEvent(
  { view, verbs }: { view: SentenceView; verbs: readonly FiniteVerb[] },
  trigger: Trigger,
  status: EventStatus,
  participants: Participants,
  claims: readonly FoundClaim[],
  earlier: readonly FoundEvent[],
): FoundEvent {
  const { tokens } = view.document
  const { entry, from } = trigger
  const clause = clauseAt(view, from)
  const claim = claimAround(claims, view.index, from)
  const claimed = claim >= 0 ? claims[claim] : undefined
  const agents = ids(participants.agents)
  // Whoever is spoken of in what is denied is not whom the denial is turned to.
  const denial = isDenial(trigger)
  // «على لسان أمينها العام», «رفضت إرسال جنودها»: who speaks for somebody, or would be sent by him, does not suffer it.
  const ofSending = entry.type === 'REJECT' || entry.type === 'THREATEN'
  const suffersNothing = (m: Mention) => {
    const before = tokens[(m.titleFrom ?? m.from) - 1]?.key
    return before !== undefined && (before === 'لسان' || (ofSending && m.type === 'group' && SENDING.test(before)))
  }
  const patients = denial
    ? []
    : ids(
        participants.patients.some(suffersNothing)
          ? participants.patients.filter((m) => !suffersNothing(m))
          : participants.patients,
      )
  if (trigger.kind === 'hal') {
    // «…، متهما الجيش بـ…»: whoever the saying is by does it.
    const speaker = speakerOfHal(tokens[from]!, trigger, view.index, claims)
    const suffers = (id: string) => patients.includes(id) || earlier.some((event) => event.patients.includes(id))
    if (speaker !== undefined && !suffers(speaker) && !agents.includes(speaker))
      agents.splice(0, agents.length, speaker)
  }
  // «أُبرمت مذكرة بين البلدين»: two that one word names.
  if (participants.mutual && agents.length === 0 && patients.length > 1) agents.push(patients.shift()!)
  if (agents.length === 0 && claimed?.speaker.entity !== undefined && isOfSpeaker(view, trigger, claimed))
    agents.push(claimed.speaker.entity)
  const performer = performerOf(view, trigger)
  if (performer !== undefined && !patients.includes(performer.key)) agents.splice(0, agents.length, performer.key)
  if (entry.mode === 'visit' && patients.length === 0 && trigger.kind !== 'verb') {
    const destination = destinationOf(view, trigger)
    if (destination !== undefined && !agents.includes(destination.key)) patients.push(destination.key)
  }
  if (agents.length === 0 && entry.subject === 'agent') {
    addOthers(agents, ownerOfSubject(view, trigger, verbs), patients)
    if (agents.length === 0) addOthers(agents, headOfClause(view, trigger), patients)
    if (agents.length === 0 && entry.type === 'PROTEST')
      addOthers(agents, [...callerOf(view, trigger, verbs), ...protesterBy(trigger, verbs)].slice(0, 1), patients)
    if (agents.length === 0 && announced(view, trigger, claimed)) agents.push(claimed!.speaker.entity!)
    if (agents.length === 0 && participants.mutual && entry.type === 'ASSAULT')
      addOthers(agents, fighterWith(view, trigger, verbs), patients)
  }
  if (patients.length === 0 && PROPOSED.has(entry.type) && !denial)
    addOthers(patients, proposerOf(view, trigger, verbs), agents)
  if (entry.type === 'PROTEST' && patients.length === 0) addOthers(patients, opposedBehind(view, trigger), agents)
  // «شكرت الأشقاء في موريتانيا»: people named by nothing but their state.
  const home = participants.place
  if (entry.type === 'SUPPORT' && entry.object === 'patient' && patients.length === 0 && home?.type === 'state')
    if (!agents.includes(home.key)) patients.push(home.key)
  // «نفت قيادة الجيش إطلاق النار …»: an act is denied by who would have done it.
  const denier =
    claimed?.stance === 'denies' && trigger.kind === 'masdar' && from - claimed.from <= DENIED_WITHIN
      ? claimed.speaker.entity
      : undefined
  if (
    agents.length === 0 &&
    denier !== undefined &&
    !participants.patients.some((m) => m.key === denier) &&
    entry.subject === 'agent'
  )
    agents.push(denier)
  // «تبادل الجيش والحركة القصف»: what two do to each other has one on either side.
  const eachOther =
    entry.goldstein < 0 && patients.length === 0 && agents.length === 2 && RECIPROCAL.test(tokens[from]!.key)
  if (eachOther) patients.push(agents.pop()!)
  // «هاجم النائب الحكومة»: a person by name attacks with words.
  const inWords =
    entry.type === 'ASSAULT' &&
    entry.verb?.past === 'هاجم' &&
    participants.agents.length > 0 &&
    participants.agents.every(({ type }) => type === 'person')
  // «بلادها لن تقبل …»: who says that he will not consent refuses.
  const refuses = status === 'denied' && agents.length > 0 && isRefusal(view, trigger)
  const { type, mode, cameo, goldstein } = inWords ? ATTACK_IN_WORDS : refuses ? REFUSAL : entry
  const deniedByClaim =
    claimed?.stance === 'denies' &&
    status === 'happened' &&
    // «اتهمت كذا، وهو ما نفاه …», «نفى التهم»: that somebody accuses is not what the accused denies.
    !(type === 'ACCUSE' && (trigger.kind === 'verb' || from === claimed.from)) &&
    !isTakenUp(view, from)
  return {
    type,
    mode,
    cameo,
    trigger: { start: startOf(tokens[from]!, trigger), end: tokens[trigger.to - 1]!.end },
    sentence: view.index,
    clause: { start: startOfClause(tokens[clause.from]!), end: tokens[clause.to - 1]!.end },
    agents,
    patients,
    place: participants.place?.key,
    time: undefined,
    quantities: undefined,
    status: deniedByClaim ? 'denied' : refuses ? 'happened' : status,
    goldstein,
    claim: claimed && claim,
    at: from,
    mutual: participants.mutual || eachOther,
    takesUp:
      trigger.definite && (trigger.kind === 'masdar' || trigger.kind === 'noun') && !tokens[from]!.key.endsWith('ات'),
    forHelp: undefined,
    denial: denial ? true : undefined,
  }
}

/**
 * Gives an event its time.
 * @param status of its trigger, whatever a claim makes of it
 * @param times of the sentence, in order
 * @param publishedAt ISO 8601: what is told as fact of a day behind it is a plan
 */
export function setTime(
  { view, verbs }: { view: SentenceView; verbs: readonly FiniteVerb[] },
  event: FoundEvent,
  trigger: Trigger,
  status: EventStatus,
  times: readonly TimeExpression[],
  publishedAt: string | undefined,
): void {
  const told = whenOf(view, times, trigger.from, verbs)
  if (told === undefined) return
  const { text, value, end } = isPresent(trigger, status) ? nextOf(told, publishedAt) : told
  event.time = {
    text,
    ...(/^\d/.test(value) && { start: value }),
    ...(end && /^\d/.test(end) && { end }),
  }
  // What is told as fact of a day to come is a plan («ينفذ العمال إضرابا يوم غد»).
  if (event.status !== 'happened' || trigger.tense === 'past' || trigger.kind === 'hal') return
  if (isAfter(value, publishedAt) && !isToldFromPast(view, trigger)) event.status = 'planned'
}

/** «فر قبل أن توقفه الشرطة بعد تسعة أيام»: behind «قبل أن» the present is told from the past. */
const isToldFromPast = ({ document: { tokens } }: SentenceView, { kind, from }: Trigger): boolean =>
  kind === 'verb' && tokens[from - 1]?.key === 'ان' && tokens[from - 2]?.key === 'قبل'

/** The index of the claim of a sentence inside which a token stands, or −1. */
function claimAround(claims: readonly FoundClaim[], sentence: number, at: number): number {
  for (let k = 0; k < claims.length; k++) {
    const { from, to } = claims[k]!
    if (at >= from && at < to && claims[k]!.sentence === sentence) return k
  }
  return -1
}

/** The ids of mentions; «البلدان» are two. */
const ids = (mentions: readonly Mention[]): string[] =>
  mentions.some(({ also }) => also)
    ? mentions.flatMap(({ key, also }) => (also ? [key, also] : [key]))
    : mentions.map(({ key }) => key)

/** Adds the ids of mentions but for those that are elsewhere. */
function addOthers(to: string[], mentions: readonly Mention[], elsewhere: readonly string[]): void {
  for (const id of ids(mentions)) if (!elsewhere.includes(id)) to.push(id)
}

/** Words from «وهو» to an act that is told with what it takes up, at most. */
const TAKEN_UP_REACH = 8

/** «…، وهو القصف الذي خلف …»: behind a denial the text itself says what was. */
function isTakenUp({ document: { tokens }, from }: SentenceView, at: number): boolean {
  for (let i = at - 1; i >= Math.max(from, at - TAKEN_UP_REACH); i--) {
    if (tokens[i]!.kind === 'mark') return false
    if (/^وه[وي]$/.test(tokens[i]!.key)) return /^ال/.test(tokens[i + 1]!.key)
  }
  return false
}

/** CAMEO: criticize or denounce. */
const ATTACK_IN_WORDS = { type: 'ACCUSE', mode: 'disapprove', cameo: '111', goldstein: -2 } as const
/** CAMEO: reject. */
const REFUSAL = { type: 'REJECT', mode: undefined, cameo: '120', goldstein: -4 } as const
const CONSENTING = new Set(['سمح', 'قبل', 'وافق', 'رضي'])
/** «لن تقبل», «لن تسمح ب…»: a consent that is not to be given. */
const isRefusal = ({ document: { tokens } }: SentenceView, { kind, entry, from }: Trigger): boolean =>
  kind === 'verb' &&
  entry.verb !== undefined &&
  CONSENTING.has(entry.verb.past) &&
  /^[وف]?لن$/.test(tokens[from - 1]?.key ?? '')
/** Acts whose matter somebody else may have put forward. */
const PROPOSED: ReadonlySet<EventType> = new Set(['REJECT', 'SUPPORT'])
/** Acts that an authority announces as its own («أعلنت الشرطة عن إيقاف …»); of the dead it may announce others'. */
const ANNOUNCED: ReadonlySet<EventType> = new Set(['AGREE', 'AID', 'COERCE', 'COOPERATE', 'MOBILIZE', 'SANCTION'])

function announced(view: SentenceView, trigger: Trigger, claim: FoundClaim | undefined): boolean {
  if (claim?.stance !== 'asserts' || trigger.kind !== 'masdar' || trigger.from !== claim.from) return false
  const { entity } = claim.speaker
  if (entity === undefined || !ANNOUNCED.has(trigger.entry.type) || trigger.definite) return false
  const type = view.mentions.find(({ key }) => key === entity)?.type
  return type === 'organization' || type === 'state' || type === 'armed-group'
}

/** Words from a participle of saying to what is said, at most. */
const SAID_WITHIN = 20

/** The entity by whom a participle behind a comma is said, where it is a saying. */
function speakerOfHal(
  { text }: Token,
  { from }: Trigger,
  sentence: number,
  claims: readonly FoundClaim[],
): string | undefined {
  return claims.find(
    (claim) =>
      claim.sentence === sentence && claim.from > from && claim.from - from <= SAID_WITHIN && text.endsWith(claim.verb),
  )?.speaker.entity
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
const isAfter = (value: string, publishedAt: string | undefined) =>
  publishedAt !== undefined && /^\d{4}-\d\d-\d\d/.test(value) && value.slice(0, 10) > publishedAt.slice(0, 10)

/** Where the event word itself begins: behind «و», «ف» and, before a masdar, «ب» or «ل». */
function startOf(token: Token, trigger: Trigger): number {
  if (trigger.kind === 'verb' || trigger.kind === 'hal') return token.start
  return token.start + (startsOfNoun(token).get(joinedPreposition(trigger.preposition)) ?? 0)
}

const joinedPreposition = (preposition: string | undefined) =>
  preposition === 'ب' || preposition === 'ل' || preposition === 'ك' ? preposition : ''

/** By the preposition joined to a word: the UTF-16 units that stand before the event word in it. */
const startsOfNoun = perWord(({ key, text }): ReadonlyMap<string, number> => {
  const { events, phrases } = vocabulary()
  const starts = new Map<string, number>()
  for (const { stem, preposition, cliticLetters } of readings(key))
    if (!starts.has(preposition) && (events.has(stem) || phrases.has(stem)))
      starts.set(preposition, offsetOfLetter(text, cliticLetters))
  return starts
})
