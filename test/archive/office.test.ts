import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Archive, openArchive } from '../../src/archive/archive.ts'
import { officeKey } from '../../src/archive/office.ts'
import { deskOf, person, store } from './desk.ts'

describe('the key of an office', () => {
  it.each([
    ['وزير الدفاع الليبي', 'وزير الدفاع الليبي الجديد'],
    ['وزير الدفاع الليبي', 'وزيرا للدفاع الليبي'],
    ['رئيس أركان الجيش', 'رئيس أركان الجيش الفريق'],
    ['الناطق باسم الحكومة', 'ناطق باسم الحكومة'],
    ['المتحدث باسم الوزارة', 'المتحدث باسم الوزارة العقيد'],
  ])('of «%s» is that of «%s»', (office, other) => expect(officeKey(other)).toBe(officeKey(office)))

  it('is another for another office', () => {
    expect(officeKey('وزير الدفاع الليبي')).not.toBe(officeKey('وزير الدفاع التونسي'))
    expect(officeKey('وزير الدفاع')).not.toBe(officeKey('وزير الداخلية'))
    expect(officeKey('شيخ الأزهر')).not.toBe(officeKey('الأزهر'))
  })
})

describe('offices over time', () => {
  let archive: Archive
  let desk: string
  beforeAll(async () => {
    archive = await openArchive(':memory:')
    desk = await deskOf(archive, 'offices')
    for (const [name, role, publishedAt] of [
      ['سالم الهادي', 'وزير النقل التونسي', '2024-01-03'],
      ['سالم الهادي', 'وزير النقل', '2024-02-10'],
      ['نادية الرقيق', 'وزيرة النقل التونسية', '2024-03-01'],
      ['كريم فاضل', 'وزير الصيد التونسي', '2024-04-01'],
      ['لطفي المهدي', 'وزير الصيد التونسي الجديد', '2024-05-01'],
      ['كريم فاضل', 'سفير تونس', '2024-06-01'],
    ] as const)
      await store(
        archive,
        desk,
        `قال ${role} ${name} في ${publishedAt} إن العمل مستمر.`,
        { entities: [person(name, { role })] },
        { publishedAt },
      )
  })
  afterAll(() => archive.close())

  const find = async (name: string) => (await archive.actors.find(desk, name))[0]!

  it('are dated by the articles that give them, told shorter or longer', async () => {
    expect(await archive.actors.offices(desk, (await find('سالم الهادي')).number)).toEqual([
      { name: 'وزير النقل التونسي', from: '2024-01-03', to: '2024-02-10', articles: 2 },
    ])
    const offices = await archive.actors.offices(desk, (await find('كريم فاضل')).number)
    expect(offices.map(({ name }) => name)).toEqual(['سفير تونس', 'وزير الصيد التونسي'])
  })

  it('have their holders, the latest first', async () => {
    const holders = await archive.actors.holders(desk, 'وزير الصيد التونسي')
    expect(holders.map(({ actor, from, to }) => [actor.name, from, to])).toEqual([
      ['لطفي المهدي', '2024-05-01', '2024-05-01'],
      ['كريم فاضل', '2024-04-01', '2024-04-01'],
    ])
    expect(await archive.actors.holders(desk, 'وزير الفضاء')).toEqual([])
  })

  it('have the articles in which they appear, and who appears beside', async () => {
    const { number } = await find('كريم فاضل')
    expect(await archive.actors.beside(desk, number, 5)).toEqual([])
    expect(await archive.actors.appearances(desk, number, { limit: 5, from: '2024-05-01' })).toEqual([6])
    expect(await archive.actors.appearances(desk, number, { limit: 1, offset: 1 })).toEqual([4])
  })
})
