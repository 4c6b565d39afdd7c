/** What was read. The only folder with SQL. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, SqliteDialect } from 'kysely'
import { actorsOf } from './actors.ts'
import { articlesOf } from './articles.ts'
import { askedOf } from './asked.ts'
import { desksOf } from './desks.ts'
import { findingOf } from './finding.ts'
import { frequencyOf } from './frequency.ts'
import { invitationsOf } from './invitations.ts'
import { migrate } from './migrations/index.ts'
import { outboxOf } from './outbox.ts'
import { findAll, findAny, findPassages, type Wanted } from './passages.ts'
import { profilesOf } from './profiles.ts'
import { relationsOf } from './relations.ts'
import type { Tables } from './schema.ts'
import { searchesOf } from './searches.ts'
import { openSqlite } from './sqlite.ts'
import { storiesOf } from './stories.ts'

export type Archive = Awaited<ReturnType<typeof openArchive>>

/**
 * Opens the archive of a folder, making what is not there and migrating what is old. `:memory:` gives one that is gone when closed.
 * @throws when the folder cannot be written or the file is no archive
 */
export async function openArchive(folder: string) {
  if (folder !== ':memory:') mkdirSync(folder, { recursive: true })
  const db = new Kysely<Tables>({
    dialect: new SqliteDialect({
      database: openSqlite(folder === ':memory:' ? folder : join(folder, 'marsad.sqlite')),
    }),
  })
  await migrate(db as unknown as Kysely<never>)
  return {
    desks: desksOf(db),
    invitations: invitationsOf(db),
    articles: articlesOf(db),
    actors: { ...actorsOf(db), ...findingOf(db), ...profilesOf(db) },
    relations: relationsOf(db),
    frequency: frequencyOf(db),
    stories: storiesOf(db),
    outbox: outboxOf(db),
    asked: askedOf(db),
    /** Sentences of a desk that hold any of some stems (see `searchStems`), best first. */
    search: (desk: string, stems: readonly string[], limit: number) => findPassages(db, desk, stems, limit),
    /** The same, where it is known that none holds all of them. */
    searchAny: (desk: string, stems: readonly string[], limit: number) => findAny(db, desk, stems, limit),
    /** Sentences of a desk that hold all that is wanted, the latest first. */
    searchAll: (desk: string, wanted: Wanted, limit: number, offset?: number) =>
      findAll(db, desk, wanted, limit, offset),
    searches: searchesOf(db),
    close: () => db.destroy(),
  }
}
