/** Stories: articles on one happening. Each new article is placed once, against the few it may belong to; nothing is ever computed anew. */
import type { Kysely, Transaction } from 'kysely'
import type { Analysis } from '../analysis/analysis.ts'
import { among } from './among.ts'
import { findLatest } from './passages.ts'
import type { Tables } from './schema.ts'
import { type Stored, storedFrom } from './stored.ts'
import { contradiction, daysOfEvents, together } from './story-contradiction.ts'
import { belonging, likeness, normOf, type Outline, SAME_STORY } from './story-likeness.ts'

/** Days between an article and the last of a story that it may belong to. */
const APART = 120
/** Actors by which candidates are found, the rarest first, and articles looked at for each. */
const MOST_ACTORS = 10
const AN_ACTOR = 25
const MOST_CANDIDATES = 40
/** Rare words by which candidates are found as well; one of more articles is not rare. */
const MOST_WORDS = 12
const COMMON = 200
const DAY = 86_400_000

/** An article that is being stored. */
interface Placed {
  desk: string
  article: number
  /** ISO 8601. */
  dated: string
  stems: ReadonlyMap<string, number>
  /** Actor's number → salience; places are among them. */
  actors: ReadonlyMap<number, number>
  places: ReadonlyMap<number, number>
  events: Analysis['events']
}

/**
 * Places a new article: into the story to which it belongs most, or into one of its own.
 * @returns the story's number, which is that of its first article
 */
export async function placeInStory(trx: Transaction<Tables>, placed: Placed): Promise<number> {
  const { desk, article, dated, stems, actors, places, events } = placed
  const day = dayOf(dated)
  const days = daysOfEvents({ events }, day)
  const known = await frequenciesOf(trx, desk, stems, actors)
  const candidates = await candidatesFor(trx, placed, known)
  const { outlines, counts } = await outlinesOf(trx, desk, candidates)
  const frequencies = { articles: article, stems: known.stems, actors: new Map([...counts, ...known.actors]) }
  const own: Outline = { stems, norm: normOf(stems, frequencies), actors, places, day, days }
  const near = [...outlines].filter(([other, { outline }]) => other !== article && Math.abs(outline.day - day) <= APART)
  let best = { story: article, score: SAME_STORY }
  for (const [story, members] of Map.groupBy(near, ([, known]) => known.story)) {
    const told = members.map(([, { outline }]) => outline)
    const score =
      belonging(told.map((outline) => likeness(own, outline, frequencies))) - contradiction(own, together(told))
    if (score >= best.score) best = { story, score }
  }
  await trx
    .updateTable('articles')
    .set({ story: best.story })
    .where('desk', '=', desk)
    .where('article', '=', article)
    .execute()
  await trx
    .insertInto('outlines')
    .values({ desk, article, stems: JSON.stringify([...stems]), norm: own.norm, days: JSON.stringify([...days]) })
    .execute()
  await countStems(trx, desk, [...stems.keys()])
  return best.story
}

async function frequenciesOf(
  trx: Transaction<Tables>,
  desk: string,
  stems: Placed['stems'],
  actors: Placed['actors'],
): Promise<{ stems: Map<string, number>; actors: Map<number, number> }> {
  const ofStems = await trx
    .selectFrom('stem_counts')
    .select(['stem', 'articles'])
    .where('desk', '=', desk)
    .where('stem', 'in', among(stems.keys()))
    .execute()
  const ofActors = await trx
    .selectFrom('actors')
    .select(['actor', 'articles'])
    .where('desk', '=', desk)
    .where('actor', 'in', among(actors.keys()))
    .execute()
  return {
    // The article itself counts: it is not among the counts of stems yet, but among those of actors.
    stems: new Map(ofStems.map((row) => [row.stem, row.articles + 1])),
    actors: new Map(ofActors.map((row) => [row.actor, row.articles])),
  }
}

/** Articles that share an actor or a rare word, those that share most first; found by the rarest of both, so that the work is bounded however much a desk has read. */
async function candidatesFor(
  trx: Transaction<Tables>,
  { desk, article, dated, actors }: Placed,
  {
    stems: stemCounts,
    actors: frequencies,
  }: { stems: ReadonlyMap<string, number>; actors: ReadonlyMap<number, number> },
): Promise<number[]> {
  const rarest = [...actors.keys()]
    .filter((actor) => (frequencies.get(actor) ?? 0) > 1)
    .sort((a, b) => frequencies.get(a)! - frequencies.get(b)!)
    .slice(0, MOST_ACTORS)
  const moment = Date.parse(dated)
  const shared = new Map<number, number>()
  if (Number.isNaN(moment)) return []
  const bound = (days: number) => new Date(moment + days * DAY).toISOString()
  for (const actor of rarest) {
    const near = await trx
      .selectFrom('appearances')
      .select('article')
      .where('desk', '=', desk)
      .where('actor', '=', actor)
      .where('dated', '>=', bound(-APART).slice(0, 10))
      .where('dated', '<=', bound(APART))
      .where('article', '!=', article)
      .orderBy('dated', 'desc')
      .limit(AN_ACTOR)
      .execute()
    for (const row of near) shared.set(row.article, (shared.get(row.article) ?? 0) + 1)
  }
  // The count of a stem is one more than what the desk has of it: this article's own.
  const words = [...stemCounts]
    .filter(([, count]) => count <= COMMON)
    .sort(([, a], [, b]) => a - b)
    .slice(0, MOST_WORDS)
  const passages = await findLatest(
    trx,
    desk,
    words.map(([stem]) => stem),
    AN_ACTOR,
  )

  for (const other of new Set(passages.map((passage) => passage.article)))
    shared.set(other, (shared.get(other) ?? 0) + 1)
  return [...shared]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_CANDIDATES)
    .map(([other]) => other)
}

