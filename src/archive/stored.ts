import type { Analysis } from '../analysis/analysis.ts'
import type { Article } from '../intake/article.ts'
import type { ArticleRow } from './schema.ts'

/** An article with what the engine read in it. */
export interface Stored {
  id: number
  headline: string
  /** The story that it belongs to, by the number of its first article. */
  story: number
  /** When it was published or, where that is unknown, received. */
  dated: string
  article: Article
  analysis: Analysis
}

/** A row as it is read. */
export function storedFrom(row: ArticleRow): Stored {
  const analysis = JSON.parse(row.analysis) as Analysis
  return {
    id: row.article,
    headline: row.headline,
    story: row.story ?? row.article,
    dated: row.dated,
    article: {
      text: row.text,
      receivedAt: row.received_at,
      ...(row.title && { title: row.title }),
      ...(row.source && { source: row.source }),
      ...(row.url && { url: row.url }),
      ...(row.via !== null && { via: row.via }),
      ...(row.published_at && { publishedAt: row.published_at }),
    },
    analysis: { ...analysis, article: { ...analysis.article, text: row.text } },
  }
}
