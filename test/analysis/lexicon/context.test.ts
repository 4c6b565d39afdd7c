import { describe, expect, it } from 'vitest'
import { findMentions } from '../../../src/analysis/entities/mentions.ts'
import { readDocument } from '../../../src/analysis/text/document.ts'

/** Keys of what a text names, in its order. */
const named = (text: string) =>
  findMentions(readDocument(text))
    .filter((mention) => mention.via === 'name')
    .map((mention) => mention.key)

describe('names that are ordinary words too', () => {
  for (const [text, key] of [
    ['رسم المعماري زاوية البناء ثم محا الزاوية وأعاد رسمها', 'place:مدينة الزاوية@LBY'],
    ['يرى الخبراء أن التعليم هو حجر الزاوية في خطط ليبيا', 'place:مدينة الزاوية@LBY'],
    ['أقلعت الطائرات من القاعدة الجوية بعد هجمات إرهابية', 'group:al-qaeda'],
    ['تبحث الحكومة عن دعم مالي للبلديات', 'state:MLI'],
    ['عاد الشاعر إلى مسقط رأسه بعد غياب طويل', 'place:مسقط@OMN'],
    ['استقبل الجمهور الفريق بحماس كبير', 'group:hamas'],
    ['سأل الطفل جده عن الحكاية', 'place:جدة@SAU'],
    ['ارتفعت أسعار المياه الغازية في الأسواق', 'place:الغازية@LBN'],
  ] as const)
    it(`reads no name in «${text}»`, () => {
      expect(named(text)).not.toContain(key)
    })

  for (const [text, key] of [
    ['اندلعت اشتباكات في الزاوية غربي ليبيا', 'place:مدينة الزاوية@LBY'],
    ['تبنى تنظيم متشدد الهجوم وقال إنه بايع القاعدة', 'group:al-qaeda'],
    ['قتل جنديان في كمين نصب لهما في مالي', 'state:MLI'],
    ['وصل الوفد إلى مسقط مساء اليوم', 'place:مسقط@OMN'],
    ['أعلنت حماس موافقتها على الهدنة في غزة', 'group:hamas'],
    ['وصلت السفينة إلى جدة في السعودية', 'place:جدة@SAU'],
  ] as const)
    it(`reads the name in «${text}»`, () => {
      expect(named(text)).toContain(key)
    })
})

