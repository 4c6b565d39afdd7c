import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Archive, openArchive } from '../../src/archive/archive.ts'
import { sayDate } from '../../src/words.ts'
import { deskOf } from '../archive/desk.ts'
import { openDesk } from '../bot/desk.ts'
import { labelledArticles, pairwise, placeAll } from './labelled.ts'

const articles = labelledArticles(['articles-1.txt', 'articles-2.txt', 'articles-3.txt'])
const of = (story: string) => articles.filter((article) => article.story === story)

/** What nothing was chosen on: written when the method stood. */
const heldOut = labelledArticles(['held-out.txt'])

describe('sixty articles on fifteen happenings', () => {
  let archive: Archive
  beforeEach(async () => {
    archive = await openArchive(':memory:')
  })
  afterEach(() => archive.close())

  it('come together as they belong, one after the other', async () => {
    expect(articles).toHaveLength(60)
    expect(new Set(articles.map(({ story }) => story)).size).toBe(15)
    const placed = await placeAll(archive, await deskOf(archive, 'c1'), articles)
    const { precision, recall } = pairwise(articles, placed)
    expect(precision).toBeGreaterThanOrEqual(0.95)
    expect(recall).toBeGreaterThanOrEqual(0.85)
  })

  it('stay apart where the same is done by the same somewhere else, or on another day', async () => {
    const alike = labelledArticles(['articles-4.txt'])
    expect(alike).toHaveLength(34)
    const { precision, recall } = pairwise(alike, await placeAll(archive, await deskOf(archive, 'c1'), alike))
    expect(precision).toBeGreaterThanOrEqual(0.8)
    expect(recall).toBeGreaterThanOrEqual(0.85)
  })

  it('and so do most of eighteen on six that nothing was chosen on', async () => {
    const { precision, recall } = pairwise(heldOut, await placeAll(archive, await deskOf(archive, 'c1'), heldOut))
    expect(precision).toBeGreaterThanOrEqual(0.6)
    expect(recall).toBeGreaterThanOrEqual(0.8)
  })

  it('tell of a story its size and its articles, and nothing of it to another desk', async () => {
    const desk = await deskOf(archive, 'c1')
    const own = of('flood-derna')
    const [story] = await placeAll(archive, desk, own)
    expect((await archive.stories.articles(desk, story!, 10)).map(({ article }) => article.source)).toContain(
      own[0]!.source,
    )
    expect((await archive.stories.sizes(desk, [story!])).get(story!)).toBeGreaterThan(1)
    const other = await deskOf(archive, 'c2')
    expect(await archive.stories.articles(other, story!, 10)).toEqual([])
    const [alone] = await placeAll(archive, other, own.slice(0, 1))
    expect((await archive.stories.before(other, alone!, 10)).earlier).toEqual([])
  })
})

describe('a story in the chat', () => {
  let desk: Awaited<ReturnType<typeof openDesk>>
  beforeEach(async () => {
    desk = await openDesk()
  })
  afterEach(() => desk.close())

  const forward = ({ text, source, published }: (typeof articles)[number]) =>
    desk.say(text, { forwardedFrom: { name: source, date: `${published}T08:00:00Z` } })

  it('says which place an article has in it, what it adds, and shows all of it', async () => {
    const [first, second, third] = of('hotel-siege')
    await forward(first!)
    const brief = await forward(second!)
    expect(brief).toContain('ثاني مقال في قصة «')
    expect(brief).toContain('[القصة كلها]')
    expect(await forward(third!)).toMatch(/ثالث مقال في قصة|مقالات قبله/)
    const story = await desk.press('story:1')
    for (const { source } of [first!, second!]) expect(story).toContain(source)
    expect(await desk.press('story:99')).toContain('لم تعد هذه القصة محفوظة')
  })

  it('says that a toll has changed, and who said what before', async () => {
    const text = (dead: string) =>
      `قالت الشرطة العراقية إن ${dead} قُتلوا في تفجير سوق الكرادة في بغداد مساء الثلاثاء. وأغلقت قوات الأمن العراقية شارع السوق في الكرادة ونقلت الجرحى إلى مستشفى ابن الهيثم في بغداد.`
    await desk.say(text('12 شخصا'), { forwardedFrom: { name: 'الصباح', date: '2023-09-19T18:00:00Z' } })
    const brief = await desk.say(`${text('15 شخصا')} وزار وزير الداخلية العراقي موقع التفجير.`, {
      forwardedFrom: { name: 'المساء', date: '2023-09-19T21:00:00Z' },
    })
    expect(brief).toContain('تغيرت الحصيلة (قتلى): 15 شخصا هنا، وكانت 12 شخصا (الصباح، 19 سبتمبر 2023، الجملة 1)')
  })

  it('counts all its articles, however few of them a new one is held against', async () => {
    const [first, ...others] = of('flood-derna')
    await forward(first!)
    const { desk: id } = await desk.archive.desks.of({ platform: 'test', chat: 'c1' }, '2023-09-20T09:00:00Z')
    const day = (n: number) => new Date(Date.parse(first!.published) + n * 43_200_000).toISOString().slice(0, 10)
    const copies = Array.from({ length: 33 }, (_, n) => ({
      ...first!,
      text: `${first!.text} وهذه هي النشرة رقم ${n + 2}.`,
      published: day(n),
    }))
    expect(new Set(await placeAll(desk.archive, id, copies))).toEqual(new Set([1]))
    const brief = await forward({ ...others[0]!, text: `${first!.text} ووصلت فرق الإنقاذ.`, published: day(34) })
    expect(brief).toContain('34 مقالا قبله')
    const story = await desk.press('story:1')
    expect(story).toContain('35 مقالا، من')
    expect(story).toContain('و15 مقالا آخر.')
    expect(story).toContain(`إلى ${sayDate({ language: 'ar', timeZone: 'UTC' }, day(34))}`)
  })

  it('is told in the digest as one, with what came before it', async () => {
    const derna = of('flood-derna')
    for (const article of derna.slice(1, 4)) await forward(article)
    const digest = await desk.say('موجز')
    expect(digest).toMatch(/3 مقالات في (?:قصة واحدة|قصتين)/)
  })
})
