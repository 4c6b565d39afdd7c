/** Who stands how toward whom, from what they do to each other, what they say of each other, and what is stated of them. */
import type { EventType, Relation, Stance } from '../analysis.ts'
import type { FoundClaim } from '../claims/reading.ts'
import { isDivision, isRegion } from '../entities/regions.ts'
import type { FoundEvent } from '../events/found.ts'
import { homeOf, isForeign, isInternational, type Parties, type Party } from './parties.ts'
import type { StatedRelation } from './stated.ts'

/** What counts of an event that is not a fact. */
const WEIGHT = { happened: 1, planned: 0.6, demanded: 0, hypothetical: 0.2, denied: 0 } as const
/** What somebody is accused of weighs so much of what is known of him. */
const ALLEGED = 0.5
const SPOKEN_OF = 0.3
/** As much as one plain fact weighs: what weighs less makes a weaker relation. */
const SURE = 0.6
/** CAMEO 02 (appeal) is milder than this, 10 (demand) is not. */
const MERE_CALL = -1
/** What is done for a state says a little less of it than what it does by name. */
const FOR_STATE = 0.8
/** On the Goldstein scale, of whoever leaves a body that he was in: as CAMEO 161 (reduce relations). */
const LEFT = -4
/** More pairs than this are a list, not relations between its members. */
const WIDEST = 12

/** What two do together they do with each other, whichever is named first. */
const TOGETHER: ReadonlySet<EventType> = new Set(['AGREE', 'CONSULT', 'COOPERATE'])

/** How a saying stands toward whom it is aimed at, on the Goldstein scale: CAMEO 112 (accuse) and 130 (threaten), the latter softened, as warnings go. */
const STANCES: Partial<Record<Stance, number>> = { accuses: -2, warns: -2, demands: -2 }

/** One thing that ties two. */
interface Tie {
  from: Party
  to: Party
  score: number
  weight: number
  mutual: boolean
  support: boolean
  /** Of an agreement: regions and towns that make one are actors. */
  signs: boolean
  sentence: number
}

/**
 * The relations of an article: of each pair the mean of what ties them, on the Goldstein (1992) scale, weighted by how sure each tie is. What was
 * done together, or holds both ways, is mutual and told apart from what one does to the other. Strongest first.
 * @param claims of the whole article, with whom each is aimed at
 * @param stated what sentences state of two without telling an event
 * @param parties with for whom they act: what a state's army or minister does to a foreign actor holds between that one and the state too
 */
export function relationsOf(
  events: readonly FoundEvent[],
  claims: readonly FoundClaim[],
  stated: readonly StatedRelation[],
  parties: Parties,
): Relation[] {
  const ties: Tie[] = []
  for (const event of events) tieByEvent(ties, event, claims, parties)
  holdBothWays(ties, stated)
  const ofEvents = ties.length
  for (const event of events) tieByEnvoy(ties, event, parties)
  tieByClaims(ties, ofEvents, claims, parties)
  for (const relation of stated) {
    const from = parties.of(relation.from)
    const to = parties.of(relation.to)
    if (from === undefined || to === undefined) continue
    const { score, weight, mutual, sentence } = relation
    ties.push({ from, to, score, weight, mutual, support: false, signs: false, sentence })
  }
  const sums: Sums = { together: [], oneSided: [], bySides: new Map(), limit: parties.limit }
  for (const tie of ties) addTo(sums, tie, tie.from, tie.to, tie.weight)
  for (const tie of ties) addForOthers(sums, tie, parties)
  return withPlaces(sums)
    .map(toRelation)
    .filter((relation) => relation.score !== 0)
    .sort((a, b) => Math.abs(b.score) * b.sentences.length - Math.abs(a.score) * a.sentences.length)
}

/** Ties each agent to whom its act binds it: the patients, and for what is done together the other agents. */
function tieByEvent(ties: Tie[], event: FoundEvent, claims: readonly FoundClaim[], parties: Parties): void {
  if (event.agents.length === 0) return
  const { type, status, goldstein, sentence } = event
  const together = TOGETHER.has(type)
  if (event.patients.length === 0 && !together) return
  const accused = event.claim !== undefined && claims[event.claim]?.stance === 'accuses'
  // «التنسيق الأمني مع مالي»: a lasting tie that is spoken of says less than an act.
  const spokenOf = event.takesUp && type === 'COOPERATE'
  const weight = WEIGHT[status] * (accused ? ALLEGED : 1) * (spokenOf ? SPOKEN_OF : 1)
  // Who asks somebody to help, talk or protect does not stand against him; nor does who but calls upon him.
  if (type === 'REQUEST' && goldstein < 0 && (event.forHelp || goldstein > MERE_CALL)) return
  if (weight === 0) return
  // What two may do together some day says nothing of how they stand.
  if (status === 'hypothetical' && goldstein > 0 && type !== 'CONSULT') return
  const agents = eachOf(event.agents, parties)
  const patients = eachOf(event.patients, parties)
  if (agents.length * patients.length > WIDEST) return
  const mutual = event.mutual || together
  const support = type === 'SUPPORT' || type === 'AGREE'
  const signs = type === 'AGREE' || type === 'COOPERATE'
  for (let i = 0; i < agents.length; i++) {
    const from = agents[i]!
    const others = together ? [...patients, ...agents.slice(i + 1)] : patients
    for (const to of others) {
      if (type === 'REQUEST' && !isTiedByAsking(from, to, goldstein)) continue
      // «انسحب الحزب من الجبهة»: who leaves a body turns from it; who leaves a town gives way.
      const score = event.mode === 'withdraw' && to.type === 'organization' ? LEFT : goldstein
      ties.push({ from, to, score, weight, mutual, support, signs, sentence })
    }
  }
}

