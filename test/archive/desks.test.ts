import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { analyze } from '../../src/analysis/analyze.ts'
import { openArchive } from '../../src/archive/archive.ts'
import { searchStems } from '../../src/archive/stems.ts'
import { deskOf, NOW, openDesk, person, store, temporaryFolder } from './desk.ts'

describe('a desk', () => {
  it('is one for a chat, another for another chat and for the same chat of another platform', async () => {
    const { archive } = await openDesk()
    const first = await archive.desks.of({ platform: 'telegram', chat: '7' }, NOW)
    expect((await archive.desks.of({ platform: 'telegram', chat: '7' }, NOW)).desk).toBe(first.desk)
    expect((await archive.desks.of({ platform: 'telegram', chat: '8' }, NOW)).desk).not.toBe(first.desk)
    expect((await archive.desks.of({ platform: 'discord', chat: '7' }, NOW)).desk).not.toBe(first.desk)
    expect(await archive.desks.members(first.desk)).toMatchObject([
      { platform: 'telegram', chat: '7', role: 'owner', home: first.desk },
    ])
  })

  it('is one when two first messages come at once', async () => {
    const { archive } = await openDesk()
    const desks = await Promise.all(
      Array.from({ length: 20 }, () => archive.desks.of({ platform: 'telegram', chat: '7' }, NOW)),
    )
    expect(new Set(desks.map(({ desk }) => desk)).size).toBe(1)
  })

  it('speaks the language of its first message until another is set, and keeps what was not changed', async () => {
    const { archive } = await openDesk()
    const chat = { platform: 'telegram', chat: '7' }
    const first = await archive.desks.of(chat, NOW, { language: 'fr' })
    expect(first.language).toBe('fr')
    expect(await archive.desks.of(chat, NOW, { language: 'ar' })).toEqual(first)
    await archive.desks.set(chat, { digestAt: '07:30', timeZone: 'Africa/Tunis' })
    await archive.desks.set(chat, { language: 'en' })
    await archive.desks.set(chat, {})
    const set = { ...first, language: 'en', digestAt: '07:30', timeZone: 'Africa/Tunis' }
    expect(await archive.desks.of(chat, NOW)).toEqual(set)
    expect(await archive.desks.withDigest()).toEqual([set])
    await archive.desks.set(chat, { digestAt: null })
    expect(await archive.desks.withDigest()).toEqual([])
    expect(await archive.desks.of(chat, NOW)).toEqual({ ...first, language: 'en', timeZone: 'Africa/Tunis' })
  })

  it('goes by the newest name that its platform gives a chat', async () => {
    const { archive } = await openDesk()
    const chat = { platform: 'telegram', chat: '7' }
    await archive.desks.of(chat, NOW, { name: 'غرفة الأخبار' })
    await archive.desks.of(chat, NOW)
    expect((await archive.desks.of(chat, NOW)).name).toBe('غرفة الأخبار')
    await archive.desks.of(chat, NOW, { name: 'غرفة الساحل' })
    expect((await archive.desks.of(chat, NOW)).name).toBe('غرفة الساحل')
  })
})

