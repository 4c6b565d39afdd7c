import { LABELS } from '../../src/analysis/names/labels.ts'
import type { ModelParts } from '../../src/analysis/names/model.ts'
import type { Field } from './field.ts'

const L = LABELS.length
/** Beyond this a weight is cut off when it is made a byte. */
const HIGHEST = 4
/** So many features are kept: those that can move a score most. */
const KEPT = 330_000

/** A field as bytes: the weightiest features, by ascending hash, each weight in units of 4/127. */
export function compact(
  field: Field,
  ids: ReadonlyMap<number, number>,
): Pick<ModelParts, 'transitions' | 'hashes' | 'weights' | 'unit'> {
  const unit = HIGHEST / 127
  const { weights } = field
  const strength = (id: number) => {
    let highest = 0
    for (let k = id * L; k < (id + 1) * L; k++) highest = Math.max(highest, Math.abs(weights[k]!))
    return highest
  }
  const kept = [...ids]
    .map(([hash, id]) => ({ hash: hash >>> 0, id, strength: strength(id) }))
    .filter((feature) => feature.strength >= unit / 2)
    .sort((a, b) => b.strength - a.strength || a.hash - b.hash)
    .slice(0, KEPT)
    .sort((a, b) => a.hash - b.hash)
  const bytes = new Int8Array(kept.length * L)
  kept.forEach(({ id }, at) => {
    for (let label = 0; label < L; label++)
      bytes[at * L + label] = Math.max(-127, Math.min(127, Math.round(weights[id * L + label]! / unit)))
  })
  return { transitions: field.transitions, hashes: Uint32Array.from(kept, ({ hash }) => hash), weights: bytes, unit }
}
