import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AnswerLine } from '../../src/answers/answer.ts'
import { versionsOf } from '../../src/answers/versions.ts'

const line = (day: string, more: Partial<AnswerLine>): AnswerLine => ({
  article: { id: Number(day.replaceAll('-', '')), headline: '', dated: day, receivedAt: day },
  sentence: 0,
  text: 'قتل عدد من الأشخاص.',
  kind: 'event',
  ...more,
})
const answer = (asks: 'count' | 'whether' | 'when', lines: AnswerLine[]) =>
  versionsOf({ kind: 'fact', asks, words: '', lines, nearest: [] })

describe('versions of one happening', () => {
  it('are the counts that differ, the later first', () => {
    const versions = answer('count', [
      line('2024-01-15', { value: 12 }),
      line('2024-01-16', { value: 15 }),
      line('2024-01-17', { value: 15 }),
    ])
    expect(versions?.map(({ value, article }) => [value, article.dated])).toEqual([
      [15, '2024-01-17'],
      [12, '2024-01-15'],
    ])
  })

  it('are none of one voice: it counts different things', () => {
    const day = '2024-01-15'
    const counts = (speakers: (string | undefined)[]) =>
      answer(
        'count',
        speakers.map((speaker, at) => line(day, { value: 5 - at, ...(speaker && { speaker }) })),
      )
    expect(counts([undefined, undefined])).toBeUndefined()
    expect(counts(['مصدر عسكري', 'المصدر'])).toBeUndefined()
    expect(counts(['مصدر عسكري', 'مصدر طبي'])).toHaveLength(2)
    expect(counts([undefined, 'مصدر طبي'])).toHaveLength(2)
  })

  it('are its being told and its being denied', () => {
    const told = line('2024-01-15', { kind: 'event', status: 'happened' })
    const denied = line('2024-01-16', { kind: 'claim', type: 'denies', text: 'نفت الوزارة ذلك.' })
    expect(answer('whether', [told, denied])).toEqual([denied, told])
    expect(answer('whether', [told, line('2024-01-16', { text: 'ونفى الوزير ذلك.' })])).toHaveLength(2)
  })

  it('are none where sources agree, or speak of what happened much later', () => {
    expect(answer('count', [line('2024-01-15', { value: 12 }), line('2024-01-16', { value: 12 })])).toBeUndefined()
    expect(answer('count', [line('2024-01-15', { value: 12 }), line('2024-03-16', { value: 15 })])).toBeUndefined()
    expect(answer('when', [line('2024-01-15', { value: 12 }), line('2024-01-16', { value: 15 })])).toBeUndefined()
    expect(answer('count', [])).toBeUndefined()
  })

  it('are never averaged: each is a line that was there', () => {
    const day = fc.integer({ min: 10, max: 28 }).map((n) => `2024-01-${n}`)
    fc.assert(
      fc.property(fc.array(fc.tuple(day, fc.integer({ min: 1, max: 5 })), { maxLength: 8 }), (counts) => {
        const lines = counts.map(([dated, value]) => line(dated, { value }))
        const versions = answer('count', lines) ?? []
        for (const version of versions) expect(lines).toContain(version)
        expect(new Set(versions.map(({ value }) => value)).size).toBe(versions.length)
        const days = versions.map(({ article }) => article.dated)
        expect(days).toEqual([...days].sort().reverse())
      }),
    )
  })
})