async function outlinesOf(
  trx: Transaction<Tables>,
  desk: string,
  articles: readonly number[],
): Promise<{ outlines: Map<number, { story: number; outline: Outline }>; counts: Map<number, number> }> {
  if (articles.length === 0) return { outlines: new Map(), counts: new Map() }
  const rows = await trx
    .selectFrom('outlines')
    .innerJoin('articles', (j) =>
      j.onRef('articles.desk', '=', 'outlines.desk').onRef('articles.article', '=', 'outlines.article'),
    )
    .select([
      'outlines.article',
      'outlines.stems',
      'outlines.norm',
      'outlines.days',
      'articles.story',
      'articles.dated',
    ])
    .where('outlines.desk', '=', desk)
    .where('outlines.article', 'in', among(articles))
    .execute()
  const named = await trx
    .selectFrom('appearances')
    .innerJoin('actors', (j) =>
      j.onRef('actors.desk', '=', 'appearances.desk').onRef('actors.actor', '=', 'appearances.actor'),
    )
    .select(['appearances.article', 'appearances.actor', 'appearances.salience'])
    .select(['actors.type', 'actors.articles as count'])
    .where('appearances.desk', '=', desk)
    .where('appearances.article', 'in', among(articles))
    .where('actors.type', '!=', 'group')
    .execute()
  const actorsOf = Map.groupBy(named, (row) => row.article)
  const outlines = new Map(
    rows.map((row): [number, { story: number; outline: Outline }] => [
      row.article,
      {
        story: row.story ?? row.article,
        outline: {
          stems: new Map(JSON.parse(row.stems) as [string, number][]),
          norm: row.norm,
          actors: weighed(actorsOf.get(row.article)),
          places: weighed(actorsOf.get(row.article)?.filter(({ type }) => type === 'place')),
          day: dayOf(row.dated),
          days: new Map(JSON.parse(row.days) as [string, number[]][]),
        },
      },
    ]),
  )
  return { outlines, counts: new Map(named.map(({ actor, count }) => [actor, count])) }
}

const weighed = (rows: readonly { actor: number; salience: number }[] = []) =>
  new Map(rows.map(({ actor, salience }) => [actor, salience]))

/** Rows of one statement: SQLite takes 32,766 parameters. */
const ROWS = 200

async function countStems(trx: Transaction<Tables>, desk: string, stems: readonly string[]): Promise<void> {
  for (let at = 0; at < stems.length; at += ROWS)
    await trx
      .insertInto('stem_counts')
      .values(stems.slice(at, at + ROWS).map((stem) => ({ desk, stem, articles: 1 })))
      .onConflict((c) =>
        c.columns(['desk', 'stem']).doUpdateSet((e) => ({ articles: e('stem_counts.articles', '+', 1) })),
      )
      .execute()
}

const dayOf = (iso: string) => {
  const moment = Date.parse(iso)
  return Number.isNaN(moment) ? 0 : moment / DAY
}

/** The stories of desks. */
export function storiesOf(db: Kysely<Tables>) {
  return {
    /** The story of an article, how many of its articles the desk had before that one, and the latest of these, the earliest first. */
    async before(
      desk: string,
      article: number,
      limit: number,
    ): Promise<{ story: number; count: number; earlier: Stored[] }> {
      const row = await db
        .selectFrom('articles')
        .select('story')
        .where('desk', '=', desk)
        .where('article', '=', article)
        .executeTakeFirst()
      const story = row?.story ?? article
      const own = db
        .selectFrom('articles')
        .where('desk', '=', desk)
        .where('story', '=', story)
        .where('article', '<', article)
      const { n } = await own.select((e) => e.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
      const rows = await own.selectAll().orderBy('article', 'desc').limit(limit).execute()
      return { story, count: Number(n), earlier: rows.reverse().map(storedFrom) }
    },

    /** How many articles stories have. */
    async sizes(desk: string, stories: readonly number[]): Promise<Map<number, number>> {
      if (stories.length === 0) return new Map()
      const rows = await db
        .selectFrom('articles')
        .select((e) => ['story', e.fn.countAll<number>().as('n')])
        .where('desk', '=', desk)
        .where('story', 'in', among(stories))
        .groupBy('story')
        .execute()
      return new Map(rows.map((row) => [row.story!, Number(row.n)]))
    },

    /** How many articles a story has, and when the latest of them is dated; undefined where there is no such story. */
    async extent(desk: string, story: number): Promise<{ articles: number; to: string } | undefined> {
      const row = await db
        .selectFrom('articles')
        .select((e) => [e.fn.countAll<number>().as('n'), e.fn.max('dated').as('to')])
        .where('desk', '=', desk)
        .where('story', '=', story)
        .executeTakeFirstOrThrow()
      return Number(row.n) > 0 ? { articles: Number(row.n), to: row.to } : undefined
    },

    /** The articles of a story, the earliest first. */
    async articles(desk: string, story: number, limit: number): Promise<Stored[]> {
      const rows = await db
        .selectFrom('articles')
        .selectAll()
        .where('desk', '=', desk)
        .where('story', '=', story)
        .orderBy('dated')
        .orderBy('article')
        .limit(limit)
        .execute()
      return rows.map(storedFrom)
    },
  }
}
