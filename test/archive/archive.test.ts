import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { analyze } from '../../src/analysis/analyze.ts'
import { type Archive, openArchive } from '../../src/archive/archive.ts'
import { COPY, containment, shinglesOf } from '../../src/archive/likeness.ts'
import { editDistance, keysOf, looseKey, nameKey } from '../../src/archive/names.ts'

const NOW = '2023-09-20T09:00:00Z'
const article = (name: string) => readFileSync(new URL(`../articles/${name}.txt`, import.meta.url), 'utf8').trim()
const bombing = article('bombing')

let folder: string
let archive: Archive
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'archive-'))
  archive = await openArchive(folder)
})
afterEach(async () => {
  await archive.close()
  rmSync(folder, { recursive: true })
})

const deskOf = async (chat: string) => (await archive.desks.of({ platform: 'test', chat }, NOW)).desk
const save = (desk: string, text: string, publishedAt?: string) =>
  archive.articles.save(
    desk,
    { text, receivedAt: NOW, ...(publishedAt && { publishedAt }) },
    analyze(text, publishedAt ? { publishedAt } : {}),
  )

describe('desks', () => {
  it('are one for each chat, also when its first messages come at once', async () => {
    const desks = await Promise.all(Array.from({ length: 8 }, () => deskOf('c1')))
    expect(new Set(desks).size).toBe(1)
    expect(await deskOf('c2')).not.toBe(desks[0])
  })

  it('keep what is stored when the program ends', async () => {
    const desk = await deskOf('c1')
    await archive.desks.set(
      { platform: 'test', chat: 'c1' },
      { language: 'fr', timeZone: 'Africa/Algiers', digestAt: '07:30' },
    )
    const id = await save(desk, bombing)
    await archive.close()
    archive = await openArchive(folder)
    expect(await archive.desks.of({ platform: 'test', chat: 'c1' }, NOW)).toMatchObject({
      desk,
      language: 'fr',
      timeZone: 'Africa/Algiers',
      digestAt: '07:30',
    })
    expect((await archive.articles.get(desk, id))?.article.text).toBe(bombing)
    expect((await archive.articles.get(desk, id))?.analysis).toEqual(analyze(bombing))
  })

  it('leave nothing behind when they are forgotten, not even in the files', async () => {
    const desk = await deskOf('c1')
    const other = await deskOf('c2')
    const secret = 'قال المتحدث ظافر الزنجباري إن فرنسا رفضت طلب إيطاليا.'
    await save(desk, secret)
    await save(other, bombing)
    await archive.desks.forget(desk, NOW)
    await archive.desks.forget(desk, NOW)
    expect(await archive.articles.count(desk)).toBe(0)
    expect(await archive.search(desk, ['زنجبار'], 5)).toEqual([])
    expect(await archive.actors.find(desk, 'ظافر الزنجباري')).toEqual([])
    expect(await archive.articles.count(other)).toBe(1)
    for (const file of readdirSync(folder))
      expect(readFileSync(join(folder, file)).includes('الزنجباري'), file).toBe(false)
  })

  it('never see what another desk has read', async () => {
    const desk = await deskOf('c1')
    const other = await deskOf('c2')
    await save(desk, bombing)
    expect(await archive.articles.findSame(other, bombing)).toBeUndefined()
    expect(await archive.actors.find(other, 'العراق')).toEqual([])
    expect(await archive.actors.suggest(other, '', 5)).toEqual([])
    expect(await archive.search(other, ['تفجير'], 5)).toEqual([])
    expect(await archive.articles.get(other, 1)).toBeUndefined()
  })
})

