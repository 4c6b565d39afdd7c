/**
 * Reads the list of common words out of a `.traineddata` of Tesseract 4 or 5: a number of parts (int32), an offset for each (int64, −1 where there is
 * none), then the parts. The words are a graph of edges (`SquishedDawg` in Tesseract's `dict/dawg.h`) over numbers of characters (`unicharset`).
 */

/** Indexes of the parts (`TessdataType` in Tesseract's `ccutil/tessdatamanager.h`). */
const WORDS = 19
const CHARACTERS = 21

/** int16 42, int32 characters, int32 edges, then 64 bits an edge: a character, three flags, the edge that the next node begins at. */
const EDGES_FROM = 10
const LAST = 1
const WORD_ENDS = 4
const FLAGS = 3

/**
 * The words of a file's LSTM word list, in the order of the graph.
 * @throws when the file has no such list, or one of another form.
 */
export function wordsOfTessdata(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts = view.getInt32(0, true)
  const offsets = Array.from({ length: parts }, (_, k) => Number(view.getBigInt64(4 + 8 * k, true)))
  const part = (index: number): Uint8Array => {
    const from = offsets[index] ?? -1
    if (from < 0) throw new Error(`The file has no part ${index}.`)
    const to = Math.min(bytes.length, ...offsets.filter((offset) => offset > from))
    return bytes.subarray(from, to)
  }
  const [, ...lines] = new TextDecoder().decode(part(CHARACTERS)).split('\n')
  const characters = lines.map((line) => line.split(' ')[0]!)
  const graph = part(WORDS)
  const edges = new DataView(graph.buffer, graph.byteOffset, graph.byteLength)
  if (edges.getInt16(0, true) !== 42) throw new Error('The list of words is of another form.')
  const letterBits = Math.ceil(Math.log2(edges.getInt32(2, true) + 1))
  const letterMask = (1 << letterBits) - 1
  const words: string[] = []
  const walk = (node: number, prefix: string): void => {
    for (let edge = node; ; edge++) {
      // All edges of these lists are numbered in fewer than 2^22.
      const record = edges.getUint32(EDGES_FROM + 8 * edge, true)
      const flags = (record >>> letterBits) & ((1 << FLAGS) - 1)
      const word = prefix + characters[record & letterMask]!
      if (flags & WORD_ENDS) words.push(word)
      const next = record >>> (letterBits + FLAGS)
      if (next !== 0) walk(next, word)
      if (flags & LAST) return
    }
  }
  walk(0, '')
  return words
}
