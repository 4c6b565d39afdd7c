/** Where names end: of persons behind an office, of bodies before what they act on. */
import { describe, expect, it } from 'vitest'
import { analyze } from '../../../src/analysis/analyze.ts'

const named = (text: string) => analyze(text, { publishedAt: '2012-01-25' }).entities.map(({ name }) => name)

describe('the end of a name', () => {
  it.each([
    ['دعا النائب أحمد العبيدات الحكومة إلى التحكيم.', 'أحمد العبيدات'],
    ['وأصدر القاضي نبيل شرارة مذكرتي توقيف غيابيتين.', 'نبيل شرارة'],
    ['وهدد الأمين العام نبيل خلف باللجوء إلى القضاء.', 'نبيل خلف'],
    ['وكان وزير الدفاع الموريتاني دحمانه ولد سيدي قد اتهم فرنسا.', 'دحمانه ولد سيدي'],
    ['وقال الناطق باسم الجيش اللواء بول مليك دنقور إن الهدوء عاد.', 'بول مليك دنقور'],
    ['وقال معاون الوزير لشؤون المياه سامي القدومي إن السد امتلأ.', 'سامي القدومي'],
  ])('of a person: %s', (text, name) => {
    expect(named(text)).toContain(name)
  })

  it.each([
    ['استنكرت جبهة النهوض القرار. واستنكرت الجبهة الخطوة أيضا.', 'جبهة النهوض', 'الجبهة الخطوة'],
    ['أسقطت الدفاعات الجوية السعودية صاروخا.', 'الدفاعات الجوية السعودية', 'الدفاعات الجوية'],
    ['قصفت القوات البحرية السعودية المرفأ.', 'القوات البحرية السعودية', 'القوات البحرية'],
    ['وقاطع حزب النهوض الجلسة احتجاجا.', 'حزب النهوض', 'حزب النهوض الجلسة'],
    ['حملت سلطة وادي الأردن المسؤولية للمزارعين.', 'سلطة وادي الأردن', 'سلطة وادي الأردن المسؤولية'],
    ['أعلنت المديرية العامة لشؤون السجون فتح تحقيق.', 'المديرية العامة لشؤون السجون', 'المديرية العامة'],
    ['وقدر عضو مجلس إدارتها المهندس سامي القدومي الخسائر.', 'سامي القدومي', 'مجلس إدارتها المهندس'],
    ['قال سامي القدومي إن المؤسسة «ليست طرفا في صراع».', 'سامي القدومي', 'ليست طرفا في صراع'],
  ])('of a body: %s', (text, name, tooMuch) => {
    expect(named(text)).toContain(name)
    expect(named(text)).not.toContain(tooMuch)
  })

  it('a family name alone is whoever the article names in full, not a namesake of the lexicon', () => {
    const text = 'هاجم النائب بدر الشمري رئيس الوزراء فالح المطلك. ورد المطلك على الشمري.'
    expect(named(text)).toContain('فالح المطلك')
    expect(named(text)).not.toContain('صالح المطلك')
  })

  it('a state of two words in an office is not the one that its last word names', () => {
    const { entities } = analyze('قال رئيس جنوب السودان نبيل شرارة إن السلام قريب.')
    expect(entities.find(({ name }) => name === 'نبيل شرارة')?.country).toBe('SSD')
  })

  it('«وزير المالية» is of money, «وزير الدفاع المالي» is of Mali', () => {
    expect(named('أقال الرئيس وزير المالية والاقتصاد نبيل شرارة.')).not.toContain('مالي')
    expect(named('زار وزير الدفاع المالي نبيل شرارة كيدال.')).toContain('مالي')
  })

  it('an honour before an office is no part of it', () => {
    const { entities } = analyze('قال معالي وزير الداخلية نبيل شرارة إن الأمن مستتب.')
    expect(entities.find(({ name }) => name === 'نبيل شرارة')?.role).toBe('وزير الداخلية')
  })

  it('an office without a name is of whoever of its holders was named last, with it or without', () => {
    const text =
      'التقى وزير الدفاع الكيني نبيل شرارة وزير الدفاع الأوغندي سمير القدومي. وقال شرارة إن اللقاء مثمر. وأكد الوزير أن التعاون مستمر.'
    const { claims, entities } = analyze(text)
    const last = claims.at(-1)?.speaker.entity
    expect(entities.find(({ id }) => id === last)?.name).toBe('نبيل شرارة')
  })

  it.each([
    ['احتجت كينيا لدى باريس على الحادث.', 'فرنسا'],
    ['وضغطت كينيا على باريس لقبول الهدنة.', 'فرنسا'],
    ['تربط كينيا علاقات وثيقة بباريس.', 'فرنسا'],
  ])('a capital that something is asked of stands for its state: %s', (text, state) => {
    expect(named(text)).toContain(state)
  })

  it.each([
    ['كشفت لجنة النزاهة عن ملفات. وقالت اللجنة إنها خطيرة.', 'اللجنة'],
    ['انتشر لواء الصقور في المدينة. وقال اللواء إن الهدوء عاد.', 'اللواء'],
    ['وصلت قوة الإسناد البحري. واجتمعت لجنة المصالحة. وانسحبت قوة الإسناد بعد ذلك.', 'قوة الإسناد'],
  ])('a body is taken up by its head, or by the beginning of its name: %s', (text, again) => {
    const { entities } = analyze(text)
    const taken = entities.find(({ mentions }) => mentions.some(({ start, end }) => text.slice(start, end) === again))
    expect(taken?.mentions.length).toBeGreaterThan(1)
  })

  it('a rank alone is whoever bears it beside his office', () => {
    const text = 'قال الناطق باسم الجيش العميد نبيل شرارة إن الهدوء عاد. وأضاف العميد أن الطريق آمن.'
    const { claims, entities } = analyze(text)
    expect(entities.find(({ id }) => id === claims.at(-1)?.speaker.entity)?.name).toBe('نبيل شرارة')
  })

  it.each([
    ['قال الخبير عماد المصري إن السوق هادئة. وأضاف المصري أن الأسعار ستنخفض.', 'عماد المصري'],
    ['قالت الوزيرة هدى اللبناني إن المدارس ستفتح. وشددت اللبناني على سلامة التلاميذ.', 'هدى اللبناني'],
    ['قال الوزير سامر الخطيب إن الأمر خطير. وأوضح الخطيب أن الحل قريب.', 'سامر الخطيب'],
  ])('a family name that is an ordinary word too is one right behind a verb: %s', (text, name) => {
    const { claims, entities } = analyze(text)
    expect(entities.find(({ id }) => id === claims.at(-1)?.speaker.entity)?.name).toBe(name)
  })

  it('the adjective of a state stays one behind a noun', () => {
    expect(named('قال المحلل كريم التونسي إن الأزمة عابرة. والتقى الرئيس التونسي قيس سعيد وفدا.')).toContain('تونس')
  })

  it.each([
    ['أنقذ خفر السواحل تسعة ناجين ونقل المرضى إلى المدينة.', 'المرضى'],
    ['اقتحم مندسون الساحة وأحرقوا السيارات.', 'مندسون'],
    ['وتعهد المانحون بتمويل المشروع.', 'المانحون'],
    ['هاجم مسلحون دورية مشتركة قرب الحدود.', 'مسلحون'],
    ['وانتشل غواصون جثث الغرقى.', 'غواصون'],
  ])('people called by what they are or suffer: %s', (text, name) => {
    expect(named(text)).toContain(name)
  })

  it('«زيارات دورية» are no patrols', () => {
    expect(named('تجري الشرطة زيارات دورية إلى القرى.')).toEqual(['الشرطة'])
  })
})
