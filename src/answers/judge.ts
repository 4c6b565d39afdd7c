/** Whether a sentence answers a question of fact, and how well. */
import type { Event, Span } from '../analysis/analysis.ts'
import type { Token } from '../analysis/text/tokens.ts'
import { hasOwnObject, isApart, isNounOfDeed, isOfAnother } from './deed.ts'
import { type Doer, doersIn } from './doers.ts'
import { countIn, type Focus, whenIn, whereIn, whyIn } from './focus.ts'
import { isOnlyWanted, statusFits } from './happened.ts'
import { amountIn } from './measures.ts'
import type { Name, Term } from './need.ts'
import { isDeedOfAnother, isOfKind, isTold, namesFit, rolesFit, takesUpEvent } from './parts.ts'
import { daysOf, type Period } from './period.ts'
import { around, meeting, type Nearness, nearness, type Reading, type Sentence } from './reading.ts'
import { type Meanings, meaningsOf, meets } from './terms.ts'
import { OF_HAPPENED, STRICT, type Wanted } from './wanted.ts'

/** A word counts as met in the sentence from here on. */
const MET = 0.75
/** A word that is met by itself or by one that tells the same, not by its root alone. */
const SURE = 0.85
/** What a word weighs that stands in a sentence around, or only somewhere else in the article. */
const AROUND = 0.6
const ELSEWHERE = 0.3
/** Words of a question are met by so much on average. */
const LEAST_MEETING = 0.55
/** In a question of so many words one may be missing. */
const MAY_MISS_ONE = 5

/** What a sentence loses that does not say when, where another does; and one whose object belongs to something else. */
const UNDATED = 0.6
/** What one gains that says what is expected, where that is asked. */
const EXPECTED = 0.5
const OF_ANOTHER = 1.5
/** What one loses whose deed stands in another clause than the person whose it should be. */
const APART = 0.8

/** A sentence, judged. */
export interface Judged {
  reading: Reading
  sentence: Sentence
  answers: boolean
  score: number
  /** How near it comes where it does not answer; 0 for not at all. */
  near: number
  focus?: Focus
  event?: Event
  /** Who did it, where that is asked. */
  doers: readonly Doer[]
  /** The word of the sentence that meets the question's main one. */
  word?: Token
  /** The words of the question and the names of it that the sentence holds. */
  marks: readonly Span[]
  day: string
}

