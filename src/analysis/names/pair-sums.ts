/** Pairs whose sums are kept: a place each, in which a later pair takes the room of an earlier one, so that memory stays bounded (1.3 MB). */
const ROOMS = 1 << 14

/** Sums that belong to two neighbours, reckoned when they first meet and kept while there is room. */
export class PairSums<Word extends { id: number }> {
  /** `width` numbers for each room. */
  readonly sums: Int32Array
  private readonly firsts = new Int32Array(ROOMS).fill(-1)
  private readonly seconds = new Int32Array(ROOMS)
  private readonly width: number
  private readonly reckon: (first: Word, second: Word, sums: Int32Array, at: number) => void

  /** `reckon` adds the sums of two words to `sums` from `at` on, where zeros stand. */
  constructor(width: number, reckon: (first: Word, second: Word, sums: Int32Array, at: number) => void) {
    this.width = width
    this.reckon = reckon
    this.sums = new Int32Array(ROOMS * width)
  }

  /** Where in `sums` those of two words begin, until the next call. */
  of(first: Word, second: Word): number {
    const mixed = Math.imul(first.id, 0x9e3779b1) ^ Math.imul(second.id, 0x85ebca6b)
    const room = (mixed ^ (mixed >>> 15)) & (ROOMS - 1)
    const at = room * this.width
    if (this.firsts[room] === first.id && this.seconds[room] === second.id) return at
    this.sums.fill(0, at, at + this.width)
    this.reckon(first, second, this.sums, at)
    this.firsts[room] = first.id
    this.seconds[room] = second.id
    return at
  }
}
