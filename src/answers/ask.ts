/** A question becomes an answer, from what the desk has read and nothing else. */
import { vocabulary } from '../analysis/lexicon/vocabulary.ts'
import { fold } from '../analysis/text/fold.ts'
import type { Actor } from '../archive/actors.ts'
import type { Archive } from '../archive/archive.ts'
import { type Answer, type AnswerLine, isAnswered } from './answer.ts'
import { findFacts } from './facts.ts'
import { isAmount } from './focus.ts'
import { completed, type Kept } from './follow-up.ts'
import { inArabic } from './foreign.ts'
import { isDeed, measureOf } from './measures.ts'
import { type Name, type Need, readNeed } from './need.ts'
import { localDay, type Period, readPeriod } from './period.ts'
import { nameOf, position, positionIn } from './position.ts'
import { aboutActor, onlySaid } from './profile.ts'
import { type Asks, type Question, readQuestion } from './question.ts'
import { withReferents } from './referents.ts'
import { meaningsOf } from './terms.ts'
import { actorNamed, holderOf, MOST_NEAR } from './who.ts'

type Source = Pick<Archive, 'actors' | 'articles' | 'search'>

/** When and where a question is asked: periods are read against it. */
export interface Asked {
  now: Date
  /** IANA name. */
  timeZone: string
}

/** An answer, and what of its question a follow-up may take up. */
export interface Answered {
  answer: Answer
  kept: Kept
}

/**
 * Answers a question from the archive of a desk.
 * @param typed as typed
 * @param before what was kept of the question before, where this may be a follow-up
 */
export async function ask(
  archive: Source,
  desk: string,
  typed: string,
  asked: Asked,
  before?: Kept,
): Promise<Answered> {
  const { rest, period } = readPeriod(inArabic(typed), localDay(asked))
  const meant = withReferents(rest, before)
  const kept = completed(rest, period, before) ?? {
    question: readQuestion(meant),
    ...(period && { period }),
    ...(meant !== rest && before?.about && { about: before.about }),
  }
  const answer =
    (await answerTo(archive, desk, kept.question, kept.period)) ??
    (await unknown(archive, desk, wordsOf(kept.question)))
  if (!isAnswered(answer) && answer.kind !== 'ambiguous' && (await archive.articles.isEmpty(desk)))
    return { answer: { kind: 'unknown', typed: wordsOf(kept.question), near: [], empty: true }, kept }
  const about =
    kept.about ??
    (answer.kind === 'actor' ? answer.actor.name : undefined) ??
    (await aboutWhom(archive, desk, kept.question, answer))
  return { answer, kept: { ...kept, ...(about && { about }) } }
}

/** The first name in a question, as typed; where it names nobody, what stands behind its first word («من اختطف الوالي؟»). */
async function aboutWhom(
  archive: Source,
  desk: string,
  question: Question,
  answer: Answer,
): Promise<string | undefined> {
  const isFact = answer.kind === 'fact' || answer.kind === 'unknown'
  if ('actor' in question && !(question.kind === 'who' && isFact && tellsEvent(question.actor))) return question.actor
  const words = wordsOf(question)
  const named = (await readNeed(archive, desk, words)).names[0]?.typed
  return (
    named ??
    (tellsEvent(words) && words.includes(' ')
      ? words.slice(words.indexOf(' ') + 1).replace(/^(?:عن|على|من|في|إلى|الى) /, '')
      : undefined)
  )
}

const wordsOf = (question: Question) => ('actor' in question ? question.actor : question.words)

