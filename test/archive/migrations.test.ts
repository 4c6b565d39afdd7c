import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely, SqliteDialect } from 'kysely'
import { describe, expect, it } from 'vitest'
import { openArchive } from '../../src/archive/archive.ts'
import * as first from '../../src/archive/migrations/0001-first.ts'
import { openSqlite } from '../../src/archive/sqlite.ts'
import { NOW, temporaryFolder } from './desk.ts'

describe('an archive of an earlier version', () => {
  it('keeps the settings of its chats when desks become shared', async () => {
    const { folder, remove } = temporaryFolder()
    try {
      const file = join(folder, 'marsad.sqlite')
      const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: openSqlite(file) }) })
      await first.up(db)
      await db.destroy()
      const old = new DatabaseSync(file)
      old.exec(`CREATE TABLE kysely_migration (name varchar(255) not null primary key, timestamp varchar(255) not null);
        CREATE TABLE kysely_migration_lock (id varchar(255) not null primary key, is_locked integer default 0 not null);
        INSERT INTO kysely_migration VALUES ('0001-first', '${NOW}');
        INSERT INTO desks VALUES ('d1', 'fr', 'Africa/Tunis', '07:30', '2024-02-29', '${NOW}');
        INSERT INTO chats VALUES ('d1', 'telegram', '7')`)
      old.close()

      const archive = await openArchive(folder)
      expect(await archive.desks.of({ platform: 'telegram', chat: '7' }, NOW)).toEqual({
        ...{ desk: 'd1', platform: 'telegram', chat: '7', role: 'owner', home: 'd1', joinedAt: NOW },
        ...{ language: 'fr', timeZone: 'Africa/Tunis', digestAt: '07:30', lastDigest: '2024-02-29' },
      })
      await archive.close()
    } finally {
      remove()
    }
  })
})
