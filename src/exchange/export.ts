import type { Archive } from '../archive/archive.ts'
import { type ArticleLine, FORMAT, type Header, VERSION } from './desk-file.ts'

export interface ExportOptions {
  desk: string
  /** What people call it. */
  name?: string
  /** Only articles in which this actor appears. */
  about?: { number: number; name: string; articles: number }
  /** ISO 8601. */
  now: string
}

/**
 * A desk's file, line by line, each with its line end (see `desk-file.ts`).
 * @param archive where the desk is
 */
export async function* exportDesk(archive: Archive, options: ExportOptions): AsyncGenerator<string> {
  const { desk, name, about, now } = options
  const header: Header = {
    format: FORMAT,
    version: VERSION,
    ...(name && { name }),
    ...(about && { about: about.name }),
    exportedAt: now,
    articles: about?.articles ?? (await archive.articles.count(desk)),
  }
  yield `${JSON.stringify(header)}\n`
  for await (const { article, analysis } of archive.articles.each(desk, about?.number)) {
    const { article: _article, ...read } = analysis
    const line: ArticleLine = { ...article, analysis: read }
    yield `${JSON.stringify(line)}\n`
  }
}
