/** The archive: what it costs to keep an article, against the least that any database asks for one. */
import { DatabaseSync } from 'node:sqlite'
import { analyze } from '../src/analysis/analyze.ts'
import { openArchive } from '../src/archive/archive.ts'
import { compare, type Figure } from './measure.ts'
import { article } from './texts.ts'

/** Measures it, in memory: the disk's own time is not ours. */
export async function archiveFigures(): Promise<Figure[]> {
  const text = article()
  const analysis = analyze(text)
  const archive = await openArchive(':memory:')
  const now = new Date().toISOString()
  const { desk } = await archive.desks.of({ platform: 'bench', chat: 'bench' }, now)

  const plain = new DatabaseSync(':memory:')
  plain.exec(
    'CREATE TABLE articles (id INTEGER PRIMARY KEY, hash TEXT, text TEXT); CREATE INDEX by_hash ON articles (hash)',
  )
  const insert = plain.prepare('INSERT INTO articles (hash, text) VALUES (?, ?)')

  let number = 0
  const saving = await compare(
    () => archive.articles.save(desk, { text: `${text}\n${number++}`, receivedAt: now }, analysis),
    () => insert.run(String(number), `${text}\n${number}`),
    60,
  )
  await archive.close()
  plain.close()
  return [
    {
      id: 'storing',
      what: 'storing an article with all that was read in it, against one indexed insert of its text',
      value: saving.ratio,
      unit: '×',
    },
    { id: 'storing-ms', what: 'the same, in time', value: saving.ours, unit: 'ms' },
  ]
}
