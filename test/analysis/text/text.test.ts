import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lightStem, readings } from '../../../src/analysis/text/clitics.ts'
import { readDocument } from '../../../src/analysis/text/document.ts'
import { fold, offsetOfLetter } from '../../../src/analysis/text/fold.ts'
import { languageOf } from '../../../src/analysis/text/language.ts'
import { numberAt } from '../../../src/analysis/text/numbers.ts'
import { tokenize } from '../../../src/analysis/text/tokens.ts'

const sentences = (text: string) => readDocument(text).sentences.map(({ span }) => text.slice(span.start, span.end))

describe('folding', () => {
  it.each([
    ['إِلِيزِي', 'اليزي'],
    ['الجُوَيلى', 'الجويلي'],
    ['مسؤولة', 'مسئوله'],
    ['أفريكـــوم', 'افريكوم'],
    ['٢٠١٢', '2012'],
    ['ﻻ', 'لا'],
    ['کابل', 'كابل'],
  ])('writes %s and %s alike', (a, b) => {
    expect(fold(a)).toBe(fold(b))
  })

  it('is the same when done twice', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)))
  })

  it('finds a letter behind vowels', () => {
    expect('وَالوَالي'.slice(offsetOfLetter('وَالوَالي', 1))).toBe('الوَالي')
  })
})

describe('clitics', () => {
  const read = (key: string) =>
    readings(key).map((r) => [r.conjunction, r.preposition, r.article ? 'ال' : '', r.stem].join('|'))
  it('reads every way that a word may be joined', () => {
    expect(read('وبالجزاءر')).toContain('و|ب|ال|جزاءر')
    expect(read('للقاعده')).toContain('|ل|ال|قاعده')
    expect(read('والي')).toContain('|||والي')
  })

  it('gives one stem to the forms that a reader takes for one word', () => {
    expect(new Set(['القواعد', 'قواعد', 'والقواعد', 'بالقواعد'].map((w) => lightStem(fold(w)))).size).toBe(1)
  })
})

describe('sentences', () => {
  it('end at stops, not at abbreviations, initials or numbers', () => {
    expect(sentences('قال د. سمير إن النسبة 3.5 بالمئة. ثم غادر.')).toEqual([
      'قال د. سمير إن النسبة 3.5 بالمئة.',
      'ثم غادر.',
    ])
    expect(sentences('هل زار تونس؟ نعم! انتهى…')).toHaveLength(3)
  })

  it('end with their closing quote', () => {
    expect(sentences('قال: «لن نفاوض.» وغادر القاعة.')).toEqual(['قال: «لن نفاوض.»', 'وغادر القاعة.'])
  })

  it('end with their line, unless the text was wrapped', () => {
    expect(sentences('عنوان بلا نقطة\nنص الخبر هنا.')).toHaveLength(2)
    const wrapped =
      'أعلنت الحكومة اليوم أنها ستبدأ في تنفيذ خطة\nجديدة لإصلاح الطرق في المناطق الجبلية التي\nتضررت من السيول الأخيرة وأن العمل سيستمر حتى\nنهاية العام المقبل في كل الولايات الشمالية.'
    expect(sentences(wrapped)).toHaveLength(1)
  })

  it('are wrapped where paragraphs are short and many lines happen to end with a stop', () => {
    const text =
      'أعلنت بلدية المدينة القديمة أمس بدء أشغال ترميم السور التاريخي الذي\nتضرر من الأمطار.\nوقال رئيس البلدية إن "الأشغال ستنتهي في الربيع المقبل بإذن الله لأن\nالتمويل متوفر".\nوشارك في الحفل سكان الأحياء المجاورة وعدد من المهندسين والطلبة من\nالجامعة.'
    expect(sentences(text)).toHaveLength(3)
  })

  it('end with their line in a list whose lines are of any length', () => {
    const list =
      'قرارات المجلس\nتعبيد طريق القرية\nحفر بئرين في السهل الشرقي قبل الصيف المقبل\nمدرسة جديدة\nختام الجلسة'
    expect(sentences(list)).toHaveLength(5)
  })

  it.each([
    ['in front', `${'( '.repeat(5000)}قال الوزير`],
    ['behind', `قال الوزير ${'( '.repeat(5000)}`],
    ['line by line', `قال الوزير\n${'(\n'.repeat(5000)}`],
    ['line by line in front', `${'(\n'.repeat(5000)}قال الوزير`],
  ])('hold no more tokens than a run-on one, of however many marks %s', (_, text) => {
    for (const { from, to } of readDocument(text).sentences) expect(to - from).toBeLessThan(900)
  })

  it('cover every word once, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const { tokens, sentences: found } = readDocument(text)
        let next = 0
        for (const { from, to } of found) {
          expect(from).toBe(next)
          next = to
        }
        if (found.length > 0) expect(next).toBe(tokens.length)
      }),
    )
  })
})

describe('numbers', () => {
  const value = (text: string) => numberAt(tokenize(text), 0)?.value
  it.each([
    ['12', 12],
    ['١٥٠٠', 1500],
    ['1.500.000', 1_500_000],
    ['2,5', 2.5],
    ['خمسة عشر', 15],
    ['اثنا عشر', 12],
    ['خمسة وعشرون ألفا', 25_000],
    ['مئة وعشرون', 120],
    ['3 ملايين', 3_000_000],
    ['ألفين', 2000],
  ])('%s is %d', (text, expected) => {
    expect(value(text)).toBe(expected)
  })

  it('leaves open how many «عشرات» are', () => {
    expect(numberAt(tokenize('عشرات القطع'), 0)).toEqual({ from: 0, to: 1 })
  })
})

describe('the language', () => {
  it.each([
    ['أعلنت الحكومة خطة جديدة', 'ar'],
    ['أعلنت شركة Boeing عن طائرة 787', 'ar'],
    ['The government said', 'und'],
    ['', 'und'],
    ['وزیر امور خارجه گفت که گفت‌وگوها ادامه می‌یابد و هیئت ایرانی پیشنهاد داد', 'und'],
  ])('of «%s» is %s', (text, expected) => {
    expect(languageOf(text)).toBe(expected)
  })
})