/** The answer to a question that is read; undefined where nobody is known by the name that it is about. */
async function answerTo(
  archive: Source,
  desk: string,
  question: Question,
  period: Period | undefined,
): Promise<Answer | undefined> {
  switch (question.kind) {
    case 'fact':
      return fact(archive, desk, question, period)
    case 'open':
      return passages(archive, desk, question.words, period)
    case 'whether': {
      const read = await positionIn(archive, desk, question.words)
      return position(archive, desk, read.actor, read.matter, period)
    }
    case 'position':
      return position(archive, desk, question.actor, question.matter, period)
    case 'relation':
      return relation(archive, desk, question.actor, question.other)
    case 'deeds': {
      const named =
        period === undefined && question.matter === '' && (await about(archive, desk, question.actor, period))
      return (
        (named && named.kind === 'actor' && question.said && (await onlySaid(archive, desk, named))) ||
        named ||
        fact(archive, desk, { asks: 'what', words: `${question.actor} ${question.matter}`.trim() }, period)
      )
    }
    case 'who':
    case 'about':
      return about(archive, desk, question.actor, period, question.kind === 'who')
  }
}

/** Who an actor is, by its number: what a button leads to. */
export async function askAbout(archive: Source, desk: string, number: number): Promise<Answer | undefined> {
  const actor = await archive.actors.get(desk, number)
  return actor && aboutActor(archive, desk, actor)
}

async function about(
  archive: Source,
  desk: string,
  typed: string,
  period: Period | undefined,
  who = false,
): Promise<Answer | undefined> {
  const office = await holderOf(archive, desk, typed, period)
  if (office) return office
  const found = await actorNamed(archive, desk, typed)
  if (found.kind === 'several') return { kind: 'ambiguous', typed, actors: found.actors }
  if (found.kind === 'one') {
    if (period) return fact(archive, desk, { asks: 'what', words: typed }, period)
    return { ...(await aboutActor(archive, desk, found.actor)), ...(found.slip && { slip: { typed } }) }
  }
  // «من اختطف الوالي؟» names nobody: it tells an event. So may a description («رئيس الوفد الذي وصل أمس»).
  if (typed.includes(' ')) {
    if (who && tellsOfEvent(typed)) return whoDid(archive, desk, typed, period)
    const answer = await fact(archive, desk, { asks: who ? 'who' : 'open', words: typed }, period)
    if (answer.kind === 'ambiguous' || isAnswered(answer) || (who && tellsEvent(typed))) return answer
  }
  return undefined
}

/** Whether words begin with a verb of the event dictionary. */
const tellsEvent = (typed: string) => {
  const key = fold(typed.split(/\s+/)[0]!)
  const isKin =
    meaningsOf(key).kin.length > 0 && !/^(?:ال|م)|(?:ه|ون|ين|ات)$/.test(key) && !vocabulary().events.has(key)
  return (
    isKin ||
    [key, key.replace(/^س(?=[يت])/, '')].some((form) =>
      (vocabulary().events.get(form) ?? []).some(({ kind }) => kind === 'verb'),
    )
  )
}

/** «من وراء التفجير؟»: only a sentence that names the doer answers, or whoever claims the deed. */
async function whoDid(archive: Source, desk: string, typed: string, period: Period | undefined): Promise<Answer> {
  const told = await fact(archive, desk, { asks: 'who', words: typed }, period)
  if (told.kind !== 'fact') return told
  const lines = told.lines.filter(({ doers }) => doers !== undefined)
  if (lines.length > 0) return { ...told, lines }
  const claimed = await fact(archive, desk, { asks: 'who', words: `${CLAIMS} ${typed}` }, period)
  if (claimed.kind !== 'fact' || claimed.lines.length > 0) return claimed
  return { ...told, lines: [], nearest: [...told.lines, ...told.nearest].slice(0, 2) }
}

/** The verb by which somebody says that it was he. */
const CLAIMS = 'تبنى'

/** Whether words begin with a noun that tells of an event: «تفجير السوق», «اختطاف الوالي». */
const tellsOfEvent = (typed: string) => {
  const noun = fold(typed.split(/\s+/)[0]!).replace(/^ال/, '')
  return (
    (vocabulary().events.get(noun) ?? []).some(({ kind }) => kind === 'masdar' || kind === 'noun') && !tellsEvent(typed)
  )
}

