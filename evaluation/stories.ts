/** Labelled articles placed into stories one by one, in the order in which they were published. */
import { openArchive } from '../src/archive/archive.ts'
import { labelledArticles, pairwise, placeAll } from '../test/stories/labelled.ts'
import { type Figures, shown } from './figures.ts'

const SETS = [
  { label: 'stories', files: ['articles-1.txt', 'articles-2.txt', 'articles-3.txt'] },
  { label: 'stories alike', files: ['articles-4.txt'] },
  {
    label: 'all of these stories in one desk',
    files: ['articles-1.txt', 'articles-2.txt', 'articles-3.txt', 'articles-4.txt'],
  },
  { label: 'held-out stories', files: ['held-out.txt'] },
]

/** Precision and recall over pairs of articles of one story. */
export async function storyFigures(): Promise<Figures> {
  const lines: string[] = []
  const json: object[] = []
  for (const { label, files } of SETS) {
    const articles = labelledArticles(files)
    const archive = await openArchive(':memory:')
    const { desk } = await archive.desks.of({ platform: 'eval', chat: label }, '2026-01-01T00:00:00.000Z')
    const { precision, recall } = pairwise(articles, await placeAll(archive, desk, articles))
    await archive.close()
    const stories = new Set(articles.map(({ story }) => story)).size
    json.push({ label, articles: articles.length, stories, precision, recall })
    lines.push(
      `${label}: ${articles.length} articles on ${stories} happenings, pairwise precision ${shown(precision)}, recall ${shown(recall)}`,
    )
  }
  return { id: 'stories', json, lines }
}
