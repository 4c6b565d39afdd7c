import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stateOfAuthority } from '../../src/answers/authority.ts'

describe('an authority that stands for its state', () => {
  it.each([
    ['الحكومة اللبنانية', 'لبنان'],
    ['السلطات التونسية', 'تونس'],
    ['والخارجية الفرنسية', 'فرنسا'],
    ['وزارة الخارجية المصرية', 'مصر'],
  ])('«%s» is %s', (typed, state) => {
    expect(stateOfAuthority(typed)).toBe(state)
  })

  it.each(['الحكومة', 'الجيش اللبناني', 'الحكومة الجديدة', 'لبنان', 'وزير الخارجية المصري'])(
    '«%s» is none',
    (typed) => {
      expect(stateOfAuthority(typed)).toBeUndefined()
    },
  )

  it('is none in what is no name', () => {
    fc.assert(fc.property(fc.string({ maxLength: 30 }), (typed) => stateOfAuthority(`${typed} 12`) === undefined))
  })
})