async function unknown(archive: Source, desk: string, typed: string): Promise<Answer> {
  const near = await archive.actors.nearest(desk, typed, MOST_NEAR)
  return { kind: 'unknown', typed, near, empty: await archive.articles.isEmpty(desk) }
}

/** Answers a question of fact. */
async function fact(
  archive: Source,
  desk: string,
  { asks, words, counted, doer }: { asks: Asks; words: string; counted?: string; doer?: string },
  period: Period | undefined,
): Promise<Answer> {
  const measure = counted ? measureOf(counted) : undefined
  // «مدة الاتفاق» may be told without the word; of somebody, only the word tells that it is his age.
  const isTold = measure !== undefined && measure !== 'age' && !isDeed(counted!)
  const need = await readNeed(archive, desk, [isTold ? '' : (counted ?? ''), words].join(' ').trim(), asks !== 'who')
  if (need.several) return { kind: 'ambiguous', ...need.several }
  const found = await findFacts(archive, desk, {
    asks,
    need,
    ...(period && { period }),
    ...(counted && !measure && !isAmount(counted) && need.terms[0] && { counted: need.terms[0].any }),
    ...(counted && measure && { measure: { kind: measure, term: meaningsOf(fold(counted)) } }),
    ...(doer && { doer }),
  })
  const earlier = asks === 'changed' && period ? await positionBefore(archive, desk, need, period) : []
  return {
    kind: 'fact',
    asks,
    words,
    ...(period && { period }),
    ...found,
    ...(need.slip && { slip: need.slip }),
    ...(earlier.length > 0 && { earlier }),
  }
}

/** Where somebody stood before a period: the latest sentences of the time before it. */
async function positionBefore(archive: Source, desk: string, need: Need, { from }: Period): Promise<AnswerLine[]> {
  const to = new Date(Date.parse(from) - 86_400_000).toISOString().slice(0, 10)
  const before = { from: '0000-01-01', to, text: '' }
  const { lines } = await findFacts(archive, desk, { asks: 'changed', need, period: before })
  return lines.slice(0, 2)
}

async function relation(archive: Source, desk: string, typed: string, typedOther: string): Promise<Answer | undefined> {
  const [first, second] = await Promise.all([actorNamed(archive, desk, typed), actorNamed(archive, desk, typedOther)])
  if (first.kind === 'several') return { kind: 'ambiguous', typed, actors: first.actors }
  if (second.kind === 'several') return { kind: 'ambiguous', typed: typedOther, actors: second.actors }
  if (first.kind === 'unknown') return undefined
  if (second.kind === 'unknown') {
    // «ما علاقة داعش بالتفجير؟»: not somebody, but something that happened.
    const told = await fact(archive, desk, { asks: 'open', words: `${typed} ${typedOther}` }, undefined)
    return isAnswered(told) ? told : unknown(archive, desk, typedOther)
  }
  const { actor } = first
  const { actor: other } = second
  const [standing = (await archive.actors.standings(desk, other.number, { toward: actor.number }))[0]] =
    await archive.actors.standings(desk, actor.number, { toward: other.number })
  const need = await readNeed(archive, desk, `${actor.name} ${other.name}`)
  const name = (one: Actor): Name => ({
    ...nameOf(
      need.names.filter((n) => n.ids.has(one.entity)),
      one,
    ),
    actors: [one],
    ids: new Set([one.entity]),
  })
  const found = await findFacts(archive, desk, {
    asks: 'relation',
    need: { names: [name(actor), name(other)], terms: [] },
  })
  return { kind: 'relation', actor, other, lines: found.lines, ...(standing && { score: standing.score }) }
}

/** A question with no frame: the sentences that hold all that it says. */
async function passages(archive: Source, desk: string, words: string, period: Period | undefined): Promise<Answer> {
  const need = await readNeed(archive, desk, words)
  const found = await findFacts(archive, desk, { asks: 'open', need, ...(period && { period }) })
  return { kind: 'passages', words, lines: found.lines }
}
