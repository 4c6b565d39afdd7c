/** Behind a rank stands a name, though its first word calls people besides. */
import { describe, expect, it } from 'vitest'
import { analyze } from '../../../src/analysis/analyze.ts'

const persons = (text: string) =>
  analyze(text, { publishedAt: '2012-01-25' })
    .entities.filter(({ type }) => type === 'person')
    .map(({ name }) => name)

describe('names behind a rank', () => {
  it('are read, whatever their first word means', () => {
    expect(persons('قال الفريق معتصم الحمدي إن القوات انسحبت.')).toEqual(['معتصم الحمدي'])
  })

  it('are not read where a team has a man of that kind', () => {
    expect(persons('خسر الفريق مهاجم النادي أمس.')).toEqual([])
  })
})
