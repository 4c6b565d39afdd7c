/** Which time an event has. A time that was given to the wrong event is added here first. */
import { describe, expect, it } from 'vitest'
import { analyze } from '../../../src/analysis/analyze.ts'

/** `TYPE: text start…end`, one an event. */
function times(text: string): string[] {
  return analyze(text, { publishedAt: '2012-01-25' }).events.map(
    ({ type, time }) => `${type}: ${time?.text ?? '–'} ${time?.start ?? '–'}${time?.end ? `…${time.end}` : ''}`,
  )
}

describe('when an event was', () => {
  it.each([
    ['هاجمت إيران إسرائيل أمس بالصواريخ.', 'ASSAULT: أمس 2012-01-24'],
    ['أمس هاجمت إيران إسرائيل بالصواريخ.', 'ASSAULT: أمس 2012-01-24'],
    ['قال الوزير أمس إن المستشارة الألمانية ستزور تونس الأسبوع المقبل.', 'CONSULT: الأسبوع المقبل 2012-W05'],
    ['أعلن الجيش اليوم أن إيران هاجمت إسرائيل.', 'ASSAULT: – –'],
    ['جرت محادثات بين تركيا واليونان من 3 إلى 5 مارس في جنيف.', 'CONSULT: 3 إلى 5 مارس 2012-03-03…2012-03-05'],
    ['اتفقت مصر مع السودان الأحد الماضي على تقاسم المياه.', 'AGREE: الأحد الماضي 2012-01-22'],
    ['استشهد ثلاثة جنود وأصيب اثنان، أمس، في نابلس.', 'ASSAULT: أمس 2012-01-24'],
    ['قُتل ثلاثة جنود، بينهم ضابط، وأصيب تسعة مدنيين، أمس، في نابلس.', 'ASSAULT: أمس 2012-01-24'],
    ['هاجمت إيران إسرائيل خلال السنوات الماضية.', 'ASSAULT: السنوات الماضية –'],
    ['أدانت الحكومة الحالية إيران.', 'ACCUSE: – –'],
    ['فرضت الولايات المتحدة مساء الثلاثاء عقوبات جديدة على روسيا.', 'SANCTION: مساء الثلاثاء 2012-01-24TEV'],
  ])('%s', (text, expected) => {
    expect(times(text)).toContain(expected)
  })

  it.each([
    ['هاجمت إيران قافلة في معارك اندلعت فجر الاثنين في تونس.', 'ASSAULT: فجر الاثنين 2012-01-23TMO'],
    ['طالب النواب بإقالة الوزير الذي عُيّن الشهر الماضي.', 'REQUEST: – –'],
    ['أرسلت كندا مساعدات غذائية إلى مالي بموجب خطة أُقرّت العام الماضي.', 'AID: – –'],
    ['هددت النقابة الحكومة بالإضراب ما لم تُصرف الأجور قبل نهاية الشهر الجاري.', 'THREATEN: – –'],
  ])('behind a verb that is none of taking place is that of the verb: %s', (text, expected) => {
    expect(times(text)).toContain(expected)
  })
})
