/** What the engine reads in single sentences: who, did what, to whom, how sure. A sentence that was misread is added here first. */
import { describe, expect, it } from 'vitest'
import type { Analysis } from '../../src/analysis/analysis.ts'
import { analyze } from '../../src/analysis/analyze.ts'

const nameOf = (analysis: Analysis) => {
  const names = new Map(analysis.entities.map((e) => [e.id, e.name]))
  return (id: string) => names.get(id) ?? id
}

/** `TYPE status: agents → patients`, one an event. */
function events(text: string): string[] {
  const analysis = analyze(text, { publishedAt: '2012-01-25' })
  const name = nameOf(analysis)
  return analysis.events.map(
    (v) => `${v.type} ${v.status}: ${v.agents.map(name).join('، ')} → ${v.patients.map(name).join('، ')}`,
  )
}
function claims(text: string): string[] {
  const analysis = analyze(text)
  const name = nameOf(analysis)
  return analysis.claims.map(
    (c) =>
      `${c.stance} ${c.speaker.entity ? name(c.speaker.entity) : c.speaker.text}: ${text.slice(c.content.start, c.content.end)}`,
  )
}
const people = (text: string) =>
  analyze(text)
    .entities.filter((e) => e.type === 'person')
    .map((e) => (e.role ? `${e.name} (${e.role})` : e.name))

describe('who did what to whom', () => {
  it.each([
    ['verb, subject, object', 'هاجمت إيران إسرائيل بالصواريخ.', 'ASSAULT happened: إيران → إسرائيل'],
    ['subject, verb', 'الجزائر رفضت الوساطة الفرنسية.', 'REJECT happened: الجزائر → فرنسا'],
    [
      'a masdar and its doer',
      'وقع اختطاف وزير النفط الليبي من قبل مسلحين.',
      'ASSAULT happened: مسلحون → وزير النفط الليبي',
    ],
    ['a passive told by a vowel', 'اختُطف السفير الإيطالي في طرابلس.', 'ASSAULT happened:  → السفير الإيطالي'],
    ['things done together', 'اتفقت مصر مع السودان على تقاسم المياه.', 'AGREE happened: مصر → السودان'],
    ['«بين» two', 'جرت محادثات بين تركيا واليونان في جنيف.', 'CONSULT happened: تركيا → اليونان'],
    ['several doers', 'أدانت فرنسا وألمانيا وإيطاليا الهجوم.', 'ACCUSE happened: فرنسا، ألمانيا، إيطاليا → '],
    [
      'a preposition that marks the patient',
      'فرضت الولايات المتحدة عقوبات جديدة على روسيا.',
      'SANCTION happened: الولايات المتحدة → روسيا',
    ],
    ['an attached pronoun and a relative', 'وهو القرار الذي أيدته تونس.', 'SUPPORT happened: تونس → '],
  ])('%s', (_, text, expected) => {
    expect(events(text)).toContain(expected)
  })

  it('does not say that the subject of a clause did what only its adverbial tells', () => {
    expect(
      events('أطلقت الحكومة الليبية مبادرة إثر اختطاف وزير النفط.').filter((e) => e.startsWith('ASSAULT')),
    ).not.toContainEqual(expect.stringContaining('ليبيا →'))
  })
})

describe('fact, plan, denial, demand', () => {
  it.each([
    ['ستزور المستشارة الألمانية تونس الأسبوع المقبل.', 'planned'],
    ['لم تهاجم إيران إسرائيل.', 'denied'],
    ['قد تهاجم إيران إسرائيل.', 'hypothetical'],
    ['هاجمت إيران إسرائيل.', 'happened'],
  ])('%s: %s', (text, status) => {
    expect(events(text).some((event) => event.split(':')[0]!.endsWith(status))).toBe(true)
  })
})

