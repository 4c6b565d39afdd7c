/**
 * The sentences of a desk that answer a question of fact. A sentence answers when it tells of everybody whom the question names, holds the word that tells the
 * event (or one that tells the same), meets the other words itself or with the sentences around it, lies in the period, and holds what is asked for. What
 * meets only a part of that is near, and is never given as an answer.
 */
import type { Event } from '../analysis/analysis.ts'
import { lightStem } from '../analysis/text/clitics.ts'
import { fold } from '../analysis/text/fold.ts'
import type { Token } from '../analysis/text/tokens.ts'
import type { Archive } from '../archive/archive.ts'
import { metaOf } from '../archive/meta.ts'
import type { AnswerLine } from './answer.ts'
import { countIn, type Focus, whenIn, whereIn, whyIn } from './focus.ts'
import type { Name, Need, Term } from './need.ts'
import { daysOf, type Period } from './period.ts'
import type { Asks } from './question.ts'
import { around, meeting, type Nearness, nearness, type Reading, readStored, type Sentence } from './reading.ts'
import { kinWords, type Meanings, meaningsOf, meets } from './terms.ts'

type Source = Pick<Archive, 'actors' | 'articles' | 'search'>

/** What is asked of the sentences. */
export interface Wanted {
  asks: Asks | 'position' | 'relation'
  need: Need
  period?: Period
  /** What «كم» counts; undefined where it asks for an amount. */
  counted?: readonly Meanings[]
}

export interface Facts {
  /** Best first. */
  lines: AnswerLine[]
  nearest: AnswerLine[]
}

/** Passages that are looked for, and articles that are read of those found. */
const MOST_PASSAGES = 150
const MOST_ARTICLES = 40
/** Articles in which a name appears that are read whatever their words. */
const MOST_OF_NAME = 12
const MOST_LINES = 4
const MOST_NEAREST = 2
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
/** A line is shown beside the best one when it is not much worse. */
const BESIDE_BEST = 0.78
/** Another count is told in fewer words than the first, and must not be left out for that. */
const COUNT_BESIDE_BEST = 0.6

/** Finds the sentences that answer, and those that come nearest. */
export async function findFacts(archive: Source, desk: string, wanted: Wanted): Promise<Facts> {
  const readings = await readArticles(archive, desk, wanted)
  const judged = readings.flatMap((reading) =>
    reading.sentences.map((sentence) => judge(reading, sentence, wanted)).filter((one) => one !== undefined),
  )
  const good = judged.filter((one) => one.answers).sort(wanted.asks === 'last' ? byDay : byScore)
  const best = Math.max(0, ...good.map((one) => one.score))
  const least = best * (wanted.asks === 'count' ? COUNT_BESIDE_BEST : BESIDE_BEST)
  const chosen = good.filter((one) => one.score >= least).slice(0, MOST_LINES)
  const lines = chosen.flatMap((one) => [lineOf(one), ...contradiction(one)])
  if (lines.length > 0) return { lines: unique(lines), nearest: [] }
  const near = judged.filter((one) => one.near > 0).sort((a, b) => b.near - a.near || byScore(a, b))
  return { lines: [], nearest: unique(near.slice(0, MOST_NEAREST).map(lineOf)) }
}

/** The articles that may answer: those whose sentences hold the words, and the latest of those named. */
async function readArticles(archive: Source, desk: string, { need, period }: Wanted): Promise<Reading[]> {
  const stems = new Set<string>()
  for (const name of need.names) for (const spelling of name.spellings) for (const stem of spelling) stems.add(stem)
  for (const term of need.terms)
    for (const any of term.any) {
      stems.add(any.stem)
      for (const word of kinWords(any)) stems.add(lightStem(fold(word)))
    }
  const ids: number[] = []
  for (const name of need.names)
    for (const actor of name.actors.slice(0, 3))
      ids.push(
        ...(await archive.actors.appearances(desk, actor.number, {
          limit: MOST_OF_NAME,
          ...(period && { from: period.from, to: period.to }),
        })),
      )
  for (const passage of await archive.search(
    desk,
    [...stems].filter((stem) => stem.length >= 2),
    MOST_PASSAGES,
  ))
    ids.push(passage.article)
  const readings: Reading[] = []
  for (const id of new Set(ids)) {
    const stored = await archive.articles.get(desk, id)
    if (stored) readings.push(readStored(stored))
    if (readings.length >= MOST_ARTICLES + MOST_OF_NAME) break
  }
  return readings
}

interface Judged {
  reading: Reading
  sentence: Sentence
  answers: boolean
  score: number
  /** How near it comes where it does not answer; 0 for not at all. */
  near: number
  focus?: Focus
  event?: Event
  day: string
}

