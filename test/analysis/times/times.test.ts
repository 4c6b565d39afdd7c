import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../src/analysis/text/document.ts'
import { findTimes } from '../../../src/analysis/times/times.ts'

/** Wednesday. */
const PUBLISHED = '2012-01-25'
const values = (text: string, publishedAt?: string) =>
  findTimes(readDocument(text), publishedAt).map((t) => `${t.type} ${t.value}`)

describe('expressions of time', () => {
  it.each([
    ['في 25 يناير 2012', 'DATE 2012-01-25'],
    ['في 23 جانفي 2012', 'DATE 2012-01-23'],
    ['يوم 3 كانون الثاني/يناير', 'DATE 2012-01-03'],
    ['في شهر غشت الماضي', 'DATE 2011-08'],
    ['في ديسمبر', 'DATE 2011-12'],
    ['بتاريخ 14/03/2011', 'DATE 2011-03-14'],
    ['بتاريخ 2011-03-14', 'DATE 2011-03-14'],
    ['عام ٢٠١١', 'DATE 2011'],
    ['أمس', 'DATE 2012-01-24'],
    ['غدا', 'DATE 2012-01-26'],
    ['مساء أمس', 'TIME 2012-01-24TEV'],
    ['يوم الأحد الماضي', 'DATE 2012-01-22'],
    ['الخميس المقبل', 'DATE 2012-01-26'],
    ['الأربعاء', 'DATE 2012-01-25'],
    ['الأسبوع الماضي', 'DATE 2012-W03'],
    ['الشهر المقبل', 'DATE 2012-02'],
    ['العام الماضي', 'DATE 2011'],
    ['السنوات الماضية', 'DATE PAST_REF'],
    ['قبل ثلاثة أيام', 'DATE 2012-01-22'],
    ['بعد عامين', 'DATE 2014'],
    ['لمدة ثلاثة أشهر', 'DURATION P3M'],
    ['منذ عشرين عاما', 'DURATION P20Y'],
    ['كل أسبوع', 'SET P1W'],
    ['سنويا', 'SET P1Y'],
    ['الساعة 7:30 مساء', 'TIME T19:30'],
    ['في 10 محرم 1433', 'DATE 2011-12-05'],
  ])('%s → %s', (text, expected) => {
    expect(values(text, PUBLISHED)).toEqual([expected])
  })

  it('stay half-known where the day of publication is unknown', () => {
    expect(values('الأسبوع الماضي')).toEqual(['DATE XXXX-WXX'])
    expect(values('في 5 مارس')).toEqual(['DATE XXXX-03-05'])
    expect(values('يوم الأحد')).toEqual(['DATE XXXX-WXX-7'])
  })

  it('are not read into words that are spelled alike', () => {
    expect(values('قال رمضان إن آب قال صفر', PUBLISHED)).toEqual([])
    expect(values('15 قتيلا و42 جريحا', PUBLISHED)).toEqual([])
  })
})
