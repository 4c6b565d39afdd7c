/** How much of what an article tells an analysis has, and how much of what the analysis has is told: events, relations, claims. */
import type { Analysis, Event, Span } from '../../src/analysis/analysis.ts'
import { fold } from '../../src/analysis/text/fold.ts'
import type { Marked } from './marked.ts'
import { alignMentions, covers, type Share } from './marked-score.ts'
import type { Told, ToldEvent } from './told.ts'

/** The names of the shares, as they are shown. */
export const TOLD_SHARES = [
  /** Events of the analysis whose trigger is marked, with a type that it may have; happenings that some event tells so. */
  'eventPrecision',
  'eventRecall',
  /** Happenings that one event tells, out of those that any does. */
  'toldOnce',
  /** Of the events that are told: the status right; parties of the analysis that are right; right parties that it has. */
  'status',
  'agentPrecision',
  'agentRecall',
  'patientPrecision',
  'patientRecall',
  /** Times of these events that are theirs; times of theirs that they have. */
  'eventTimePrecision',
  'eventTimeRecall',
  /** Ties of two actors: sign right, out of those of the analysis; those told that it has; of these, who acts upon whom. */
  'relationPrecision',
  'relationRecall',
  'relationDirection',
  /** Claims that are told; told ones that are there; of these, the stance right. */
  'claimPrecision',
  'claimRecall',
  'claimStance',
] as const
export type ToldShareName = (typeof TOLD_SHARES)[number]

export interface ToldScore {
  shares: Record<ToldShareName, Share>
  missed: string[]
}

const touches = (a: Span, b: Span) => a.start < b.end && b.start < a.end
/** Types whose parties act together: who of them stands first says nothing. */
const TOGETHER = new Set(['CONSULT', 'AGREE', 'COOPERATE'])

/** An analysis against all that is told in the same text, whose mentions are marked too. */
export function scoreTold(analysis: Analysis, marked: Marked, told: Told): ToldScore {
  const { rightOf } = alignMentions(analysis, marked)
  const pairs = [...rightOf].flatMap(([id, own]) => (own?.includes(' + ') ? [{ id, of: own.split(' + ') }] : []))
  const markOf = new Map([...rightOf].flatMap(([id, own]) => (own === undefined ? [] : [[own, id]])))
  const membersOf = new Map(pairs.map(({ id, of }) => [id, of.map((one) => markOf.get(one) ?? one)]))
  /** Marked ids for entities of the analysis; an entity that is marked nowhere keeps its own, which is then none of the marked. */
  const marksOf = (entities: readonly string[]) => [...new Set(entities.map((id) => markOf.get(id) ?? id))]
  const single = bySingleActors(told, (id) => membersOf.get(id) ?? [id])
  const events = scoreEvents(analysis, single, marksOf)
  const relations = scoreRelations(analysis, single, (id) => markOf.get(id) ?? id)
  const called = Map.groupBy(marked.mentions, ({ id }) => id)
  const claims = scoreClaims(analysis, told, (id, { entity, text }) =>
    entity === undefined
      ? (called.get(id) ?? []).some(({ span }) => shareWords(marked.text.slice(span.start, span.end), text))
      : (markOf.get(entity) ?? entity) === id,
  )
  return {
    shares: { ...events.shares, ...relations.shares, ...claims.shares },
    missed: [...events.missed, ...relations.missed, ...claims.missed],
  }
}

/** What is told of «البلدان» as told of each of the two, as an analysis tells it. */
function bySingleActors(told: Told, membersOf: (id: string) => string[]): Told {
  return {
    ...told,
    events: told.events.map((event) => ({
      ...event,
      agents: event.agents.flatMap(membersOf),
      patients: event.patients.flatMap(membersOf),
    })),
    relations: told.relations.flatMap((relation) =>
      membersOf(relation.from).flatMap((from) =>
        membersOf(relation.to).flatMap((to) => (from === to ? [] : [{ ...relation, from, to }])),
      ),
    ),
  }
}

type Marks = (entities: readonly string[]) => string[]

