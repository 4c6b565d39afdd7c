import { statSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tagTokens } from '../../../src/analysis/entities/tag.ts'
import { bestLabels } from '../../../src/analysis/names/decode.ts'
import { LABELS, mayFollow } from '../../../src/analysis/names/labels.ts'
import { MODEL_FILE, unpackModel } from '../../../src/analysis/names/model.ts'

/** Names that are found, as «words/TYPE», in sentences that belong to one text. */
function namesIn(...sentences: string[]): string[][] {
  const split = sentences.map((sentence) => sentence.split(' '))
  return tagTokens(split).map((tags, k) => {
    const found: string[] = []
    tags.forEach((tag, at) => {
      if (tag[0] === 'B') found.push(`${split[k]![at]}/${tag.slice(2)}`)
      else if (tag[0] === 'I') found.push(`${found.pop()!.replace('/', ` ${split[k]![at]}/`)}`)
    })
    return found
  })
}

describe('names that no list holds', () => {
  it('finds a person behind an office', () => {
    expect(namesIn('وقال وزير الخارجية النرويجي تورفالد هاغنسون إن المحادثات ستستأنف قريبا .')).toEqual([
      ['تورفالد هاغنسون/PERS'],
    ])
  })

  it('finds a town behind what it is', () => {
    expect(namesIn('وسقطت قذائف على بلدة كفرزينون الحدودية .')[0]).toContain('كفرزينون/LOC')
  })

  it('finds a company behind «شركة»', () => {
    expect(namesIn('وقالت شركة برافينكو إن الإنتاج سيبدأ .')).toEqual([['برافينكو/ORG']])
  })

  it('knows a family name by the full name in another sentence', () => {
    const [, second] = namesIn(
      'وقال الرئيس الفنلندي ميكا هالفورسن إن بلاده ترفض ذلك .',
      'وأضاف هالفورسن أن القرار نهائي .',
    )
    expect(second).toEqual(['هالفورسن/PERS'])
  })

  it('finds nothing where nothing is named', () => {
    expect(namesIn('وأضاف أن الحكومة تدرس القرار منذ أسبوع .')).toEqual([[]])
  })
})

describe('any tokens', () => {
  const token = fc.oneof(
    fc.constantFrom('محمد', 'في', 'الأمم', 'المتحدة', 'باريس', '"', '،', '2001', 'مجلس', 'الأمن1706', 'ـ', 'NATO'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }).filter((text) => /^\S+$/.test(text)),
  )

  it('get one tag each, and the tags are BIO', () => {
    fc.assert(
      fc.property(fc.array(fc.array(token, { maxLength: 20 }), { maxLength: 5 }), (sentences) => {
        const tags = tagTokens(sentences)
        expect(tags.map((list) => list.length)).toEqual(sentences.map((list) => list.length))
        for (const list of tags)
          list.forEach((tag, at) => {
            expect(LABELS).toContain(tag)
            if (tag[0] === 'I') expect(list[at - 1]?.slice(2)).toBe(tag.slice(2))
          })
      }),
      { numRuns: 200 },
    )
  })
})

describe('the best sequence of labels', () => {
  it('is the best of all that are allowed', () => {
    const L = LABELS.length
    // Within the beam: no label is left out.
    const value = fc.double({ min: -2.7, max: 2.7, noNaN: true })
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 3 * L, maxLength: 3 * L }),
        fc.array(value, { minLength: (L + 1) * L, maxLength: (L + 1) * L }),
        (scores, transitions) => {
          const worth = (labels: ArrayLike<number>) => {
            let sum = 0
            for (let at = 0; at < 3; at++) {
              const before = at === 0 ? L : labels[at - 1]!
              if (at === 0 ? labels[0]! % 2 === 0 && labels[0] !== 0 : !mayFollow(before, labels[at]!)) return -Infinity
              sum += scores[at * L + labels[at]!]! + transitions[before * L + labels[at]!]!
            }
            return sum
          }
          let best = -Infinity
          for (let code = 0; code < L ** 3; code++)
            best = Math.max(best, worth([code % L, Math.floor(code / L) % L, Math.floor(code / L / L)]))
          const found = bestLabels(Float32Array.from(scores), new Uint8Array(3), Float32Array.from(transitions))
          expect(worth(found)).toBeCloseTo(best, 3)
        },
      ),
      { numRuns: 100 },
    )
  })

  it('is allowed, whatever the scores', () => {
    const L = LABELS.length
    const value = fc.double({ min: -60, max: 60, noNaN: true })
    const transitions = new Float32Array((L + 1) * L)
    fc.assert(
      fc.property(fc.array(value, { minLength: 8 * L, maxLength: 8 * L }), (scores) => {
        const found = bestLabels(Float32Array.from(scores), new Uint8Array(8), transitions)
        for (let at = 0; at < 8; at++) {
          const isInside = found[at]! > 0 && found[at]! % 2 === 0
          expect(!isInside || (at > 0 && mayFollow(found[at - 1]!, found[at]!))).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('the file of the model', () => {
  it('stays under six megabytes', () => {
    expect(statSync(MODEL_FILE).size).toBeLessThan(6_000_000)
  })

  it('is refused when cut short or something else', () => {
    expect(() => unpackModel(new Uint8Array(10))).toThrow(/npm run train/)
    expect(() => unpackModel(new Uint8Array(100_000))).toThrow(/npm run train/)
  })
})
