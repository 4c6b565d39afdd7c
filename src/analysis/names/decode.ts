import { LABELS } from './labels.ts'

const L = LABELS.length
const IMPOSSIBLE = -1e30
/** A word whose O is so far ahead of its other labels is taken for O: most words of a text, for which nothing else need be tried. */
const SURE = 10

// Kept from call to call: to make such arrays for each sentence would cost as much as what is reckoned in them.
let before = new Float64Array(L)
let here = new Float64Array(L)
let from = new Uint8Array(64 * L)

/**
 * The best sequence of labels (Viterbi) for scores (word-major, one a label, from `start` on, in units of `unit`) and transitions
 * ((labels + 1) × labels), in which an I only goes on with a name of its own type. Writes label indexes into `labels`, one a word, and gives it back.
 */
export function bestLabels(
  scores: Float32Array | Int32Array,
  labels: Uint8Array,
  transitions: Float32Array,
  unit = 1,
  start = 0,
): Uint8Array {
  const { length } = labels
  const sure = SURE / unit
  if (from.length < length * L) from = new Uint8Array(2 * length * L)
  // Row of the transitions while just one label (or the beginning) can stand before; −1 while there are several.
  let only: number = L
  let reached = 0
  for (let at = 0; at < length; at++) {
    const base = at * L
    const own = start + base
    if (isSurelyO(scores, own, sure)) {
      let choice = 0
      if (only >= 0) reached += transitions[only * L]!
      else {
        for (let last = 1; last < L; last++)
          if (before[last]! + transitions[last * L]! > before[choice]! + transitions[choice * L]!) choice = last
        reached = before[choice]! + transitions[choice * L]!
      }
      reached += unit * scores[own]!
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
      here[label] = best + unit * scores[own + label]!
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

function isSurelyO(scores: Float32Array | Int32Array, base: number, sure: number): boolean {
  const least = scores[base]! - sure
  for (let label = 1; label < L; label++) if (scores[base + label]! > least) return false
  return true
}
