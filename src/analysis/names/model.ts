/**
 * The file of the name model: a head, the weights of transitions, features and letters. All numbers little-endian.
 *
 *     bytes 0–3    'MNM1'
 *     uint32       number of features
 *     float32      unit of the feature weights; float32: unit of the letter weights
 *     float32 …    transitions: (labels + 1) × labels, the last row for the beginning of a sentence
 *     uint32 …     feature hashes, ascending
 *     int8 …       feature weights, `labels` a feature, in the order of the hashes
 *     int8 …       letter weights, `LETTER_KINDS` a slot
 */
import { existsSync, readFileSync } from 'node:fs'
import { LABELS } from './labels.ts'
import { LETTER_KINDS, LETTER_SLOTS } from './letters.ts'

/** Where the weights of the project lie. */
export const MODEL_FILE = new URL('./model/names.bin', import.meta.url)

const MAGIC = 0x314d4e4d
const HEAD = 16

export interface NameModel {
  transitions: Float32Array
  letters: Int8Array
  letterUnit: number
  /** What one in a sum of weights stands for. */
  unit: number
  /** Adds the weights, one a label, of the features whose hashes stand in `hashes` from `from` to `to`, to `sums` from `at` on; an unknown feature weighs nothing. */
  add(hashes: Int32Array, from: number, to: number, sums: Int32Array, at: number): void
}

/** What goes into a file. `hashes` ascending as unsigned numbers. */
export interface ModelParts {
  transitions: Float32Array
  hashes: Uint32Array
  weights: Int8Array
  unit: number
  letters: Int8Array
  letterUnit: number
}

/** The bytes of a model's file. */
export function packModel(parts: ModelParts): Uint8Array {
  const { transitions, hashes, weights, letters } = parts
  const bytes = new Uint8Array(HEAD + 4 * transitions.length + 4 * hashes.length + weights.length + letters.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, MAGIC, true)
  view.setUint32(4, hashes.length, true)
  view.setFloat32(8, parts.unit, true)
  view.setFloat32(12, parts.letterUnit, true)
  let at = HEAD
  for (const value of transitions) {
    view.setFloat32(at, value, true)
    at += 4
  }
  for (const hash of hashes) {
    view.setUint32(at, hash, true)
    at += 4
  }
  bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), at)
  bytes.set(new Uint8Array(letters.buffer, letters.byteOffset, letters.length), at + weights.length)
  return bytes
}

/**
 * Reads the bytes of a model's file.
 * @throws when they are no model, or one cut short.
 */
export function unpackModel(bytes: Uint8Array): NameModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const rows = (LABELS.length + 1) * LABELS.length
  const features = bytes.byteLength >= HEAD && view.getUint32(0, true) === MAGIC ? view.getUint32(4, true) : -1
  const length = HEAD + 4 * rows + (4 + LABELS.length) * features + LETTER_KINDS * LETTER_SLOTS
  if (features < 0 || bytes.byteLength !== length)
    throw new Error(
      'The file of the name model is damaged or of another version: run npm run train, or take it from the repository again.',
    )
  const transitions = new Float32Array(rows)
  for (let k = 0; k < rows; k++) transitions[k] = view.getFloat32(HEAD + 4 * k, true)
  const from = bytes.byteOffset + HEAD + 4 * (rows + features)
  return {
    transitions,
    letters: new Int8Array(bytes.buffer, from + features * LABELS.length, LETTER_KINDS * LETTER_SLOTS),
    letterUnit: view.getFloat32(12, true),
    unit: view.getFloat32(8, true),
    add: adder(
      Int32Array.from({ length: features }, (_, k) => view.getInt32(HEAD + 4 * (rows + k), true)),
      new Int8Array(bytes.buffer, from, features * LABELS.length),
    ),
  }
}

/**
 * Open addressing with linear probing; the hashes are well mixed, so that their low bits are the slot. Most features that a text shows are not in the
 * model: a bit for each of four times as many slots says so without going to the table, and stays in the processor's cache.
 */
function adder(hashes: Int32Array, weights: Int8Array): NameModel['add'] {
  let slots = 1 << 10
  while (slots < 2 * hashes.length) slots *= 2
  const mask = slots - 1
  // Hash and place of the weights side by side.
  const table = new Int32Array(2 * slots).fill(-1)
  const bits = 4 * slots
  const present = new Uint32Array(bits >> 5)
  for (let k = 0; k < hashes.length; k++) {
    const hash = hashes[k]!
    let slot = hash & mask
    while (table[2 * slot + 1]! >= 0) slot = (slot + 1) & mask
    table[2 * slot] = hash
    table[2 * slot + 1] = k * LABELS.length
    present[(hash & (bits - 1)) >> 5]! |= 1 << (hash & 31)
  }
  const placeOf = (hash: number): number => {
    if ((present[(hash & (bits - 1)) >> 5]! & (1 << (hash & 31))) === 0) return -1
    let slot = hash & mask
    let base = table[2 * slot + 1]!
    while (base >= 0 && table[2 * slot] !== hash) {
      slot = (slot + 1) & mask
      base = table[2 * slot + 1]!
    }
    return base
  }
  return (asked, from, to, sums, at) => {
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
    for (let k = from; k < to; k++) {
      const base = placeOf(asked[k]!)
      if (base < 0) continue
      o += weights[base]!
      p1 += weights[base + 1]!
      p2 += weights[base + 2]!
      l1 += weights[base + 3]!
      l2 += weights[base + 4]!
      o1 += weights[base + 5]!
      o2 += weights[base + 6]!
      m1 += weights[base + 7]!
      m2 += weights[base + 8]!
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

let loaded: NameModel | undefined | 'none'

/** The project's model, read at the first call and kept; undefined where its file is not laid (before the first training). */
export function nameModel(): NameModel | undefined {
  loaded ??= existsSync(MODEL_FILE) ? unpackModel(readFileSync(MODEL_FILE)) : 'none'
  return loaded === 'none' ? undefined : loaded
}