describe('who says so', () => {
  it.each([
    ['قال وزير الداخلية كمال بن يونس إن الحدود آمنة.', 'asserts كمال بن يونس: الحدود آمنة'],
    ['نفت الحكومة التونسية وجود قواعد أجنبية في البلاد.', 'denies تونس: وجود قواعد أجنبية في البلاد'],
    ['بحسب مصدر أمني، فر المهاجمون نحو الصحراء.', 'asserts مصدر أمني: فر المهاجمون نحو الصحراء'],
    [
      'وصرح المتحدث باسم الجيش الليبي: «انتهت العملية بنجاح تام أمس».',
      'asserts المتحدث باسم الجيش الليبي: انتهت العملية بنجاح تام أمس',
    ],
  ])('%s', (text, expected) => {
    expect(claims(text)).toContain(expected)
  })

  it('keeps events of a claim apart from facts', () => {
    const analysis = analyze('قال وزير الدفاع الليبي إن فرنسا قصفت المطار.')
    expect(analysis.events.find((v) => v.type === 'ASSAULT')?.claim).toBe(0)
  })
})

describe('names', () => {
  it.each([
    ['استقبل وزير الدفاع الليبي أسامة الجويلي الوفد.', 'أسامة الجويلي (وزير الدفاع الليبي)'],
    [
      'قال المتحدث باسم وزارة الخارجية، العقيد سامي الدالي، إن الأمر انتهى.',
      'سامي الدالي (المتحدث باسم وزارة الخارجية)',
    ],
    ['وصل والي إليزي محمد العيد خلفي إلى العاصمة.', 'محمد العيد خلفي (والي إليزي)'],
    ['غادرت الوزيرة نورة بن حمو مساء أمس.', 'نورة بن حمو (الوزيرة)'],
    ['زار وزير الزراعة التركي بغداد الأسبوع الماضي.', 'وزير الزراعة التركي (وزير الزراعة التركي)'],
  ])('%s', (text, expected) => {
    expect(people(text)).toContain(expected)
  })

  it('joins a short form, an office and a nisba to those whom they mean', () => {
    const analysis = analyze(
      'التقى وزير الدفاع الليبي أسامة الجويلي نظيره. وقال الجويلي إن السلطات الليبية جاهزة. وغادر وزير الدفاع الليبي مساء.',
    )
    expect(analysis.entities.filter((e) => e.type === 'person')).toHaveLength(1)
    expect(analysis.entities.find((e) => e.type === 'person')!.mentions).toHaveLength(3)
    expect(analysis.entities.find((e) => e.id === 'state:LBY')!.mentions.length).toBeGreaterThanOrEqual(2)
  })

  it('keeps two people of one family name apart', () => {
    const names = people('التقى كمال العلوي، أمس، النائب سمير العلوي في تونس. وقال العلوي إن اللقاء مفيد.')
    expect(names.sort()).toEqual(['سمير العلوي (النائب)', 'كمال العلوي'])
  })

  it('tells a governor from «and to», and a name from a preposition', () => {
    expect(people('سافر إلى تونس وإلى ليبيا وعلى الطريق توقف.')).toEqual([])
  })

  it.each<[string, string, boolean?]>([
    ['هاجم المتمردون القرية.', 'المتمردون'],
    ['قتل مسلح شرطيا بسكين.', 'مسلح شرطي بسكين', false],
    ['رفضت أي عمل عسكري تركي.', 'عسكري تركي', false],
    ['تحدث عن تعاونها العسكري مع اليابان.', 'العسكري', false],
    ['وجهت رسالة للفلسطينيين.', 'الفلسطينيون'],
    ['أعلن حزب الله التعبئة العامة.', 'حزب الله'],
  ])('of %s takes %s as a whole, if at all', (text, name, found = true) => {
    expect(analyze(text).entities.some((e) => e.name === name)).toBe(found)
  })

  it('reads an indefinite accusative as an adjective', () => {
    const analysis = analyze('قال إن وفدا أمنيا ليبيا يستعد لزيارة الجزائر.')
    expect(analysis.entities.find((e) => e.name === 'وفد أمني ليبي')?.type).toBe('group')
  })

  it('finds bodies that no list holds', () => {
    const bodies = analyze('أسست الدول القيادة العملياتية المشتركة، وشكلت وزارة الشؤون البحرية لجنة تقصي الحقائق.')
      .entities.filter((e) => e.type === 'organization')
      .map((e) => e.name)
    expect(bodies).toEqual(
      expect.arrayContaining(['القيادة العملياتية المشتركة', 'وزارة الشؤون البحرية', 'لجنة تقصي الحقائق']),
    )
  })
})
