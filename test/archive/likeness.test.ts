import { beforeAll, describe, expect, it } from 'vitest'
import { COPY, containment, LEAST_SHARED, likenessOf, shinglesOf } from '../../src/archive/likeness.ts'
import { openDesk, readingOf } from './desk.ts'

/** Happenings, each told by two desks of their own: same actors, same figures, other words. */
const REPORTS: Record<string, [string, string]> = {
  talks: [
    `استأنف وفدا الحكومة السودانية وقوات الدعم السريع أمس الأحد في مدينة جدة السعودية محادثاتهما غير المباشرة، برعاية سعودية أمريكية، بعد توقف دام خمسة أشهر.
وقال مصدر قريب من الوساطة إن الجولة الجديدة ستبحث فتح ممرات آمنة لإيصال المساعدات إلى الخرطوم ودارفور، وتبادل قوائم المحتجزين، على أن يُؤجل ملف الترتيبات العسكرية إلى جولة لاحقة.
وأكد وزير الخارجية السعودي فيصل بن فرحان أن بلاده لن تدخر جهدا في سبيل وقف الحرب، ودعا الطرفين إلى تغليب مصلحة الشعب السوداني.
في المقابل، تواصل القصف المدفعي في أم درمان، وأعلنت نقابة الأطباء مقتل أحد عشر مدنيا وإصابة ثلاثين في سوق المدينة.`,
    `بعد انقطاع طويل، عاد ممثلو الجيش السوداني وخصومه من الدعم السريع إلى طاولة التفاوض في جدة، وسط تفاؤل حذر أبدته الرياض وواشنطن.
وتركز اللقاءات هذه المرة على الجانب الإنساني: كيف تصل الأغذية والأدوية إلى المحاصرين، ومن يضمن سلامة القوافل. أما وقف إطلاق النار الدائم فلا أحد يتحدث عنه الآن.
ونقلت صحيفة محلية عن فيصل بن فرحان أمله في أن يتجاوب المتحاربون مع النداءات الدولية.
وسقط قتلى من المدنيين في أم درمان مع انطلاق الجلسة الأولى، وفق ما أوردته شبكات إغاثة.`,
  ],
  gas: [
    `وقعت شركة سوناطراك الجزائرية وشركة إيني الإيطالية اليوم الاثنين بالجزائر العاصمة اتفاقا لزيادة صادرات الغاز الطبيعي إلى إيطاليا بمقدار ثلاثة مليارات متر مكعب سنويا.
وجرى التوقيع بحضور وزير الطاقة محمد عرقاب ورئيسة الوزراء الإيطالية جورجيا ميلوني، التي تقوم بزيارة عمل تدوم يومين.
وصرح عرقاب بأن الكميات الإضافية ستنقل عبر أنبوب ترانسميد المار بتونس، وأن أشغال توسيع محطة الضغط ستنتهي قبل الشتاء المقبل.
وتسعى روما إلى أن تصبح الجزائر موردها الأول بدلا من روسيا.`,
    `تضخ الجزائر مزيدا من الغاز نحو أوروبا: هذا ما اتفق عليه عملاق المحروقات سوناطراك ومجموعة إيني خلال زيارة ميلوني.
لم تكشف الشركتان قيمة العقد، لكن خبراء قدروها بمليار يورو. وسيُستعمل خط ترانسميد القائم دون حاجة إلى بناء أنبوب آخر.
وترى الحكومة الإيطالية في الخطوة بابا للتخلص من التبعية لموسكو، في حين تريد الجزائر استثمارات في الطاقة الشمسية مقابل ذلك.`,
  ],
  kidnap: [
    `أفرج مسلحون مجهولون فجر اليوم عن ثلاثة مهندسين صينيين كانوا قد اختطفوا قبل أسبوعين قرب منجم للذهب في منطقة تيلابيري غربي النيجر، على الحدود مع مالي.
وذكر بيان للجيش النيجري أن العملية تمت من دون دفع أي فدية، بعد تطويق المنطقة بمشاركة طائرات مسيرة.
ونُقل المفرج عنهم إلى مستشفى في نيامي لإجراء فحوص، وقال السفير الصيني إنهم في صحة جيدة.
وتنشط في المنطقة جماعات موالية لتنظيم الدولة الإسلامية والقاعدة تخطف الأجانب وتطلب المال مقابل إطلاقهم.`,
    `انتهت محنة الصينيين الثلاثة في النيجر. فقد وصل المهندسون إلى العاصمة نيامي سالمين بعدما أمضوا أربعة عشر يوما في قبضة خاطفيهم.
مصدر أمني غربي شكك في الرواية الرسمية، ورجح أن مبلغا كبيرا سُلم لوسطاء من القبائل. السلطات تنفي ذلك نفيا قاطعا.
وطالبت بكين نيامي بتشديد الحراسة حول مواقع التعدين التي يعمل فيها مواطنوها.`,
  ],
}
const FIRSTS = Object.entries(REPORTS).map(([name, [first]]) => [name, first] as const)