/** Judges a sentence; undefined where it has nothing to do with the question. */
export function judge(reading: Reading, sentence: Sentence, wanted: Wanted): Judged | undefined {
  const { need, asks, period } = wanted
  const nearnesses = need.names.map((name) => nearness(reading, sentence, name))
  const primary = primaryOf(wanted)
  const met = need.terms.map((term) => weigh(reading, sentence, term))
  const main = primary && met[need.terms.indexOf(primary)]
  const named = nearnesses.filter(isTold).length
  const at = main?.token?.start ?? sentence.start
  const event = asks === 'position' ? standIn(sentence, wanted) : main?.token && eventAt(sentence, main.token)
  const focus = focusOf(reading, sentence, wanted, main?.token)
  // «وأدانت الأردن الهجوم»: a position on what was told before.
  const takenUp = asks === 'position' && event !== undefined && takesUpEvent(sentence, event.trigger)
  const apart = OF_HAPPENED.has(asks) && asks !== 'who' && isApart(reading, sentence, need.names, main?.token)
  const counts = countsAlone(reading, sentence, wanted, focus)
  if (named === 0 && !counts && (main === undefined || main.value < MET)) return undefined

  const meaning = met.length === 0 ? 1 : met.reduce((sum, { value }) => sum + value, 0) / met.length
  const does = doing(sentence, wanted, event)
  const doers = asks === 'who' ? doersIn(reading, sentence, main?.token, { need, deed: primary }) : []
  const exact = main?.token && primary?.any.some((any) => any.stem === meaningsOf(main.token!.key).stem)
  const score =
    meaning * 2 +
    nearnesses.reduce((sum, near) => sum + NAME_WEIGHT[near], 0) / Math.max(1, nearnesses.length) +
    (focus?.weight ?? 0) +
    (exact ? 0.3 : 0) +
    (doers.length > 0 ? 0.4 : 0) +
    (asks === 'count' && focus && main?.token ? besideWord(focus, main.token) : 0) +
    (wanted.measure && saysMeasure(sentence, wanted.measure.term) ? 0.5 : 0) +
    does +
    (need.ahead && asks === 'when' && isExpected(sentence) ? EXPECTED : 0) -
    (asks === 'when' && focus === undefined ? UNDATED : 0) -
    (apart ? APART : 0) -
    (isOfAnother(sentence, main?.token, need.object && met[need.terms.indexOf(need.object)]?.token) ? OF_ANOTHER : 0) -
    0.03 * sentence.index
  const inPeriod = period === undefined || isIn(reading, sentence, period)
  const answers =
    inPeriod &&
    !isObjectElsewhere(wanted, met) &&
    !(apart && hasOwnObject(sentence, main?.token)) &&
    wordsFit(met, counts || takenUp ? undefined : main?.value, meaning, wanted, primary) &&
    namesFit(reading, sentence, nearnesses, wanted, main?.token) &&
    (focus !== undefined || !NEEDS_FOCUS.has(asks)) &&
    statusFits(event, wanted) &&
    rolesFit(need, event, asks, primary) &&
    !isDeedOfAnother(reading, need, event, asks) &&
    isOfKind(reading, sentence, doers, wanted) &&
    (asks !== 'who' || need.terms.some(isEvent) || namesPerson(reading, sentence)) &&
    (asks !== 'position' || does > 0 || nearnesses[0] === 'linked' || !isOfOthers(sentence)) &&
    (asks !== 'who' || doers.length > 0 || !isNounOfDeed(primary, main?.token)) &&
    !isOnlyWanted(sentence, wanted, main?.token) &&
    (met.length > 0 ||
      asks === 'mention' ||
      (asks === 'relation' ? sentence.events.length + sentence.claims.length > 0 : does > 0))
  return {
    reading,
    sentence,
    answers,
    score,
    near:
      answers || !isNear(need.names, nearnesses, main?.value ?? 0, meaning)
        ? 0
        : named + ((main?.value ?? 0) >= MET ? 2 : 0) + meaning + (inPeriod ? 0.5 : 0),
    doers,
    ...(focus && { focus }),
    ...(event && { event }),
    ...(main?.token && { word: main.token }),
    marks: [
      ...met.flatMap(({ token }) => token ?? []),
      ...need.names.flatMap(({ ids }) => mentionsIn(reading, sentence, ids, at)),
    ],
    day: whenIn(sentence, at)?.day?.from ?? reading.stored.dated.slice(0, 10),
  }
}

/** Words of a question that a sentence about the same place must meet to be worth showing where nothing answers. */
const NEAR_MEETING = 0.3

/** Whether a sentence that does not answer is worth showing: it tells of somebody who is named, or of a place and something that was asked. */
function isNear(names: readonly Name[], nearnesses: readonly Nearness[], main: number, meaning: number): boolean {
  const told = names.filter((_, at) => isTold(nearnesses[at]!))
  const isSomebody = told.some(
    ({ actors, where }) => !where && actors.some(({ type }) => type !== 'place' && type !== 'state'),
  )
  return told.length > 0 && (isSomebody || told.length > 1 || main >= MET || meaning >= NEAR_MEETING)
}

/** Where a sentence mentions somebody, nearest to a place in it. */
function mentionsIn({ stored }: Reading, { start, end }: Sentence, ids: ReadonlySet<string>, near: number): Span[] {
  const far = (m: Span) => Math.abs(m.start - near)
  return stored.analysis.entities.flatMap(({ id, mentions }) =>
    ids.has(id)
      ? mentions
          .filter((m) => m.start >= start && m.end <= end)
          .sort((a, b) => far(a) - far(b))
          .slice(0, 1)
      : [],
  )
}

