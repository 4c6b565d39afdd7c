import { existsSync, readdirSync, readFileSync } from 'node:fs'

const SEED = new URL('../../shared/seed/article.txt', import.meta.url)
const folder = new URL('../test/articles/', import.meta.url)
/** As long as the founding article. */
const WORDS = 577

/** Our own articles, whole. */
export function ownArticles(): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
}

/** The article that everything is measured on: the founding one where it lies beside the project, else as many words of ours. */
export function article(): string {
  if (existsSync(SEED)) return readFileSync(SEED, 'utf8')
  const words = ownArticles()
    .join('\n')
    .split(/(?<=\s)(?=\S)/)
  return words.slice(0, WORDS).join('').trim()
}
