/** How headline and points are worded: each rule with sentences of its own. */
import { describe, expect, it } from 'vitest'
import { analyze } from '../../../src/analysis/analyze.ts'

const headlineOf = (text: string) => analyze(text).summary.headline
const pointsOf = (text: string) => analyze(text).summary.points.map((point) => point.text)

describe('a headline', () => {
  it.each([
    [
      'the line above the article',
      'مصر ترسل قافلة إغاثة إلى غزة\n\nأرسلت مصر، صباح اليوم، قافلة جديدة من المساعدات الغذائية والطبية إلى قطاع غزة عبر معبر رفح.',
      'مصر ترسل قافلة إغاثة إلى غزة',
    ],
    [
      'without a flag in front of it',
      'عاجل: استقالة رئيس الحكومة التونسية\n\nقدم رئيس الحكومة التونسية استقالته إلى رئيس الجمهورية، وقبلها الأخير على الفور.',
      'استقالة رئيس الحكومة التونسية',
    ],
    [
      'the first sentence behind its dateline',
      'نواكشوط – أوقفت الشرطة الموريتانية ثلاثة مهربين قرب الحدود مع مالي. وقال مصدر أمني إن التحقيق مستمر.',
      'أوقفت الشرطة الموريتانية ثلاثة مهربين قرب الحدود مع مالي',
    ],
    [
      'without the adverbials between commas, where it is long',
      'أعلن وزير الخارجية الأردني، مساء أمس الأحد، خلال زيارة إلى بغداد، فتح معبر جديد بين الأردن والعراق أمام شاحنات البضائع والمسافرين من البلدين. ورحب التجار بالقرار.',
      'أعلن وزير الخارجية الأردني فتح معبر جديد بين الأردن والعراق أمام شاحنات البضائع والمسافرين من البلدين',
    ],
    [
      'without the clause that only goes with it',
      'وقعت الجزائر وتونس اتفاقا لتأمين حدودهما المشتركة، فيما دعت ليبيا جيرانها إلى اجتماع عاجل في طرابلس لبحث ملف الهجرة وتهريب الوقود والسلاح عبر الصحراء. وسيبدأ العمل به قريبا.',
      'وقعت الجزائر وتونس اتفاقا لتأمين حدودهما المشتركة',
    ],
  ])('is %s', (_, text, headline) => {
    expect(headlineOf(text)).toBe(headline)
  })

  it('keeps the source of what is told', () => {
    const headline = headlineOf(
      'قتل سبعة مدنيين في غارة جوية استهدفت حافلة صغيرة على الطريق الرابط بين مدينتي سبها ومرزق في الجنوب الليبي، بحسب مصدر طبي. ولم تتبن أي جهة الغارة.',
    )
    expect(headline).toContain('بحسب مصدر طبي')
  })

  it('keeps the condition of what is told', () => {
    const headline = headlineOf(
      'تنسحب القوات الأجنبية من القواعد الثلاث في شمال البلاد خلال ستة أشهر ابتداء من مطلع العام المقبل إذا وافق البرلمان على الاتفاق. ولم يحدد موعد الجلسة.',
    )
    expect(headline).toContain('إذا وافق البرلمان')
  })

  it('keeps the negation', () => {
    expect(
      headlineOf(
        'لم توقع السودان، أمس الاثنين، على البيان الختامي للقمة التي استضافتها أديس أبابا بحضور تسعة رؤساء دول. وغادر وفدها مبكرا.',
      ),
    ).toMatch(/^لم توقع السودان/)
  })

  it('has no more than 18 words where the sentence lets it end', () => {
    const headline = headlineOf(
      'اتفق وزراء داخلية المغرب وإسبانيا وفرنسا والبرتغال على إنشاء مركز مشترك لمكافحة تهريب المخدرات، خلال اجتماع عقدوه في الرباط، بعد أشهر من المشاورات بين الأجهزة الأمنية في البلدان الأربعة. وسيفتح المركز أبوابه في الصيف.',
    )
    expect(headline.split(' ').length).toBeLessThanOrEqual(18)
    expect(headline).toMatch(/^اتفق وزراء داخلية .* على إنشاء مركز مشترك لمكافحة تهريب المخدرات$/)
  })
})

