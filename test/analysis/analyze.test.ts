import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyze } from '../../src/analysis/analyze.ts'
import { foldName } from '../../src/analysis/text/fold.ts'
import { mutant } from './mutants.ts'
import { faultsOf } from './soundness.ts'

const folder = new URL('../articles/', import.meta.url)
const articles = readdirSync(folder)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => readFileSync(new URL(file, folder), 'utf8'))

/** Words of the articles in any order and number, with marks and noise between them. */
const scrambled = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...articles.flatMap((a) => a.split(/\s+/))) },
      { weight: 1, arbitrary: fc.string({ maxLength: 6, unit: 'grapheme' }) },
    ),
    { maxLength: 120 },
  )
  .map((words) => words.join(' '))

describe('the analysis of any text', () => {
  it('points only into the text and only to what it names', () => {
    for (const article of articles) expect(faultsOf(analyze(article))).toEqual([])
    fc.assert(
      fc.property(scrambled, (text) => void expect(faultsOf(analyze(text))).toEqual([])),
      { numRuns: 300 },
    )
  })

  it('points only into the text of an article that was cut, shuffled and sown with noise', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (seed, number) => {
        expect(faultsOf(analyze(mutant(articles, seed, number)))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('reads a name over the line of a wrapped text, and not from one sentence into the next', () => {
    const names = (text: string) => analyze(text).entities.map((entity) => entity.id)
    expect(names('غادر الوفد أمس الولايات\nالمتحدة ترحب بنتائج الزيارة.')).not.toContain('state:USA')
    const wrapped =
      'أعلنت الحكومة اليوم أنها ستبدأ في تنفيذ خطة\nجديدة لإصلاح الطرق بالتعاون مع الولايات\nالمتحدة التي ستقدم قرضا ميسرا يغطي نصف كلفة\nالأشغال وأن العمل سيستمر حتى نهاية العام المقبل.'
    expect(names(wrapped)).toContain('state:USA')
  })

  it.each([
    ['a source that is not told', 'ونقلت الوكالة عن'],
    ['a demand that nothing follows', 'لكن عددا ودعوا المانحة إلى'],
    ['a part of nobody, where the text begins', 'من الحكومة التونسية تنسحب'],
    ['a body whose second word begins another sentence', 'انتشرت قوات مكافحة\nالشغب تفرق المحتجين بالماء.'],
    ['what something is said in, where the text begins', 'وقال فيه إن الطريق مفتوح.'],
    ['letters that ask for something, where the text begins', 'ئس اوب بي فيي طُلب ام'],
    ['two, of whom one is never named', 'طالبت إيطاليا المجلس بالرد. رفض الطرفان المبادرة.'],
  ])('is sound of %s', (_, text) => {
    expect(faultsOf(analyze(text))).toEqual([])
  })

  it('is sound of many, none of whom is named', () => {
    for (const text of [
      'ويعتبر كثير من التونسيين سليم الحداد بطلا.',
      'وطالب العديد من الليبيين بإقالة قادة في الجيش، تشمل سليم الحداد.',
    ])
      expect(faultsOf(analyze(text))).toEqual([])
  })

  it('is the same each time', () => {
    for (const article of articles) expect(analyze(article)).toEqual(analyze(article))
  })

  it('does not mind how lines end or how often a space stands', () => {
    fc.assert(
      fc.property(fc.constantFrom(...articles), fc.constantFrom('  ', '\u00a0', ' \u200f'), (article, space) => {
        const names = (text: string) =>
          analyze(text)
            .entities.map((e) => foldName(e.name))
            .sort()
        expect(names(article.replaceAll(' ', space))).toEqual(names(article))
      }),
      { numRuns: 12 },
    )
  })
})

describe('texts that are no Arabic article', () => {
  for (const [name, text] of Object.entries({
    nothing: '',
    'white space': ' \n\t ',
    English: 'The minister said on Tuesday that talks would go on in Geneva next week.',
    code: 'for (let i = 0; i < n; i++) { total += values[i] }',
    emoji: '😀🎉👩‍👩‍👧‍👦'.repeat(50),
    Persian: 'وزیر امور خارجه گفت که گفت‌وگوها در ژنو ادامه می‌یابد و هیئت ایرانی پیشنهادهای تازه‌ای ارائه می‌کند',
  })) {
    it(`says of ${name} that it is not Arabic, and nothing more`, () => {
      const analysis = analyze(text)
      expect(analysis.article.language).toBe('und')
      expect(analysis.entities).toEqual([])
      expect(analysis.summary).toEqual({ headline: '', points: [] })
    })
  }

  it('reads one word without making an event of it', () => {
    const analysis = analyze('الجزائر')
    expect(analysis.events).toEqual([])
    expect(analysis.entities.map((e) => e.id)).toEqual(['state:DZA'])
  })

  for (const [name, unit, length] of [
    ['one letter', 'م', 2_000_000],
    ['one word', 'محمد ', 200_000],
    ['conjunctions', 'و ', 300_000],
    ['commas', 'قال، ', 200_000],
    ['open quotes', '«قال ', 200_000],
  ] as const) {
    it(`ends soon on ${length} characters of ${name}`, () => {
      const started = performance.now()
      analyze(unit.repeat(length / unit.length))
      expect(performance.now() - started).toBeLessThan(8000)
    })
  }

  it('takes ten times as long for ten times the text, not more', () => {
    // Of one length however many articles there are, so that the test takes as long as before when one is added.
    const article = articles.join('\n').slice(0, 12_000)
    // Processor time: other tests share the machine.
    const time = (text: string) => {
      const runs = Array.from({ length: 5 }, () => {
        const started = process.cpuUsage()
        analyze(text)
        const { user, system } = process.cpuUsage(started)
        return user + system
      })
      return Math.min(...runs)
    }
    time(article)
    expect(time(Array(40).fill(article).join('\n')) / time(Array(4).fill(article).join('\n'))).toBeLessThan(25)
  }, 60_000)
})
