/** Relations that an event alone does not tell: through a state's forces and officers, through a matter, through an answer, through company. */
import { describe, expect, it } from 'vitest'
import { analyze } from '../../../src/analysis/analyze.ts'

/** `from → to +`, mutual ones with `↔`, the sides by name. */
function relations(text: string): string[] {
  const { entities, relations: found } = analyze(text, { publishedAt: '2024-03-01' })
  const name = new Map(entities.map((e) => [e.id, e.name]))
  return found.map((r) => `${name.get(r.from)} ${r.mutual ? '↔' : '→'} ${name.get(r.to)} ${r.score > 0 ? '+' : '-'}`)
}

const CASES: Record<string, [string, string][]> = {
  'who acts for a state': [
    ['قصفت القوات الفرنسية مواقع حركة أنصار الدين.', 'فرنسا → أنصار الدين -'],
    ['هاجم الجيش الإسرائيلي حزب الله في الجنوب.', 'إسرائيل → حزب الله -'],
    ['زار وزير الخارجية التركي مصر الثلاثاء.', 'تركيا ↔ مصر +'],
    ['اتهم وزير الدفاع المالي موسى ديالو فرنسا بالتجسس.', 'مالي → فرنسا -'],
    ['هاجمت حركة الشباب الجيش الصومالي قرب الحدود.', 'حركة الشباب → الصومال -'],
    ['زار وفد تركي البحرين.', 'تركيا ↔ البحرين +'],
    ['اتهمت وزارة الخارجية الروسية بريطانيا بالتدخل.', 'روسيا → بريطانيا -'],
  ],
  'whose matter it is': [
    ['رفضت تونس عرضا من فرنسا بتمويل المشروع.', 'تونس → فرنسا -'],
    ['جددت الكويت دعمها لجهود الأمم المتحدة.', 'الكويت → الأمم المتحدة +'],
    ['أيدت مصر الموقف الفلسطيني في الجلسة.', 'مصر → فلسطين +'],
    ['أدانت تركيا القصف الإسرائيلي.', 'تركيا → إسرائيل -'],
    ['رفضت المعارضة مبادرة الاتحاد الأفريقي.', 'المعارضة → الاتحاد الأفريقي -'],
    ['عبرت نقابة المعلمين عن مساندتها للمضربين.', 'نقابة المعلمين → المضربون +'],
  ],
  'whom force answers': [
    ['أغلق المحتجون الطريق، فأطلقت الشرطة الغاز المسيل للدموع.', 'الشرطة → المحتجون -'],
    ['تظاهر الطلبة أمام الوزارة، واستخدمت قوات الأمن خراطيم المياه.', 'قوات الأمن → الطلبة -'],
  ],
  'what two do together': [
    ['قدمت الجزائر مع السنغال مشروع تعديل.', 'الجزائر ↔ السنغال +'],
    ['فالأردن، الذي يستضيف القمة، يقدم مع المغرب ورقة العمل.', 'الأردن ↔ المغرب +'],
    ['عقد اجتماع برئاسة كمال العلوي وسمير الجبوري في تونس.', 'كمال العلوي ↔ سمير الجبوري +'],
  ],
}

describe('relations beside events', () => {
  for (const [kind, cases] of Object.entries(CASES))
    describe(kind, () => {
      it.each(cases)('%s', (text, expected) => {
        const found = relations(text)
        const turned = expected.replace(/^(.*) ↔ (.*) ([+-])$/, '$2 ↔ $1 $3')
        expect(found.includes(expected) || found.includes(turned), found.join('، ')).toBe(true)
      })
    })

  it.each([
    ['a state and its own ministry', 'انتقدت وزارة الخارجية الروسية الحكومة الروسية.', 'روسيا → روسيا'],
    ['quarrels with somebody', 'اختلفت مصر مع السودان على الملء.', 'مصر ↔ السودان +'],
    ['the victim of what is condemned', 'أدانت فرنسا هجوما على مالي.', 'فرنسا → مالي -'],
    ['a state and its own opposition', 'انتقدت قوى المعارضة الرئيس السنغالي.', 'قوى المعارضة → السنغال'],
    ['a man of no state', 'انتقد رئيس الحزب المصري كمال عزيز فرنسا.', 'مصر → فرنسا'],
  ])('does not make a relation of %s', (_, text, wrong) => {
    expect(relations(text).filter((relation) => relation.startsWith(wrong))).toEqual([])
  })
})
