/** Fact, plan, denial, demand or possibility; and acts that are spoken of without having happened. */
import { describe, expect, it } from 'vitest'
import { analyze } from '../../../src/analysis/analyze.ts'
import { expectTold, type Row } from './told.ts'

const ROWS: Record<string, Row[]> = {
  negation: [
    ['لم يوقع العراق الاتفاقية.', 'AGREE denied: العراق →'],
    ['لن تشارك تونس في القمة.', 'CONSULT denied: تونس →'],
    ['ما زار الوزير اللبناني دمشق قط.', 'CONSULT denied: الوزير اللبناني → دمشق'],
    ['لا تؤيد الجزائر التدخل العسكري.', 'SUPPORT denied: الجزائر →'],
    ['نفت إيران مهاجمة السفينة.', 'ASSAULT denied: إيران →'],
    ['لم تنسحب إسرائيل من رفح.', 'RETREAT denied: إسرائيل → رفح'],
    ['ليس هناك أي مفاوضات مع إسرائيل.'],
    ['نفى الجيش السوداني قصف المستشفى.', 'ASSAULT denied: الجيش السوداني →'],
  ],
  'refusal of an act': [
    ['رفضت الجزائر أي عمل عسكري في النيجر.', 'REJECT happened: الجزائر →'],
    ['رفض البرلمان العراقي بقاء القوات الأمريكية.', 'REJECT happened: البرلمان العراقي → القوات الأمريكية'],
    ['منعت السلطات المصرية مسيرة إلى غزة.', 'COERCE happened: السلطات المصرية →'],
    ['رفضت مصر مقترح نشر قوات أجنبية في غزة.', 'REJECT happened: مصر →'],
    ['أحبطت الشرطة المغربية هجوما إرهابيا في الدار البيضاء.', 'COERCE happened: الشرطة المغربية → @ الدار البيضاء'],
    ['نجا رئيس الوزراء العراقي من محاولة اغتيال.', 'ASSAULT happened: → رئيس الوزراء العراقي'],
    ['ألغت فرنسا زيارة وزيرها إلى الجزائر.', 'SANCTION happened: فرنسا →'],
  ],
  plans: [
    ['يعتزم الاتحاد الأوروبي فرض عقوبات على تركيا.', 'SANCTION planned: الاتحاد الأوروبي → تركيا'],
    ['من المقرر أن يلتقي الرئيس الصيني نظيره الروسي في قازان.', 'CONSULT planned: الرئيس الصيني → روسيا'],
    ['تستعد مصر لاستضافة قمة عربية.', 'CONSULT planned: مصر →'],
    ['سيزور المستشار الألماني الرباط.', 'CONSULT planned: المستشار الألماني → الرباط'],
    ['سوف تسحب الولايات المتحدة قواتها من العراق.', 'RETREAT planned: الولايات المتحدة → العراق'],
    ['يزور وزير الخارجية الإيراني بيروت الأسبوع المقبل.', 'CONSULT planned: وزير الخارجية الإيراني → بيروت'],
    ['أعلنت تركيا أنها سترسل مساعدات إلى غزة.', 'AID planned: تركيا → غزة'],
    ['يعتزم الاتحاد العام التونسي للشغل تنظيم إضراب عام يوم الخميس.', 'PROTEST planned: الاتحاد العام التونسي للشغل →'],
    ['تنوي السعودية تقديم مساعدات لليمن.', 'AID planned: السعودية → اليمن'],
    ['من المنتظر أن توقع الجزائر وإيطاليا مذكرة تفاهم.', 'AGREE planned: الجزائر، إيطاليا →'],
    ['تعهدت قطر بتقديم منحة للبنان.', 'AGREE happened: قطر → لبنان', 'AID planned: قطر → لبنان'],
    [
      'وافق البرلمان الألماني على إرسال جنود إلى النيجر.',
      'AGREE happened: البرلمان الألماني →',
      'MOBILIZE planned: البرلمان الألماني → @ النيجر',
    ],
  ],
  demands: [
    ['دعا مجلس الأمن إلى وقف إطلاق النار في السودان.', 'REQUEST happened: مجلس الأمن →'],
    ['طالبت الأمم المتحدة إسرائيل بالانسحاب من لبنان.', 'REQUEST happened: الأمم المتحدة → إسرائيل'],
    ['يجب على إسرائيل أن تنسحب من الضفة.', 'RETREAT demanded: إسرائيل → الضفة الغربية'],
    ['طالب المحتجون برحيل الحكومة.', 'PROTEST happened: المحتجون →'],
    ['ناشدت الأمم المتحدة الدول المانحة تقديم مساعدات للصومال.', 'REQUEST happened: الأمم المتحدة → الدول المانحة'],
    ['شدد الوزير على ضرورة محاربة الإرهاب.'],
    ['ينبغي أن تعتذر فرنسا للجزائر.', 'CONCEDE demanded: فرنسا → الجزائر'],
  ],
  possibilities: [
    ['قد تهاجم إسرائيل المنشآت الإيرانية.', 'ASSAULT hypothetical: إسرائيل → إيران'],
    ['إذا هاجمت إيران إسرائيل فسترد بقوة.', 'ASSAULT hypothetical: إيران → إسرائيل'],
    ['لو انسحبت القوات الأمريكية من سوريا لتقدم التنظيم.', 'RETREAT hypothetical: القوات الأمريكية → سوريا'],
    ['ربما تستأنف طهران المفاوضات مع واشنطن.', 'CONSULT hypothetical: طهران → واشنطن'],
    ['تخشى تونس من هجمات إرهابية.'],
    ['يحتمل أن يزور وزير الخارجية الروسي بغداد.', 'CONSULT hypothetical: وزير الخارجية الروسي → بغداد'],
    ['في حال فرضت واشنطن عقوبات على أنقرة، ستتضرر التجارة.', 'SANCTION hypothetical: واشنطن → أنقرة'],
  ],
}

for (const [kind, rows] of Object.entries(ROWS))
  describe(kind, () => {
    it.each(rows.map((row) => [row[0], row] as const))('%s', (_, row) => expectTold(row))
  })

describe('events inside claims', () => {
  it.each([
    ['قال الجيش الإسرائيلي إن حزب الله أطلق صواريخ على حيفا.', 'ASSAULT', 'asserts'],
    ['اتهمت أوكرانيا روسيا بقصف مستشفى.', 'ASSAULT', 'accuses'],
    ['أعلنت وزارة الداخلية المصرية اعتقال خلية إرهابية.', 'COERCE', 'asserts'],
    ['بحسب مصادر طبية، قتل عشرة مدنيين في الغارة.', 'ASSAULT', 'asserts'],
  ])('%s', (text, type, stance) => {
    const { events, claims } = analyze(text)
    const inside = events.filter((event) => event.type === type && event.claim !== undefined)
    expect(inside.map((event) => claims[event.claim!]!.stance)).toEqual([stance])
  })
})
