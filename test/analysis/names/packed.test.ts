import fc from 'fast-check'
import { expect, it } from 'vitest'
import { LABELS } from '../../../src/analysis/names/labels.ts'
import { mayBegin, PACKED, pack, unpack } from '../../../src/analysis/names/packed.ts'

const L = LABELS.length
const sums = fc.array(fc.integer({ min: -1800, max: 1800 }), { minLength: L, maxLength: L })

it('gives back what was packed and added, as differences from O', () => {
  fc.assert(
    fc.property(
      fc.array(sums, { minLength: 1, maxLength: 9 }),
      fc.integer({ min: -32_000, max: 32_000 }),
      (parts, least) => {
        const packed = new Int32Array(PACKED)
        const part = new Int32Array(PACKED)
        for (const one of parts) {
          pack(Int32Array.from(one), 0, part, 0)
          for (let k = 0; k < PACKED; k++) packed[k]! += part[k]!
        }
        const whole = LABELS.map((_, label) => parts.reduce((sum, one) => sum + one[label]! - one[0]!, 0))
        const out = new Float64Array(L)
        unpack(packed, 0, out)
        expect([...out]).toEqual(whole)
        expect(mayBegin(packed, 0, least)).toBe(LABELS.some((label, k) => label[0] === 'B' && whole[k]! >= least))
      },
    ),
  )
})

it('keeps what is out of all measure from spilling over', () => {
  const packed = new Int32Array(PACKED)
  const part = new Int32Array(PACKED)
  const wild = LABELS.map((_, label) => (label % 2 === 0 ? 100_000 : -100_000))
  pack(Int32Array.from(wild), 0, part, 0)
  for (let time = 0; time < 9; time++) for (let k = 0; k < PACKED; k++) packed[k]! += part[k]!
  const out = new Float64Array(L)
  unpack(packed, 0, out)
  for (const [label, value] of out.entries()) if (label % 2 === 1) expect(value).toBe(out[1])
  expect(out[1]).toBeLessThan(-20_000)
})