function scoreEvents({ article, events }: Analysis, told: Told, marksOf: Marks) {
  const words = ({ start, end }: Span) => `«${article.text.slice(start, end)}»`
  const read = events.map((event) => {
    const at = told.events.filter(({ trigger }) => touches(trigger, event.trigger))
    return { event, at, as: at.find(({ types }) => types.includes(event.type)) }
  })
  const right = read.flatMap(({ event, as }) => (as ? [{ event, as, whole: happeningOf(told, as) }] : []))
  const happenings = Map.groupBy(told.events, ({ happening }) => happening)
  const timesTold = [...happenings.keys()].map((id) => right.filter(({ as }) => as.happening === id).length)
  const expected = [...happenings].filter(([, of]) => !of.every(({ optional }) => optional))
  const untold = expected.filter(([id]) => !right.some(({ as }) => as.happening === id))

  const parties = { agents: party(), patients: party() }
  const missed: string[] = []
  for (const { event, as, whole } of right) {
    for (const { side, own, of, all } of sidesOf(event, as, whole, marksOf)) {
      const wrong = own.filter((id) => !all.includes(id))
      const without = of.filter((id) => !own.includes(id))
      parties[side].told += own.length
      parties[side].right += own.length - wrong.length
      parties[side].of += of.length
      parties[side].found += of.length - without.length
      if (wrong.length + without.length > 0)
        missed.push(
          `${side} of ${words(event.trigger)}: ${[...wrong.map((id) => `+${id}`), ...without.map((id) => `−${id}`)].join(' ')}`,
        )
    }
  }
  const timed = right.filter(({ event }) => event.time)
  const timely = ({ event, whole }: (typeof right)[number]) =>
    whole.some(({ time }) => time !== null && shareWords(time, event.time!.text))
  const withTime = right.filter(({ as }) => as.time !== null)
  return {
    shares: {
      eventPrecision: { met: right.length, of: events.length },
      eventRecall: { met: expected.length - untold.length, of: expected.length },
      toldOnce: { met: timesTold.filter((n) => n === 1).length, of: timesTold.filter((n) => n > 0).length },
      status: {
        met: right.filter(({ event, whole }) => whole.some(({ status }) => status.includes(event.status))).length,
        of: right.length,
      },
      agentPrecision: { met: parties.agents.right, of: parties.agents.told },
      agentRecall: { met: parties.agents.found, of: parties.agents.of },
      patientPrecision: { met: parties.patients.right, of: parties.patients.told },
      patientRecall: { met: parties.patients.found, of: parties.patients.of },
      eventTimePrecision: { met: timed.filter(timely).length, of: timed.length },
      eventTimeRecall: { met: withTime.filter((one) => one.event.time && timely(one)).length, of: withTime.length },
    },
    missed: [
      ...read
        .filter(({ as }) => !as)
        .map(({ event, at }) =>
          at[0]
            ? `event of another type: ${words(event.trigger)} is ${event.type}, not ${at[0].types.join(' or ')}`
            : `event too many: ${words(event.trigger)} ${event.type}`,
        ),
      ...untold.map(
        ([id, [first]]) => `happening not told: ${id} ${words(first!.trigger)} ${first!.types.join(' or ')}`,
      ),
      ...[...happenings.keys()]
        .map((id, i) => ({ id, times: timesTold[i]! }))
        .filter(({ times }) => times > 1)
        .map(({ id, times }) => `happening told ${times} times: ${id} ${words(happenings.get(id)![0]!.trigger)}`),
      ...right
        .filter(({ event, whole }) => !whole.some(({ status }) => status.includes(event.status)))
        .map(({ event, as }) => `status of ${words(event.trigger)}: ${event.status}, not ${as.status.join(' or ')}`),
      ...missed,
      ...timed
        .filter((one) => !timely(one))
        .map(({ event }) => `time of ${words(event.trigger)}: «${event.time!.text}»`),
    ],
  }
}

const party = () => ({ told: 0, right: 0, of: 0, found: 0 })

/** Every trigger that tells the happening: an event may take from any of them what it says. */
function happeningOf({ events }: Told, { happening }: ToldEvent): ToldEvent[] {
  return events.filter((other) => other.happening === happening)
}

/** Whom the event has on each side, whom the same trigger asks for, and who would be right there by any trigger of the happening. */
function sidesOf(event: Event, as: ToldEvent, whole: readonly ToldEvent[], marksOf: Marks) {
  const isMarked = (id: string) => !id.startsWith('text:')
  const both = ({ agents, patients }: Pick<ToldEvent, 'agents' | 'patients'>) => [...agents, ...patients]
  if (TOGETHER.has(event.type))
    return [
      {
        side: 'agents' as const,
        own: marksOf(both(event)),
        of: [...new Set(both(as).filter(isMarked))],
        all: whole.flatMap(both),
      },
    ]
  return (['agents', 'patients'] as const).map((side) => ({
    side,
    own: marksOf(event[side]),
    of: as[side].filter(isMarked),
    all: whole.flatMap((one) => one[side]),
  }))
}

function shareWords(a: string, b: string): boolean {
  const [x, y] = [fold(a), fold(b)]
  return x.includes(y) || y.includes(x)
}

interface Tie {
  from: string
  to: string
  sign: '+' | '-'
  mutual: boolean
}

