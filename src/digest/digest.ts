/** What a desk has read in a day, put together: stories, what is expected, who was in the news. */
import type { Stored } from '../archive/articles.ts'
import { type Story, storiesOf } from './stories.ts'

export interface Digest {
  /** ISO 8601: what was received from here on. */
  from: string
  to: string
  articles: number
  stories: Story[]
  /** Events that are planned for after the digest's end or at no known time. */
  expected: { article: Stored; text: string; sentence: number; time?: string }[]
  /** Actors of most articles. */
  actors: { id: string; name: string; articles: number }[]
}

/** Articles of a day that are read for its digest; a desk that reads more wants a search, not a digest. */
export const MOST_ARTICLES = 400
const MOST_EXPECTED = 5
const MOST_ACTORS = 5

/**
 * The digest of articles received between two moments.
 * @param sizes how many articles each of their stories has in all
 */
export function composeDigest(
  articles: readonly Stored[],
  sizes: ReadonlyMap<number, number>,
  from: string,
  to: string,
): Digest {
  const counts = new Map<string, { id: string; name: string; articles: number }>()
  for (const { analysis } of articles) {
    for (const { id, name, type } of analysis.entities) {
      if (type === 'place' || type === 'group') continue
      const count = counts.get(id) ?? { id, name, articles: 0 }
      count.articles++
      counts.set(id, count)
    }
  }
  const actors = [...counts.values()].sort((a, b) => b.articles - a.articles).slice(0, MOST_ACTORS)
  return {
    from,
    to,
    articles: articles.length,
    stories: storiesOf(articles, sizes),
    expected: expectedIn(articles, to),
    actors,
  }
}

function expectedIn(articles: readonly Stored[], to: string): Digest['expected'] {
  const found: (Digest['expected'][number] & { start: string })[] = []
  for (const article of articles) {
    const said = new Set<number>()
    for (const event of article.analysis.events) {
      if (event.status !== 'planned' || event.agents.length === 0 || said.has(event.clause.start)) continue
      const start = event.time?.start
      // A plan without a day is worth a line only where the article names one.
      if (start === undefined || start < to.slice(0, start.length)) continue
      said.add(event.clause.start)
      found.push({
        article,
        text: article.article.text.slice(event.clause.start, event.clause.end),
        sentence: event.sentence,
        start,
        ...(event.time && { time: event.time.text }),
      })
    }
  }
  return found.sort((a, b) => (a.start < b.start ? -1 : 1)).slice(0, MOST_EXPECTED)
}
