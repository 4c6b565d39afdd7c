import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyze } from '../../../src/analysis/analyze.ts'
import type { Budget } from '../../../src/analysis/summary/summary.ts'
import { readSamples } from '../samples.ts'

const articles = readSamples()
  .filter((sample) => !sample.heldOut)
  .map((sample) => sample.text)
const sentences = articles.flatMap((text) => {
  const { sentences: spans } = analyze(text)
  return spans.map(({ start, end }) => text.slice(start, end))
})
const wordsOf = (text: string) => text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? []
/** Sentences of all articles, in any order and number; or their words, with marks and noise between them. */
const mixed = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 25 })
      .map((chosen) => chosen.join(' ')),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(
        fc.oneof(
          { weight: 6, arbitrary: fc.constantFrom(...articles.flatMap((text) => text.split(/\s+/))) },
          { weight: 1, arbitrary: fc.string({ maxLength: 6, unit: 'grapheme' }) },
        ),
        { maxLength: 120 },
      )
      .map((words) => words.join(' ')),
  },
)
const budget: fc.Arbitrary<Budget | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.integer({ min: 1, max: 12 }).map((points) => ({ points })),
  fc.double({ min: 0.05, max: 1, noNaN: true }).map((ratio) => ({ ratio })),
)
const summaryOf = (text: string, length: Budget | undefined) => analyze(text, length && { budget: length })

/** Whether a word of a point is one of the text: a conjunction may have been left off. */
const isSameWord = (written: string, shown: string) =>
  written === shown || (/^[وف]/.test(written) && written.slice(1) === shown)

/** Whether `part`'s words stand in `whole`, in their order. */
function isWithin(part: readonly string[], whole: readonly string[]): boolean {
  let next = 0
  for (const word of whole) if (next < part.length && isSameWord(word, part[next]!)) next++
  return next === part.length
}

describe('the summary of any text', () => {
  it('says each point in the words of its sentences, in their order, numbers and names unchanged', () => {
    fc.assert(
      fc.property(mixed, budget, (text, length) => {
        const { summary, sentences: spans } = summaryOf(text, length)
        for (const point of summary.points) {
          expect(point.sentences.length).toBeGreaterThan(0)
          const source = point.sentences.map((i) => text.slice(spans[i]!.start, spans[i]!.end)).join(' ')
          expect(isWithin(wordsOf(point.text), wordsOf(source)), `${point.text}\n${source}`).toBe(true)
        }
        expect(isWithin(wordsOf(summary.headline), wordsOf(text)), summary.headline).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  it('leaves out of a point no negation, no condition and no source', () => {
    const binding = /^(?:لم|لن|ليس|ليست|بحسب|حسب|وفق|وفقا|نقلا|إذا|لو|شرط|شريطة|إلا)$/
    fc.assert(
      fc.property(mixed, fc.constantFrom(undefined, { points: 8 }), (text, length) => {
        const { summary, sentences: spans } = summaryOf(text, length)
        for (const point of summary.points) {
          const last = spans[point.sentences.at(-1)!]!
          const words = wordsOf(point.text)
          // From the first word of the point to the last, as they stand in the sentence: what is missing was left out.
          const source = wordsOf(text.slice(last.start, last.end))
          const left: string[] = []
          for (let next = words.length - 1, at = source.length - 1; at >= 0 && next >= 0; at--) {
            if (isSameWord(source[at]!, words[next]!)) next--
            else if (next < words.length - 1) left.push(source[at]!)
          }
          if (point.sentences.length === 1)
            expect(
              left.filter((word) => binding.test(word)),
              point.text,
            ).toEqual([])
        }
      }),
      { numRuns: 150 },
    )
  })

  it('has no point over 45 words, and none twice', () => {
    fc.assert(
      fc.property(mixed, budget, (text, length) => {
        const { points } = summaryOf(text, length).summary
        for (const point of points)
          expect(
            point.text
              .trim()
              .split(/\s+/)
              .filter((w) => /[\p{L}\p{N}]/u.test(w)).length,
          ).toBeLessThanOrEqual(45)
        if (length === undefined || 'points' in length)
          expect(new Set(points.map((p) => p.text)).size).toBe(points.length)
      }),
      { numRuns: 100 },
    )
  })

  it('is the same each time', () => {
    fc.assert(
      fc.property(mixed, budget, (text, length) => {
        expect(summaryOf(text, length)).toEqual(summaryOf(text, length))
      }),
      { numRuns: 40 },
    )
  })

  it('says no less when it may say half as much again', () => {
    fc.assert(
      fc.property(mixed, fc.double({ min: 0.05, max: 0.6, noNaN: true }), (text, ratio) => {
        // In a few sentences, the only one that fits may be shorter than the one that is taken where none does.
        fc.pre(wordsOf(text).length * ratio > 45)
        const count = (r: number) =>
          summaryOf(text, { ratio: r }).summary.points.reduce((sum, p) => sum + wordsOf(p.text).length, 0)
        expect(count(ratio * 1.5)).toBeGreaterThanOrEqual(count(ratio))
      }),
      { numRuns: 60 },
    )
  })

  it('has as many points as asked for where the text has enough sentences', () => {
    for (const text of articles) {
      const enough = analyze(text).sentences.length - 1
      for (let points = 1; points <= Math.min(enough, 8); points++)
        expect(summaryOf(text, { points }).summary.points.length, `${points} of ${text.slice(0, 40)}`).toBe(points)
    }
  })
})

describe('an extract of a share of the article', () => {
  it('reaches the share and passes it by no more than 15 % where clauses allow', () => {
    for (const text of articles) {
      const all = wordsOf(text).length
      if (all < 200) continue
      for (const ratio of [0.2, 0.32, 0.5]) {
        const said = summaryOf(text, { ratio }).summary.points.reduce((sum, p) => sum + wordsOf(p.text).length, 0)
        expect(said / all).toBeGreaterThan(ratio * 0.75)
        expect(said / all).toBeLessThan(ratio * 1.2)
      }
    }
  })
})
