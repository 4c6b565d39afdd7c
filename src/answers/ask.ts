/** A question becomes an answer, from what the desk has read and nothing else. */
import type { Analysis } from '../analysis/analysis.ts'
import { wordsIn } from '../analysis/text/language.ts'
import type { Actor, ActorLine } from '../archive/actors.ts'
import type { Archive } from '../archive/archive.ts'
import type { Stored } from '../archive/articles.ts'
import { metaOf } from '../archive/meta.ts'
import { searchStems } from '../archive/stems.ts'
import type { Answer, AnswerLine } from './answer.ts'
import { readQuestion } from './question.ts'

const MOST_LINES = 7
const MOST_LINES_AN_ARTICLE = 4
const MOST_STANDINGS = 6
const MOST_NEAR = 5
/** Lines and passages that are looked through for the best. */
const LOOKED_THROUGH = 60
/** Words that a name has at most («القيادة العملياتية المشتركة لدول الساحل»). */
const LONGEST_NAME = 8
/** A sentence up to so many words is quoted whole, a longer one by its clause. */
const WHOLE_SENTENCE = 40

type Source = Pick<Archive, 'actors' | 'articles' | 'search'>

/**
 * Answers a question from the archive of a desk.
 * @param question as typed
 */
export async function ask(archive: Source, desk: string, question: string): Promise<Answer> {
  const asked = readQuestion(question)
  const read = asked.kind === 'whether' ? await positionIn(archive, desk, asked.words) : asked
  if (read.kind === 'open') return aboutWords(archive, desk, read.words)
  const found = await actorNamed(archive, desk, read.actor)
  if (found.kind !== 'one') {
    // «ما حصيلة التفجير؟» asks for a thing, not for an actor: look for its words before saying that nobody is called so.
    if (found.kind === 'unknown' && read.kind !== 'who') {
      const passages = await aboutWords(
        archive,
        desk,
        [read.actor, read.kind === 'position' ? read.matter : ''].join(' ').trim(),
      )
      if (passages.kind === 'passages' && passages.lines.length > 0 && found.near.length === 0) return passages
    }
    return found.kind === 'several'
      ? { kind: 'ambiguous', typed: read.actor, actors: found.actors }
      : { kind: 'unknown', typed: read.actor, near: found.near, empty: (await archive.articles.count(desk)) === 0 }
  }
  const { actor } = found
  if (read.kind === 'position' || (read.kind === 'deeds' && read.matter !== ''))
    return position(archive, desk, actor, read.matter)
  if (read.kind === 'relation') {
    const other = await actorNamed(archive, desk, read.other)
    if (other.kind === 'one') return relation(archive, desk, actor, other.actor)
    return other.kind === 'several'
      ? { kind: 'ambiguous', typed: read.other, actors: other.actors }
      : { kind: 'unknown', typed: read.other, near: other.near, empty: false }
  }
  return aboutActor(archive, desk, actor)
}

/** Words that name an actor and then a matter, parted behind the longest beginning that names somebody. */
async function positionIn(archive: Source, desk: string, typed: string) {
  const words = typed.split(/\s+/)
  const parted = (count: number) => ({
    kind: 'position' as const,
    actor: words.slice(0, count).join(' '),
    matter: words.slice(count).join(' '),
  })
  for (let count = Math.min(words.length - 1, LONGEST_NAME); count > 1; count--)
    if ((await archive.actors.find(desk, parted(count).actor)).length > 0) return parted(count)
  return parted(1)
}

/** Who an actor is, by its number: what a button leads to. */
export async function askAbout(archive: Source, desk: string, number: number): Promise<Answer | undefined> {
  const actor = await archive.actors.get(desk, number)
  return actor && aboutActor(archive, desk, actor)
}

type Named = { kind: 'one'; actor: Actor } | { kind: 'several'; actors: Actor[] } | { kind: 'unknown'; near: Actor[] }

