import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import * as first from './0001-first.ts'
import * as eraseStems from './0002-erase-stems.ts'
import * as members from './0003-members.ts'
import * as stories from './0004-stories.ts'
import * as asked from './0005-asked.ts'
import * as deskStems from './0006-desk-stems.ts'
import * as dated from './0007-dated.ts'
import * as searches from './0008-searches.ts'
import * as latest from './0009-latest.ts'
import * as outlineDays from './0010-outline-days.ts'

/** In order of their names; one that has run is never changed, a new one is added behind it. */
const MIGRATIONS: Record<string, Migration> = {
  '0001-first': first,
  '0002-erase-stems': eraseStems,
  '0003-members': members,
  '0004-stories': stories,
  '0005-asked': asked,
  '0006-desk-stems': deskStems,
  '0007-dated': dated,
  '0008-searches': searches,
  '0009-latest': latest,
  '0010-outline-days': outlineDays,
}

/**
 * Brings a database to the newest tables.
 * @throws when a migration fails; what it had changed is rolled back
 */
export async function migrate(db: Kysely<never>): Promise<void> {
  // Written side by side: one with a lower number may come to a database that has run a higher one.
  const migrator = new Migrator({
    db,
    allowUnorderedMigrations: true,
    provider: { getMigrations: async () => MIGRATIONS },
  })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}
