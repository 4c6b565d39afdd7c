import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import { searchStems } from '../../src/archive/stems.ts'
import { openDesk, person, store } from './desk.ts'

/** Words of which sentences are made: some stand in most, some in few. */
const WORDS = 'الهدنة الحدود الحدود الغاز الغاز الغاز الميناء الميناء الميناء الميناء القطار'.split(' ')
const named = person('سالم الهادي')

describe('searching', () => {
  let archive: Archive
  let desk: string
  /** Sentences, the latest first. */
  const sentences: { article: number; sentence: number; words: string[]; dated: string; names: boolean }[] = []

  beforeAll(async () => {
    ;({ archive, desk } = await openDesk())
    let state = 1
    const next = (below: number) => {
      state = (state * 48_271) % 2_147_483_647
      return state % below
    }
    for (let n = 0; n < 60; n++) {
      const lines = Array.from({ length: 1 + next(4) }, () =>
        Array.from({ length: 1 + next(4) }, () => WORDS[next(WORDS.length)]!),
      )
      const dated = `2024-01-${String(1 + next(28)).padStart(2, '0')}`
      const names = next(3) === 0
      const text = `${lines.map((words) => words.join(' ')).join('\n')} ${n}`
      const article = await store(archive, desk, text, names ? { entities: [named] } : {}, { publishedAt: dated })
      for (const [sentence, words] of lines.entries()) sentences.unshift({ article, sentence, words, dated, names })
    }
  })
  afterAll(() => archive.close())

  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2024-01-${String(n).padStart(2, '0')}`)

  it('finds the sentences that hold all that is wanted and no other, the latest first, however they are paged', async () => {
    const [actor] = await archive.actors.find(desk, named.name)
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.constantFrom(...new Set(WORDS)), { minLength: 1, maxLength: 3 }),
        fc.option(fc.constant(true), { nil: undefined }),
        fc.option(fc.tuple(day, day), { nil: undefined }),
        fc.integer({ min: 1, max: 7 }),
        async (words, byActor, days, page) => {
          const stems = words.flatMap(searchStems)
          expect(stems.length).toBe(words.length)
          const [from, to] = days?.toSorted() ?? []
          const wanted = { stems, ...(byActor && { actor: actor!.number }), ...(from && { from, to: to! }) }
          const all = sentences.filter(
            (one) =>
              words.every((word) => one.words.includes(word)) &&
              (!byActor || one.names) &&
              (from === undefined || (one.dated >= from && one.dated <= to!)),
          )
          const found = []
          for (let offset = 0; ; offset += page) {
            const some = await archive.searchAll(desk, wanted, page, offset)
            found.push(...some)
            if (some.length < page) break
          }
          expect(found).toEqual(all.map(({ article, sentence }) => ({ article, sentence })))
        },
      ),
      { numRuns: 60 },
    )
  })

  it('finds the same some, where none holds all, as when it looks for all once more', async () => {
    for (const typed of ['الهدنة القطار الغاز الميناء الحدود', 'القطار السفينة', 'السفينة']) {
      const stems = searchStems(typed)
      expect(await archive.searchAll(desk, { stems }, 5)).toEqual([])
      expect(await archive.searchAny(desk, stems, 5)).toEqual(await archive.search(desk, stems, 5))
    }
  })
})
