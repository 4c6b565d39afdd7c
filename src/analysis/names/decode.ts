import { LABELS } from './labels.ts'

const L = LABELS.length
const IMPOSSIBLE = -1e30

/**
 * The best sequence of labels (Viterbi) for scores (word-major, one a label) and transitions ((labels + 1) × labels), in which an I only goes on with
 * a name of its own type. Label indexes.
 */
export function bestLabels(scores: Float32Array, length: number, transitions: Float32Array): Uint8Array {
  const labels = new Uint8Array(length)
  if (length === 0) return labels
  const from = new Uint8Array(length * L)
  let before = new Float64Array(L)
  let here = new Float64Array(L)
  for (let label = 0; label < L; label++)
    before[label] = label === 0 || label % 2 === 1 ? scores[label]! + transitions[L * L + label]! : IMPOSSIBLE
  for (let at = 1; at < length; at++) {
    const base = at * L
    for (let label = 0; label < L; label++) {
      let best = IMPOSSIBLE
      let choice = 0
      if (label === 0 || label % 2 === 1) {
        for (let last = 0; last < L; last++) {
          const value = before[last]! + transitions[last * L + label]!
          if (value > best) {
            best = value
            choice = last
          }
        }
      } else {
        const begun = before[label - 1]! + transitions[(label - 1) * L + label]!
        const goesOn = before[label]! + transitions[label * L + label]!
        choice = begun >= goesOn ? label - 1 : label
        best = Math.max(begun, goesOn)
      }
      here[label] = best + scores[base + label]!
      from[base + label] = choice
    }
    const swap = before
    before = here
    here = swap
  }
  let label = 0
  for (let other = 1; other < L; other++) if (before[other]! > before[label]!) label = other
  for (let at = length - 1; at >= 0; at--) {
    labels[at] = label
    label = from[at * L + label]!
  }
  return labels
}
