/** What a desk knows of one actor: short first, the rest in pages that a button can name. */
import { wordsIn } from '../analysis/text/language.ts'
import type { Actor, ActorLine, Standing } from '../archive/actors.ts'
import type { Archive } from '../archive/archive.ts'
import type { Stored } from '../archive/articles.ts'
import { type ArticleMeta, metaOf } from '../archive/meta.ts'
import { COUNTED_BESIDE } from '../archive/profiles.ts'
import type { Answer, AnswerLine } from './answer.ts'
import { findFacts } from './facts.ts'
import { readNeed } from './need.ts'
import { type NewsPeriod, oftenNamed } from './often.ts'
import { passageOf } from './passage.ts'
import { readStored } from './reading.ts'

type Source = Pick<Archive, 'actors' | 'articles' | 'search'>
type AboutActor = Extract<Answer, { kind: 'actor' }>

const MOST_LINES = 5
const MOST_LINES_AN_ARTICLE = 3
const MOST_STANDINGS = 6
/** Lines that are looked through for the best. */
export const LOOKED_THROUGH = 60
/** Items of a page. */
export const PAGE = 8

/** Who an actor is, in short. */
export async function aboutActor(archive: Source, desk: string, actor: Actor): Promise<AboutActor> {
  const [lines, standings, offices] = await Promise.all([
    archive.actors.lines(desk, actor.number, LOOKED_THROUGH),
    archive.actors.standings(desk, actor.number, { limit: MOST_STANDINGS }),
    archive.actors.offices(desk, actor.number),
  ])
  const shown = bestLines(lines)
  // Where the engine reads no deed, the sentences that tell of the actor.
  const told = shown.length < 2 ? await mentionsOf(archive, desk, actor) : []
  const known = new Set(shown.map((line) => `${line.article.id}/${line.sentence}`))
  return {
    kind: 'actor',
    actor,
    lines: [...shown, ...told.filter((line) => !known.has(`${line.article.id}/${line.sentence}`))].slice(0, MOST_LINES),
    standings,
    offices,
    speaks: lines.some(isSaid),
  }
}

/** A profile with what the actor said alone; undefined where no article reports it. */
export async function onlySaid(archive: Source, desk: string, answer: AboutActor): Promise<AboutActor | undefined> {
  const lines = await archive.actors.lines(desk, answer.actor.number, LOOKED_THROUGH)
  const said = onePerSentence(lines.filter(isSaid)).slice(0, MOST_LINES).map(lineFrom)
  return said.length > 0 ? { ...answer, lines: said } : undefined
}

/** The lines that say most: one for each sentence, what the actor does before what is done to it, the latest article first. */
export function bestLines(lines: readonly ActorLine[]): AnswerLine[] {
  const rank = { agent: 0, speaker: 1, patient: 2 }
  const byArticle = Map.groupBy(
    lines.filter((line) => !isOfLatter(line)),
    (line) => line.article.id,
  )
  const chosen: AnswerLine[] = []
  for (const own of byArticle.values()) {
    const sentences = new Map<string, ActorLine>()
    for (const line of [...own].sort((a, b) => rank[a.part] - rank[b.part] || surer(a) - surer(b))) {
      const key = `${line.sentence} ${line.text.slice(0, 40)}`
      if (!sentences.has(key)) sentences.set(key, line)
    }
    const best = withoutRepeated([...sentences.values()])
      .slice(0, MOST_LINES_AN_ARTICLE)
      .sort((a, b) => a.line - b.line)
    chosen.push(...best.map(lineFrom))
    if (chosen.length >= MOST_LINES) break
  }
  return chosen.slice(0, MOST_LINES)
}

/** «ودعت الأخيرة إلى …»: what the latter did, who is somebody else named before. */
const isOfLatter = ({ text }: ActorLine) => /^(?:\S+\s+){1,2}ال[أا]خير[ةه]?(?:\s|$)/.test(text)

/** Lines of an article without those whose words another of the same sentence holds. */
const withoutRepeated = (lines: readonly ActorLine[]) =>
  lines.filter(
    (line) =>
      !lines.some(
        (o) =>
          o !== line && o.sentence === line.sentence && o.text.length > line.text.length && o.text.includes(line.text),
      ),
  )

const surer = (line: ActorLine) => (line.status === 'happened' ? 0 : line.status === 'claimed' ? 1 : 2)

function lineFrom({ article, sentence, text, kind, type, status, part }: ActorLine): AnswerLine {
  return { article, sentence, text, kind, type, status, part }
}

/** Words of a sentence that tells something. */
const LEAST_WORDS = 5

/** The sentences that tell of an actor. */
async function mentionsOf(archive: Source, desk: string, actor: Actor): Promise<AnswerLine[]> {
  const read = await readNeed(archive, desk, actor.name)
  const name = read.names[0] ?? { typed: actor.name, spellings: [] }
  const own = { ...name, actors: [actor], ids: new Set([actor.entity]) }
  const { lines } = await findFacts(archive, desk, { asks: 'mention', need: { names: [own], terms: [] } })
  // «عتق (شبوة) – خاص» tells nothing.
  return lines.filter(({ text }) => wordsIn(text) >= LEAST_WORDS)
}

/** What a button of a profile opens. */
export const VIEWS = ['deeds', 'sides', 'says', 'told', 'beside', 'often'] as const
export type View = (typeof VIEWS)[number]