async function actorNamed(archive: Source, desk: string, typed: string): Promise<Named> {
  const actors = await archive.actors.find(desk, typed)
  if (actors.length === 1) return { kind: 'one', actor: actors[0]! }
  if (actors.length > 1) {
    // A state and a group of its people share words; what was typed whole is meant.
    const persons = actors.filter((actor) => actor.type === 'person')
    return persons.length > 1
      ? { kind: 'several', actors: actors.slice(0, MOST_NEAR) }
      : { kind: 'one', actor: actors[0]! }
  }
  // «الوفد الليبي الذي زار»: the longest beginning of what was typed that names somebody.
  const words = typed.split(/\s+/)
  for (let count = words.length - 1; count >= 1; count--) {
    if (count < words.length / 2) break
    const part = await archive.actors.find(desk, words.slice(0, count).join(' '))
    if (part.length === 0) continue
    if (part.filter((actor) => actor.type === 'person').length > 1)
      return { kind: 'several', actors: part.slice(0, MOST_NEAR) }
    // «عطاف الزهراني» is not the Attaf that the desk knows, though he may be meant.
    return count === 1 && part[0]!.type === 'person'
      ? { kind: 'unknown', near: part.slice(0, MOST_NEAR) }
      : { kind: 'one', actor: part[0]! }
  }
  const near = await archive.actors.nearest(desk, typed, MOST_NEAR)
  return { kind: 'unknown', near }
}

async function aboutActor(archive: Source, desk: string, actor: Actor): Promise<Answer> {
  const [lines, standings] = await Promise.all([
    archive.actors.lines(desk, actor.number, LOOKED_THROUGH),
    archive.actors.standings(desk, actor.number),
  ])
  const shown = bestLines(lines)
  const fallback = shown.length > 0 ? shown : await mentionsOf(archive, desk, actor)
  return { kind: 'actor', actor, lines: fallback, standings: standings.slice(0, MOST_STANDINGS) }
}

/** The lines that say most: one for each clause, what the actor does before what is done to it, the latest article first. */
function bestLines(lines: readonly ActorLine[]): AnswerLine[] {
  const rank = { agent: 0, speaker: 1, patient: 2 }
  const byArticle = Map.groupBy(lines, (line) => line.article.id)
  const chosen: AnswerLine[] = []
  for (const own of byArticle.values()) {
    const clauses = new Map<string, ActorLine>()
    for (const line of [...own].sort((a, b) => rank[a.part] - rank[b.part] || surer(a) - surer(b))) {
      const key = `${line.sentence} ${line.text.slice(0, 40)}`
      if (!clauses.has(key)) clauses.set(key, line)
    }
    const best = [...clauses.values()].slice(0, MOST_LINES_AN_ARTICLE).sort((a, b) => a.line - b.line)
    chosen.push(...best.map(lineFrom))
    if (chosen.length >= MOST_LINES) break
  }
  return chosen.slice(0, MOST_LINES)
}

const surer = (line: ActorLine) => (line.status === 'happened' ? 0 : line.status === 'claimed' ? 1 : 2)

function lineFrom({ article, sentence, text, kind, type, status, part }: ActorLine): AnswerLine {
  return { article, sentence, text, kind, type, status, part }
}

/** An actor that is only mentioned: the sentences that do. */
async function mentionsOf(archive: Source, desk: string, actor: Actor): Promise<AnswerLine[]> {
  const passages = await archive.search(desk, searchStems(actor.name), LOOKED_THROUGH)
  return passageLines(
    archive,
    desk,
    passages,
    searchStems(actor.name),
    (stored, sentence) =>
      mentioned(stored.analysis, actor.entity, sentence) || wordsOverlap(stored, sentence, actor.name),
  )
}

async function position(archive: Source, desk: string, actor: Actor, matter: string): Promise<Answer> {
  const stems = searchStems(matter)
  const passages = await archive.search(desk, stems, LOOKED_THROUGH)
  const lines = await passageLines(
    archive,
    desk,
    passages,
    stems,
    (stored, sentence) => mentioned(stored.analysis, actor.entity, sentence),
    actor.entity,
  )
  const nearest =
    lines.length > 0 ? [] : bestLines(await archive.actors.lines(desk, actor.number, LOOKED_THROUGH)).slice(0, 2)
  return { kind: 'position', actor, matter, lines, nearest }
}

async function relation(archive: Source, desk: string, actor: Actor, other: Actor): Promise<Answer> {
  const standings = await archive.actors.standings(desk, actor.number)
  const standing =
    standings.find((s) => s.other.number === other.number) ??
    (await archive.actors.standings(desk, other.number)).find((s) => s.other.number === actor.number)
  const own = await archive.actors.lines(desk, actor.number, 4 * LOOKED_THROUGH)
  const others = new Set(
    (await archive.actors.lines(desk, other.number, 4 * LOOKED_THROUGH)).map(
      (line) => `${line.article.id}/${line.line}`,
    ),
  )
  const lines = bestLines(own.filter((line) => others.has(`${line.article.id}/${line.line}`)))
  return { kind: 'relation', actor, other, lines, ...(standing && { score: standing.score }) }
}

