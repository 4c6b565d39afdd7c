/** Lands and towns that are taken up without their names. */
import { describe, expect, it } from 'vitest'
import { analyze } from '../../../src/analysis/analyze.ts'

/** The mentions of the entity of a name, in the order of the text. */
function mentions(text: string, name: string): string[] {
  const entity = analyze(text, { publishedAt: '2012-01-25' }).entities.find((e) => e.name === name)
  return entity?.mentions.map((m) => text.slice(m.start, m.end)) ?? []
}

describe('lands and towns without their names', () => {
  it.each([
    ['قال وزير الطاقة التركي سليم الحداد إن بلاده مستعدة.', 'تركيا', ['التركي', 'بلاده']],
    ['زار وزير الدفاع الليبي أسامة حداد تونس. وقال حداد إن بلاده ترفض العرض.', 'ليبيا', ['الليبي', 'بلاده']],
    [
      'أعلن الجيش السوداني النفير في السودان. وتراجع الجيش السوداني شرق البلاد.',
      'السودان',
      ['السوداني', 'السودان', 'السوداني', 'البلاد'],
    ],
    ['قالت السلطات السعودية إنها أوقفت في المملكة متهمين.', 'السعودية', ['السلطات السعودية', 'المملكة']],
    ['هاجم مسلحون بلدة الطينة، ثم انسحبوا من البلدة ليلا.', 'الطينة', ['الطينة', 'البلدة']],
    ['وصل الوفد إلى باريس، وشهدت شوارع المدينة زحاما.', 'باريس', ['باريس', 'المدينة']],
    ['قالت الحكومة الصومالية إن الجيش الصومالي انتشر في الصومال وأغلق العاصمة.', 'مقديشو', ['العاصمة']],
    ['قال سكان العاصمة الصومالية إن الكهرباء مقطوعة.', 'مقديشو', ['العاصمة الصومالية']],
  ])('%s', (text, name, expected) => {
    expect(mentions(text, name)).toEqual(expected)
  })

  it.each([
    ['وصل الوفد إلى العاصمة باريس.', 'باريس', ['باريس']],
    ['وصل الوفد إلى باريس وزار المدينة الجامعية.', 'باريس', ['باريس']],
    ['قال سليم الحداد إن بلاده مستعدة.', 'سليم الحداد', ['سليم الحداد']],
    ['وقع انفجار شرقي العاصمة\n\nالعراقية بغداد تنتظر.', 'بغداد', ['بغداد']],
  ])('mean nobody in %s', (text, name, expected) => {
    expect(mentions(text, name)).toEqual(expected)
  })
})
