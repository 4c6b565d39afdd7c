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
  /** Weights, `LABELS.length` a feature, in units of `unit`. */
  weights: Int8Array
  unit: number
  letters: Int8Array
  letterUnit: number
  /** Index of the feature with a hash, or −1. */
  indexOf(hash: number): number
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
  let slots = 1 << 10
  while (slots < 2 * features) slots *= 2
  // Open addressing with linear probing; the hashes are well mixed, so that their low bits are the slot.
  const keys = new Int32Array(slots)
  const values = new Int32Array(slots).fill(-1)
  const mask = slots - 1
  for (let k = 0; k < features; k++) {
    const hash = view.getInt32(HEAD + 4 * (rows + k), true)
    let slot = hash & mask
    while (values[slot]! >= 0) slot = (slot + 1) & mask
    keys[slot] = hash
    values[slot] = k
  }
  const from = bytes.byteOffset + HEAD + 4 * (rows + features)
  return {
    transitions,
    weights: new Int8Array(bytes.buffer, from, features * LABELS.length),
    unit: view.getFloat32(8, true),
    letters: new Int8Array(bytes.buffer, from + features * LABELS.length, LETTER_KINDS * LETTER_SLOTS),
    letterUnit: view.getFloat32(12, true),
    indexOf(hash) {
      let slot = hash & mask
      while (values[slot]! >= 0) {
        if (keys[slot] === hash) return values[slot]!
        slot = (slot + 1) & mask
      }
      return -1
    },
  }
}

let loaded: NameModel | undefined | 'none'

/** The project's model, read at the first call and kept; undefined where its file is not laid (before the first training). */
export function nameModel(): NameModel | undefined {
  loaded ??= existsSync(MODEL_FILE) ? unpackModel(readFileSync(MODEL_FILE)) : 'none'
  return loaded === 'none' ? undefined : loaded
}
