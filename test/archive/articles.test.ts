import { rmSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyze } from '../../src/analysis/analyze.ts'
import { openArchive } from '../../src/archive/archive.ts'
import { deskToken } from '../../src/archive/passages.ts'
import { searchStems } from '../../src/archive/stems.ts'
import { deskOf, NOW, openDesk, person, readingOf, state, store, temporaryFolder } from './desk.ts'

const TEXT = [
  'وقعت تونس والجزائر اتفاقا لتأمين الحدود المشتركة بينهما.',
  'وقال وزير الداخلية التونسي كمال الفقي إن الاتفاق يدخل حيز التنفيذ غدا.',
].join('\n')

describe('an article', () => {
  it('comes back as it was stored', async () => {
    const { archive, desk } = await openDesk()
    const article = {
      text: TEXT,
      title: 'اتفاق',
      source: 'الصباح',
      url: 'https://example.org/1',
      publishedAt: '2024-02-29',
      receivedAt: NOW,
    }
    const analysis = analyze(TEXT, { title: 'اتفاق', publishedAt: '2024-02-29' })
    const id = await archive.articles.save(desk, article, analysis)
    const stored = { id, headline: analysis.summary.headline, story: id, dated: '2024-02-29', article, analysis }
    expect(await archive.articles.get(desk, id)).toEqual(stored)
    expect(await archive.articles.latest(desk)).toEqual(stored)
    expect(await archive.articles.get(desk, id + 1)).toBeUndefined()
  })

  it('is dated by its reception where nobody says when it was published', async () => {
    const { archive, desk } = await openDesk()
    const id = await store(archive, desk, TEXT, {})
    expect((await archive.articles.get(desk, id))?.dated).toBe(NOW)
  })

  it('stored twice at once is one', async () => {
    const { archive, desk } = await openDesk()
    const ids = await Promise.all(Array.from({ length: 6 }, () => store(archive, desk, TEXT, {})))
    expect(new Set(ids).size).toBe(1)
    expect(await archive.articles.count(desk)).toBe(1)
  })

  it('survives the end of the program, with all that is found by it', async () => {
    const { folder, remove } = temporaryFolder()
    try {
      const before = await openArchive(join(folder, 'new', 'data'))
      const desk = await deskOf(before, 'c1')
      const id = await before.articles.save(desk, { text: TEXT, receivedAt: NOW }, analyze(TEXT))
      const read = async (archive: typeof before) => ({
        stored: await archive.articles.get(desk, id),
        actors: await archive.actors.suggest(desk, '', 20),
        same: await archive.articles.findSame(desk, TEXT),
        passages: await archive.search(desk, searchStems('تأمين الحدود'), 5),
      })
      const was = await read(before)
      await before.close()
      const after = await openArchive(join(folder, 'new', 'data'))
      expect(await deskOf(after, 'c1')).toBe(desk)
      expect(await read(after)).toEqual(was)
      expect(was.actors.length).toBeGreaterThan(1)
      expect(was.passages).toMatchObject([{ article: id, sentence: 0 }])
      await after.close()
    } finally {
      remove()
    }
  })

  it('in a folder that is no archive is refused with the reason', async () => {
    const { folder, remove } = temporaryFolder()
    const { writeFileSync } = await import('node:fs')
    writeFileSync(join(folder, 'marsad.sqlite'), 'لست قاعدة بيانات، بل نص عادي لا غير. '.repeat(40))
    await expect(openArchive(folder)).rejects.toThrow(/not a database/)
    rmSync(join(folder, 'marsad.sqlite'))
    remove()
  })
})

describe('the articles of a day', () => {
  it('are those received from one moment up to another, whatever zone and precision the moment is written in', async () => {
    const { archive, desk } = await openDesk()
    const at = async (receivedAt: string, n: number) => store(archive, desk, `${TEXT} رقم ${n}`, {}, { receivedAt })
    await at('2024-02-29T07:59:59Z', 1)
    const inside = [
      await at('2024-02-29T08:00:00Z', 2),
      await at('2024-02-29T23:30:00-05:00', 3),
      await at('2024-03-01T10:30:00+03:00', 4),
      await at('2024-03-01T08:00:00Z', 5),
    ]
    await at('2024-03-01T08:00:00.500Z', 6)
    await at('2024-03-01T04:00:00-05:00', 7)
    const found = await archive.articles.received(desk, '2024-02-29T08:00:00.000Z', '2024-03-01T08:00:00.001Z', 10)
    expect(found.map(({ id }) => id)).toEqual(inside)
    expect(
      (await archive.articles.received(desk, '2024-02-29T08:00:00.000Z', '2024-03-01T08:00:00.001Z', 2)).map(
        ({ id }) => id,
      ),
    ).toEqual(inside.slice(0, 2))
  })
})

