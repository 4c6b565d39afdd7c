import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, expect, it, vi } from 'vitest'
import { openArchive } from '../../src/archive/archive.ts'
import { openDesk } from '../bot/desk.ts'
import { labelledArticles } from '../stories/labelled.ts'
import { deskOf, temporaryFolder } from './desk.ts'

afterEach(() => vi.restoreAllMocks())

/** What of a plan reads rows that grow with the desk: a whole table, or all that a desk has in one. */
function wholeDesk(statement: string, plan: readonly string[]): string[] {
  const inOrder = /\blimit\b/i.test(statement) && !plan.some((step) => step.includes('TEMP B-TREE'))
  const isLast = /^select max\("\w+"\) as "last" from "\w+" where "desk" = \?$/.test(statement)
  // What a subquery has found is read whole.
  const isFound = (step: string) =>
    plan.some((other) => /^(?:MATERIALIZE|CO-ROUTINE) /.test(other) && other.endsWith(step.slice(4)))
  return plan.filter(
    (step) =>
      (/^SCAN (?!.*VIRTUAL TABLE)/.test(step) && !isFound(step)) ||
      (/(?<!SEARCH desks.*)\(desk=\?\)/.test(step) && !inOrder && !isLast),
  )
}

it('reads of a desk, to answer a message, only what an index leads to', async () => {
  const { folder, remove } = temporaryFolder()
  const prepare = vi.spyOn(DatabaseSync.prototype, 'prepare')
  const chat = await openDesk({ archive: await openArchive(folder) })
  await deskOf(chat.archive, 'c1')
  prepare.mockClear()
  for (const { text, source, published } of labelledArticles(['articles-1.txt']))
    await chat.say(text, { forwardedFrom: { name: source, date: `${published}T08:00:00Z` } })
  for (const typed of [
    'من هو وزير الخارجية الجزائري؟',
    'ما موقف ليبيا من الاتفاق؟',
    'ما علاقة الجزائر بليبيا؟',
    'متى وقع الهجوم؟',
    'ماذا حدث في ليبيا الأسبوع الماضي؟',
    'ابحث السلطات في المدينة',
    'ابحث @ليبيا السلطات',
    'من هو فلان العلاني؟',
  ])
    await chat.say(typed)
  for (const action of ['story:1', 'who:1', 'deeds:1:1', 'sides:1:1', 'told:1:1', 'beside:1:1', 'often:1:1', 'map:1'])
    await chat.press(action)
  await chat.bot.suggest(
    { platform: 'test', chat: 'c1', sender: 'u1', receivedAt: '2024-03-01T08:00:00.000Z' },
    'ال',
    8,
  )
  const statements = [...new Set(prepare.mock.calls.map(([sql]) => sql))].filter((sql) => /^\s*select/i.test(sql))
  prepare.mockRestore()
  await chat.close()

  const database = new DatabaseSync(join(folder, 'marsad.sqlite'))
  const found = statements.flatMap((statement) => {
    const plan = database.prepare(`EXPLAIN QUERY PLAN ${statement}`).all()
    const steps = wholeDesk(
      statement,
      plan.map(({ detail }) => String(detail)),
    )
    return steps.length > 0 ? [`${steps.join('; ')}: ${statement}`] : []
  })
  database.close()
  remove()
  expect(statements.length).toBeGreaterThan(40)
  expect(found).toEqual([])
})