/** What desks do to an article that they take over from another. */
const REWRITTEN: Record<string, (text: string) => string> = {
  'its first paragraph cut': (text) => text.split('\n').slice(1).join('\n'),
  'its last paragraph cut': (text) => text.split('\n').slice(0, -1).join('\n'),
  'its sentences in another order': (text) =>
    text
      .split(/(?<=\.)\s+/)
      .reverse()
      .join(' '),
  'every fifth word replaced': (text) =>
    text
      .split(' ')
      .map((word, at) => (at % 5 === 4 ? 'زنبقة' : word))
      .join(' '),
  'a paragraph of its own before and behind': (text) =>
    `كتب مراسلنا من عين المكان هذه التفاصيل التي لم ينشرها أحد قبلنا عن مجريات الأحداث.\n${text}\nوينتظر القراء مزيدا من الأخبار في نشرتنا المسائية التي تبث على الثامنة.`,
  'only its first two paragraphs': (text) => text.split('\n').slice(0, 2).join('\n'),
}

/** News flashes: so short that a name and an office make up much of them. */
const FLASHES: [string, string][] = [
  [
    'أعلن رئيس الوزراء العراقي محمد شياع السوداني إقالة محافظ البصرة.',
    'أعلن رئيس الوزراء العراقي محمد شياع السوداني تأجيل زيارته إلى أنقرة.',
  ],
  [
    'وزير الخارجية الجزائري أحمد عطاف يلتقي نظيره التونسي في الجزائر.',
    'وزير الخارجية الجزائري أحمد عطاف يدعو إلى وقف الحرب في السودان.',
  ],
  ['مقتل ثلاثة جنود في هجوم شمال مالي.', 'مقتل ثلاثة جنود في هجوم شمال بوركينا فاسو.'],
]

const likeness = (a: string, b: string) => containment(shinglesOf(a), shinglesOf(b))

describe('the threshold of likeness', () => {
  it('stands between copies and other reports with room on both sides', () => {
    const copies = FIRSTS.flatMap(([, text]) =>
      Object.values(REWRITTEN).map((rewrite) => likeness(text, rewrite(text))),
    )
    const others = Object.values(REPORTS).map(([a, b]) => likeness(a, b))
    for (const [name, a] of FIRSTS)
      others.push(...FIRSTS.filter(([other]) => other !== name).map(([, b]) => likeness(a, b)))
    expect(Math.min(...copies)).toBeGreaterThan(COPY + 0.05)
    expect(Math.max(...others)).toBeLessThan(COPY - 0.2)
  })

  it('asks for more than a name and an office', () => {
    for (const [a, b] of FLASHES) expect(likenessOf(shinglesOf(a), shinglesOf(b)), `${a} / ${b}`).toBeLessThan(COPY)
    const first = shinglesOf(FLASHES[0]![0])
    expect(first.size).toBeLessThan(LEAST_SHARED + 4)
  })
})

describe('an article that comes again', () => {
  let open: Awaited<ReturnType<typeof openDesk>>
  const numbers = new Map<string, number>()
  beforeAll(async () => {
    open = await openDesk()
    for (const [name, text] of FIRSTS)
      numbers.set(
        name,
        await open.archive.articles.save(open.desk, { text, receivedAt: '2024-03-01T08:00:00Z' }, readingOf(text, {})),
      )
  })
  const same = (text: string) => open.archive.articles.findSame(open.desk, text)

  describe.each(FIRSTS)('%s', (name, text) => {
    it.each(Object.entries(REWRITTEN))('is a rewritten copy with %s', async (_, rewrite) => {
      expect(await same(rewrite(text))).toMatchObject({ kind: 'rewritten', article: { id: numbers.get(name) } })
    })

    it.each([
      ['other spacing', (t: string) => `  ${t.replaceAll(' ', '\u00a0 ').replaceAll('\n', '\r\n\r\n')}\n`],
      ['vowels and tatweel', (t: string) => t.replaceAll('مد', 'مَـدّ').replaceAll('في ', 'فِـي ')],
      ['careless hamzas and dots', (t: string) => t.replace(/[أإآ]/g, 'ا').replaceAll('ة', 'ه').replaceAll('ى', 'ي')],
      ['other punctuation', (t: string) => t.replaceAll('،', ',').replaceAll('.', ' .').replaceAll(' ل', ' \u200eل')],
    ])('is the same with %s, and not stored again', async (_, change) => {
      const text2 = change(text)
      expect(text2).not.toBe(text)
      expect(await same(text2)).toMatchObject({ kind: 'same', article: { id: numbers.get(name) } })
      const article = { text: text2, receivedAt: '2024-03-02T08:00:00Z' }
      expect(await open.archive.articles.save(open.desk, article, readingOf(text2, {}))).toBe(numbers.get(name))
      expect(await open.archive.articles.count(open.desk)).toBe(FIRSTS.length)
    })

    it('is no copy of another report on the same event', async () => {
      expect(await same(REPORTS[name]![1])).toBeUndefined()
    })
  })

  it('is unknown where nothing like it was read', async () => {
    expect(
      await same('افتتح معرض الكتاب في الشارقة أبوابه أمام الزوار، ويشارك فيه ناشرون من ستين دولة حتى نهاية الشهر.'),
    ).toBeUndefined()
    expect(await same('')).toBeUndefined()
    expect(await same('خبر')).toBeUndefined()
  })

  it('is no copy of another news flash of the same office', async () => {
    for (const [a, b] of FLASHES) {
      await open.archive.articles.save(open.desk, { text: a, receivedAt: '2024-03-01T08:00:00Z' }, readingOf(a, {}))
      expect(await same(b), b).toBeUndefined()
    }
  })
})
