import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokenize } from '../../../src/analysis/text/tokens.ts'
import { perWord, wordOf } from '../../../src/analysis/text/word.ts'

/** What a token is, said slowly. */
const PATTERN =
  /\p{N}+(?:[.,:٫٬/]\p{N}+)*|\p{Script=Latin}[\p{Script=Latin}\p{M}\p{N}'’&-]*|[\p{L}\u0640][\p{L}\p{M}\u0640\u200C\u200D]*|\S/gu

/** Characters that meet in news, and those that tear a scanner apart: joiners, separators, marks, surrogates alone and in pairs. */
const character = fc.oneof(
  fc.constantFrom(..."وال ي\u064b\u0640\u200c\u200f1٢.,:٫/-'’&aéⅧ𝟏🙂،«»\n\u00a0\ud83d\ude42"),
  fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
)

describe('tokens', () => {
  it('are what their pattern says, in any text', () => {
    fc.assert(
      fc.property(fc.array(character, { maxLength: 60 }), (characters) => {
        const text = characters.join('')
        const expected = [...text.matchAll(PATTERN)].map((match) => [match.index, match[0]])
        const invisible = ([, piece]: (number | string | undefined)[]) => wordOf(String(piece), 'mark').key === ''
        const found = tokenize(text).map((token) => [token.start, token.text])
        expect(found).toEqual(
          expected.filter((piece) => !(invisible(piece) && !/^[\p{L}\p{N}]/u.test(String(piece[1])))),
        )
      }),
      { numRuns: 500 },
    )
  })

  it('of one spelling share what is known of it, and other spellings of the word do not', () => {
    let asked = 0
    const length = perWord(({ text }) => {
      asked++
      return text.length > 3 ? text.length : undefined
    })
    const [first, again, vowelled, short] = tokenize('الوالي الوالي الوَالي من')
    expect([first!, again!, vowelled!, short!, short!].map(length)).toEqual([6, 6, 7, undefined, undefined])
    expect(asked).toBe(3)
  })

  it('of more spellings than are remembered are the same tokens', () => {
    const text = Array.from({ length: 50_000 }, (_, i) => `كلمة${String(i)}`).join(' ')
    expect(tokenize(text).map((token) => token.text)).toEqual(text.match(/كلمة|\d+/g))
  })
})
