import { describe, expect, it } from 'vitest'
import { findMentions } from '../../../src/analysis/entities/mentions.ts'
import { readDocument } from '../../../src/analysis/text/document.ts'

describe('adjectives of two words', () => {
  for (const [text, country] of [
    ['أعلنت القوات الكورية الجنوبية حالة التأهب', 'KOR'],
    ['قال الزعيم الكوري الشمالي إن بلاده سترد', 'PRK'],
    ['رفضت الحكومة الجنوب أفريقية الاتهامات', 'ZAF'],
    ['علقت السلطات الجنوب سودانية الرحلات', 'SSD'],
    ['اجتمع الوزير الغيني الاستوائي بنظيره', 'GNQ'],
  ] as const)
    it(`tells the country in «${text}»`, () => {
      const mentions = findMentions(readDocument(text))
      expect(mentions.map((mention) => mention.country)).toContain(country)
      expect(mentions.map((mention) => mention.key)).not.toContain('state:SDN')
      expect(mentions.map((mention) => mention.key)).not.toContain('state:GIN')
    })

  it('covers both words', () => {
    const text = 'وصل لاعب كوري جنوبي إلى الدوحة'
    const [first] = findMentions(readDocument(text))
    expect(first?.key).toBe('state:KOR')
    expect(text.slice(first!.span.start, first!.span.end)).toBe('كوري جنوبي')
  })
})
