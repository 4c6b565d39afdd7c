/** People by whose they are: «رجاله», «ثلاثة من مساعديه». */
import { describe, expect, it } from 'vitest'
import { analyze } from '../../../src/analysis/analyze.ts'

const read = (text: string) => {
  const { entities, events } = analyze(text, { publishedAt: '2012-01-25' })
  const named = (ids: readonly string[]) => ids.map((id) => entities.find((entity) => entity.id === id)?.name)
  return {
    groups: entities.filter(({ type }) => type === 'group').map(({ name }) => name),
    events: events.map(({ type, agents, patients }) => ({ type, agents: named(agents), patients: named(patients) })),
  }
}

describe('people by whose they are', () => {
  it.each([
    ['نشرت كينيا 800 من جنودها قرب الحدود.', '800 من جنودها'],
    ['أنكرت الحركة انسحاب مقاتليها من الجبل.', 'مقاتلوها'],
    ['اتهمت عائلاتهم مهربين بخطفهم.', 'عائلاتهم'],
    ['اختطف مسلحون اثنين من موظفيه قرب المطار.', 'اثنين من موظفيه'],
  ])('%s', (text, name) => {
    expect(read(text).groups).toContain(name)
  })

  it('do what is told of them', () => {
    const [event] = read('أنكرت الحركة انسحاب مقاتليها من الجبل.').events.filter(({ type }) => type === 'RETREAT')
    expect(event?.agents).toEqual(['مقاتلوها'])
  })

  it('suffer a verb in the feminine, whose subject is hidden', () => {
    const { events } = read('شاركت قوى المعارضة التي دعت أنصارها إلى ملازمة البيوت في الحوار.')
    expect(events.find(({ type }) => type === 'REQUEST')?.patients).toEqual(['أنصارها'])
  })

  it.each([
    ['يبلغ عدد سكانها مليونا.'],
    ['دعا الوزير إلى اتباعها.'],
    ['أطلق أشعاره في شبابه.'],
    ['نفى محاميهم التهم.'],
    ['كشفت الوزارة مصادرها.'],
  ])('are nobody: %s', (text) => {
    expect(read(text).groups.filter((name) => /(?:ه|ها|هم)$/.test(name))).toEqual([])
  })

  it('are no subject of a later verb of one man', () => {
    const { events } = read('اتهمت عائلاتهم مهربين، بينما زار في تونس الرئيس سالم الحداد.')
    for (const { type, agents } of events) if (type === 'CONSULT') expect(agents).not.toContain('عائلاتهم')
  })
})
