/** People without a name or an article: who they are where something is done to them, and nobody elsewhere. */
import { describe, expect, it } from 'vitest'
import { analyze } from '../../../src/analysis/analyze.ts'

const groups = (text: string) =>
  analyze(text, { publishedAt: '2012-01-25' })
    .entities.filter(({ type }) => type === 'group')
    .map(({ name }) => name)

describe('single people', () => {
  it.each([
    ['نفى المحافظ مقتل مدني في الحملة.', ['مدني']],
    ['استشهد ضابط في الانفجار.', ['ضابط']],
    ['أسفر الانهيار عن إصابة عامل وطفل.', ['عامل', 'طفل']],
    ['أصيب أربعة أشخاص، بينهم مسعف.', ['أشخاص', 'مسعف']],
    ['أعلنت النيابة الإفراج عن ناشط.', ['ناشط']],
    ['أوقف الدرك مهربا قرب الحدود.', ['مهرب']],
    ['اغتال مجهولون صحافيا أمام بيته.', ['مجهولون', 'صحافي']],
    ['أدى الحادث إلى مقتل سائق شاحنة وإصابة مهندس.', ['سائق شاحنة', 'مهندس']],
    ['قُتل ثلاثة، بينهم قيادي ميداني وطالبة.', ['قيادي ميداني', 'طالبة']],
  ])('are told of: %s', (text, names) => {
    expect(groups(text)).toEqual(expect.arrayContaining(names))
  })

  it.each([
    ['زار الوزير مستشفى فيه طبيب واحد.'],
    ['هُزم الجيش عسكريا في الشمال.'],
    ['وُلد بينهم يتيما.'],
    ['نفذ الجيش هجوما انتحاريا في الشمال.'],
    ['هاجم الجنود مدرسة البلدة.'],
    ['اعتُقل اثنان، أحدهما جراحه بليغة.'],
    ['شجّع الوزير تعاونا عسكريا مع الجيران.'],
  ])('are nobody: %s', (text) => {
    const names = groups(text)
    for (const one of ['طبيب', 'عسكري', 'يتيم', 'انتحاري', 'مدرسة البلدة', 'جراحه']) expect(names).not.toContain(one)
  })
})
