import { beforeEach, describe, expect, it } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import { openDesk, person, state, store } from './desk.ts'

let archive: Archive
let desk: string
beforeEach(async () => {
  const open = await openDesk()
  archive = open.archive
  desk = open.desk
})

const algeria = state('DZA', 'الجزائر')
const libya = state('LBY', 'ليبيا')
const mali = state('MLI', 'مالي')
const one = async (typed: string) => {
  const found = await archive.actors.find(desk, typed)
  expect(found.map((actor) => actor.name)).toHaveLength(1)
  return found[0]!
}

describe('an actor', () => {
  it('is counted once an article, and keeps its first and last day and latest office', async () => {
    const minister = (role: string) => person('أسامة الجويلي', { role })
    await store(
      archive,
      desk,
      'قال أسامة الجويلي أ.',
      { entities: [minister('قائد كتيبة')] },
      { publishedAt: '2012-02-10' },
    )
    await store(
      archive,
      desk,
      'قال أسامة الجويلي ب.',
      { entities: [minister('وزير الدفاع')] },
      { publishedAt: '2012-03-14' },
    )
    await store(archive, desk, 'قال أسامة الجويلي ج.', { entities: [minister('ضابط')] }, { publishedAt: '2011-01-05' })
    await store(
      archive,
      desk,
      'قال أسامة الجويلي د.',
      { entities: [person('أسامة الجويلي')] },
      { publishedAt: '2012-03-01' },
    )
    expect(await one('أسامة الجويلي')).toMatchObject({
      role: 'وزير الدفاع',
      firstSeen: '2011-01-05',
      lastSeen: '2012-03-14',
      articles: 4,
    })
  })

  it('is suggested by the beginning of its name or of a part of it, the most read of first', async () => {
    await store(archive, desk, 'زارت الجزائر ليبيا.', { entities: [algeria, libya, person('جمال العربي')] })
    await store(archive, desk, 'زارت ليبيا مالي.', { entities: [libya, mali] })
    const names = async (typed: string, limit = 10) =>
      (await archive.actors.suggest(desk, typed, limit)).map((actor) => actor.name)
    expect(await names('الجز')).toEqual(['الجزائر'])
    expect(await names('عرب')).toEqual(['جمال العربي'])
    // The article alone, or with one letter behind it, is no name's beginning yet.
    expect(await names('ال')).toEqual(await names(''))
    expect(await names('الج')).toEqual(await names('ج'))
    expect(await names('الج')).toContain('الجزائر')
    expect((await names(''))[0]).toBe('ليبيا')
    expect(await names('', 2)).toHaveLength(2)
    expect(await names('قطر')).toEqual([])
  })
})

it('is suggested first where it is read of most, however many begin as it does', async () => {
  const letters = 'ابتثجحخدرز'
  const many = Array.from({ length: 300 }, (_, n) =>
    person(`باسم ${[...String(n)].map((digit) => letters[Number(digit)]).join('')}شير`),
  )
  await store(archive, desk, 'قالوا شيئا.', { entities: many })
  const late = person('بشار يونس')
  for (const n of [1, 2]) await store(archive, desk, `قال بشار يونس شيئا ${n}.`, { entities: [late] })
  expect((await archive.actors.suggest(desk, 'ب', 5))[0]?.name).toBe('بشار يونس')
})

