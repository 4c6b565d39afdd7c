import { LABELS } from './labels.ts'

const L = LABELS.length
/**
 * A label so far behind the best of its word is not tried: for most words that leaves O alone. Learned transitions differ by 2.4 at most, so that a path hardly
 * ever wins back so much (measured: 5 of 125,000 words were read otherwise without it).
 */
const BEAM = 5.5

// Kept from call to call: to make such arrays for each sentence would cost as much as what is reckoned in them.
let from = new Uint8Array(64 * L)
let before = emptyColumn()
let here = emptyColumn()

/** The labels that are tried for a word, with the score of the best path to each. */
interface Column {
  labels: Uint8Array
  reached: Float64Array
  count: number
}

function emptyColumn(): Column {
  return { labels: new Uint8Array(L), reached: new Float64Array(L), count: 0 }
}

/**
 * The best sequence of labels (Viterbi, with a beam) for scores (word-major, one a label, from `start` on, in units of `unit`) and transitions
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
  if (from.length < length * L) from = new Uint8Array(2 * length * L)
  // Before the first word stands what has the last row of the transitions.
  before.labels[0] = L
  before.reached[0] = 0
  before.count = 1
  const beam = BEAM / unit
  for (let at = 0; at < length; at++) {
    const base = at * L
    const own = start + base
    let most = scores[own]!
    for (let label = 1; label < L; label++) if (scores[own + label]! > most) most = scores[own + label]!
    const least = most - beam
    let count = 0
    for (let label = 0; label < L; label++) {
      // O is always possible, so that there is a path.
      if (scores[own + label]! < least && label > 0) continue
      const isInside = label > 0 && label % 2 === 0
      let best = Number.NEGATIVE_INFINITY
      let choice = 0
      for (let k = 0; k < before.count; k++) {
        const last = before.labels[k]!
        if (isInside && last !== label && last !== label - 1) continue
        const value = before.reached[k]! + transitions[last * L + label]!
        if (value > best) {
          best = value
          choice = last
        }
      }
      if (best === Number.NEGATIVE_INFINITY) continue
      here.labels[count] = label
      here.reached[count] = best + unit * scores[own + label]!
      count++
      from[base + label] = choice
    }
    here.count = count
    const swap = before
    before = here
    here = swap
  }
  let last = 0
  for (let k = 1; k < before.count; k++) if (before.reached[k]! > before.reached[last]!) last = k
  let label = before.labels[last]!
  for (let at = length - 1; at >= 0; at--) {
    labels[at] = label
    label = from[at * L + label]!
  }
  return labels
}