/** The word that an answer must hold: in Arabic the verb that the question begins with, else the first that tells an event. */
function primaryOf({ need, asks, counted, measure }: Wanted): Term | undefined {
  if (need.verb && asks !== 'count' && asks !== 'position') return need.verb
  // What an amount is of stands first behind its noun.
  if (measure) return need.terms[0]
  // What is counted is looked for beside its number.
  const terms = asks === 'count' && counted ? need.terms.slice(1) : need.terms
  return terms.find(isEvent) ?? terms[0] ?? need.terms[0]
}

/** «وتحدثت مصادر عن 11 قتيلا»: another count of what the article tells around; a sentence with a place of its own counts what happened there. */
function countsAlone({ sentences }: Reading, sentence: Sentence, { asks, counted }: Wanted, focus: Focus | undefined) {
  if (asks !== 'count' || counted === undefined || (focus?.weight ?? 0) < 1 || sentences.length < 2) return false
  return ![...sentence.ids].some((id) => id.startsWith('place:'))
}

const EXPECTING = new Set('المقرر المنتظر المتوقع المرتقب يعتزم تعتزم'.split(' '))

/** «ومن المقرر أن تبدأ الجولة …»: what is still to come. */
const isExpected = ({ tokens, events }: Sentence) =>
  events.some(({ status }) => status === 'planned') || tokens.some(({ key }) => EXPECTING.has(key))

/** What a number gains that stands beside what it is asked of, and letters at which it gains nothing. */
const BESIDE_WORD = 0.4
const BESIDE_REACH = 120

const besideWord = ({ span }: Focus, word: Token) =>
  BESIDE_WORD * Math.max(0, 1 - Math.abs(span.start - word.start) / BESIDE_REACH)

/** «متى أقيل المدير؟»: what stands right behind the verb is told by the sentence or those around it, not somewhere else in the article. */
function isObjectElsewhere({ asks, need }: Wanted, met: readonly { value: number }[]): boolean {
  if (!OF_HAPPENED.has(asks)) return false
  const value = need.object && met[need.terms.indexOf(need.object)]?.value
  return value !== undefined && value > 0 && value < AROUND * MET
}

/** «قيمة», «نسبة»: the word that asked for an amount stands in the sentence too. */
const saysMeasure = ({ tokens }: Sentence, term: Meanings) =>
  tokens.some((token) => meets(term, meaningsOf(token.key)) >= SURE)

/** The event that a word of a sentence tells. */
const eventAt = ({ events }: Sentence, token: Token) =>
  events.find(({ trigger }) => trigger.start < token.end && trigger.end > token.start)

function wordsFit(
  met: readonly { value: number; token?: Token }[],
  main: number | undefined,
  meaning: number,
  { asks, need }: Wanted,
  primary: Term | undefined,
): boolean {
  if (main !== undefined && main < (asks === 'who' && !isEvent(primary!) ? SURE : MET)) return false
  // «من هو …» with nothing that happened is a description or a name: words that only share a root are other names.
  if (asks === 'who' && !need.terms.some(isEvent) && met.some(({ value, token }) => token && value < SURE)) return false
  // A position is told in words of its own; whoever asks for it cannot know them.
  const least = STRICT.has(asks) && asks !== 'position' ? AROUND * MET * 0.99 : 0
  // Whose it is, the sentence itself must say: a French frigate near a Greek ship is no French ship.
  const missing = met.filter(
    ({ value }, at) =>
      value <= (need.terms[at]?.beside ? 0 : least) || (least > 0 && value < MET && need.terms[at]?.state),
  ).length
  return missing <= (met.length >= MAY_MISS_ONE ? 1 : 0) && meaning >= LEAST_MEETING
}

const NAME_WEIGHT: Record<Nearness, number> = { here: 1, linked: 0.9, around: 0.4, absent: 0 }
const NEEDS_FOCUS = new Set<Wanted['asks']>(['where', 'why', 'count'])
const isEvent = (term: Term) => term.any.some((any) => any.lemmas.size > 0 || any.kin.length > 0)

