import { LABELS } from './labels.ts'

const L = LABELS.length
const IMPOSSIBLE = -1e30
/** A word whose O is so far ahead of its other labels is taken for O: most words of a text, for which nothing else need be tried. */
const SURE = 10

/**
 * The best sequence of labels (Viterbi) for scores (word-major, one a label) and transitions ((labels + 1) × labels), in which an I only goes on with
 * a name of its own type. Label indexes.
 */
export function bestLabels(scores: Float32Array, length: number, transitions: Float32Array): Uint8Array {
  const labels = new Uint8Array(length)
  const from = new Uint8Array(length * L)
  let before = new Float64Array(L)
  let here = new Float64Array(L)
  // Row of the transitions while just one label (or the beginning) can stand before; −1 while there are several.
  let only: number = L
  let reached = 0
  for (let at = 0; at < length; at++) {
    const base = at * L
    if (isSurelyO(scores, base)) {
      let choice = 0
      if (only >= 0) reached += transitions[only * L]!
      else {
        for (let last = 1; last < L; last++)
          if (before[last]! + transitions[last * L]! > before[choice]! + transitions[choice * L]!) choice = last
        reached = before[choice]! + transitions[choice * L]!
      }
      reached += scores[base]!
      from[base] = choice
      only = 0
      continue
    }
    for (let label = 0; label < L; label++) {
      const inside = label > 0 && label % 2 === 0
      let best = IMPOSSIBLE
      let choice = 0
      if (only >= 0) {
        if (!inside) best = reached + transitions[only * L + label]!
      } else if (inside) {
        const begun = before[label - 1]! + transitions[(label - 1) * L + label]!
        const goesOn = before[label]! + transitions[label * L + label]!
        choice = begun >= goesOn ? label - 1 : label
        best = Math.max(begun, goesOn)
      } else {
        for (let last = 0; last < L; last++) {
          const value = before[last]! + transitions[last * L + label]!
          if (value > best) {
            best = value
            choice = last
          }
        }
      }
      here[label] = best + scores[base + label]!
      from[base + label] = choice
    }
    const swap = before
    before = here
    here = swap
    only = -1
  }
  let label = 0
  if (only < 0) for (let other = 1; other < L; other++) if (before[other]! > before[label]!) label = other
  for (let at = length - 1; at >= 0; at--) {
    labels[at] = label
    label = from[at * L + label]!
  }
  return labels
}

function isSurelyO(scores: Float32Array, base: number): boolean {
  const least = scores[base]! - SURE
  for (let label = 1; label < L; label++) if (scores[base + label]! > least) return false
  return true
}