describe('a person named in part', () => {
  const full = person('أسامة عبد السلام الجويلي')
  const part = person('الجويلي')

  it('is the known one of that name, in all that is stored of the later article', async () => {
    await store(archive, desk, 'قال أسامة عبد السلام الجويلي شيئا.', { entities: [full] })
    const second = await store(archive, desk, 'التقى الجويلي وفد ليبيا.\nوقال الجويلي إنه راض.', {
      entities: [part, libya],
      events: [{ sentence: 0, agents: [part.id], patients: [libya.id] }],
      claims: [{ sentence: 1, speaker: part.id }],
      relations: [{ from: part.id, to: libya.id, score: 4 }],
    })
    const actor = await one('الجويلي')
    expect(actor).toMatchObject({ name: 'أسامة عبد السلام الجويلي', articles: 2 })
    expect((await archive.actors.lines(desk, actor.number, 9)).map((line) => line.part)).toEqual(['agent', 'speaker'])
    expect((await archive.actors.standings(desk, actor.number))[0]?.other.name).toBe('ليبيا')

    // Whoever reads the stored article afterwards finds him by the id under which the desk knows him.
    const { analysis } = (await archive.articles.get(desk, second))!
    expect(analysis.entities[0]).toMatchObject({ id: actor.entity, name: 'الجويلي' })
    expect(analysis.events[0]?.agents).toEqual([actor.entity])
    expect(analysis.claims[0]?.speaker.entity).toBe(actor.entity)
    expect(analysis.relations[0]?.from).toBe(actor.entity)
    expect((await archive.actors.numbers(desk, second)).get(analysis.entities[0]!.id)).toBe(actor.number)
  })

  it('twice in one article is one there too', async () => {
    await store(archive, desk, 'قال أسامة عبد السلام الجويلي شيئا.', { entities: [full] })
    const id = await store(archive, desk, 'قال أسامة الجويلي إنه راض.\nوعاد الجويلي.', {
      entities: [person('أسامة الجويلي'), person('الجويلي', { aliases: ['أبو سالم'] })],
      events: [{ sentence: 1, agents: [person('الجويلي').id, person('أسامة الجويلي').id] }],
    })
    const actor = await one('الجويلي')
    expect(actor.articles).toBe(2)
    const { analysis } = (await archive.articles.get(desk, id))!
    expect(analysis.entities).toHaveLength(1)
    expect(analysis.entities[0]).toMatchObject({ id: actor.entity, name: 'أسامة الجويلي' })
    expect(analysis.entities[0]!.aliases).toContain('أبو سالم')
    expect(analysis.entities[0]!.mentions).toHaveLength(2)
    expect(analysis.events[0]?.agents).toEqual([actor.entity])
  })

  it('stays apart when two are known by it', async () => {
    await store(archive, desk, 'قال أسامة الجويلي وعمر الجويلي شيئا.', {
      entities: [person('أسامة الجويلي'), person('عمر الجويلي')],
    })
    await store(archive, desk, 'عاد الجويلي.', { entities: [part] })
    const found = await archive.actors.find(desk, 'الجويلي')
    expect(found.map((actor) => [actor.name, actor.articles])).toEqual([['الجويلي', 1]])
    expect(await one('أسامة الجويلي')).toMatchObject({ articles: 1 })
    expect(await one('عمر الجويلي')).toMatchObject({ articles: 1 })
  })

  it('is not taken for a place or body of that name', async () => {
    await store(archive, desk, 'زار الوفد الجويلي.', {
      entities: [{ id: 'text:الجويلي-place', name: 'الجويلي', type: 'place' }],
    })
    await store(archive, desk, 'عاد الجويلي.', { entities: [part] })
    expect((await archive.actors.find(desk, 'الجويلي')).map((actor) => actor.type).sort()).toEqual(['person', 'place'])
  })
})

