import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LABELS } from '../../../src/analysis/names/labels.ts'
import { MOST_SURROUNDINGS, surroundingFeatures } from '../../../src/analysis/names/surroundings.ts'
import { collectUses, rangesOf } from '../../../src/analysis/names/uses.ts'
import { readWord } from '../../../src/analysis/names/word.ts'
import { readDocument } from '../../../src/analysis/text/document.ts'

const wordsOf = (sentence: string) => readDocument(sentence).tokens.map((token) => readWord(token, () => []))

/** What is told of the word at `at` of sentence `sentence` when all words of `named` were read as persons. */
function told(texts: readonly string[], named: readonly string[], sentence: number, at: number): number[] {
  const read = texts.map(wordsOf)
  const words = read.flat()
  const labels = texts.flatMap((text) =>
    readDocument(text).tokens.map((token) => (named.includes(token.text) ? LABELS.indexOf('B-PERS') : 0)),
  )
  const sentences = rangesOf(read.map((list) => list.length))
  const out = new Int32Array(MOST_SURROUNDINGS)
  const text = { words, rules: new Int32Array(words.length), sentences }
  const count = surroundingFeatures(collectUses(text, labels), text, sentences[sentence]!.from + at, out, 0)
  return [...out.subarray(0, count)]
}

describe('what stands around the other uses of a word', () => {
  it('is told where it stands again, and the same wherever it stands itself', () => {
    const once = told(['قال السيد دوريك إنه سيعود', 'وصل دوريك أمس'], ['دوريك'], 1, 1)
    expect(once).toHaveLength(5)
    expect(told(['قال السيد دوريك إنه سيعود', 'ثم غادر البلدة دوريك'], ['دوريك'], 1, 3)).toEqual(once)
  })

  it('is another behind another word', () => {
    const behindTitle = told(['قال السيد دوريك إنه سيعود', 'وصل دوريك أمس'], ['دوريك'], 1, 1)
    const behindTown = told(['قال سكان مدينة دوريك إنه سيعود', 'وصل دوريك أمس'], ['دوريك'], 1, 1)
    expect(behindTown.filter((hash) => !behindTitle.includes(hash))).toHaveLength(2)
  })

  it('holds nothing of the use itself, of far sentences, or of words that are no name anywhere', () => {
    expect(told(['قال السيد دوريك إنه سيعود'], ['دوريك'], 0, 2)).toEqual([])
    const far = ['قال السيد دوريك إنه سيعود', ...Array.from({ length: 20 }, () => 'ثم هدأ المكان'), 'وصل دوريك أمس']
    expect(told(far, ['دوريك'], 21, 1)).toEqual([])
    expect(told(['قال السيد دوريك إنه سيعود', 'وصل دوريك أمس'], ['السيد'], 1, 1)).toEqual([])
  })

  it('finds a word behind a clitic', () => {
    expect(told(['قال السيد دوريك إنه سيعود', 'وصل ودوريك أمس'], ['دوريك'], 1, 1)).toHaveLength(5)
  })

  it('fits its room and says each thing once, however often a name stands in a text', () => {
    const word = fc.constantFrom('دوريك', 'ودوريك', 'سالمون', 'السيد', 'قال', 'مدينة', 'في', 'أمس', '،')
    const sentence = fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 8 }), (sentences) => {
        for (const [k, text] of sentences.entries())
          for (const at of wordsOf(text).keys()) {
            const found = told(sentences, ['دوريك', 'ودوريك'], k, at)
            expect(new Set(found).size).toBe(found.length)
          }
      }),
      { numRuns: 30 },
    )
  })
})
