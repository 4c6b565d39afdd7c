/**
 * Sums of weights that were reckoned before. The weights lie scattered over megabytes, so that to add them up again costs more than to find their sum. A
 * place for each, in which a later sum takes the room of an earlier one, so that memory stays bounded.
 */
import { LABELS } from './labels.ts'
import type { AddWeights } from './weights.ts'

const L = LABELS.length

/** Two numbers tell whose sums stand in a room; behind them stand the sums. */
const HEAD = 2

/** Pairs of neighbours: 1.3 MB. */
const PAIR_ROOMS = 1 << 14
const PAIR_WIDTH = HEAD + 2 * L

/** Sums that belong to two neighbours: L for the second word, then L for the first. */
export class PairSums<Word extends { id: number }> {
  readonly sums = new Int32Array(PAIR_ROOMS * PAIR_WIDTH).fill(-1)
  private readonly reckon: (first: Word, second: Word, sums: Int32Array, at: number) => void

  /** `reckon` writes the sums of two words into `sums` from `at` on. */
  constructor(reckon: (first: Word, second: Word, sums: Int32Array, at: number) => void) {
    this.reckon = reckon
  }

  /** Where in `sums` those of two words begin, until the next call. */
  of(first: Word, second: Word): number {
    const { sums } = this
    const mixed = Math.imul(first.id, 0x9e3779b1) ^ Math.imul(second.id, 0x85ebca6b)
    const room = ((mixed ^ (mixed >>> 15)) & (PAIR_ROOMS - 1)) * PAIR_WIDTH
    if (sums[room] === first.id && sums[room + 1] === second.id) return room + HEAD
    this.reckon(first, second, sums, room + HEAD)
    sums[room] = first.id
    sums[room + 1] = second.id
    return room + HEAD
  }
}

/** Sets of features: 0.4 MB. */
const SET_ROOMS = 1 << 13
const SET_WIDTH = HEAD + L

/** Sums of the features that stand around a word: most words stand among words of the same classes again and again. */
export class SetSums {
  readonly sums = new Int32Array(SET_ROOMS * SET_WIDTH)
  private readonly add: AddWeights

  constructor(add: AddWeights) {
    this.add = add
  }

  /** Where in `sums` that of the first `count` features begins, until the next call. Sets are told apart by 64 bits of hash. */
  of(features: Int32Array, count: number): number {
    const { sums } = this
    let one = count
    let two = 0
    for (let k = 0; k < count; k++) {
      one = Math.imul(one ^ features[k]!, 0x01000193)
      two = (Math.imul(two, 31) + features[k]!) | 0
    }
    const room = ((two ^ (two >>> 13)) & (SET_ROOMS - 1)) * SET_WIDTH
    if (sums[room] === one && sums[room + 1] === two) return room + HEAD
    sums.fill(0, room + HEAD, room + SET_WIDTH)
    this.add(features, 0, count, sums, room + HEAD)
    sums[room] = one
    sums[room + 1] = two
    return room + HEAD
  }
}