/** Whether who asks is tied to whom he asks: not to his own officers and soldiers, and by a plea («ناشدت») only to a foreigner. */
function isTiedByAsking(from: Party, to: Party, goldstein: number): boolean {
  if (goldstein < 0) return from.state === undefined || from.state !== to.state
  const home = homeOf(to)
  return home === undefined ? isInternational(to) : homeOf(from) !== undefined && homeOf(from) !== home
}

/** «اتفق وزراء خارجية مصر والأردن»: each for his state. */
function eachOf(ids: readonly string[], parties: Parties): Party[] {
  const found: Party[] = []
  let areMany = false
  for (const id of ids) {
    const party = parties.of(id)
    if (party === undefined) continue
    found.push(party)
    areMany ||= party.states !== undefined
  }
  if (!areMany) return found
  return [...new Set(found.flatMap((party) => party.states?.flatMap((id) => parties.of(id) ?? []) ?? [party]))]
}

/** What a sentence states of both («القطيعة بين …») is no act of the first of them. */
function holdBothWays(ties: readonly Tie[], stated: readonly StatedRelation[]): void {
  const bySentence = new Map<number, StatedRelation[]>()
  for (const relation of stated) {
    if (!relation.mutual) continue
    const others = bySentence.get(relation.sentence)
    if (others === undefined) bySentence.set(relation.sentence, [relation])
    else others.push(relation)
  }
  for (const tie of ties) if (!tie.mutual) tie.mutual = bySentence.get(tie.sentence)?.some((r) => isOf(r, tie)) ?? false
}

/** Whether a sentence states of the sides of a tie, in whatever order, what has the sign of the tie. */
function isOf({ from, to, score }: StatedRelation, tie: Tie): boolean {
  if (Math.sign(score) !== Math.sign(tie.score)) return false
  return (from === tie.from.id && to === tie.to.id) || (from === tie.to.id && to === tie.from.id)
}

/** «استُدعي السفير الليبي لدى اليونان»: whoever recalls or expels an envoy, his state and the one he was sent to stand so. */
function tieByEnvoy(ties: Tie[], event: FoundEvent, parties: Parties): void {
  const { type, agents, patients, status, goldstein: score, sentence } = event
  if (type !== 'SANCTION' || agents.length > 0 || patients.length < 2 || WEIGHT[status] === 0) return
  const state = parties.of(patients[0]!)?.state
  const from = state === undefined ? undefined : parties.of(state)
  const to = parties.of(patients[1]!)
  if (from === undefined || to === undefined) return
  ties.push({ from, to, score, weight: WEIGHT[status], mutual: false, support: false, signs: false, sentence })
}

/**
 * A saying against somebody ties its speaker to them, unless an event of the sentence does so already.
 * @param ofEvents how many of the ties events make
 */
function tieByClaims(ties: Tie[], ofEvents: number, claims: readonly FoundClaim[], parties: Parties): void {
  let told: Set<number> | undefined
  const sidesIn = (sentence: number, from: Party, to: Party) =>
    (sentence * parties.limit + from.number) * parties.limit + to.number
  for (const { speaker, stance, against, regard, sentence } of claims) {
    const score = regard ?? STANCES[stance]
    if (score === undefined || speaker.entity === undefined || against === undefined) continue
    const from = parties.of(speaker.entity)
    const to = parties.of(against)
    if (from === undefined || to === undefined) continue
    if (told === undefined) {
      told = new Set()
      for (let k = 0; k < ofEvents; k++)
        if (ties[k]!.score < 0) told.add(sidesIn(ties[k]!.sentence, ties[k]!.from, ties[k]!.to))
    }
    if (told.has(sidesIn(sentence, from, to))) continue
    ties.push({ from, to, score, weight: 1, mutual: false, support: false, signs: false, sentence })
  }
}

interface Sum {
  from: Party
  to: Party
  sum: number
  weight: number
  mutual: boolean
  supports: number
  /** Of each tie. */
  sentences: number[]
}

/** Sums in the order in which they were begun, and by their sides. */
interface Sums {
  together: Sum[]
  oneSided: Sum[]
  bySides: Map<number, Sum>
  /** More than the number of any party. */
  limit: number
}