describe('names that are found in phrases too', () => {
  for (const [text, key] of [
    ['حكم القاضي على المتهم بعقوبة 12 سنة سجنا نافذا', 'place:بعقوبة@IRQ'],
    ['حكمت المحكمة في العراق عليه بعقوبة السجن المؤبد', 'place:بعقوبة@IRQ'],
    ['عثر على الجثث في مشهد مروع أثار غضب الأهالي', 'place:مدينة مشهد@IRN'],
    ['أعلن البنك مطلع نيسان الماضي خفض الفائدة', 'org:nissan'],
    ['يبلغ قطر الأنبوب 48 بوصة', 'state:QAT'],
    ['خرج الآلاف في مظاهرة سلمية في سوريا', 'place:مدينة سلمية@SYR'],
    ['فازت لاعبة تنس شابة بالبطولة', 'place:مدينة تنس@DZA'],
    ['أصيب اللاعب بقطع في الرباط الصليبي', 'place:الرباط@MAR'],
    ['أعلنت المؤسسة حالة القوة القاهرة في الحقل', 'place:القاهرة@EGY'],
    ['انتهى الاجتماع بعد صلاة المغرب', 'state:MAR'],
    ['تمر السفن بين البحرين الأحمر والمتوسط', 'state:BHR'],
    ['لن نتراجع شبرا واحدا', 'place:شبرا@EGY'],
    ['كان صيدا ثمينا للشرطة', 'place:صيدا@LBN'],
    ['هذه مآرب سياسية لا غير', 'place:مأرب@YEM'],
    ['بلغت القيمة بليون دولار', 'place:ليون@FRA'],
    ['يسعى خصومه إلى النيل من سمعة الجيش', 'place:نهر النيل'],
    ['تدخلت السلط المحلية في تونس', 'place:السلط@JOR'],
    ['افتتحت مدارس بنين وبنات في القرية', 'state:BEN'],
    ['ليس هناك مستقبل للمفاوضات', 'org:yesh-atid'],
    ['نريد السلام الآن وليس غدا', 'org:peace-now'],
    ['دعا إلى ترسيخ مبادئ العدل والمساواة بين المواطنين', 'group:jem'],
    ['احتشد الآلاف في قلب تونس العاصمة', 'org:qalb-tounes'],
    ['تباطأت التجارة العالمية بسبب الرسوم', 'org:wto'],
    ['بحث الطرفان سبل السلام والاستقرار', 'group:kufra-subul'],
    ['يجمع البناء بين الأصالة والمعاصرة', 'org:pam-ma'],
    ['تواجه روسيا اليوم عقوبات جديدة', 'org:rt'],
    ['قال الوزير خلال اللقاء المشترك بين الوفدين', 'org:jmp-yemen'],
    ['عقد النادي الجمعية العامة العادية', 'org:unga'],
    ['قامت الدولة الإسلامية الأموية في دمشق', 'group:isis'],
    ['قاوم الأهالي قوات الاحتلال الأميركي في العراق', 'org:idf'],
    ['عقد مجلس الأمن القومي الفلسطيني جلسة', 'org:unsc'],
    ['أكد احترام دولة القانون', 'org:state-of-law'],
  ] as const)
    it(`are not meant in «${text}»`, () => {
      expect(named(text)).not.toContain(key)
    })

  for (const [text, key] of [
    ['انفجرت عبوة في بعقوبة مركز محافظة ديالى', 'place:بعقوبة@IRQ'],
    ['زار الرئيس الإيراني مدينة مشهد', 'place:مدينة مشهد@IRN'],
    ['أعلنت شركة نيسان خفض الإنتاج', 'org:nissan'],
    ['دعت قطر إلى وقف النار', 'state:QAT'],
    ['قصفت طائرات مدينة سلمية بريف حماة', 'place:مدينة سلمية@SYR'],
    ['وصل الوفد إلى القاهرة ومنها إلى الرباط', 'place:القاهرة@EGY'],
    ['وصل الوفد إلى القصير في ريف حمص', 'place:مدينة القصير@SYR'],
    ['قال زعيم حزب هناك مستقبل إنه سيعارض، وأضاف هناك مستقبل أن الموازنة مرفوضة', 'org:yesh-atid'],
    ['اتهمت العدل والمساواة قوات الحكومة بقصف دارفور', 'group:jem'],
    ['صوتت الأمم المتحدة، وقالت الجمعية العامة إن الأغلبية كبيرة', 'org:unga'],
    ['أعلن تنظيم متشدد مسؤوليته، وقالت الدولة الإسلامية إن مقاتليها هاجموا الحاجز', 'group:isis'],
    ['اقتحمت قوات الاحتلال مخيم جنين', 'org:idf'],
    ['دعا مجلس الأمن إلى وقف القتال', 'org:unsc'],
    ['قالت مصادر لـ"العربي الجديد" إن الاتفاق وشيك', 'org:alaraby-tv'],
    ['قالت السلطة الوطنية الفلسطينية إن الرواتب تأخرت', 'org:pa'],
  ] as const)
    it(`are meant in «${text}»`, () => {
      expect(named(text)).toContain(key)
    })

  it('speak for others of their country, but where a phrase has them', () => {
    expect(named('أعلنت القاهرة موقفها، واندلع حريق في شبرا')).toContain('place:شبرا@EGY')
    expect(named('أعلنت الشركة القوة القاهرة ولم تتراجع شبرا واحدا')).toEqual([])
  })
})

describe('two of one name', () => {
  it('is the one of the country that the text speaks of', () => {
    expect(named('شهدت طرابلس احتجاجات، وقالت قوى الأمن اللبنانية إن الوضع في لبنان هادئ')).toContain(
      'place:طرابلس@LBN',
    )
    expect(named('شهدت طرابلس احتجاجات، وقالت الحكومة الليبية إن الوضع هادئ')).toContain('place:طرابلس@LBY')
    expect(named('وصل الوزير إلى عمان والتقى مسؤولين أردنيين في العاصمة الأردنية')).toContain('place:عمان@JOR')
    expect(named('أعلنت عمان وساطة جديدة بعد زيارة مسؤول عماني إلى صنعاء')).toContain('state:OMN')
  })

  it('is a place rather than a body of the same country that was not named in full', () => {
    expect(named('تهب الرياح من الأناضول نحو الساحل التركي')).toContain('place:الأناضول@TUR')
    expect(named('قالت وكالة الأناضول إن تركيا وافقت، وأضافت الأناضول أن الاتفاق وشيك')).not.toContain(
      'place:الأناضول@TUR',
    )
  })

  it('is the party of the country that the text speaks of', () => {
    expect(named('دعا حزب العدالة والتنمية في المغرب إلى الحوار')).toContain('org:pjd-ma')
    expect(named('خسر حزب العدالة والتنمية بلدية إسطنبول في تركيا')).toContain('org:akp')
  })

  it('is the first of the lexicon where the text gives no hint', () => {
    expect(named('شهدت طرابلس احتجاجات')).toContain('place:طرابلس@LBY')
  })
})