/** Whoever acts upon another has a tie to it, though nobody wrote that down as one of those that count. */
function tiesOf({ types, status, agents, patients }: ToldEvent): Tie[] {
  if (!status.includes('happened')) return []
  const signs = types.flatMap((type) => (KIND.has(type) ? (['+'] as const) : UNKIND.has(type) ? (['-'] as const) : []))
  const pairs = types.some((type) => TOGETHER.has(type))
    ? agents.flatMap((from, i) => agents.slice(i + 1).map((to) => ({ from, to, mutual: true })))
    : []
  const turned = agents.flatMap((from) => patients.map((to) => ({ from, to, mutual: pairs.length > 0 })))
  return signs.flatMap((sign) => [...pairs, ...turned].map((pair) => ({ ...pair, sign })))
}

const KIND = new Set(['AGREE', 'CONSULT', 'SUPPORT', 'COOPERATE', 'AID', 'CONCEDE'])
const UNKIND = new Set(['ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT'])

function scoreRelations({ relations }: Analysis, told: Told, markOf: (entity: string) => string) {
  const own = relations
    .filter(({ score }) => score !== 0)
    .map(
      ({ from, to, score, mutual }): Tie => ({
        from: markOf(from),
        to: markOf(to),
        sign: score > 0 ? '+' : '-',
        mutual,
      }),
    )
  const isOfSame = (a: Tie, b: Tie) =>
    a.sign === b.sign && ((a.from === b.from && a.to === b.to) || (a.from === b.to && a.to === b.from))
  const isDirected = (a: Tie, b: Tie) => a.mutual === b.mutual && (a.mutual || a.from === b.from)
  const shown = ({ from, to, sign, mutual }: Tie) => `${from} ${mutual ? '↔' : '→'} ${to} (${sign})`
  const shownByText = [...told.relations, ...told.events.flatMap(tiesOf)]
  const right = own.filter((tie) => shownByText.some((other) => isOfSame(tie, other)))
  const directed = right.filter((tie) => shownByText.some((other) => isOfSame(tie, other) && isDirected(tie, other)))
  const expected = told.relations.filter(({ optional }) => !optional)
  const found = expected.filter((tie) => own.some((other) => isOfSame(tie, other)))
  return {
    shares: {
      relationPrecision: { met: right.length, of: own.length },
      relationRecall: { met: found.length, of: expected.length },
      relationDirection: { met: directed.length, of: right.length },
    },
    missed: [
      ...own.filter((tie) => !right.includes(tie)).map((tie) => `relation too many: ${shown(tie)}`),
      ...expected.filter((tie) => !found.includes(tie)).map((tie) => `relation not told: ${shown(tie)}`),
      ...right.filter((tie) => !directed.includes(tie)).map((tie) => `relation turned: ${shown(tie)}`),
    ],
  }
}

/** Everywhere that the words stand. */
function placesOf(text: string, words: string): Span[] {
  const places: Span[] = []
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1))
    places.push({ start, end: start + words.length })
  return places
}

type Claim = Analysis['claims'][number]

/** @param isHim whether a speaker of the analysis is the one that an id marks */
function scoreClaims(
  { article, claims }: Analysis,
  told: Told,
  isHim: (id: string, speaker: Claim['speaker']) => boolean,
) {
  const isOf = (claim: Claim, other: Told['claims'][number]) => {
    const isHis = other.speaker.startsWith('text:')
      ? shareWords(other.speaker.slice('text:'.length), claim.speaker.text)
      : isHim(other.speaker, claim.speaker)
    return isHis && placesOf(article.text, other.contains).some((place) => covers(claim.content, place))
  }
  const shown = (claim: Claim) => `«${claim.speaker.text}» ${claim.verb} (${claim.stance})`
  const right = claims.flatMap((claim) => {
    const as = told.claims.filter((other) => isOf(claim, other))
    return as.length > 0 ? [{ claim, as }] : []
  })
  const expected = told.claims.filter(({ optional }) => !optional)
  const found = expected.filter((other) => claims.some((claim) => isOf(claim, other)))
  const turned = right.filter(({ claim, as }) => !as.some(({ stance }) => stance.includes(claim.stance)))
  return {
    shares: {
      claimPrecision: { met: right.length, of: claims.length },
      claimRecall: { met: found.length, of: expected.length },
      claimStance: { met: right.length - turned.length, of: right.length },
    },
    missed: [
      ...claims
        .filter((one) => !right.some(({ claim }) => claim === one))
        .map((one) => `claim too many: ${shown(one)}`),
      ...expected.filter((one) => !found.includes(one)).map((one) => `claim not found: ${one.speaker} ${one.verb}`),
      ...turned.map(({ claim, as }) => `stance of ${shown(claim)}, not ${as[0]!.stance.join(' or ')}`),
    ],
  }
}
