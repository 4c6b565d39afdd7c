/** Desks of generated articles in files, the larger one grown out of the smaller. */
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { analyze } from '../src/analysis/analyze.ts'
import { type Archive, openArchive } from '../src/archive/archive.ts'
import { articleMaker } from './generated.ts'

/** The chat whose desk has all the articles. */
export const OWNER = { platform: 'bench', chat: 'desk' }

/** A desk of so many articles. */
export interface Grown {
  articles: number
  archive: Archive
  desk: string
}

/**
 * Opens a desk for each of some sizes, a folder each; what is not there yet is built, each out of the one before it.
 * @param sizes numbers of articles, ascending
 * @param keep where the folders are kept for the next run; without it they are temporary
 * @param tell is told how far it is
 */
export async function growDesks(
  sizes: readonly number[],
  keep: string | undefined,
  tell: (line: string) => void,
): Promise<{ desks: Grown[]; close(): Promise<void> }> {
  const root = keep ?? mkdtempSync(join(tmpdir(), 'marsad-bench-'))
  const desks: Grown[] = []
  for (const [at, articles] of sizes.entries()) {
    const folder = join(root, String(articles))
    const smaller = sizes[at - 1]
    // Closed before it was copied, the smaller one is whole in its one file.
    if (smaller !== undefined && !existsSync(folder)) cpSync(join(root, String(smaller)), folder, { recursive: true })
    const archive = await openArchive(folder)
    const { desk } = await archive.desks.of(OWNER, new Date().toISOString())
    await fill(archive, desk, articles, tell)
    await archive.close()
    desks.push({ articles, archive: await openArchive(folder), desk })
  }
  return {
    desks,
    async close() {
      for (const { archive } of desks) await archive.close()
      if (keep === undefined) rmSync(root, { recursive: true, force: true })
    },
  }
}

async function fill(archive: Archive, desk: string, articles: number, tell: (line: string) => void): Promise<void> {
  const make = articleMaker()
  const started = performance.now()
  for (let n = await archive.articles.count(desk); n < articles; n++) {
    const article = make(n)
    const analysis = analyze(article.text, { publishedAt: article.publishedAt })
    await archive.articles.save(desk, { ...article, receivedAt: `${article.publishedAt}T08:00:00.000Z` }, analysis)
    if (n % 10_000 === 9_999) tell(`${n + 1} articles after ${Math.round((performance.now() - started) / 1000)} s`)
  }
}