/** How well a word is met: in the sentence, around it, or elsewhere in the article. */
function weigh(reading: Reading, sentence: Sentence, term: Term): { value: number; token?: Token } {
  const here = meeting(sentence, term)
  if (here.value >= MET) return here
  const near = Math.max(0, ...around(reading, sentence).map((other) => meeting(other, term).value))
  if (near >= MET) return { value: near * AROUND }
  const far = Math.max(0, ...reading.sentences.map((other) => meeting(other, term).value))
  return { value: far >= MET ? far * ELSEWHERE : 0 }
}

function isIn({ stored }: Reading, { times }: Sentence, period: Period): boolean {
  const told = times.flatMap((time) => (time.type === 'DATE' || time.type === 'TIME' ? (daysOf(time.value) ?? []) : []))
  const overlaps = ({ from, to }: { from: string; to: string }) => from <= period.to && to >= period.from
  const day = stored.dated.slice(0, 10)
  return told.length > 0 ? told.some(overlaps) : overlaps({ from: day, to: day })
}

function focusOf(
  reading: Reading,
  sentence: Sentence,
  { asks, need, counted, measure }: Wanted,
  event: Token | undefined,
): Focus | undefined {
  const at = event?.start ?? sentence.start
  switch (asks) {
    case 'when':
    case 'last':
      return whenIn(sentence, at, need.ahead && asks === 'when' ? reading.stored.dated.slice(0, 10) : '')
    case 'where':
      return whereIn(reading, sentence, need.names, event)
    case 'why':
      return whyIn(sentence, event)
    case 'count':
      return measure ? amountIn(sentence, measure.kind, at) : countIn(sentence, counted)
    default:
      return undefined
  }
}

/** Event types that say where somebody stands. */
const STANDS: ReadonlySet<string> = new Set(['REJECT', 'SUPPORT', 'ACCUSE', 'REQUEST', 'THREATEN', 'AGREE', 'CONCEDE'])
/** The event of a sentence by which whoever is asked about stands somewhere. */
const standIn = ({ events }: Sentence, { need }: Wanted) =>
  events.find(({ type, agents }) => STANDS.has(type) && agents.some((id) => need.names[0]?.ids.has(id)))

/** «من ممثل المحتجين؟» is not answered by «قال ممثل المحتجين». */
const namesPerson = ({ stored }: Reading, { ids }: Sentence) =>
  stored.analysis.entities.some(({ id, type, name, role }) => type === 'person' && name !== role && ids.has(id))

/** Whether somebody is read as acting or speaking in a sentence: where that is not whoever is asked about, it is no position of theirs. */
const isOfOthers = ({ events, claims }: Sentence) => events.some(({ agents }) => agents.length > 0) || claims.length > 0

/** Words from the beginning of a sentence within which its subject stands. */
const SUBJECT_WITHIN = 3

/** How far a sentence is about what the named do: they are agent or speaker in it, or stand where its subject stands. */
function doing(sentence: Sentence, { asks, need }: Wanted, event: Event | undefined): number {
  const first = need.names[0]
  if (first === undefined) return event ? 0.3 : 0
  // «ماذا حدث في السودان؟»: what an article begins with, whoever did it.
  if (first.where && need.terms.length === 0) return sentence.index === 0 ? 0.6 : 0.2
  const agent = sentence.events.some((e) => e.agents.some((id) => first.ids.has(id)))
  const speaker = sentence.claims.some((c) => c.speaker.entity && first.ids.has(c.speaker.entity))
  const stands = sentence.events.some((e) => STANDS.has(e.type) && e.agents.some((id) => first.ids.has(id)))
  const subject = first.spellings.some((stems) => {
    const at = sentence.stems.indexOf(stems[0]!)
    return at >= 0 && at < SUBJECT_WITHIN
  })
  const place = (first.where || first.actors.every((actor) => actor.type === 'place')) && sentence.index === 0
  const weight = (agent ? 0.6 : 0) + (speaker ? 0.6 : 0) + (subject ? 0.4 : 0) + (place ? 0.4 : 0)
  if (asks === 'position' || asks === 'changed') return weight + (stands ? 0.4 : 0) + (speaker ? 0.2 : 0)
  // Where a deed is named, who does it is told by the deed.
  return need.terms.length > 0 ? Math.min(weight, 0.4) : weight
}
