/** Full-text search: all words, phrases in quotes, an actor behind «@», a period; sentences with their articles, the latest first. */
import type { Actor } from '../archive/actors.ts'
import type { Archive } from '../archive/archive.ts'
import { metaOf } from '../archive/meta.ts'
import type { Passage } from '../archive/passages.ts'
import { searchStems } from '../archive/stems.ts'
import type { AnswerLine } from './answer.ts'
import { type Period, readPeriod } from './period.ts'

/** What a typed search means. */
export interface Search {
  /** Words that must all stand in a sentence, as typed. */
  words: string
  phrases: string[]
  /** As typed behind «@». */
  actor?: string
  period?: Period
}

export type Found =
  | {
      kind: 'found'
      lines: AnswerLine[]
      /** Whether there are more behind them. */
      more: boolean
    }
  /** No sentence holds all of it; those that hold most. */
  | { kind: 'near'; lines: AnswerLine[] }
  /** The actor that was named is not known. */
  | { kind: 'unknown'; typed: string; near: Actor[] }
  /** Nothing that can be looked for was typed. */
  | { kind: 'empty' }

/** Lines of a page. */
export const PAGE = 8
const MOST_NEAR = 4

const QUOTED = /[«"“]([^«»"“”]+)[»"”]/g
const NAMED = /(?:^|\s)@(?:[«"“]([^«»"“”]+)[»"”]|(\S+))/

/**
 * Reads what was typed.
 * @param today ISO 8601 day of the reader, for «الأسبوع الماضي»
 */
export function readSearch(typed: string, today: string): Search {
  const named = NAMED.exec(typed)
  const withoutActor = named ? typed.replace(named[0], ' ') : typed
  const phrases = [...withoutActor.matchAll(QUOTED)].map((match) => match[1]!.trim())
  const { rest, period } = readPeriod(withoutActor.replace(QUOTED, ' '), today)
  const actor = named && (named[1] ?? named[2]!).replaceAll('_', ' ').trim()
  return { words: rest.trim(), phrases, ...(actor && { actor }), ...(period && { period }) }
}

/**
 * A page of what a search finds in a desk.
 * @param page from 0
 */
export async function find(
  archive: Pick<Archive, 'articles' | 'actors' | 'search' | 'searchAll' | 'searchAny'>,
  desk: string,
  search: Search,
  page: number,
): Promise<Found> {
  const stems = searchStems(search.words)
  const phrases = search.phrases.map(searchStems).filter((phrase) => phrase.length > 0)
  const actors = search.actor === undefined ? [] : await archive.actors.find(desk, search.actor)
  const [actor] = actors
  if (search.actor !== undefined && actor === undefined)
    return { kind: 'unknown', typed: search.actor, near: await archive.actors.nearest(desk, search.actor, MOST_NEAR) }
  // An actor alone is looked for by its name.
  const asked = stems.length + phrases.length === 0 && actor ? searchStems(actor.name) : stems
  if (asked.length + phrases.length === 0) return { kind: 'empty' }
  const wanted = {
    stems: asked,
    phrases,
    ...(actor && { actor: actor.number }),
    ...(search.period && { from: search.period.from, to: search.period.to }),
  }
  const passages = await archive.searchAll(desk, wanted, PAGE + 1, page * PAGE)
  if (passages.length > 0 || page > 0)
    return {
      kind: 'found',
      lines: await linesOf(archive, desk, passages.slice(0, PAGE)),
      more: passages.length > PAGE,
    }
  // Words alone were all looked for just now.
  const nothingElse = phrases.length === 0 && actor === undefined && search.period === undefined
  const some = await archive[nothingElse ? 'searchAny' : 'search'](desk, [...asked, ...phrases.flat()], MOST_NEAR)
  return { kind: 'near', lines: await linesOf(archive, desk, some) }
}

async function linesOf(
  archive: Pick<Archive, 'articles'>,
  desk: string,
  passages: readonly Passage[],
): Promise<AnswerLine[]> {
  const lines: AnswerLine[] = []
  for (const { article, sentence } of passages) {
    const stored = await archive.articles.get(desk, article)
    const span = stored?.analysis.sentences[sentence]
    if (stored === undefined || span === undefined) continue
    const text = stored.article.text.slice(span.start, span.end)
    lines.push({ article: metaOf(stored), sentence, text, kind: 'passage' })
  }
  return lines
}