const byScore = (a: Judged, b: Judged) => b.score - a.score || (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)
const byDay = (a: Judged, b: Judged) => (a.day < b.day ? 1 : a.day > b.day ? -1 : b.score - a.score)

/** What happened only if it happened: plans and demands do not answer when, where, why or who. */
const NOT_HAPPENED = new Set(['demanded', 'hypothetical', 'denied'])
/** Questions whose names must be told of by the sentence itself. */
const STRICT = new Set<Wanted['asks']>(['who', 'whether', 'said', 'position', 'changed', 'relation'])

function judge(reading: Reading, sentence: Sentence, wanted: Wanted): Judged | undefined {
  const { need, asks, period } = wanted
  const nearnesses = need.names.map((name) => nearness(reading, sentence, name))
  const primary = need.terms.find((term) => isEvent(term)) ?? need.terms[0]
  const met = need.terms.map((term) => weigh(reading, sentence, term))
  const main = primary ? met[need.terms.indexOf(primary)]! : undefined
  const named = nearnesses.filter((near) => near === 'here' || near === 'linked').length
  if (named === 0 && (main === undefined || main.value < MET)) return undefined

  const inPeriod = period === undefined || isIn(reading, sentence, period)
  const at = main?.token?.start ?? sentence.start
  const event =
    main?.token &&
    sentence.events.find((e) => e.trigger.start <= main.token!.start && e.trigger.end >= main.token!.start)
  const focus = focusOf(reading, sentence, wanted, main?.token)
  const meaning = met.length === 0 ? 1 : met.reduce((sum, { value }) => sum + value, 0) / met.length
  const missing = met.filter(({ value }) => value === 0).length
  const score =
    meaning * 2 +
    nearnesses.reduce((sum, near) => sum + NAME_WEIGHT[near], 0) / Math.max(1, nearnesses.length) +
    (focus?.weight ?? 0) +
    (main?.token && primary?.any.some((any) => any.stem === meaningsOf(main.token!.key).stem) ? 0.3 : 0) +
    doing(sentence, wanted, event) -
    0.03 * sentence.index

  const answers =
    inPeriod &&
    (main === undefined || main.value >= (asks === 'who' && !isEvent(primary!) ? SURE : MET)) &&
    // «من هو …» with nothing that happened is a description or a name: words that only share a root are other names.
    !(asks === 'who' && !need.terms.some(isEvent) && met.some(({ value, token }) => token && value < SURE)) &&
    missing <= (met.length >= MAY_MISS_ONE ? 1 : 0) &&
    meaning >= LEAST_MEETING &&
    namesFit(nearnesses, wanted) &&
    (focus !== undefined || !NEEDS_FOCUS.has(asks)) &&
    !(event && NOT_HAPPENED.has(event.status) && PAST_ONLY.has(asks)) &&
    rolesFit(need.names, event, asks) &&
    (met.length > 0 ||
      (asks === 'relation' ? sentence.events.length + sentence.claims.length > 0 : doing(sentence, wanted, event) > 0))
  const near = answers || named === 0 ? 0 : named + (main && main.value >= MET ? 2 : 0) + meaning + (inPeriod ? 0.5 : 0)
  return {
    reading,
    sentence,
    answers,
    score,
    near,
    ...(focus && { focus }),
    ...(event && { event }),
    day: whenIn(sentence, at)?.day?.from ?? reading.stored.dated.slice(0, 10),
  }
}

const NAME_WEIGHT: Record<Nearness, number> = { here: 1, linked: 0.9, around: 0.4, absent: 0 }
const NEEDS_FOCUS = new Set<Wanted['asks']>(['where', 'why', 'count'])
const PAST_ONLY = new Set<Wanted['asks']>(['who', 'where', 'why', 'last'])

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

function namesFit(nearnesses: readonly Nearness[], { asks, need }: Wanted): boolean {
  if (nearnesses.some((near) => near === 'absent')) return false
  if (STRICT.has(asks)) {
    // What a position is on may be named around; who holds it, and everybody in a question of who or whether, may not.
    const own = asks === 'position' || asks === 'changed' || asks === 'said' ? nearnesses.slice(0, 1) : nearnesses
    return own.every((near) => near === 'here' || near === 'linked')
  }
  return asks !== 'what' || nearnesses[0] !== 'around' || need.terms.length > 1
}

