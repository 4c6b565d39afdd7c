import type { Kysely } from 'kysely'
import type { Article } from '../intake/article.ts'
import { among } from './among.ts'
import type { ArticleRow, Tables } from './schema.ts'

/** What is enough to cite an article. */
export interface ArticleMeta {
  id: number
  headline: string
  source?: string
  url?: string
  /** The desk that it was imported from; empty for one without a name. */
  via?: string
  dated: string
  receivedAt: string
}

/** What of a row cites its article. */
export function metaFrom(
  row: Pick<ArticleRow, 'article' | 'headline' | 'source' | 'url' | 'via' | 'dated' | 'received_at'>,
): ArticleMeta {
  return {
    id: row.article,
    headline: row.headline,
    dated: row.dated,
    receivedAt: row.received_at,
    ...(row.source && { source: row.source }),
    ...(row.url && { url: row.url }),
    ...(row.via !== null && { via: row.via }),
  }
}

/** What of a stored article cites it. */
export function metaOf(stored: { id: number; headline: string; dated: string; article: Article }): ArticleMeta {
  const { id, headline, dated, article } = stored
  return {
    id,
    headline,
    dated,
    receivedAt: article.receivedAt,
    ...(article.source && { source: article.source }),
    ...(article.url && { url: article.url }),
    ...(article.via !== undefined && { via: article.via }),
  }
}

/** What cites some articles of a desk, by their numbers. */
export async function metasOf(
  db: Kysely<Tables>,
  desk: string,
  articles: readonly number[],
): Promise<Map<number, ArticleMeta>> {
  if (articles.length === 0) return new Map()
  const rows = await db
    .selectFrom('articles')
    .select(['article', 'headline', 'source', 'url', 'via', 'dated', 'received_at'])
    .where('desk', '=', desk)
    .where('article', 'in', among(articles))
    .execute()
  return new Map(rows.map((row) => [row.article, metaFrom(row)]))
}