describe('copies', () => {
  const words = bombing.split(' ')
  const rewritten: Record<string, string> = {
    'a paragraph cut': bombing.split('\n\n').slice(1).join('\n\n'),
    'paragraphs in another order': bombing.split('\n\n').reverse().join('\n\n'),
    'every sixth word replaced': words.map((word, at) => (at % 6 === 3 ? 'كلمة' : word)).join(' '),
  }
  it.each(Object.entries(rewritten))('are recognised with %s', async (_, text) => {
    const desk = await deskOf('c1')
    await save(desk, bombing)
    expect((await archive.articles.findSame(desk, text))?.kind).toBe('rewritten')
  })

  it('are not seen in another report of the same happening, nor in another article', async () => {
    const report =
      'لقي ما لا يقل عن 15 عراقيا مصرعهم حين انفجرت سيارة محملة بالمتفجرات وسط متسوقين في مدينة الصدر ببغداد ليلة الثلاثاء. وأفادت الشرطة بأن الحصيلة مرشحة للارتفاع. وفرضت القوات الأمنية طوقا حول السوق، وبدأت التحقيق في كيفية وصول السيارة إليه. وتوعد مسؤولون حكوميون بملاحقة الفاعلين.'
    const desk = await deskOf('c1')
    await save(desk, bombing)
    expect(await archive.articles.findSame(desk, report)).toBeUndefined()
    expect(await archive.articles.findSame(desk, article('protest'))).toBeUndefined()
    // The threshold stands between them with room on both sides.
    const likeness = (text: string) => containment(shinglesOf(bombing), shinglesOf(text))
    expect(Math.min(...Object.values(rewritten).map(likeness))).toBeGreaterThan(COPY + 0.1)
    expect(Math.max(likeness(report), likeness(article('protest')))).toBeLessThan(COPY - 0.2)
  })
})

describe('actors', () => {
  it.each(['أسامة الجويلي', 'اسامه الجويلى', 'الجويلي', 'جويلي', 'وزير الدفاع الليبي', 'للجويلي'])(
    'are found as %s',
    async (typed) => {
      const desk = await deskOf('c1')
      await save(desk, 'صرح وزير الدفاع الليبي أسامة الجويلي بأن ليبيا ستتعاون مع الجزائر.')
      expect((await archive.actors.find(desk, typed)).map((actor) => actor.name)).toContain('أسامة الجويلي')
    },
  )

  it('are offered for a name that is nearly theirs', async () => {
    const desk = await deskOf('c1')
    await save(desk, 'صرح وزير الدفاع الليبي أسامة الجويلي بأن ليبيا ستتعاون مع الجزائر.')
    expect((await archive.actors.nearest(desk, 'أسامة الجويلني', 3))[0]?.name).toBe('أسامة الجويلي')
    expect(await archive.actors.nearest(desk, 'نابليون بونابرت', 3)).toEqual([])
  })

  it('named in part in a later article are the one known person of that name', async () => {
    const desk = await deskOf('c1')
    await save(desk, 'قال الوزير كريم بن سالم إن تونس ترفض القرار.', '2023-01-01')
    await save(desk, 'أعلن الوزير كريم بن سالم أن تونس ستوقع الاتفاق.', '2023-02-01')
    const found = await archive.actors.find(desk, 'كريم بن سالم')
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ articles: 2, firstSeen: '2023-01-01', lastSeen: '2023-02-01' })
  })

  it('have their lines with the latest first, each with its article', async () => {
    const desk = await deskOf('c1')
    await save(desk, 'رفضت الجزائر طلب فرنسا فتح المجال الجوي.', '2021-10-03')
    await save(desk, 'وقعت الجزائر وفرنسا اتفاقا جديدا للتعاون.', '2022-08-27')
    const [algeria] = await archive.actors.find(desk, 'الجزائر')
    const lines = await archive.actors.lines(desk, algeria!.number, 10)
    expect(lines.map((line) => line.article.dated)).toEqual(
      [...lines.map((line) => line.article.dated)].sort().reverse(),
    )
    expect(lines[0]!.text).toContain('وقعت الجزائر وفرنسا')
  })
})

describe('keys of names', () => {
  it.each([
    ['عبد الله', 'عبدالله'],
    ['محمد ابن سلمان', 'محمد بن سلمان'],
    ['القاعدة', 'قاعدة'],
    ['إليزي', 'اليزى'],
    ['AQMI', 'aqmi'],
  ])('%s and %s are one', (a, b) => {
    expect(looseKey(nameKey(a))).toBe(looseKey(nameKey(b)))
  })

  it('of a person hold the family name, of a body only the whole', () => {
    expect(keysOf({ type: 'person', names: ['أسامة الجويلي'] })).toContain('جويلي')
    expect(keysOf({ type: 'organization', names: ['مجلس الأمن'] })).not.toContain('امن')
  })

  it('differ by as many letters as must be changed', () => {
    expect(editDistance('الجويلي', 'الجيولي', 3)).toBe(1)
    expect(editDistance('كتاب', 'كتب', 3)).toBe(1)
    fc.assert(
      fc.property(
        fc.string({ maxLength: 8 }),
        fc.string({ maxLength: 8 }),
        (a, b) => editDistance(a, b, 20) === editDistance(b, a, 20) && (editDistance(a, b, 20) === 0) === (a === b),
      ),
    )
  })
})
