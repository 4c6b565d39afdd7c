/**
 * The sentences of a desk that answer a question of fact. A sentence answers when it tells of everybody whom the question names, holds the word that tells the
 * event (or one that tells the same), meets the other words itself or with the sentences around it, lies in the period, and holds what is asked for. What
 * meets only a part of that is near, and is never given as an answer.
 */
import type { Span } from '../analysis/analysis.ts'
import { lightStem } from '../analysis/text/clitics.ts'
import { fold } from '../analysis/text/fold.ts'
import type { Archive } from '../archive/archive.ts'
import { metaOf } from '../archive/meta.ts'
import type { AnswerLine } from './answer.ts'
import { isUntold } from './doers.ts'
import { isNegated } from './happened.ts'
import { type Judged, judge } from './judge.ts'
import { passageOf } from './passage.ts'
import { type Reading, readStored, type Sentence } from './reading.ts'
import { kinWords } from './terms.ts'
import type { Wanted } from './wanted.ts'

type Source = Pick<Archive, 'actors' | 'articles' | 'search'>

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
const MOST_NEWS = 8
const MOST_NEAREST = 2
/** A line is shown beside the best one when it is not much worse. */
const BESIDE_BEST = 0.78
/** Another count is told in fewer words than the first, and must not be left out for that. */
const COUNT_BESIDE_BEST = 0.55
/** Where all who did something are asked for, so many lines, however much better the first. */
const LISTED_BESIDE_BEST = 0.5
const MOST_LISTED = 8

/** Finds the sentences that answer, and those that come nearest. */
export async function findFacts(archive: Source, desk: string, wanted: Wanted): Promise<Facts> {
  const { names, terms } = wanted.need
  // «هل استقال؟» without anybody to ask it of.
  if (wanted.asks === 'whether' && names.length + terms.length < 2) return { lines: [], nearest: [] }
  if (names.length === 0 && terms.length === 0) return newsOf(archive, desk, wanted.period)
  const readings = await readArticles(archive, desk, wanted)
  const judged = readings.flatMap((reading) =>
    reading.sentences.map((sentence) => judge(reading, sentence, wanted)).filter((one) => one !== undefined),
  )
  const good = judged.filter((one) => one.answers).sort(wanted.asks === 'last' ? byDay : byScore)
  const best = Math.max(0, ...good.map((one) => one.score))
  // «أي الدول …؟» asks for all of them.
  const isList = wanted.doer !== undefined
  const least = best * (isList ? LISTED_BESIDE_BEST : wanted.asks === 'count' ? COUNT_BESIDE_BEST : BESIDE_BEST)
  // Who did it is told by the sentences that name him: one that only mentions the deed is left out where others do.
  const naming = good.find((one) => one.doers.length > 0 && one.score >= best * BESIDE_BEST)
  const chosen = good
    .filter((one) => one.score >= least && (!naming || one.doers.length > 0))
    .slice(0, isList ? MOST_LISTED : MOST_LINES)
  const lines = chosen.flatMap((one) => [lineOf(one, wanted.asks), ...contradiction(one, wanted.asks)])
  if (lines.length > 0) return { lines: unique(lines), nearest: [] }
  const near = judged.filter((one) => one.near > 0).sort((a, b) => b.near - a.near || byScore(a, b))
  return { lines: [], nearest: unique(near.slice(0, MOST_NEAREST).map((one) => lineOf(one, wanted.asks))) }
}

/** Asked only for what happened in a period: the first sentence of each article of it. */
async function newsOf(archive: Source, desk: string, period: Wanted['period']): Promise<Facts> {
  if (period === undefined) return { lines: [], nearest: [] }
  const lines: AnswerLine[] = []
  for (const id of await archive.articles.dated(desk, period.from, period.to, MOST_NEWS)) {
    const stored = await archive.articles.get(desk, id)
    const reading = stored && readStored(stored)
    if (reading?.sentences[0]) lines.push(plainLine(reading, reading.sentences[0]))
  }
  return { lines, nearest: [] }
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

const byScore = (a: Judged, b: Judged) => b.score - a.score || (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)
const byDay = (a: Judged, b: Judged) => (a.day < b.day ? 1 : a.day > b.day ? -1 : b.score - a.score)

/** «غير أن مصدرا قال …»: the sentence behind one that takes back or contradicts it. */
const ADVERSATIVE = /^(?:غير ان|لكن|ولكن|بيد ان|الا ان|في المقابل|بالمقابل)/
/** «ونفت قوات الدعم ذلك»: one that denies what the one before it says. */
const DENYING = /^و?(?:نفي|نفت|كذب|كذبت|فند|فندت) .{0,60}(?:^| )(?:ذلك|هذا|هذه|صحه|الخبر|الانباء|الاتهامات|الاتهام)/

/** Questions whose answer another may contradict with words of its own: how many, whether, what is said. */
const CONTRADICTED = new Set<Wanted['asks']>(['count', 'whether', 'said', 'position', 'changed'])

function contradiction({ reading, sentence }: Judged, asks: Wanted['asks']): AnswerLine[] {
  const next = reading.sentences[sentence.index + 1]
  if (next === undefined) return []
  const text = reading.stored.article.text.slice(next.start, next.end)
  const folded = fold(text)
  return (CONTRADICTED.has(asks) && ADVERSATIVE.test(folded)) || DENYING.test(folded) ? [plainLine(reading, next)] : []
}

function plainLine({ stored }: Reading, sentence: Sentence, passage: Span = sentence): AnswerLine {
  const claim = sentence.claims.find(({ content }) => content.start < passage.end && content.end > passage.start)
  return {
    article: metaOf(stored),
    sentence: sentence.index,
    text: stored.article.text.slice(passage.start, passage.end),
    kind: claim ? 'claim' : 'passage',
    ...(stored.article.publishedAt === undefined && { undated: true as const }),
    ...(claim && { type: claim.stance, status: 'claimed', speaker: claim.speaker.text }),
  }
}

function lineOf(judged: Judged, asks: Wanted['asks']): AnswerLine {
  const { reading, sentence, event, doers, word, marks } = judged
  const focus = judged.focus ?? (doers[0] && { span: doers[0].span })
  // What somebody stands for is told by the clause of it.
  const answering = focus?.span ?? word ?? (asks === 'position' ? event?.trigger : undefined)
  const passage = passageOf(reading, sentence, answering ? [answering] : [], word ? [word, ...marks] : marks)
  const line = plainLine(reading, sentence, passage)
  const told =
    event ?? sentence.events.find(({ trigger }) => trigger.start >= passage.start && trigger.end <= passage.end)
  const { start } = passage
  return {
    ...line,
    ...(line.kind === 'passage' && told && { kind: 'event' as const, type: told.type, status: told.status }),
    ...(isNegated(sentence, word) && { kind: 'event' as const, status: 'denied', type: told?.type ?? 'CONSULT' }),
    ...(focus && { focus: { start: focus.span.start - start, end: focus.span.end - start } }),
    ...(judged.focus?.day && { day: judged.focus.day }),
    ...(judged.focus?.value !== undefined && { value: judged.focus.value }),
    ...(asks === 'who' && isUntold(sentence, word) && { untold: true as const }),
    ...(doers.length > 0 && { doers: doers.map(({ id, name }) => ({ id, name })) }),
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
