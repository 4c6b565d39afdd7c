import { describe, expect, it } from 'vitest'
import { arabicForms } from '../../training/names/forms.ts'
import { wordsOfTessdata } from '../../training/names/tessdata.ts'

const PARTS = 22
const HEAD = 4 + 8 * PARTS

/** A `.traineddata` with a word list (part 19) of some edges, [character, flags, next node] each, and its characters (part 21). */
function tessdata(characters: string[], edges: [number, number, number][]): Uint8Array {
  const list = Buffer.from(`${characters.length}\n${characters.map((c) => `${c} 1 0,255 Arabic`).join('\n')}\n`)
  const graph = Buffer.alloc(10 + 8 * edges.length)
  graph.writeInt16LE(42, 0)
  graph.writeInt32LE(characters.length, 2)
  graph.writeInt32LE(edges.length, 6)
  const letterBits = Math.ceil(Math.log2(characters.length + 1))
  edges.forEach(([character, flags, next], k) => {
    graph.writeUInt32LE(character | (flags << letterBits) | (next << (letterBits + 3)), 10 + 8 * k)
  })
  const head = Buffer.alloc(HEAD, 0xff)
  head.writeInt32LE(PARTS, 0)
  head.writeBigInt64LE(BigInt(HEAD), 4 + 8 * 19)
  head.writeBigInt64LE(BigInt(HEAD + graph.length), 4 + 8 * 21)
  return Buffer.concat([head, graph, list])
}

const LAST = 1
const END = 4

describe('the words of a Tesseract model', () => {
  it('are the ways through its graph', () => {
    const file = tessdata(
      ['NULL', 'ب', 'ا', 'ت'],
      [
        [1, 0, 2],
        [3, LAST | END, 0],
        [2, LAST | END, 3],
        [1, END, 0],
        [3, LAST | END, 0],
      ],
    )
    expect(wordsOfTessdata(file)).toEqual(['با', 'باب', 'بات', 'ت'])
  })

  it('are asked for in vain where there are none', () => {
    const file = Buffer.alloc(HEAD, 0xff)
    file.writeInt32LE(PARTS, 0)
    expect(() => wordsOfTessdata(file)).toThrow('no part 21')
  })
})

it('forms are folded words of Arabic letters, each once', () => {
  expect([...arabicForms(['أحمد', 'احمد', 'كتابٌ', 'x', '12', 'و', 'راس_الخيمة', '|احلى'])]).toEqual(['احمد', 'كتاب'])
})
