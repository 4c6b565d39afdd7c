import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hashPieces, hashText } from '../../../src/analysis/names/hash.ts'

it('gives each piece of a text the hash that it has as a text', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.integer({ min: 1, max: 6 }), (text, longest) => {
      const pieces: number[] = []
      for (let at = 0; at < text.length; at++)
        for (let end = at + 1; end <= Math.min(text.length, at + longest); end++)
          pieces.push(hashText(text.slice(at, end)))
      expect([...hashPieces(text, longest)]).toEqual(pieces)
    }),
  )
})