async function aboutWords(archive: Source, desk: string, words: string): Promise<Answer> {
  const stems = searchStems(words)
  const passages = await archive.search(desk, stems, LOOKED_THROUGH)
  // One shared word is chance; a sentence answers when it holds most of what was asked for.
  const least = stems.length <= 1 ? 1 : Math.ceil(new Set(stems).size * 0.6)
  const lines = await passageLines(
    archive,
    desk,
    passages,
    stems,
    (stored, sentence) => stemsShared(stored, sentence, stems) >= least,
  )
  return { kind: 'passages', words, lines: lines.slice(0, 4) }
}

async function passageLines(
  archive: Source,
  desk: string,
  passages: readonly { article: number; sentence: number }[],
  stems: readonly string[],
  fits: (stored: Stored, sentence: number) => boolean,
  entity?: string,
): Promise<AnswerLine[]> {
  const articles = new Map<number, Stored | undefined>()
  const lines: AnswerLine[] = []
  for (const { article, sentence } of passages) {
    if (!articles.has(article)) articles.set(article, await archive.articles.get(desk, article))
    const stored = articles.get(article)
    if (stored === undefined || !fits(stored, sentence)) continue
    lines.push(...quotes(stored, sentence, stems, entity))
    if (lines.length >= MOST_LINES) break
  }
  return lines.sort((a, b) => (a.article.dated < b.article.dated ? 1 : a.article.dated > b.article.dated ? -1 : 0))
}

/** Event types that say where an actor stands. */
const STANDS: ReadonlySet<string> = new Set(['REJECT', 'SUPPORT', 'ACCUSE', 'REQUEST', 'THREATEN', 'AGREE', 'CONCEDE'])
/** Clauses of one sentence that are quoted. */
const MOST_CLAUSES = 2

/** A sentence whole, or, where it is long, the clauses of it that hold what is looked for, those in which the actor does something first. */
function quotes(stored: Stored, index: number, stems: readonly string[], entity: string | undefined): AnswerLine[] {
  const { analysis, article } = stored
  const sentence = analysis.sentences[index]!
  const textOf = (span: { start: number; end: number }) => article.text.slice(span.start, span.end)
  const line = (span: { start: number; end: number }) => {
    const own =
      entity === undefined
        ? []
        : analysis.events.filter(
            (e) =>
              e.sentence === index &&
              e.agents.includes(entity) &&
              e.trigger.start >= span.start &&
              e.trigger.end <= span.end,
          )
    const event = own.find((e) => STANDS.has(e.type)) ?? own[0]
    const weight = shared(textOf(span), stems) + (event ? 1 : 0) + (event && STANDS.has(event.type) ? 1 : 0)
    return {
      weight,
      start: span.start,
      line: {
        article: metaOf(stored),
        sentence: index,
        text: textOf(span),
        kind: event ? ('event' as const) : ('passage' as const),
        ...(event && { type: event.type, status: event.status, part: 'agent' as const }),
      },
    }
  }
  if (wordsIn(textOf(sentence)) <= WHOLE_SENTENCE) return [line(sentence).line]
  return sentence.clauses
    .filter((clause) => shared(textOf(clause), stems) > 0)
    .map(line)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_CLAUSES)
    .sort((a, b) => a.start - b.start)
    .map((quoted) => quoted.line)
}

function mentioned(analysis: Analysis, entity: string, index: number): boolean {
  const sentence = analysis.sentences[index]
  const own = analysis.entities.find((e) => e.id === entity)
  return (
    sentence !== undefined && (own?.mentions.some((m) => m.start >= sentence.start && m.end <= sentence.end) ?? false)
  )
}

function wordsOverlap(stored: Stored, index: number, name: string): boolean {
  const stems = searchStems(name)
  return stemsShared(stored, index, stems) === new Set(stems).size
}

function stemsShared(stored: Stored, index: number, stems: readonly string[]): number {
  const sentence = stored.analysis.sentences[index]
  return sentence ? shared(stored.article.text.slice(sentence.start, sentence.end), stems) : 0
}

function shared(text: string, stems: readonly string[]): number {
  const own = new Set(searchStems(text))
  return new Set(stems.filter((stem) => own.has(stem))).size
}
