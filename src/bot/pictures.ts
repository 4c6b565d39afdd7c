/** Pictures around an actor or of an article: what is drawn, and the same in words for those who do not see it. */
import type { Relation } from '../analysis/analysis.ts'
import { type NewsPeriod, oftenNamed } from '../answers/often.ts'
import type { Actor } from '../archive/actors.ts'
import type { Stored } from '../archive/articles.ts'
import { draw } from '../pictures/draw.ts'
import { type MapLink, type MapNode, relationsMap } from '../pictures/relations-map.ts'
import { type SharePeriod, share } from '../pictures/share.ts'
import { timeline } from '../pictures/timeline.ts'
import { type Reader, say, sayDate, sayMonth, sayNumber, sayShortDay } from '../words.ts'
import type { Means, Setting } from './desk.ts'
import { excerpt, namesOf } from './excerpt.ts'
import { line } from './line.ts'
import type { Picture, Reply } from './reply.ts'

const MOST_AROUND = 10
const MOST_LINKS = 24
const MOST_ENTRIES = 8
/** Events that are looked through for a timeline; many are of one clause. */
const LOOKED_THROUGH = 60
const ENTRY_WORDS = 26
const MOST_PERIODS = 12

/** The relations of an article's actors around the one with most of them, before the page that tells them. */
export async function withRelationsMap(reader: Reader, { analysis }: Stored, page: Reply): Promise<Reply> {
  const centre = mostRelated(analysis.relations)
  if (centre === undefined) return page
  const nameOf = namesOf(analysis)
  const nodes = [...new Set([centre, ...analysis.relations.flatMap((r) => [r.from, r.to])])].map((id) => ({
    id,
    name: nameOf(id),
  }))
  const picture = await drawMap(reader, nameOf(centre), centre, nodes, analysis.relations)
  const [title, ...rest] = page.blocks
  return { ...page, blocks: [title!, picture, ...rest] }
}

function mostRelated(relations: readonly Relation[]): string | undefined {
  const count = new Map<string, number>()
  for (const { from, to } of relations) for (const id of [from, to]) count.set(id, (count.get(id) ?? 0) + 1)
  return [...count].sort(([, a], [, b]) => b - a)[0]?.[0]
}

/** The map of relations around an actor, from all articles of the desk. */
export async function actorMap(means: Means, setting: Setting, number: number): Promise<Reply> {
  const { desk, reader } = setting
  const { actors, relations } = means.archive
  const actor = await actors.get(desk.desk, number)
  if (actor === undefined) return line(setting, 'bot.errors.stale')
  const own = await relations.around(desk.desk, number, MOST_LINKS)
  const others = [...new Set(own.map((link) => (link.from === number ? link.to : link.from)))].slice(0, MOST_AROUND)
  if (others.length === 0) return line(setting, 'bot.pictures.noMap', { name: actor.name })
  const among = await relations.among(desk.desk, others, MOST_LINKS)
  const named = new Map((await actors.some(desk.desk, others)).map((other) => [other.number, other.name]))
  const nodes = [number, ...others].map((id) => ({ id: String(id), name: named.get(id) ?? actor.name }))
  const links = [...own, ...among].map((link) => ({ ...link, from: String(link.from), to: String(link.to) }))
  return around(reader, actor, await drawMap(reader, actor.name, String(number), nodes, links))
}

async function drawMap(
  reader: Reader,
  name: string,
  centre: string,
  nodes: readonly MapNode[],
  links: readonly MapLink[],
): Promise<Picture> {
  const words = (key: string, values = {}) => say(reader.language, `bot.pictures.${key}`, values)
  const nameOf = (id: string) => nodes.find((node) => node.id === id)?.name ?? ''
  const told = links
    .filter((link) => link.from === centre || link.to === centre)
    .slice(0, MOST_AROUND)
    .map((link) =>
      words(link.mutual ? 'linkBoth' : 'linkTo', {
        from: nameOf(link.from),
        to: nameOf(link.to),
        kind: words(link.score > 0 ? 'kindFriendly' : 'kindHostile'),
      }),
    )
  return picture(
    relationsMap({
      title: words('map', { name }),
      centre,
      nodes,
      links,
      legend: { friendly: words('friendly'), hostile: words('hostile') },
    }),
    words('mapAlt', { name, links: told.join(reader.language === 'ar' ? '؛ ' : '; ') }),
  )
}

/** What an actor did and what was done to it, the latest first. */
export async function actorTimeline(means: Means, setting: Setting, number: number): Promise<Reply> {
  const { desk, reader } = setting
  const { actors } = means.archive
  const actor = await actors.get(desk.desk, number)
  if (actor === undefined) return line(setting, 'bot.errors.stale')
  const shown = new Set<string>()
  const entries = (await actors.lines(desk.desk, number, LOOKED_THROUGH))
    .filter(({ kind, status }) => kind === 'event' && status === 'happened')
    .filter(({ text }) => !shown.has(text) && shown.add(text))
    .slice(0, MOST_ENTRIES)
    .map(({ article, type, goldstein, text }) => ({
      date: sayDate(reader, article.dated),
      kind: say(reader.language, `bot.events.${type}`),
      goldstein,
      words: excerpt(text, { start: 0, end: text.length }, ENTRY_WORDS),
    }))
  if (entries.length === 0) return line(setting, 'bot.pictures.noTimeline', { name: actor.name })
  const { name } = actor
  const told = entries.map(({ date, kind, words }) => `${date}، ${kind}: ${words}`).join('؛ ')
  const svg = timeline({ title: say(reader.language, 'bot.pictures.timeline', { name }), entries })
  return around(
    reader,
    actor,
    await picture(svg, say(reader.language, 'bot.pictures.timelineAlt', { name, entries: told })),
  )
}

/** How much of the desk's news names an actor, by weeks or months. */
export async function actorShare(means: Means, setting: Setting, number: number): Promise<Reply> {
  const { desk, reader } = setting
  const actor = await means.archive.actors.get(desk.desk, number)
  if (actor === undefined) return line(setting, 'bot.errors.stale')
  const periods = periodsSaid(reader, await oftenNamed(means.archive, desk.desk, actor, MOST_PERIODS))
  const { name } = actor
  if (periods.length < 2) return line(setting, 'bot.pictures.noShare', { name })
  const words = (key: string, values = {}) => say(reader.language, `bot.pictures.${key}`, values)
  const svg = share({
    title: words('share', { name }),
    periods,
    legend: { naming: words('naming'), all: words('all') },
  })
  const entries = periods
    .map(({ label, naming, articles }) =>
      words('shareEntry', { label, naming: sayNumber(reader, naming), articles: sayNumber(reader, articles) }),
    )
    .join(reader.language === 'ar' ? '؛ ' : '; ')
  return around(reader, actor, await picture(svg, words('shareAlt', { name, entries })))
}

/** Weeks or months as the picture names them. */
export function periodsSaid(reader: Reader, periods: readonly NewsPeriod[]): SharePeriod[] {
  return periods.map(({ from, unit, articles, naming }) => ({
    articles,
    naming,
    label: unit === 'week' ? sayShortDay(reader, from) : sayMonth(reader, from.slice(0, 7)),
    shown: sayNumber(reader, naming),
  }))
}

async function picture(svg: string, alt: string): Promise<Picture> {
  const { png, width, height } = await draw(svg)
  return { kind: 'picture', data: png.toString('base64'), width, height, alt }
}

function around(reader: Reader, actor: Actor, shown: Picture): Reply {
  return {
    language: reader.language,
    blocks: [shown, { kind: 'choices', choices: [{ label: actor.name, action: `who:${actor.number}` }] }],
  }
}
