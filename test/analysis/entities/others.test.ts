/** Others who are counted: people where something is done to them. */
import { describe, expect, it } from 'vitest'
import { analyze } from '../../../src/analysis/analyze.ts'

const groups = (text: string) =>
  analyze(text, { publishedAt: '2012-01-25' })
    .entities.filter(({ type }) => type === 'group')
    .map(({ name }) => name)

describe('others', () => {
  it.each([
    ['قُتل جنديان وأُصيب 14 آخرون في الكمين.', '14 آخرون'],
    ['أدى الزلزال إلى مقتل طفل وإصابة أكثر من سبعين آخرين.', 'سبعون آخرون'],
    ['قتلت القوات سبعة واعتقلت اثنين آخرين.', 'اثنان آخران'],
  ])('%s', (text, name) => {
    expect(groups(text)).toContain(name)
  })

  it('are a patient of what is done to them, and not the same as other others', () => {
    const { events, entities } = analyze('قُتل جندي وأصيب 14 آخرون في الكمين. وأصيب ثلاثة آخرون في القصف.', {
      publishedAt: '2012-01-25',
    })
    const named = (ids: readonly string[]) => ids.map((id) => entities.find((entity) => entity.id === id)?.name)
    const patients = events.flatMap((event) => named(event.patients))
    expect(patients).toEqual(expect.arrayContaining(['14 آخرون', 'ثلاثة آخرون']))
  })

  it.each([['شارك في الندوة ثلاثة وزراء وعشرة آخرون من الخبراء.'], ['قال آخرون إن الطريق مغلق.']])(
    'are nobody: %s',
    (text) => {
      expect(groups(text).filter((name) => name.includes('آخرون'))).toEqual([])
    },
  )
})