describe('the lines of an actor', () => {
  it('come with the latest article first, in its order, each in the words of its sentence', async () => {
    const save = (text: string, publishedAt: string) =>
      store(
        archive,
        desk,
        text,
        {
          entities: [algeria, libya],
          events: text.split('\n').map((_, sentence) => ({ sentence, agents: [algeria.id], patients: [libya.id] })),
        },
        { publishedAt, source: publishedAt },
      )
    await save('دعت الجزائر ليبيا أولا.', '2024-02-02')
    await save('دعت الجزائر ليبيا ثانيا.\nودعت الجزائر ليبيا ثالثا.', '2024-02-04T01:00:00+03:00')
    await save('دعت الجزائر ليبيا رابعا.', '2024-02-03T23:30:00Z')
    await save('دعت الجزائر ليبيا خامسا.', '2023-12-31')
    const { number } = await one('الجزائر')
    const lines = await archive.actors.lines(desk, number, 10)
    // The second was published at 22:00 UTC of the third of February.
    expect(lines.map((line) => line.text.replace(/^.* (\S+)\.$/, '$1'))).toEqual([
      'رابعا',
      'ثانيا',
      'ثالثا',
      'أولا',
      'خامسا',
    ])
    expect(lines[0]).toMatchObject({ part: 'agent', kind: 'event', sentence: 0, article: { id: 3 } })
    expect((await archive.actors.lines(desk, number, 2)).map((line) => line.article.id)).toEqual([3, 2])
    expect((await archive.actors.lines(desk, (await one('ليبيا')).number, 10))[0]?.part).toBe('patient')
  })
})

describe('the standings of an actor', () => {
  it('are the means of all articles, the strongest first, each with the latest that shows it', async () => {
    const save = (n: number, publishedAt: string, relations: { from: string; to: string; score: number }[]) =>
      store(archive, desk, `خبر رقم ${n}.`, { entities: [algeria, libya, mali], relations }, { publishedAt })
    await save(1, '2024-01-01', [{ from: algeria.id, to: libya.id, score: 6 }])
    await save(2, '2024-01-03', [{ from: algeria.id, to: libya.id, score: 2 }])
    await save(3, '2024-01-02', [
      { from: algeria.id, to: mali.id, score: -3 },
      { from: libya.id, to: algeria.id, score: -9 },
    ])
    const standings = await archive.actors.standings(desk, (await one('الجزائر')).number)
    expect(standings.map(({ other, score, article, articles }) => [other.name, score, article.id, articles])).toEqual([
      ['ليبيا', 4, 2, 2],
      ['مالي', -3, 3, 1],
    ])
    // What was done to it says nothing of how it stands.
    expect(await archive.actors.standings(desk, (await one('مالي')).number)).toEqual([])
  })

  it('count on both sides what was done together', async () => {
    await store(archive, desk, 'تعاونت الجزائر ومالي.', {
      entities: [algeria, mali],
      relations: [{ from: algeria.id, to: mali.id, score: 5, mutual: true }],
    })
    expect((await archive.actors.standings(desk, (await one('مالي')).number))[0]).toMatchObject({ score: 5 })
  })
})

describe('what a desk had read before an article', () => {
  it('is counted without the article itself and what came later', async () => {
    const save = (n: number, publishedAt: string, entities: ReturnType<typeof state>[]) =>
      store(archive, desk, `خبر رقم ${n}.`, { entities, headline: `رقم ${n}` }, { publishedAt })
    await save(1, '2024-01-01', [algeria, libya, mali])
    await save(2, '2024-01-05', [algeria, libya])
    const third = await save(3, '2024-01-09', [libya, algeria, state('NER', 'النيجر')])
    await save(4, '2024-01-10', [libya, algeria])
    const before = await archive.actors.before(desk, third)
    expect(before.map(({ actor, earlier, lastSeen }) => [actor.name, earlier, lastSeen])).toEqual([
      ['ليبيا', 2, '2024-01-05'],
      ['الجزائر', 2, '2024-01-05'],
      ['النيجر', 0, undefined],
    ])
    const numbers = before.map(({ actor }) => actor.number)
    const together = async (least: number, limit = 9) =>
      (await archive.actors.together(desk, numbers, third, least, limit)).map(({ id }) => id)
    expect(await together(2)).toEqual([2, 1])
    expect(await together(2, 1)).toEqual([2])
    expect(await together(3)).toEqual([])
    const all = [...numbers, (await one('مالي')).number]
    expect((await archive.actors.together(desk, all, third, 2, 9)).map(({ id }) => id)).toEqual([1, 2])
  })
})