/** Who asks for the doer names the one it was done to, and the other way round: the engine's reading must not say the opposite. */
function rolesFit(names: readonly Name[], event: Event | undefined, asks: Wanted['asks']): boolean {
  if (event === undefined) return true
  const part = (name: Name) => ({
    agent: event.agents.some((id) => name.ids.has(id)),
    patient: event.patients.some((id) => name.ids.has(id)),
  })
  if (asks === 'who') return !names.some((name) => part(name).agent && !part(name).patient && event.patients.length > 0)
  if (asks !== 'whether' || names.length === 0) return true
  const first = part(names[0]!)
  return first.agent || !first.patient || event.agents.length === 0 || names.length === 1
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
  { asks, need, counted }: Wanted,
  event: Token | undefined,
): Focus | undefined {
  const at = event?.start ?? sentence.start
  switch (asks) {
    case 'when':
    case 'last':
      return whenIn(sentence, at)
    case 'where':
      return whereIn(reading, sentence, need.names, at)
    case 'why':
      return whyIn(sentence, event)
    case 'count':
      return countIn(sentence, counted)
    default:
      return undefined
  }
}

/** Event types that say where somebody stands. */
const STANDS: ReadonlySet<string> = new Set(['REJECT', 'SUPPORT', 'ACCUSE', 'REQUEST', 'THREATEN', 'AGREE', 'CONCEDE'])
/** Words from the beginning of a sentence within which its subject stands. */
const SUBJECT_WITHIN = 3

/** How far a sentence is about what the named do: they are agent or speaker in it, or stand where its subject stands. */
function doing(sentence: Sentence, { asks, need }: Wanted, event: Event | undefined): number {
  const first = need.names[0]
  if (first === undefined) return event ? 0.3 : 0
  const agent = sentence.events.some((e) => e.agents.some((id) => first.ids.has(id)))
  const speaker = sentence.claims.some((c) => c.speaker.entity && first.ids.has(c.speaker.entity))
  const stands = sentence.events.some((e) => STANDS.has(e.type) && e.agents.some((id) => first.ids.has(id)))
  const subject = first.spellings.some((stems) => {
    const at = sentence.stems.indexOf(stems[0]!)
    return at >= 0 && at < SUBJECT_WITHIN
  })
  const place = first.actors.every((actor) => actor.type === 'place') && sentence.index === 0
  const weight = (agent ? 0.6 : 0) + (speaker ? 0.6 : 0) + (subject ? 0.4 : 0) + (place ? 0.4 : 0)
  if (asks === 'position' || asks === 'changed') return weight + (stands ? 0.4 : 0)
  // Where a deed is named, who does it is told by the deed.
  return need.terms.length > 0 ? Math.min(weight, 0.4) : weight
}

/** «غير أن مصدرا قال …»: the sentence behind one that takes back or contradicts it. */
const ADVERSATIVE = /^(?:غير ان|لكن|ولكن|بيد ان|الا ان|في المقابل|بالمقابل)/

function contradiction({ reading, sentence }: Judged): AnswerLine[] {
  const next = reading.sentences[sentence.index + 1]
  if (next === undefined) return []
  const text = reading.stored.article.text.slice(next.start, next.end)
  return ADVERSATIVE.test(fold(text)) ? [plainLine(reading, next)] : []
}

function plainLine({ stored }: Reading, sentence: Sentence): AnswerLine {
  const claim = sentence.claims[0]
  return {
    article: metaOf(stored),
    sentence: sentence.index,
    text: stored.article.text.slice(sentence.start, sentence.end),
    kind: claim ? 'claim' : 'passage',
    ...(claim && { type: claim.stance, status: 'claimed', speaker: claim.speaker.text }),
  }
}

function lineOf({ reading, sentence, focus, event }: Judged): AnswerLine {
  const line = plainLine(reading, sentence)
  const told = event ?? sentence.events[0]
  const { start } = sentence
  return {
    ...line,
    ...(line.kind === 'passage' && told && { kind: 'event' as const, type: told.type, status: told.status }),
    ...(focus && { focus: { start: focus.span.start - start, end: focus.span.end - start } }),
    ...(focus?.day && { day: focus.day }),
    ...(focus?.value !== undefined && { value: focus.value }),
  }
}

/** One line for each sentence, and for each wording. */
function unique(lines: readonly AnswerLine[]): AnswerLine[] {
  const found = new Map<string, AnswerLine>()
  for (const line of lines) {
    const key = `${line.article.id}/${line.sentence}`
    if (!found.has(key)) found.set(key, line)
  }
  return [...found.values()]
}

/** Whether two words mean the same, as answers take it. */
export const sameMeaning = (a: string, b: string): boolean => meets(meaningsOf(fold(a)), meaningsOf(fold(b))) >= MET
