import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely, SqliteDialect } from 'kysely'
import { describe, expect, it } from 'vitest'
import { openArchive } from '../../src/archive/archive.ts'
import * as first from '../../src/archive/migrations/0001-first.ts'
import { openSqlite } from '../../src/archive/sqlite.ts'
import { deskOf, NOW, person, store, temporaryFolder } from './desk.ts'

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

  it('knows the offices that its articles gave, and takes further ones', async () => {
    const { folder, remove } = temporaryFolder()
    try {
      const minister = person('سالم الهادي', { role: 'وزير المياه' })
      const stored = await openArchive(folder)
      const desk = await deskOf(stored, 'c1')
      for (const day of ['2024-01-05', '2024-02-05'])
        await store(stored, desk, `قال سالم الهادي شيئا يوم ${day}.`, { entities: [minister] }, { publishedAt: day })
      const { number } = (await stored.actors.find(desk, minister.name))[0]!
      const offices = await stored.actors.offices(desk, number)
      expect(offices).toEqual([{ name: 'وزير المياه', from: '2024-01-05', to: '2024-02-05', articles: 2 }])
      await stored.close()

      const old = new DatabaseSync(join(folder, 'marsad.sqlite'))
      old.exec(`DROP TABLE offices; DROP INDEX relations_latest; DROP INDEX relations_toward_latest;
        DROP INDEX articles_of_story_dated; ALTER TABLE outlines DROP COLUMN days;
        DELETE FROM kysely_migration WHERE name IN ('0009-latest', '0010-outline-days')`)
      old.close()
      const archive = await openArchive(folder)
      expect(await archive.actors.offices(desk, number)).toEqual(offices)
      await store(archive, desk, 'قال سالم الهادي شيئا آخر.', { entities: [minister] }, { publishedAt: '2024-03-05' })
      expect((await archive.actors.offices(desk, number))[0]).toMatchObject({ to: '2024-03-05', articles: 3 })
      await archive.close()
    } finally {
      remove()
    }
  })
})
