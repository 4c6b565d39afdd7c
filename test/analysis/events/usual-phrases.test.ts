/** What newswire says in fixed phrases, whose verb alone would tell nothing. */
import { describe, expect, it } from 'vitest'
import { analyze } from '../../../src/analysis/analyze.ts'
import { expectTold, type Row } from './told.ts'

const ROWS: Record<string, Row[]> = {
  threats: [
    ['لوحت أوغندا بطرد القائم بالأعمال الكيني.', 'THREATEN happened: أوغندا → القائم بالأعمال الكيني'],
    ['لوحت النرويج بسحب مراقبيها.', 'THREATEN happened: النرويج →'],
  ],
  'threats by a participle behind a comma': [
    [
      'انتقد وزير الخارجية الكيني أوغندا، ملوحا بطرد سفيرها.',
      'ACCUSE happened: وزير الخارجية الكيني → أوغندا',
      'THREATEN happened: وزير الخارجية الكيني →',
    ],
    ['انتقدت غانا بنين، مهددة بمقاطعة الجلسة المقبلة.', 'ACCUSE happened: غانا → بنين', 'THREATEN happened: غانا →'],
  ],
  'phrases parted': [
    ['علق الاتحاد الأفريقي، الذي تأسس قبل عقدين، مشاركته فيها.', 'SANCTION happened: الاتحاد الأفريقي →'],
    ['وهو عرض قبلته زامبيا.', 'AGREE happened: زامبيا →'],
  ],
  'laws, courts and officials': [
    ['أقر البرلمان الكيني، بأكثرية ستين صوتا، اقتراح القانون.', 'AGREE happened: البرلمان الكيني →'],
    ['سلطت محكمة العدل الدولية غرامة على كينيا.', 'SANCTION happened: محكمة العدل الدولية → كينيا'],
    ['هاجم النائب الكيني سليم الحداد الحزب الجمهوري.', 'ACCUSE happened: سليم الحداد → الحزب الجمهوري'],
    ['جُمدت أصول المدرجين على القائمة.', 'SANCTION happened: →'],
    ['أجبر الجيش الكيني المسلحين على الانسحاب.', 'COERCE happened: الجيش الكيني → المسلحون'],
    ['باشرت الشرطة الكينية تحقيقا في الحادث.', 'ACCUSE happened: الشرطة الكينية →'],
    ['سلمت كينيا أوغندا أربعة فارين.', 'COOPERATE happened: كينيا → أوغندا، فارين'],
    ['تدخلت الشرطة الكينية لفتح الطريق.', 'COERCE happened: الشرطة الكينية →'],
    ['منعت الشرطة الكينية المتظاهرين من نصب الخيام.', 'COERCE happened: الشرطة الكينية → المتظاهرون'],
    ['تقدم الحزب الجمهوري بطعن أمام المجلس الدستوري.', 'REJECT happened: الحزب الجمهوري →'],
    ['لن تدفع كينيا فلسا واحدا للخاطفين.', 'CONCEDE denied: كينيا → الخاطفون'],
    ['تمنت كينيا على أوغندا احترام المواعيد.', 'REQUEST happened: كينيا → أوغندا'],
    ['نقلت فرق الإنقاذ المصابين إلى مستشفى المدينة.', 'AID happened: فرق الإنقاذ → المصابون'],
  ],
  'what a pronoun behind a preposition takes up': [
    ['هي التعديلات التي اعترضت عليها كينيا.', 'REJECT happened: كينيا →'],
  ],
  'diplomatic steps': [
    ['استدعت بولندا السفير البولندي لدى المجر للتشاور.', 'SANCTION happened: بولندا → السفير البولندي، المجر'],
    ['سلمت غانا السفير الصيني مذكرة احتجاج.', 'ACCUSE happened: غانا → السفير الصيني'],
    ['أرجأت تنزانيا زيارة كانت مقررة.', 'SANCTION happened: تنزانيا →'],
    ['قاطعت زامبيا اتفاقية التجارة.', 'REJECT happened: زامبيا →'],
    ['سحبت مالاوي موافقتها على الخطة.', 'REJECT happened: مالاوي →'],
    ['عرضت النرويج استضافة جولة جديدة.', 'CONSULT happened: النرويج →'],
    ['عرضت اليابان تقديم مساعدات عاجلة.', 'AGREE happened: اليابان →'],
    ['طرحت اليابان مشروع قرار جديدا.', 'REQUEST happened: اليابان →'],
  ],
  'money and relief': [
    ['دفعت السويد فدية كبيرة.', 'CONCEDE happened: السويد →'],
    ['لن يصرف البنك الدولي أي دفعة قبل نهاية السنة.', 'AID denied: البنك الدولي →'],
    ['جمدت هولندا مساعداتها لأوغندا.', 'SANCTION happened: هولندا → أوغندا'],
    ['أعلنت اليابان تقديم عشرة ملايين دولار.', 'AID happened: اليابان →'],
    ['أقامت هولندا مستشفى ميدانيا في نابلس.', 'AID happened: هولندا → @ نابلس'],
  ],
  'force and property': [
    ['سيطر الجيش الكيني على كيسمايو.', 'ASSAULT happened: الجيش الكيني → كيسمايو'],
    ['ضبطت الشرطة الكينية شحنة متفجرات.', 'COERCE happened: الشرطة الكينية →'],
    [
      'دعت غانا إلى وقف فوري لإطلاق النار بين كينيا ورواندا.',
      'REQUEST happened: غانا → كينيا، رواندا',
      'RETREAT demanded: كينيا → رواندا',
    ],
    ['استعملت الشرطة الكينية القوة ضد المتظاهرين.', 'ASSAULT happened: الشرطة الكينية → المتظاهرون'],
    ['اعترضت البحرية اليونانية قاربا.', 'COERCE happened: البحرية اليونانية →'],
    ['نشرت بولندا بطاريات صواريخ قرب الحدود.', 'MOBILIZE happened: بولندا →'],
    ['نفذت نقابة المعلمين وقفة احتجاجية أمام البرلمان.', 'PROTEST happened: نقابة المعلمين →'],
  ],
}

for (const [kind, rows] of Object.entries(ROWS))
  describe(kind, () => {
    it.each(rows.map((row) => [row[0], row] as const))('%s', (_, row) => expectTold(row))
  })

describe('words that are spelled like others', () => {
  it.each(['وصفته اليابان بأنه خطير.', 'درس عمر علم الاجتماع في اليابان.'])('%s', (text) => {
    expect(analyze(text).events).toEqual([])
  })
})

describe('phrases', () => {
  it('end where what is said begins', () => {
    const { events } = analyze('قال الرئيس في كلمة نشرتها الصحف اليابانية إن قوات بلاده باقية.')
    expect(events.filter(({ type }) => type === 'MOBILIZE')).toEqual([])
  })
})

describe('the month of Âb', () => {
  it('is not told by a door', () => {
    expect(analyze('أعلنت اليابان أنها لم تغلق باب الحوار.').events.flatMap(({ time }) => time ?? [])).toEqual([])
  })
})
