import { describe, expect, it } from 'vitest'
import { analyze } from '../../src/analysis/analyze.ts'
import { passageOf } from '../../src/answers/passage.ts'
import { readStored } from '../../src/answers/reading.ts'

const LONG = `قالت هيئة الموانئ في بيان طويل إن الحركة في الميناء عادت إلى طبيعتها بعد أيام من التوقف الذي عطل مصالح التجار والناقلين في المنطقة كلها، رغم أن الإصلاحات التي بدأت في الأرصفة الشرقية ما زالت متواصلة بوتيرة بطيئة، حيث أعلنت الشركة المشغلة أنها ستوظف ثلاثمئة عامل جديد قبل نهاية السنة.`
const SHORT = 'أعلنت الشركة المشغلة أنها ستوظف ثلاثمئة عامل.'

function passage(text: string, must: string[], marks: string[] = []) {
  const analysis = analyze(text, { publishedAt: '2024-01-10' })
  const reading = readStored({
    id: 1,
    dated: '2024-01-10',
    article: { text, receivedAt: '2024-01-10T00:00:00Z' },
    analysis,
  } as unknown as Parameters<typeof readStored>[0])
  const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  const span = passageOf(reading, reading.sentences[0]!, must.map(spanOf), marks.map(spanOf))
  return text.slice(span.start, span.end)
}

describe('what is shown of a sentence', () => {
  it('is the clause that answers, where the sentence is long', () => {
    const shown = passage(LONG, ['ثلاثمئة عامل'])
    expect(shown).toContain('أعلنت الشركة المشغلة')
    expect(shown).not.toContain('هيئة الموانئ')
    expect(shown.split(' ').length).toBeLessThanOrEqual(42)
  })

  it('takes in the clause beside it that names whom it is about', () => {
    expect(passage(LONG, ['أعلنت'], ['الأرصفة'])).toContain('الأرصفة الشرقية')
  })

  it('is the whole of a short sentence, and of one in which nothing was asked for', () => {
    expect(passage(SHORT, ['ثلاثمئة'])).toBe(SHORT)
    expect(passage(LONG, [])).toBe(LONG)
  })
})
