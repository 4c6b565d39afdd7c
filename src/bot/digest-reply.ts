/** A digest in words. */
import { metaOf } from '../archive/meta.ts'
import type { Digest } from '../digest/digest.ts'
import type { Story } from '../digest/stories.ts'
import { type Reader, say, sayCount, sayDate, sayNames, sayNumber, sayWeekday } from '../words.ts'
import { cite } from './cite.ts'
import { colon } from './colon.ts'
import { excerpt } from './excerpt.ts'
import { type Block, plain, quiet, type Reply, strong, type Text } from './reply.ts'

const MOST_STORIES = 7
const POINT_WORDS = 36
const EXPECTED_WORDS = 26

/** The hour that is offered to somebody who has not set one. */
export const USUAL_HOUR = '07:00'

/** The reply that says a digest; a day without articles is one line. `daily` says whether it comes every day already. */
export function sayDigest(reader: Reader, digest: Digest, daily: boolean): Reply {
  const { language } = reader
  const button: Block = {
    kind: 'choices',
    choices: [
      daily
        ? { label: say(language, 'digest.stop'), action: 'digest:off' }
        : { label: say(language, 'digest.daily', { at: USUAL_HOUR }), action: `digest:${USUAL_HOUR}` },
    ],
  }
  if (digest.articles === 0)
    return {
      language,
      blocks: [{ kind: 'paragraph', text: [plain(say(language, 'digest.nothing'))] }, ...(daily ? [] : [button])],
    }
  const blocks: Block[] = [
    {
      kind: 'heading',
      level: 1,
      text: [
        plain(
          say(language, 'digest.title', { weekday: sayWeekday(reader, digest.to), date: sayDate(reader, digest.to) }),
        ),
      ],
    },
    {
      kind: 'paragraph',
      text: [
        quiet(
          say(language, 'digest.count', {
            articles: sayCount(reader, 'digest.articles', digest.articles),
            stories: sayCount(reader, 'digest.stories', digest.stories.length),
          }),
        ),
      ],
    },
  ]
  blocks.push({
    kind: 'points',
    items: digest.stories.slice(0, MOST_STORIES).map((story) => {
      const latest = story.articles.at(-1)!
      return { text: storyText(reader, story), citation: cite(reader, metaOf(latest)) }
    }),
  })
  if (digest.stories.length > MOST_STORIES)
    blocks.push({
      kind: 'paragraph',
      text: [quiet(sayCount(reader, 'digest.more', digest.stories.length - MOST_STORIES))],
    })
  if (digest.expected.length > 0) {
    blocks.push({ kind: 'heading', level: 2, text: [plain(say(language, 'digest.expected'))] })
    blocks.push({
      kind: 'points',
      items: digest.expected.map(({ article, text, sentence, time }) => ({
        text: [
          ...(time ? [strong(`${time}${colon(reader)}`)] : []),
          plain(excerpt(text, { start: 0, end: text.length }, EXPECTED_WORDS)),
        ],
        citation: cite(reader, metaOf(article), sentence),
      })),
    })
  }
  if (digest.actors.length > 0 && digest.articles > 1)
    blocks.push({
      kind: 'paragraph',
      text: [
        strong(`${say(language, 'digest.actors')}${colon(reader)}`),
        plain(sayNames(digest.actors.map((actor) => actor.name))),
      ],
    })
  blocks.push(button)
  return { language, blocks }
}

/** «4 مقالات، قبلها 2»: what of a story came in the digest's time, and before. */
function sizeOf(reader: Reader, now: number, earlier: number): string {
  const count = sayCount(reader, 'digest.articles', now)
  return earlier > 0 ? say(reader.language, 'digest.andBefore', { count, earlier: sayNumber(reader, earlier) }) : count
}

/** A story: what it is, and, where several articles tell it, what the latest adds. */
function storyText(reader: Reader, { articles, earlier }: Story): Text {
  const first = articles[0]!
  const latest = articles.at(-1)!
  const text: Text = [strong(first.headline)]
  if (articles.length + earlier > 1)
    text.push(
      quiet(` (${sizeOf(reader, articles.length, earlier)}) `),
      ...(articles.length === 1
        ? []
        : [quiet(`${say(reader.language, 'digest.latest')}${colon(reader)}`), plain(latest.headline)]),
    )
  const point = latest.analysis.summary.points.find(
    (p) => !first.headline.startsWith(p.text.slice(0, 40)) && !latest.headline.startsWith(p.text.slice(0, 40)),
  )
  if (point) text.push(plain(` — ${excerpt(point.text, { start: 0, end: point.text.length }, POINT_WORDS)}`))
  return text
}