describe('forgetting a desk', () => {
  // Words that stand nowhere else, so that a single one left in the file is seen.
  const secret = [
    'التقى الدكتور زرزور الشنقيطلاوي في مدينة قرطاجنستان وفدا من قبيلة المهلهلوين أمس الثلاثاء.',
    'وقال زرزور الشنقيطلاوي إن الاتفاق على تقاسم مياه وادي الفستقدون سيوقع في نواكشوط.',
    'ونفت وزارة الدفاع الموريتانية أن يكون جنودها قد دخلوا قرطاجنستان.',
  ].join('\n')
  const words = ['زرزور', 'الشنقيطلاوي', 'شنقيطلاو', 'قرطاجنستان', 'المهلهلوين', 'مهلهلو', 'الفستقدون', 'فستقد']

  const bytesOf = (folder: string) =>
    Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name)))).toString('latin1')
  const found = (bytes: string) => words.filter((word) => bytes.includes(Buffer.from(word).toString('latin1')))

  it('leaves no row in any table and no word in the files, and nothing of other desks is lost', async () => {
    const { folder, remove } = temporaryFolder()
    try {
      const archive = await openArchive(folder)
      const desk = await deskOf(archive, 'secret-chat-77')
      const other = await deskOf(archive, 'other')
      // Articles before and behind, so that pages are shared between desks.
      for (let n = 0; n < 12; n++) {
        const text = `زارت بعثة رقم ${n} من الأمم المتحدة مدينة سبها في ليبيا، ودعت الجزائر إلى حوار رقم ${n * 7}.`
        await archive.articles.save(other, { text, receivedAt: NOW }, analyze(text))
        const own = `${secret}\nوهذه هي النسخة رقم ${n} من الخبر.`
        await archive.articles.save(desk, { text: own, title: words[0]!, receivedAt: NOW }, analyze(own))
      }
      await store(archive, desk, 'قال زرزور الشنقيطلاوي شيئا.', { entities: [person('زرزور الشنقيطلاوي')] })
      const parcel = { desk, id: 'digest:2024-03-01', platform: 'test', chat: 'secret-chat-77' }
      await archive.outbox.put({ ...parcel, reply: JSON.stringify({ words }) }, NOW)
      expect(found(bytesOf(folder)).length).toBeGreaterThan(4)

      await archive.desks.forget(desk, NOW)

      const bytes = bytesOf(folder)
      expect(found(bytes)).toEqual([])
      expect(bytes).not.toContain('secret-chat-77')
      expect(bytes).not.toContain(desk)
      expect(await archive.articles.count(other)).toBe(12)
      expect(await archive.search(other, searchStems('سبها'), 50)).toHaveLength(12)
      expect(await archive.actors.find(other, 'ليبيا')).toHaveLength(1)
      await archive.close()

      const database = new DatabaseSync(join(folder, 'marsad.sqlite'), { readOnly: true })
      const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as { name: string }[]
      const withDesk = tables.filter(({ name }) =>
        database
          .prepare(`PRAGMA table_info("${name}")`)
          .all()
          .some((column) => column.name === 'desk'),
      )
      expect(withDesk.length).toBeGreaterThan(10)
      for (const { name } of withDesk)
        expect([name, database.prepare(`SELECT count(*) AS n FROM "${name}" WHERE desk = ?`).get(desk)?.n]).toEqual([
          name,
          0,
        ])
      database.close()
      expect(found(bytesOf(folder))).toEqual([])
    } finally {
      remove()
    }
  })

  it('is harmless a second time, and the chat begins anew', async () => {
    const { archive, desk } = await openDesk()
    await store(archive, desk, secret, {})
    await archive.desks.set({ platform: 'test', chat: 'c1' }, { digestAt: '07:30' })
    await archive.desks.forget(desk, NOW)
    await archive.desks.forget(desk, NOW)
    const again = await archive.desks.of({ platform: 'test', chat: 'c1' }, NOW)
    expect(again).toEqual({
      ...{ desk: again.desk, home: again.desk, role: 'owner', joinedAt: NOW },
      ...{ platform: 'test', chat: 'c1' },
    })
    expect(again.desk).not.toBe(desk)
    expect(await archive.articles.count(again.desk)).toBe(0)
    expect(await archive.articles.findSame(again.desk, secret)).toBeUndefined()
  })

  it('takes no article that was still being read when its chat was forgotten', async () => {
    const { archive, desk } = await openDesk()
    await archive.desks.forget(desk, NOW)
    await expect(store(archive, desk, secret, {})).rejects.toThrow(/forgotten/)
    expect(await archive.articles.count(desk)).toBe(0)
    expect(await archive.search(desk, searchStems(secret), 5)).toEqual([])
  })
})
