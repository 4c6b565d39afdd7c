import type { Stored } from '../archive/stored.ts'

/** Articles on one happening that a digest tells of, in the order they came. */
export interface Story {
  /** The number of the story's first article. */
  story: number
  articles: Stored[]
  /** Articles of it that came before the digest's time. */
  earlier: number
}

/**
 * Groups the articles of a day by the stories in which the archive has placed them. The story with most articles comes first, then the later one.
 * @param sizes how many articles each story has in all
 */
export function storiesOf(articles: readonly Stored[], sizes: ReadonlyMap<number, number>): Story[] {
  return [...Map.groupBy(articles, ({ story }) => story)]
    .map(([story, own]) => ({
      story,
      articles: own,
      earlier: Math.max(0, (sizes.get(story) ?? own.length) - own.length),
    }))
    .sort(
      (a, b) => b.articles.length - a.articles.length || (a.articles.at(-1)!.dated < b.articles.at(-1)!.dated ? 1 : -1),
    )
}