describe('search', () => {
  it('finds sentences by other forms of their words, those with more of them first', async () => {
    const { archive, desk } = await openDesk()
    const id = await store(archive, desk, TEXT, {})
    const found = await archive.search(desk, searchStems('اتفاقات التنفيذ'), 5)
    expect(found.map(({ article, sentence }) => [article, sentence])).toEqual([
      [id, 1],
      [id, 0],
    ])
    expect(await archive.search(desk, searchStems('من إلى في'), 5)).toEqual([])
    expect(await archive.search(desk, ['"', '*', 'NOT', 'a OR b'], 5)).toEqual([])
  })

  it('is not led into a desk by a text that holds the mark of its rows', async () => {
    const { archive, desk } = await openDesk()
    const other = await deskOf(archive, 'c2')
    await store(archive, other, `تفجير ${deskToken(desk)} كبير`, {})
    expect(await archive.search(desk, searchStems('تفجير'), 5)).toEqual([])
    await archive.desks.forget(desk, NOW)
    expect(await archive.search(other, searchStems('تفجير'), 5)).toHaveLength(1)
  })
})

describe('two desks', () => {
  const actors = ['كمال الفقي', 'سعيد بن صالح', 'هدى المنصوري', 'عبد القادر زيدان']
  const operation = fc.record({
    desk: fc.nat(1),
    what: fc.constantFrom('save', 'save', 'save', 'forget', 'digest', 'parcel'),
    who: fc.nat(actors.length - 1),
    other: fc.nat(actors.length - 1),
    n: fc.nat(5),
  })

  it('never see what the other holds, whatever is done in which order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { maxLength: 12 }), async (operations) => {
        const archive = await openArchive(':memory:')
        const desks = [await deskOf(archive, 'c0'), await deskOf(archive, 'c1')]
        for (const { desk: index, what, who, other, n } of operations) {
          const desk = desks[index]!
          if (what === 'forget') {
            await archive.desks.forget(desk, NOW)
            desks[index] = await deskOf(archive, `c${index}`)
          } else if (what === 'digest')
            await archive.desks.set({ platform: 'test', chat: `c${index}` }, { digestAt: `0${n}:00` })
          else if (what === 'parcel')
            await archive.outbox.put({ desk, id: `${n}`, platform: 'test', chat: `c${index}`, reply: `${index}` }, NOW)
          else {
            const [a, b] = [person(actors[who]!), person(actors[other]!)]
            // The word «مكتبN» tells whose an article is wherever a part of it comes out.
            const text = `التقى ${a.name} في مكتب${index} ${b.name} للمرة ${n}.`
            await store(archive, desk, text, {
              entities: who === other ? [a] : [a, b],
              events: [{ sentence: 0, agents: [a.id], patients: [b.id] }],
              relations: who === other ? [] : [{ from: a.id, to: b.id, score: 3 }],
            })
          }
        }
        for (const [index, desk] of desks.entries()) {
          const foreign = `مكتب${1 - index}`
          const seen: unknown[] = [await archive.articles.received(desk, '2000', '2100', 100)]
          seen.push(await archive.search(desk, searchStems('التقى للمرة'), 100))
          seen.push(await archive.articles.findSame(desk, `التقى ${actors[0]} في ${foreign} ${actors[1]} للمرة 1.`))
          for (const name of actors)
            for (const actor of await archive.actors.find(desk, name)) {
              const lines = await archive.actors.lines(desk, actor.number, 100)
              expect(new Set(lines.map((line) => line.article.id)).size).toBeLessThanOrEqual(actor.articles)
              seen.push(lines, await archive.actors.standings(desk, actor.number))
            }
          expect(JSON.stringify(seen)).not.toContain(foreign)
          const articles = await archive.articles.received(desk, '2000', '2100', 100)
          expect(await archive.search(desk, searchStems('التقى للمرة'), 100)).toHaveLength(articles.length)
        }
        for (const parcel of await archive.outbox.due('2100', 100)) expect(parcel.chat).toBe(`c${parcel.reply}`)
        await archive.close()
      }),
      { numRuns: 40 },
    )
  })
})

describe('an article that is not read to its end', () => {
  it('leaves nothing behind', async () => {
    const { archive, desk } = await openDesk()
    const reading = readingOf(TEXT, { entities: [state('TUN', 'تونس')] })
    // An event whose sentence is missing stops the transaction after the actors have been stored.
    const broken = { ...reading, events: [{ agents: [], patients: [] }] } as unknown as typeof reading
    await expect(archive.articles.save(desk, { text: TEXT, receivedAt: NOW }, broken)).rejects.toThrow()
    expect(await archive.articles.count(desk)).toBe(0)
    expect(await archive.actors.find(desk, 'تونس')).toEqual([])
    expect(await archive.articles.findSame(desk, TEXT)).toBeUndefined()
  })
})
