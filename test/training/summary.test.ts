import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { rouge } from '../../training/rouge.ts'
import { crossValidate, fitExtractModel, readExtracts } from '../../training/summary.ts'

const folder = mkdtempSync(join(tmpdir(), 'marsad-training-'))
afterAll(() => rmSync(folder, { recursive: true }))

const TOWNS = ['وهران', 'صفاقس', 'طنجة', 'بنغازي', 'نواذيبو', 'أسوان', 'الموصل', 'حلب']
/** Articles of four sentences of which everybody takes those at the places given. */
function articles(taken: readonly number[]) {
  const lines = TOWNS.map((town) => {
    const sentences = [
      `افتتح الوزير ميناء جديدا في ${town} أمس الأربعاء.`,
      'وقال مدير الشركة إن الأشغال استمرت ثلاث سنوات كاملة.',
      'وحضر الحفل عدد من التجار والصيادين وأصحاب السفن الصغيرة.',
      `وسيستقبل رصيف ${town} أول سفينة في بداية الشهر المقبل.`,
    ]
    const extract = taken.map((i) => sentences[i]).join(' ')
    return JSON.stringify({ text: sentences.join(' '), summaries: [extract, extract] })
  })
  const file = join(folder, `${taken.join('-')}.jsonl`)
  writeFileSync(file, lines.join('\n'))
  return readExtracts(file)
}

describe('ROUGE', () => {
  it('is 1 of a text with itself, whatever its spelling, and 0 of texts without a word in common', () => {
    expect(rouge('أُعلنت النتائج.', ['اعلنت النتائج'], 1)).toBe(1)
    expect(rouge('أعلنت النتائج', ['فاز الفريق'], 1)).toBe(0)
  })

  it('counts each copy of a word once, and takes the mean over references', () => {
    // Two of three words shared with a text of three: F1 2/3; nothing with the other.
    expect(rouge('سلام سلام سلام', ['سلام سلام حرب', 'نهر بحر'], 1)).toBeCloseTo((2 / 3 + 0) / 2)
    expect(rouge('الوزير زار المدينة', ['زار الوزير المدينة'], 2)).toBe(0)
  })
})

describe('what is learned from extracts', () => {
  it('is that people take the beginning, where they do, and the end, where they do', () => {
    const first = fitExtractModel(articles([0]))
    const last = fitExtractModel(articles([3]))
    expect(first.weights.early).toBeGreaterThan(0)
    expect(last.weights.early).toBeLessThan(0)
    expect(last.weights.last).toBeGreaterThan(0)
  })

  it('is the same each time, and of each article by a model that has not seen it', () => {
    const read = articles([0, 1])
    expect(fitExtractModel(read)).toEqual(fitExtractModel(articles([0, 1])))
    const scores = crossValidate(read, 4)
    expect(scores).toHaveLength(TOWNS.length)
    expect(scores).toEqual(crossValidate(read, 4))
    for (const { rouge1 } of scores) expect(rouge1).toBeGreaterThan(0.4)
  })
})
