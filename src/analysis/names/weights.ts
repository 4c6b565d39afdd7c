/** The weights of features, found by their hashes. */
import { LABELS } from './labels.ts'

/**
 * Adds the weights, one a label, of the features whose hashes stand in `hashes` from `from` to `to`, to `sums` from `at` on; an unknown feature weighs
 * nothing.
 */
export type AddWeights = (hashes: Int32Array, from: number, to: number, sums: Int32Array, at: number) => void

const L = LABELS.length
/** A feature takes so many bytes: its hash, its weights, a mark that the place is taken. It lies within one line of the processor's cache. */
const BYTES = 16
const WEIGHTS = 4
const TAKEN = WEIGHTS + L

/**
 * Weights (`labels` a feature) by hashes, which are told apart as 32-bit numbers. Open addressing with linear probing; the hashes are well mixed, so that their
 * low bits are the slot. Many features that words show together are not in the model: a bit for each of eight times as many slots says so without going
 * to the table.
 */
export function weightsByHash(hashes: Int32Array, weights: Int8Array): AddWeights {
  let slots = 1 << 10
  while (3 * slots < 4 * hashes.length) slots *= 2
  const mask = slots - 1
  const table = new Int8Array(BYTES * slots)
  const keys = new Int32Array(table.buffer)
  const bits = 8 * slots
  const present = new Uint32Array(bits >> 5)
  for (let k = 0; k < hashes.length; k++) {
    const hash = hashes[k]!
    let slot = hash & mask
    while (table[BYTES * slot + TAKEN] === 1) slot = (slot + 1) & mask
    keys[(BYTES / 4) * slot] = hash
    for (let label = 0; label < L; label++) table[BYTES * slot + WEIGHTS + label] = weights[k * L + label]!
    table[BYTES * slot + TAKEN] = 1
    present[(hash & (bits - 1)) >> 5]! |= 1 << (hash & 31)
  }
  /** Where the weights of a feature begin, or −1. */
  const placeOf = (hash: number): number => {
    let slot = hash & mask
    while (keys[(BYTES / 4) * slot] !== hash || table[BYTES * slot + TAKEN] === 0) {
      if (table[BYTES * slot + TAKEN] === 0) return -1
      slot = (slot + 1) & mask
    }
    return BYTES * slot + WEIGHTS
  }
  let likely = new Int32Array(64)
  return (asked, from, to, sums, at) => {
    if (likely.length < to - from) likely = new Int32Array(2 * (to - from))
    // Without a branch: the processor then asks for many of the bits, which lie far apart, at once.
    let count = 0
    for (let k = from; k < to; k++) {
      const hash = asked[k]!
      likely[count] = hash
      count += (present[(hash & (bits - 1)) >> 5]! >>> (hash & 31)) & 1
    }
    // A variable for each label stays in a register, where an array would be read and written for each feature.
    let o = 0
    let p1 = 0
    let p2 = 0
    let l1 = 0
    let l2 = 0
    let o1 = 0
    let o2 = 0
    let m1 = 0
    let m2 = 0
    for (let k = 0; k < count; k++) {
      const base = placeOf(likely[k]!)
      if (base < 0) continue
      o += table[base]!
      p1 += table[base + 1]!
      p2 += table[base + 2]!
      l1 += table[base + 3]!
      l2 += table[base + 4]!
      o1 += table[base + 5]!
      o2 += table[base + 6]!
      m1 += table[base + 7]!
      m2 += table[base + 8]!
    }
    sums[at]! += o
    sums[at + 1]! += p1
    sums[at + 2]! += p2
    sums[at + 3]! += l1
    sums[at + 4]! += l2
    sums[at + 5]! += o1
    sums[at + 6]! += o2
    sums[at + 7]! += m1
    sums[at + 8]! += m2
  }
}
