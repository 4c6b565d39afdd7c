/** Who stands how toward whom, from what they do to each other, what they say of each other, and what is stated of them. */
import type { EntityType, EventType, Relation, Stance } from '../analysis.ts'
import type { FoundClaim } from '../claims/reading.ts'
import { isDivision, isRegion } from '../entities/regions.ts'
import type { FoundEvent } from '../events/found.ts'
import type { Acting } from './acting.ts'
import { ACTORS } from './sides.ts'
import type { StatedRelation } from './stated.ts'

/** What counts of an event that is not a fact. */
const WEIGHT = { happened: 1, planned: 0.6, demanded: 0.3, hypothetical: 0.2, denied: 0 } as const
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

/** One thing that ties two actors. */
interface Tie {
  from: string
  to: string
  score: number
  weight: number
  mutual: boolean
  support: boolean
  /** Of an agreement: regions and towns that make one are actors. */
  signs: boolean
  sentence: number
}

/** Each agent with whom its act binds it: the patients, and for what is done together the other agents. */
function tiesOf(
  event: FoundEvent,
  claims: readonly FoundClaim[],
  typeOf: (id: string) => EntityType | undefined,
  { statesOf }: Acting,
): Tie[] {
  // «اتفق وزراء خارجية مصر والأردن»: each for his state.
  const each = (ids: readonly string[]) =>
    ids.some((id) => statesOf(id)) ? [...new Set(ids.flatMap((id) => statesOf(id) ?? [id]))] : ids
  const [agents, patients] = [each(event.agents), each(event.patients)]
  const together = TOGETHER.has(event.type)
  const accused = event.claim !== undefined && claims[event.claim]?.stance === 'accuses'
  // «التنسيق الأمني مع مالي»: a lasting tie that is spoken of says less than an act.
  const spokenOf = event.takesUp && event.type === 'COOPERATE'
  const weight = WEIGHT[event.status] * (accused ? ALLEGED : 1) * (spokenOf ? SPOKEN_OF : 1)
  // Who asks somebody to help, talk or protect does not stand against him; nor does who but calls upon him.
  if (event.type === 'REQUEST' && event.goldstein < 0 && (event.forHelp || event.goldstein > MERE_CALL)) return []
  if (weight === 0 || agents.length * patients.length > WIDEST) return []
  return agents.flatMap((from, i) =>
    (together ? [...patients, ...agents.slice(i + 1)] : patients).map((to) => ({
      from,
      to,
      // «انسحب الحزب من الجبهة»: who leaves a body turns from it; who leaves a town gives way.
      score: event.mode === 'withdraw' && typeOf(to) === 'organization' ? LEFT : event.goldstein,
      weight,
      mutual: event.mutual || together,
      support: event.type === 'SUPPORT' || event.type === 'AGREE',
      signs: event.type === 'AGREE' || event.type === 'COOPERATE',
      sentence: event.sentence,
    })),
  )
}

/** «استُدعي السفير الليبي لدى اليونان»: whoever recalls or expels an envoy, his state and the one he was sent to stand so. */
function tiesOfEnvoys(event: FoundEvent, { stateOf }: Acting): Tie[] {
  const [envoy, host] = event.patients
  const state = envoy === undefined ? undefined : stateOf(envoy)
  if (event.type !== 'SANCTION' || event.agents.length > 0 || host === undefined) return []
  if (state === undefined || state === host || WEIGHT[event.status] === 0) return []
  const { goldstein: score, sentence } = event
  return [
    {
      from: state,
      to: host,
      score,
      weight: WEIGHT[event.status],
      mutual: false,
      support: false,
      signs: false,
      sentence,
    },
  ]
}

/** A saying against somebody ties its speaker to them, unless an event of the sentence does so already. */
function tiesOfClaims(claims: readonly FoundClaim[], events: readonly Tie[]): Tie[] {
  const told = new Set(
    events.filter((tie) => tie.score < 0).map(({ from, to, sentence }) => `${sentence}\n${from}\n${to}`),
  )
  return claims.flatMap(({ speaker, stance, against, regard, sentence }) => {
    const score = regard ?? STANCES[stance]
    if (score === undefined || speaker.entity === undefined || against === undefined) return []
    if (told.has(`${sentence}\n${speaker.entity}\n${against}`)) return []
    return [
      { from: speaker.entity, to: against, score, weight: 1, mutual: false, support: false, signs: false, sentence },
    ]
  })
}

interface Sum {
  from: string
  to: string
  sum: number
  weight: number
  mutual: boolean
  supports: number
  sentences: Set<number>
}

/**
 * The relations of an article: of each pair the mean of what ties them, on the Goldstein (1992) scale, weighted by how sure each tie is. What was
 * done together, or holds both ways, is mutual and told apart from what one does to the other. Strongest first.
 * @param claims of the whole article, with whom each is aimed at
 * @param stated what sentences state of two without telling an event
 * @param acting who acts for which state: what its army or minister does to a foreign actor holds between that one and the state too
 */