/** Adds a tie to the sum of two, its own sides or whom they stand for. */
function addTo(
  sums: Sums,
  { score, mutual, support, signs, sentence }: Tie,
  from: Party,
  to: Party,
  weight: number,
): void {
  if (from === to || !stands(from, signs, score < 0) || !stands(to, signs, false)) return
  // An arm of a state does not stand against it by what it does at home.
  if (score < 0 && (isArmOf(from, to) || isArmOf(to, from))) return
  let sum = mutual ? sums.bySides.get(sidesKey(sums, to, from, true)) : undefined
  sum ??= sums.bySides.get(sidesKey(sums, from, to, mutual))
  if (sum === undefined) {
    sum = { from, to, sum: 0, weight: 0, mutual, supports: 0, sentences: [] }
    sums.bySides.set(sidesKey(sums, from, to, mutual), sum)
    if (mutual) sums.together.push(sum)
    else sums.oneSided.push(sum)
  }
  sum.sum += weight * score
  sum.weight += weight
  if (support) sum.supports++
  sum.sentences.push(sentence)
}

const sidesKey = ({ limit }: Sums, from: Party, to: Party, mutual: boolean): number =>
  2 * (from.number * limit + to.number) + (mutual ? 1 : 0)

/** «وقعت إثيوبيا مذكرة مع أرض الصومال»: a region that signs is an actor, as is a division that is against somebody. */
const stands = ({ id, type }: Party, signs: boolean, isAgainst: boolean): boolean =>
  type !== 'place' || (signs && isRegion(id)) || (isAgainst && isDivision(id))

const isArmOf = ({ type, state }: Party, { id }: Party): boolean => type === 'organization' && state === id

/** Adds the same tie for the state of either side, or of both, in its place, and for the body for which either side acts, or both do. */
function addForOthers(sums: Sums, tie: Tie, { of }: Parties): void {
  const { from, to } = tie
  const weight = tie.weight * FOR_STATE
  if (from.state !== undefined || to.state !== undefined) {
    const one = from.state === undefined ? undefined : of(from.state)
    const other = to.state === undefined ? undefined : of(to.state)
    // Of two officers each stands toward the other, as do their states: neither toward the other's state alone.
    const areOfficers = one !== undefined && other !== undefined && from.type === 'person' && to.type === 'person'
    if (one && !areOfficers && standsToward(to, one.id, tie)) addTo(sums, tie, one, to, weight)
    if (other && !areOfficers && standsToward(from, other.id, tie)) addTo(sums, tie, from, other, weight)
    if (one && other) addTo(sums, tie, one, other, weight)
  }
  if (from.body !== undefined || to.body !== undefined) {
    const one = from.body === undefined ? undefined : of(from.body)
    const other = to.body === undefined ? undefined : of(to.body)
    if (one) addTo(sums, tie, one, to, weight)
    if (other) addTo(sums, tie, from, other, weight)
    if (one && other) addTo(sums, tie, one, other, weight)
  }
}

/** Whether somebody stands toward a state by what its officers do: a private man whom its police take does not. */
const standsToward = (other: Party, state: string, { score }: Tie): boolean =>
  isForeign(other, state) && (score > 0 || other.type !== 'person' || other.state !== undefined)

/**
 * All sums. Each ordered pair has one relation: what two do together stands the other way round where one of them also acts toward the other alone, and
 * joins both where each does.
 */
function withPlaces(sums: Sums): Sum[] {
  const found: Sum[] = []
  for (const sum of sums.together) {
    const { from, to } = sum
    const there = sums.bySides.get(sidesKey(sums, from, to, false))
    const back = there && sums.bySides.get(sidesKey(sums, to, from, false))
    if (there === undefined) found.push(sum)
    else if (back === undefined) found.push({ ...sum, from: to, to: from })
    else
      for (const alone of [there, back]) {
        alone.sum += sum.sum
        alone.weight += sum.weight
        alone.supports += sum.supports
        for (const sentence of sum.sentences) alone.sentences.push(sentence)
      }
  }
  for (const sum of sums.oneSided) found.push(sum)
  return found
}

function toRelation({ from, to, sum, weight, mutual, supports, sentences }: Sum): Relation {
  // Of one who has but threatened, planned or been asked for an act less is known than of one who did it.
  const score = Math.round((10 * sum) / Math.max(weight, SURE)) / 10
  const kind =
    score > 0 ? (supports > 0 && !mutual ? 'support' : 'cooperation') : score <= -6 ? 'conflict' : 'opposition'
  return { from: from.id, to: to.id, score, kind, mutual, sentences: inOrder(sentences) }
}

/** Each sentence once. */
function inOrder(sentences: number[]): number[] {
  let isSo = true
  for (let k = 1; k < sentences.length; k++) isSo &&= sentences[k - 1]! < sentences[k]!
  return isSo ? sentences : [...new Set(sentences)].sort((a, b) => a - b)
}
