import { describe, expect, it } from 'vitest'
import { numberStems, numberWords } from '../../../src/analysis/summary/vocabulary.ts'
import { lightStem } from '../../../src/analysis/text/clitics.ts'
import { isFunctionWord, readDocument } from '../../../src/analysis/text/document.ts'

const TEXT = 'اجتمع الوزير بالوزراء في العاصمة، ثم عاد الوزراء إلى عواصمهم وعاد الوزير.'

/** What each number stands for, in the order of the numbers, where each stands for one thing and is counted as often as it stands there. */
function counted({ at, frequency }: { at: Int32Array; frequency: readonly number[] }, keys: (string | undefined)[]) {
  const found = new Map<number, { key: string | undefined; times: number }>()
  keys.forEach((key, i) => {
    const known = found.get(at[i]!)
    if (known) expect(known.key).toBe(key)
    found.set(at[i]!, { key, times: (known?.times ?? 0) + 1 })
  })
  found.delete(-1)
  expect([...found.keys()].sort((a, b) => a - b)).toEqual(frequency.map((_, number) => number))
  for (const [number, { times }] of found) expect(frequency[number]).toBe(times)
  return [...found.values()].map(({ key }) => key)
}

function stemsOf(text: string) {
  const document = readDocument(text)
  const stems = document.tokens.map((token) =>
    token.kind === 'mark' || isFunctionWord(token) ? undefined : lightStem(token.key),
  )
  return { shown: counted(numberStems(document), stems), distinct: new Set(stems.filter((stem) => stem !== undefined)) }
}

describe('words and stems as numbers', () => {
  it('gives equal words equal numbers and counts them', () => {
    const document = readDocument(TEXT)
    const words = document.tokens.map(({ kind, key }) => (kind === 'mark' ? undefined : key))
    expect(counted(numberWords(document), words)).toEqual([...new Set(words.filter((word) => word !== undefined))])
  })

  it('gives words of one stem one number, also with a new word of it when all stems have been forgotten in between', () => {
    const { shown, distinct } = stemsOf(TEXT)
    expect(shown).toEqual([...distinct])
    expect(distinct.size).toBeLessThan(TEXT.split(' ').length - 2)
    const letters = [...'بتجدرزسشصطعقكلمن']
    const made = Array.from({ length: 21_000 }, (_, i) =>
      [0, 4, 8, 12].map((shift) => letters[(i >> shift) % letters.length]).join(''),
    ).join(' ')
    for (const text of [`${made} ${TEXT}`, TEXT, `${TEXT} وللوزيرين عواصم.`]) {
      const again = stemsOf(text)
      expect(again.shown).toEqual([...again.distinct])
    }
  })
})