/** A page of a profile; `more` tells whether another follows. */
export type Page = { actor: Actor; page: number; more: boolean } & (
  | { view: 'deeds' | 'says' | 'told'; lines: AnswerLine[] }
  | { view: 'sides'; standings: (Standing & { text: string })[] }
  | {
      view: 'beside'
      others: { actor: Actor; articles: number; article: ArticleMeta }[]
      /** In how many of the actor's articles others were counted, where it has more. */
      counted?: number
    }
  | { view: 'often'; periods: NewsPeriod[] }
)

/** Weeks or months of the page that tells how often an actor is named. */
const MOST_PERIODS = 120
/** Lines of an actor from which a page is cut: a page further back is not asked for. */
const MOST_PAGED = 400

/**
 * A page of what is known of an actor, counted from 1; undefined where the desk does not know it.
 */
export async function profilePage(
  archive: Source & Pick<Archive, 'frequency'>,
  desk: string,
  number: number,
  view: View,
  page: number,
): Promise<Page | undefined> {
  const actor = await archive.actors.get(desk, number)
  if (actor === undefined || !Number.isInteger(page) || page < 1) return undefined
  const from = (page - 1) * PAGE
  const cut = <Item>(items: readonly Item[]) => ({
    items: items.slice(from, from + PAGE),
    head: { actor, page, more: items.length > from + PAGE },
  })
  switch (view) {
    case 'deeds':
    case 'says': {
      const wanted = view === 'says' ? isSaid : isDone
      const own = await archive.actors.lines(desk, number, MOST_PAGED)
      const { items, head } = cut(onePerSentence(own.filter((line) => wanted(line) && !isOfLatter(line))).map(lineFrom))
      return { ...head, view, lines: items }
    }
    case 'told': {
      const { items, head } = cut(await toldOf(archive, desk, actor))
      return { ...head, view, lines: items }
    }
    case 'sides': {
      const { items, head } = cut(await archive.actors.standings(desk, number))
      const standings = await Promise.all(
        items.map(async (standing) => {
          const stored = await archive.articles.get(desk, standing.article.id)
          return { ...standing, text: stored ? shownOf(stored, standing.sentence, [actor, standing.other]) : '' }
        }),
      )
      return { ...head, view, standings }
    }
    case 'beside': {
      const rows = await archive.actors.beside(desk, number, PAGE + 1, from)
      const others = await Promise.all(
        rows.slice(0, PAGE).map(async ({ article, ...row }) => {
          const stored = await archive.articles.get(desk, article)
          return stored ? [{ ...row, article: metaOf(stored) }] : []
        }),
      )
      const counted = actor.articles > COUNTED_BESIDE ? { counted: COUNTED_BESIDE } : {}
      return { actor, page, more: rows.length > PAGE, view, others: others.flat(), ...counted }
    }
    case 'often': {
      const periods = await oftenNamed(archive, desk, actor, MOST_PERIODS)
      const first = periods.findIndex(({ naming }) => naming > 0)
      const told = first < 0 ? [] : periods.slice(first).filter(({ articles }) => articles > 0)
      const { items, head } = cut(told.reverse())
      return { ...head, view, periods: items }
    }
  }
}

/** The clauses of a sentence that name some actors. */
function shownOf(stored: Stored, index: number, actors: readonly Actor[]): string {
  const reading = readStored(stored)
  const sentence = reading.sentences[index]
  if (sentence === undefined) return ''
  const marks = stored.analysis.entities
    .filter(({ id }) => actors.some(({ entity }) => entity === id))
    .flatMap(({ mentions }) => mentions.find((m) => m.start >= sentence.start && m.end <= sentence.end) ?? [])
  const { start, end } = passageOf(reading, sentence, [], marks)
  return stored.article.text.slice(start, end)
}

const isSaid = (line: ActorLine) => line.part === 'speaker'
const isDone = (line: ActorLine) => line.part !== 'speaker'

function onePerSentence(lines: readonly ActorLine[]): ActorLine[] {
  const found = new Map<string, ActorLine>()
  for (const line of lines) {
    const key = `${line.article.id}/${line.sentence}`
    if (!found.has(key)) found.set(key, line)
  }
  return [...found.values()]
}

/** Articles in which claims about an actor are looked for. */
const MOST_TOLD_IN = 60

/** What others say of an actor: claims that mention it and are not its own. */
async function toldOf(archive: Source, desk: string, actor: Actor): Promise<AnswerLine[]> {
  const lines: AnswerLine[] = []
  for (const id of await archive.actors.appearances(desk, actor.number, { limit: MOST_TOLD_IN })) {
    const stored = await archive.articles.get(desk, id)
    const mentions = stored?.analysis.entities.find((entity) => entity.id === actor.entity)?.mentions ?? []
    if (stored === undefined) continue
    for (const { speaker, content, stance, sentence } of stored.analysis.claims) {
      if (speaker.entity === actor.entity) continue
      if (!mentions.some((m) => m.start >= content.start && m.end <= content.end)) continue
      lines.push({
        article: metaOf(stored),
        sentence,
        text: stored.article.text.slice(content.start, content.end),
        kind: 'claim',
        type: stance,
        status: 'claimed',
        speaker: speaker.text,
      })
    }
  }
  return lines
}
