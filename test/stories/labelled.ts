/**
 * Sixty articles of our own on fifteen happenings, told by several sources over days or months; some stories share their actors and are not one. `articles-4.txt`
 * has 34 on seventeen more: eight times the same actors do the same in another place, and one story like one of the fifteen.
 */
import { readFileSync } from 'node:fs'
import { analyze } from '../../src/analysis/analyze.ts'
import type { Archive } from '../../src/archive/archive.ts'

export interface Labelled {
  /** The happening that it tells of. */
  story: string
  source: string
  /** ISO 8601 date. */
  published: string
  text: string
}

/** The articles of some files of this folder, in the order in which they were published. */
export function labelledArticles(files: readonly string[]): Labelled[] {
  return files
    .flatMap((file) =>
      readFileSync(new URL(file, import.meta.url), 'utf8')
        .trim()
        .split(/\n\n(?=# )/),
    )
    .map((entry) => {
      const [head = '', ...rest] = entry.split('\n')
      const [story = '', source = '', published = ''] = head.slice(2).split(' | ')
      return { story, source, published, text: rest.join('\n').trim() }
    })
    .sort((a, b) => (a.published < b.published ? -1 : a.published > b.published ? 1 : 0))
}

/** Stores articles one by one in a desk; the story in which each was placed. */
export async function placeAll(archive: Archive, desk: string, articles: readonly Labelled[]): Promise<number[]> {
  const placed: number[] = []
  for (const { text, source, published } of articles) {
    const article = { text, source, publishedAt: published, receivedAt: `${published}T08:00:00.000Z` }
    const id = await archive.articles.save(desk, article, analyze(text, { publishedAt: published }))
    placed.push((await archive.stories.before(desk, id, 0)).story)
  }
  return placed
}

/** Of the pairs of articles that were put into one story the share that belong there, and of those that belong together the share that were. */
export function pairwise(
  articles: readonly Labelled[],
  placed: readonly number[],
): { precision: number; recall: number } {
  let [right, said, gold] = [0, 0, 0]
  for (let i = 0; i < articles.length; i++)
    for (let j = 0; j < i; j++) {
      const same = articles[i]!.story === articles[j]!.story
      const together = placed[i] === placed[j]
      if (same) gold++
      if (together) said++
      if (same && together) right++
    }
  return { precision: right / said, recall: right / gold }
}
