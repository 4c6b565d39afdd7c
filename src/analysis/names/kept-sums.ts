/**
 * Sums of weights that were reckoned before. The weights lie scattered over megabytes, so that to add them up again costs more than to find their sum. Two
 * rooms beside each other for each, in one of which a later sum takes the place of an earlier one, so that memory stays bounded.
 */
import { LABELS } from './labels.ts'
import { PACKED, pack } from './packed.ts'
import type { AddWeights } from './weights.ts'

const L = LABELS.length

/** Two numbers tell whose sums stand in a room; behind them stand the sums. */
const HEAD = 2

/** Pairs of neighbours: 0.3 MB, so little that the processor keeps it close by. */
const PAIR_ROOMS = 1 << 13
/** Where stands what two neighbours tell of the second, and of the first. */
export const SECOND = 0
export const FIRST = PACKED
const PAIR_SUMS = 2
const PAIR_WIDTH = HEAD + PAIR_SUMS * PACKED

/** Sums of what two neighbours tell of each other, packed. */
export class PairSums<Word extends { id: number }> {
  private readonly heads = new Int32Array(PAIR_ROOMS * PAIR_WIDTH).fill(-1)
  readonly sums = this.heads.subarray(HEAD)
  private turn = 0
  private readonly reckon: (first: Word, second: Word, sums: Int32Array, at: number) => void

  /** `reckon` writes the sums of two words into `sums` from `at` on. */
  constructor(reckon: (first: Word, second: Word, sums: Int32Array, at: number) => void) {
    this.reckon = reckon
  }

  /** Where in `sums` those of two words begin, until the next call. */
  of(first: Word, second: Word): number {
    const { heads } = this
    const mixed = Math.imul(first.id, 0x9e3779b1) ^ Math.imul(second.id, 0x85ebca6b)
    const number = (mixed ^ (mixed >>> 15)) & (PAIR_ROOMS - 1)
    const room = number * PAIR_WIDTH
    if (heads[room] === first.id && heads[room + 1] === second.id) return room
    const other = (number ^ 1) * PAIR_WIDTH
    if (heads[other] === first.id && heads[other + 1] === second.id) return other
    this.turn ^= 1
    const taken = this.turn === 0 ? room : other
    this.reckon(first, second, this.sums, taken)
    heads[taken] = first.id
    heads[taken + 1] = second.id
    return taken
  }
}

/** Sets of features: 0.2 MB. */
const SET_ROOMS = 1 << 13
const SET_WIDTH = HEAD + PACKED

/** Sums of the features that stand around a word: most words stand among words of the same classes again and again. */
export class SetSums {
  private readonly heads = new Int32Array(SET_ROOMS * SET_WIDTH)
  readonly sums = this.heads.subarray(HEAD)
  private readonly reckoned = new Int32Array(L)
  private asked = 0
  private turn = 0
  private readonly add: AddWeights

  constructor(add: AddWeights) {
    this.add = add
  }

  /**
   * Where in `sums` that of a set of features begins, until the next call; −1 where it has to be reckoned first. The first `count` of `keys`, by which
   * sets are told apart, count as 64 bits of hash.
   */
  find(keys: Int32Array, count: number): number {
    const { heads } = this
    let one = count
    let two = 0
    for (let k = 0; k < count; k++) {
      one = Math.imul(one ^ keys[k]!, 0x01000193)
      two = (Math.imul(two, 31) + keys[k]!) | 0
    }
    const number = (two ^ (two >>> 13)) & (SET_ROOMS - 1)
    const room = number * SET_WIDTH
    if (heads[room] === one && heads[room + 1] === two) return room
    const other = (number ^ 1) * SET_WIDTH
    if (heads[other] === one && heads[other + 1] === two) return other
    this.turn ^= 1
    this.asked = this.turn === 0 ? room : other
    heads[this.asked] = one
    heads[this.asked + 1] = two
    return -1
  }

  /** The same for the set that was just asked for in vain, which has `count` features. */
  reckon(features: Int32Array, count: number): number {
    this.reckoned.fill(0)
    this.add(features, 0, count, this.reckoned, 0)
    pack(this.reckoned, 0, this.sums, this.asked)
    return this.asked
  }
}
