/** A desk as it grows: asking, searching, completing names and recognising copies over ten thousand articles and over ten times as many. */

import { performance } from 'node:perf_hooks'
import { DatabaseSync } from 'node:sqlite'
import { ask } from '../src/answers/ask.ts'
import { find } from '../src/answers/search.ts'
import { completeIn } from './completing.ts'
import { articleMaker, random } from './generated.ts'
import { type Grown, growDesks } from './grown.ts'
import { type Figure, quantile } from './measure.ts'

/** What is asked of each kind, at each size. */
const ROUNDS = 200
/** When and where it is asked. */
const ASKED = { now: new Date('2024-01-01T09:00:00Z'), timeZone: 'UTC' }

const KINDS = {
  ask: 'a question',
  search: 'a search',
  suggest: 'completing a name',
  recognise: 'looking whether an article was read before',
}
type Kind = keyof typeof KINDS
type Works = Record<Kind, () => Promise<unknown>>

/**
 * Measures desks of generated articles, on disk: one of a tenth and one of all of them in turn, so that whatever else the machine does slows both.
 * @param articles how many in the end; a tenth of them is the first size
 * @param keep a folder in which the desks are kept for the next run
 * @param tell is told how far it is
 */
export async function deskFigures(
  articles: number,
  keep: string | undefined,
  tell: (line: string) => void,
): Promise<Figure[]> {
  const { desks, close } = await growDesks([articles / 10, articles], keep, tell)
  try {
    return await figuresOf(desks as [Grown, Grown], tell)
  } finally {
    await close()
  }
}

async function figuresOf(desks: [Grown, Grown], tell: (line: string) => void): Promise<Figure[]> {
  const { articles } = desks[1]
  const [few, many] = [await worksOf(desks[0]), await worksOf(desks[1])]
  const lookUp = lookUpTime(articles)
  const size = new Intl.NumberFormat('en').format(articles)
  const figures: Figure[] = []
  for (const [kind, what] of Object.entries(KINDS) as [Kind, string][]) {
    const [ofFew, ofMany] = await p95s(few[kind], many[kind])
    tell(`${what}: ${ofFew!.toFixed(2)} ms at a tenth, ${ofMany!.toFixed(2)} ms at ${size}`)
    figures.push(
      {
        id: `${kind}-p95`,
        what: `${what} at ${size} articles (p95), against one indexed look-up among as many`,
        value: ofMany! / lookUp,
        unit: '×',
      },
      { id: `${kind}-p95-ms`, what: 'the same, in time', value: ofMany!, unit: 'ms' },
      { id: `${kind}-growth`, what: 'the same, against a tenth of the articles', value: ofMany! / ofFew!, unit: '×' },
    )
  }
  return [...figures, ...(await completionFigures(desks[1], size))]
}

/** Completing a name through the adapters. */
async function completionFigures(grown: Grown, size: string): Promise<Figure[]> {
  const completing = await completeIn(grown)
  const typed = await beginnings(grown)
  const figures: Figure[] = []
  for (const [kind, where] of [
    ['discord', 'Discord'],
    ['web', 'the web page'],
  ] as const) {
    const [value] = await p95s(() => completing[kind](kind === 'web' ? `من هو ${typed()}` : typed()))
    figures.push({
      id: `suggest-${kind}-p95-ms`,
      what: `completing a name on ${where} at ${size} articles (p95), from what is typed to what is suggested, through its adapter and a server on this machine`,
      value: value!,
      unit: 'ms',
    })
  }
  await completing.stop()
  return figures
}

/** Names of a desk, those that are read of most far more often. */
async function namesOf({ archive, desk }: Grown, next: () => number): Promise<() => string> {
  const names = await archive.actors.suggest(desk, '', 200)
  return () => names[Math.floor(names.length * next() ** 2)]!.name
}

/** Three or four letters of a name; the page asks for no fewer, nor does a first word of fewer tell much. */
async function beginnings({ archive, desk }: Grown): Promise<() => string> {
  const next = random(11)
  const words = (await archive.actors.suggest(desk, '', 200)).map(({ name }) => name.split(' ')[0]!)
  const long = words.filter((word) => word.length > 3)
  return () => long[Math.floor(long.length * next() ** 2)]!.slice(0, 3 + Math.floor(next() * 2))
}

/** What is asked of a desk: the same at each size, but for the names and words that it has. */
async function worksOf(grown: Grown): Promise<Works> {
  const { archive, desk, articles } = grown
  const make = articleMaker()
  const next = random(7)
  const name = await namesOf(grown, next)
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
  let unread = 10 * articles
  return {
    ask: () => ask(archive, desk, questions[Math.floor(next() * questions.length)]!(), ASKED),
    search: () => find(archive, desk, { words: words(), phrases: [] }, 0),
    suggest: () => archive.actors.suggest(desk, name().slice(0, 2 + Math.floor(next() * 3)), 8),
    recognise: () => archive.articles.findSame(desk, make(unread++).text),
  }
}

/** The time, in milliseconds, within which nineteen of twenty are done, of pieces of work that run in turn. */
async function p95s(...works: (() => Promise<unknown>)[]): Promise<number[]> {
  const taken = works.map((): number[] => [])
  // Until V8 has compiled what runs often.
  for (let round = 0; round < ROUNDS / 2; round++) for (const work of works) await work()
  for (let round = 0; round < ROUNDS; round++)
    for (const [at, work] of works.entries()) {
      const started = performance.now()
      await work()
      taken[at]!.push(performance.now() - started)
    }
  return taken.map((times) => quantile(times, 0.95))
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
