/** A story in words: what an article adds to it, and all of it. */
import { metaOf } from '../archive/meta.ts'
import type { Stored } from '../archive/stored.ts'
import { noveltyIn } from '../stories/novelty.ts'
import { type Reader, say, sayCount, sayDate } from '../words.ts'
import { cite } from './cite.ts'
import { colon } from './colon.ts'
import type { Means, Setting } from './desk.ts'
import { excerpt } from './excerpt.ts'
import { line } from './line.ts'
import { type Block, type Citation, plain, quiet, type Reply, strong, type Text } from './reply.ts'

/** Articles of a story against which a new one is held, the latest. */
const HELD_AGAINST = 30
const MOST_NEW = 4
const MOST_SHOWN = 20
const WORDS = 26

/** One thing that is new, and where that stands. */
export interface NewThing {
  text: Text
  citation?: Citation
}

/** What an article adds to its story; undefined where it is the first of one. */
export interface StoryNews {
  /** «ثالث مقال في قصة …». */
  place: string
  news: NewThing[]
  /** The story's number, for the button that shows all of it. */
  story: number
}

/** What is new in an article that has just been stored, against its story. */
export async function storyNewsOf(means: Means, { desk, reader }: Setting, id: number): Promise<StoryNews | undefined> {
  const { stories, articles } = means.archive
  const { story, count, earlier } = await stories.before(desk.desk, id, HELD_AGAINST)
  if (earlier.length === 0) return undefined
  const [article, first] = await Promise.all([articles.get(desk.desk, id), articles.get(desk.desk, story)])
  if (article === undefined || first === undefined) return undefined
  const place = sayCount(reader, 'bot.story.count', count, {
    headline: first.headline,
    date: sayDate(reader, first.dated),
  })
  return { place, news: newsIn(reader, article, earlier), story }
}

function newsIn(reader: Reader, article: Stored, earlier: readonly Stored[]): NewThing[] {
  const { tolls, events } = noveltyIn(article, earlier)
  const { text } = article.article
  const own = metaOf(article)
  const shown = new Set<number>()
  const news: NewThing[] = tolls.map(({ now, before, by }) => ({
    text: [
      strong(
        say(reader.language, 'bot.story.toll', {
          kind: say(reader.language, `bot.story.${now.kind}`),
          now: now.text,
          before: before.text,
        }),
      ),
      quiet(` (${cite(reader, metaOf(by), before.sentence).text})`),
    ],
  }))
  for (const index of events) {
    const event = article.analysis.events[index]!
    if (shown.has(event.clause.start)) continue
    shown.add(event.clause.start)
    news.push({
      text: [
        quiet(`${say(reader.language, 'bot.story.event')}${colon(reader)}`),
        plain(excerpt(text, event.clause, WORDS)),
      ],
      citation: cite(reader, own, event.sentence),
    })
  }
  return news.slice(0, MOST_NEW)
}

/** A whole story: each of its articles with what it added. */
export async function showStory(means: Means, setting: Setting, story: number): Promise<Reply> {
  const { desk, reader } = setting
  const { stories } = means.archive
  const extent = await stories.extent(desk.desk, story)
  const articles = await stories.articles(desk.desk, story, MOST_SHOWN)
  const [first] = articles
  if (first === undefined || extent === undefined) return line(setting, 'bot.story.gone')
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: [plain(say(reader.language, 'bot.story.title', { headline: first.headline }))] },
    {
      kind: 'paragraph',
      text: [
        quiet(
          say(reader.language, 'bot.story.span', {
            articles: sayCount(reader, 'digest.articles', extent.articles),
            from: sayDate(reader, first.dated),
            to: sayDate(reader, extent.to),
          }),
        ),
      ],
    },
    {
      kind: 'points',
      items: articles.map((article) => ({
        text: [strong(`${sayDate(reader, article.dated)}${colon(reader)}`), plain(article.headline)],
        citation: cite(reader, metaOf(article)),
      })),
    },
  ]
  const more = extent.articles - articles.length
  if (more > 0) blocks.push({ kind: 'paragraph', text: [quiet(sayCount(reader, 'bot.story.more', more))] })
  return { language: reader.language, blocks }
}
