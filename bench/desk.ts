/** A desk as it grows: asking, searching and completing names over ten thousand articles and over ten times as many. */

import { performance } from 'node:perf_hooks'
import { DatabaseSync } from 'node:sqlite'
import { analyze } from '../src/analysis/analyze.ts'
import { ask } from '../src/answers/ask.ts'
import { find } from '../src/answers/search.ts'
import { type Archive, openArchive } from '../src/archive/archive.ts'
import { articleMaker, type Generated, random } from './generated.ts'
import type { Figure } from './measure.ts'

/** What is asked of each kind, at each size. */
const ROUNDS = 200
/** When and where it is asked. */
const ASKED = { now: new Date('2024-01-01T09:00:00Z'), timeZone: 'UTC' }

interface Timed {
  ask: number
  search: number
  suggest: number
}

/**
 * Fills a desk with generated articles and measures it on the way, in memory.
 * @param articles how many in the end; a tenth of them is the first size
 * @param tell is told how far it is
 */
export async function deskFigures(articles: number, tell: (line: string) => void): Promise<Figure[]> {
  const archive = await openArchive(':memory:')
  const { desk } = await archive.desks.of({ platform: 'bench', chat: 'desk' }, new Date().toISOString())
  const make = articleMaker()
  const started = performance.now()
  const fill = async (from: number, to: number) => {
    for (let n = from; n < to; n++) {
      const article = make(n)
      const analysis = analyze(article.text, { publishedAt: article.publishedAt })
      await archive.articles.save(desk, { ...article, receivedAt: `${article.publishedAt}T08:00:00.000Z` }, analysis)
      if (n % 10_000 === 9_999) tell(`${n + 1} articles after ${Math.round((performance.now() - started) / 1000)} s`)
    }
  }
  await fill(0, articles / 10)
  const few = await measure(archive, desk, make, articles / 10)
  await fill(articles / 10, articles)
  const many = await measure(archive, desk, make, articles)
  await archive.close()
  const lookUp = lookUpTime(articles)
  const kinds = ['ask', 'search', 'suggest'] as const
  const what = { ask: 'a question', search: 'a search', suggest: 'completing a name' }
  const size = new Intl.NumberFormat('en').format(articles)
  return kinds.flatMap((kind): Figure[] => [
    {
      id: `${kind}-p95`,
      what: `${what[kind]} at ${size} articles (p95), against one indexed look-up among as many`,
      value: many[kind] / lookUp,
      unit: '×',
    },
    { id: `${kind}-p95-ms`, what: 'the same, in time', value: many[kind], unit: 'ms' },
    {
      id: `${kind}-growth`,
      what: 'the same, against a tenth of the articles',
      value: many[kind] / few[kind],
      unit: '×',
    },
  ])
}

async function measure(
  archive: Archive,
  desk: string,
  make: (n: number) => Generated,
  articles: number,
): Promise<Timed> {
  const next = random(7)
  const names = await archive.actors.suggest(desk, '', 200)
  const name = () => names[Math.floor(names.length * next() ** 2)]!.name
  /** Two words that stand side by side in one of the articles. */
  const words = () => {
    const all = make(Math.floor(articles * next())).text.split(' ')
    const at = Math.floor((all.length - 1) * next())
    return `${all[at]} ${all[at + 1]}`
  }
  const questions = [
    () => `من هو ${name()}؟`,
    () => `ماذا نعرف عن ${name()}؟`,
    () => `ما موقف ${name()} من العقوبات؟`,
    () => `ما علاقة ${name()} ب${name()}؟`,
    () => `أين وقع هجوم ${name()}؟`,
    () => name(),
  ]
  return {
    ask: await p95(() => ask(archive, desk, questions[Math.floor(next() * questions.length)]!(), ASKED)),
    search: await p95(() => find(archive, desk, { words: words(), phrases: [] }, 0)),
    suggest: await p95(() => archive.actors.suggest(desk, name().slice(0, 2 + Math.floor(next() * 3)), 8)),
  }
}

/** The time, in milliseconds, within which nineteen of twenty are done. */
async function p95(work: () => Promise<unknown>): Promise<number> {
  const taken: number[] = []
  // Until V8 has compiled what runs often, at the smaller size as at the larger.
  for (let round = 0; round < ROUNDS / 2; round++) await work()
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now()
    await work()
    taken.push(performance.now() - started)
  }
  return taken.sort((a, b) => a - b)[Math.floor(ROUNDS * 0.95)]!
}

/** Milliseconds of one look-up by an indexed key among so many rows; the mean, since one alone is less than the clock tells. */
function lookUpTime(rows: number): number {
  const database = new DatabaseSync(':memory:')
  database.exec('CREATE TABLE rows (key TEXT PRIMARY KEY, text TEXT) WITHOUT ROWID')
  const insert = database.prepare('INSERT INTO rows VALUES (?, ?)')
  database.exec('BEGIN')
  for (let n = 0; n < rows; n++) insert.run(`k${n}`, 'نص'.repeat(40))
  database.exec('COMMIT')
  const select = database.prepare('SELECT text FROM rows WHERE key = ?')
  const next = random(3)
  const started = performance.now()
  for (let n = 0; n < 20_000; n++) select.get(`k${Math.floor(rows * next())}`)
  const taken = (performance.now() - started) / 20_000
  database.close()
  return taken
}