export function relationsOf(
  events: readonly FoundEvent[],
  claims: readonly FoundClaim[],
  stated: readonly StatedRelation[],
  typeOf: (id: string) => EntityType | undefined,
  acting: Acting,
): Relation[] {
  const held = new Set(
    stated.flatMap(({ from, to, sentence, score, mutual }) =>
      (mutual ? [from, to] : []).map((a, i) => sidesKey(a, i ? from : to, sentence, score)),
    ),
  )
  // What a sentence states of both («القطيعة بين …») is no act of the first of them.
  const fromEvents = events
    .flatMap((event) => tiesOf(event, claims, typeOf, acting))
    .map((tie) =>
      !tie.mutual && held.has(sidesKey(tie.from, tie.to, tie.sentence, tie.score)) ? { ...tie, mutual: true } : tie,
    )
  const isActor = (id: string) => ACTORS.has(typeOf(id)!)
  const isArmOf = (id: string, state: string) => typeOf(id) === 'organization' && acting.stateOf(id) === state
  const ties: Tie[] = [
    ...fromEvents,
    ...events.flatMap((event) => tiesOfEnvoys(event, acting)),
    ...tiesOfClaims(claims, fromEvents),
    ...stated.map((relation) => ({ ...relation, support: false, signs: false })),
  ]
  const together: Sums = { all: [], bySides: new Map() }
  const oneSided: Sums = { all: [], bySides: new Map() }
  const all = [...ties, ...ties.flatMap((tie) => [...betweenStates(tie, acting), ...betweenBodies(tie, acting)])]
  for (const tie of all) {
    // «وقعت إثيوبيا مذكرة مع أرض الصومال»: a region that signs is an actor.
    const stands = (id: string) =>
      isActor(id) ||
      (typeOf(id) === 'place' && ((tie.signs && isRegion(id)) || (tie.from === id && tie.score < 0 && isDivision(id))))
    // An arm of a state does not stand against it by what it does at home.
    if (tie.score < 0 && (isArmOf(tie.from, tie.to) || isArmOf(tie.to, tie.from))) continue
    if (tie.from === tie.to || !stands(tie.from) || !stands(tie.to)) continue
    if (tie.mutual) {
      const known = together.bySides.get(tie.to)?.get(tie.from)
      if (known) add(known, tie)
      else addTo(together, tie)
    } else addTo(oneSided, tie)
  }
  return [...withPlaces(together, oneSided), ...oneSided.all]
    .map(toRelation)
    .filter((relation) => relation.score !== 0)
    .sort((a, b) => Math.abs(b.score) * b.sentences.length - Math.abs(a.score) * a.sentences.length)
}

/** The same tie with the state of either side, or of both, in its place. */
function betweenStates(tie: Tie, { stateOf, isForeign }: Acting): Tie[] {
  return withStandIns(tie, stateOf, (state, other) => isForeign(other, state))
}

/** The same with the body for which either side acts, or both do. */
function betweenBodies(tie: Tie, { bodyOf }: Acting): Tie[] {
  return withStandIns(tie, bodyOf, () => true)
}

/** A tie with whoever is stood for in the place of either side, where `stands` toward the other side as it is; and of both. Nobody stands toward himself. */
function withStandIns(
  tie: Tie,
  standsFor: (id: string) => string | undefined,
  stands: (principal: string, other: string) => boolean,
): Tie[] {
  const [from, to] = [standsFor(tie.from), standsFor(tie.to)]
  const pairs: [string, string][] = []
  if (from !== undefined && stands(from, tie.to)) pairs.push([from, tie.to])
  if (to !== undefined && stands(to, tie.from)) pairs.push([tie.from, to])
  if (from !== undefined && to !== undefined) pairs.push([from, to])
  return pairs.filter(([a, b]) => a !== b).map(([a, b]) => ({ ...tie, from: a, to: b, weight: tie.weight * FOR_STATE }))
}

const sidesKey = (from: string, to: string, sentence: number, score: number) =>
  `${sentence} ${Math.sign(score)}\n${from}\n${to}`

/** Sums in the order in which they were begun, and by the one side, then by the other. */
interface Sums {
  all: Sum[]
  bySides: Map<string, Map<string, Sum>>
}

function addTo(sums: Sums, tie: Tie): void {
  const { from, to, mutual } = tie
  let byOther = sums.bySides.get(from)
  if (byOther === undefined) {
    byOther = new Map()
    sums.bySides.set(from, byOther)
  }
  let sum = byOther.get(to)
  if (sum === undefined) {
    sum = { from, to, sum: 0, weight: 0, mutual, supports: 0, sentences: new Set() }
    byOther.set(to, sum)
    sums.all.push(sum)
  }
  add(sum, tie)
}

function add(sum: Sum, tie: Tie): void {
  sum.sum += tie.weight * tie.score
  sum.weight += tie.weight
  if (tie.support) sum.supports++
  sum.sentences.add(tie.sentence)
}

/**
 * Each ordered pair has one relation: what two do together stands the other way round where one of them also acts toward the other alone, and
 * joins both where each does.
 */
function withPlaces(together: Sums, oneSided: Sums): Sum[] {
  return together.all.flatMap((sum) => {
    const there = oneSided.bySides.get(sum.from)?.get(sum.to)
    const back = oneSided.bySides.get(sum.to)?.get(sum.from)
    if (there === undefined) return [sum]
    if (back === undefined) return [{ ...sum, from: sum.to, to: sum.from }]
    for (const alone of [there, back]) {
      alone.sum += sum.sum
      alone.weight += sum.weight
      alone.supports += sum.supports
      for (const sentence of sum.sentences) alone.sentences.add(sentence)
    }
    return []
  })
}

function toRelation({ from, to, sum, weight, mutual, supports, sentences }: Sum): Relation {
  // Of one who has but threatened, planned or been asked for an act less is known than of one who did it.
  const score = Math.round((10 * sum) / Math.max(weight, SURE)) / 10
  const kind =
    score > 0 ? (supports > 0 && !mutual ? 'support' : 'cooperation') : score <= -6 ? 'conflict' : 'opposition'
  return { from, to, score, kind, mutual, sentences: [...sentences].sort((a, b) => a - b) }
}
