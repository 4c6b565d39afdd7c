/**
 * The file of the name model: a head, the weights of transitions, features and letters, and the counts of words in names. All numbers little-endian.
 *
 *     bytes 0–3    'MNM2'
 *     uint32       number of features
 *     float32      unit of the feature weights; float32: unit of the letter weights
 *     uint32       number of counted words
 *     float32 …    transitions: (labels + 1) × labels, the last row for the beginning of a sentence
 *     uint32 …     feature hashes, ascending
 *     uint32 …     hashes of the counted words, ascending; uint32 …: their shares (see `name-counts.ts`)
 *     int8 …       feature weights, `labels` a feature, in the order of the hashes
 *     int8 …       letter weights, `LETTER_KINDS` a slot
 */
import { existsSync, readFileSync } from 'node:fs'
import { LABELS } from './labels.ts'
import { LETTER_KINDS, LETTER_SLOTS } from './letters.ts'
import type { NameCounts } from './name-counts.ts'
import { type AddWeights, weightsByHash } from './weights.ts'

/** Where the weights of the project lie. */
export const MODEL_FILE = new URL('./model/names.bin', import.meta.url)

const MAGIC = 0x324d4e4d
const HEAD = 20

export interface NameModel {
  transitions: Float32Array
  letters: Int8Array
  letterUnit: number
  counts: NameCounts
  /** What one in a sum of weights stands for. */
  unit: number
  add: AddWeights
}

/** What goes into a file. `hashes` ascending as unsigned numbers. */
export interface ModelParts {
  transitions: Float32Array
  hashes: Uint32Array
  weights: Int8Array
  unit: number
  letters: Int8Array
  letterUnit: number
  counts: NameCounts
}

/** The bytes of a model's file. */
export function packModel(parts: ModelParts): Uint8Array {
  const { transitions, hashes, weights, letters, counts } = parts
  const words = hashes.length + 2 * counts.hashes.length
  const bytes = new Uint8Array(HEAD + 4 * (transitions.length + words) + weights.length + letters.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, MAGIC, true)
  view.setUint32(4, hashes.length, true)
  view.setFloat32(8, parts.unit, true)
  view.setFloat32(12, parts.letterUnit, true)
  view.setUint32(16, counts.hashes.length, true)
  let at = HEAD
  for (const value of transitions) {
    view.setFloat32(at, value, true)
    at += 4
  }
  for (const list of [hashes, counts.hashes, counts.shares])
    for (const value of list) {
      view.setUint32(at, value, true)
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
  const counted = features < 0 ? 0 : view.getUint32(16, true)
  const length = HEAD + 4 * rows + (4 + LABELS.length) * features + 8 * counted + LETTER_KINDS * LETTER_SLOTS
  if (features < 0 || bytes.byteLength !== length)
    throw new Error(
      'The file of the name model is damaged or of another version: run npm run train, or take it from the repository again.',
    )
  const transitions = new Float32Array(rows)
  for (let k = 0; k < rows; k++) transitions[k] = view.getFloat32(HEAD + 4 * k, true)
  const integers = (first: number, count: number): Uint32Array => {
    const found = new Uint32Array(count)
    for (let k = 0; k < count; k++) found[k] = view.getUint32(HEAD + 4 * (rows + first + k), true)
    return found
  }
  const from = bytes.byteOffset + HEAD + 4 * (rows + features + 2 * counted)
  return {
    transitions,
    // A copy: the file's other parts need not stay in memory.
    letters: new Int8Array(bytes.buffer, from + features * LABELS.length, LETTER_KINDS * LETTER_SLOTS).slice(),
    letterUnit: view.getFloat32(12, true),
    counts: { hashes: integers(features, counted), shares: integers(features + counted, counted) },
    unit: view.getFloat32(8, true),
    add: weightsByHash(
      new Int32Array(integers(0, features).buffer),
      new Int8Array(bytes.buffer, from, features * LABELS.length),
    ),
  }
}

let loaded: NameModel | undefined | 'none'

/** The project's model, read at the first call and kept; undefined where its file is not laid (before the first training). */
export function nameModel(): NameModel | undefined {
  loaded ??= existsSync(MODEL_FILE) ? unpackModel(readFileSync(MODEL_FILE)) : 'none'
  return loaded === 'none' ? undefined : loaded
}