describe('a point', () => {
  it.each([
    [
      'من جهته، دعا رئيس البرلمان العراقي الكتل السياسية إلى الحوار.',
      'دعا رئيس البرلمان العراقي الكتل السياسية إلى الحوار.',
    ],
    ['وفي سياق متصل، أدانت قطر الهجوم على المستشفى.', 'أدانت قطر الهجوم على المستشفى.'],
    ['ولم تعلق الحكومة اللبنانية على هذه الأنباء حتى الآن.', 'لم تعلق الحكومة اللبنانية على هذه الأنباء حتى الآن.'],
    ['ويذكر أن تونس استضافت الدورة السابقة قبل عامين.', 'تونس استضافت الدورة السابقة قبل عامين.'],
    ['وتجدر الإشارة إلى أن مصر والسودان وقعا اتفاقا مماثلا.', 'مصر والسودان وقعا اتفاقا مماثلا.'],
  ])('begins where it says something of its own: %s', (sentence, shown) => {
    const text = `${sentence} وافتتح الوزير المعرض السنوي للكتاب في العاصمة بحضور ناشرين من عشر دول.`
    expect(pointsOf(text)).toContain(shown.replace(/\.$/, ''))
  })

  it('keeps a frame where the case behind it would show', () => {
    const text =
      'ويذكر أن مسلحين هاجموا المدينة نفسها العام الماضي. وافتتح الوزير المعرض السنوي للكتاب في العاصمة بحضور ناشرين.'
    expect(pointsOf(text).some((point) => point.startsWith('مسلحين'))).toBe(false)
  })

  it('leaves out parentheses and additions, not what is denied or conditioned', () => {
    expect(
      pointsOf(
        'وقعت بعثة الأمم المتحدة (البعثة المتكاملة المتعددة الأبعاد) اتفاقا مع حكومة مالي لنقل المعسكرات، فضلا عن تسليم المعدات. وافتتح الوزير المعرض السنوي للكتاب.',
      ),
    ).toContain('وقعت بعثة الأمم المتحدة اتفاقا مع حكومة مالي لنقل المعسكرات')
    expect(
      pointsOf(
        'أعلنت إيران (التي لم توقع الاتفاق) رفضها نشر القوات الأجنبية في الخليج. وافتتح الوزير المعرض السنوي للكتاب.',
      ).join(),
    ).toContain('التي لم توقع')
  })

  it('says who speaks where the sentence does not, in the words that named him', () => {
    const text =
      'استقبل وزير الخارجية المصري سامح فهمي نظيره الأردني في القاهرة. وقال وزير الخارجية المصري إن بلاده ترفض أي تهجير للسكان. وأضاف أن الحدود ستبقى مفتوحة أمام قوافل الإغاثة الدولية طوال شهر رمضان.'
    const { points } = analyze(text, { budget: { points: 3 } }).summary
    const spoken = points.find((point) => point.text.includes('الحدود ستبقى مفتوحة'))
    expect(spoken?.text).toMatch(/^وزير الخارجية المصري.*: الحدود ستبقى مفتوحة أمام قوافل الإغاثة/)
    expect(spoken?.sentences).toHaveLength(2)
  })

  it('does not part an object from its verb at an adverbial', () => {
    const long =
      'دخلت المفاوضات بين شركات النفط والحكومة في بغداد شهرها الثاني من دون نتيجة واضحة، بعدما أعلن مدير الشركة الوطنية في البصرة، صباح أمس الثلاثاء، استقالته من منصبه احتجاجا على ما سماه التدخل في عمله، وتوقفت الصادرات عبر الميناء الجنوبي أربعة أيام متتالية.'
    for (const point of pointsOf(long)) expect(point).not.toMatch(/الثلاثاء$/)
  })

  it('is none that leans on what is not shown, while there are others', () => {
    const text =
      'وهو ما رفضته الحكومة بشدة في بيان رسمي. وأضاف أن الوضع صعب في المخيمات. اعتقلت الشرطة الكينية خمسة مهربين في مومباسا. أرسلت تركيا سفينة مساعدات إلى الصومال. استقبل الرئيس السنغالي وفدا من البنك الدولي في داكار.'
    const points = pointsOf(text)
    expect(points).toHaveLength(3)
    for (const point of points) expect(point).not.toMatch(/^(?:وهو|وأضاف|أضاف)/)
  })
})

describe('the choice of points', () => {
  it('tells a happening once', () => {
    const text =
      'قتل مسلحون خمسة جنود نيجريين في كمين قرب تيلابيري. قتل مسلحون خمسة جنود نيجريين في الكمين، حسب الجيش. زار وزير الدفاع الفرنسي نيامي لبحث التعاون. فرضت واشنطن عقوبات على شركتين روسيتين. أطلقت كوريا الشمالية صاروخا باليستيا نحو بحر اليابان.'
    expect(pointsOf(text).filter((point) => point.includes('كمين') || point.includes('الكمين'))).toHaveLength(1)
  })
})
