import { LABELS } from './labels.ts'
import type { NameModel } from './model.ts'

const L = LABELS.length
/** What stands before a sentence has the last row of the transitions. */
const START = L
/**
 * A label so far behind the best of its word is not tried: for most words that leaves O alone. Learned transitions differ by 2.4 at most, so that a path hardly
 * ever wins back so much (measured: 5 of 125,000 words were read otherwise without it).
 */
export const BEAM = 5.5

/** The scores of words, in units of a model's weights. */
export interface Scores {
  /** Whether not all labels that begin a name are farther behind O than the beam. */
  mayBegin(at: number): boolean
  /** Writes the scores of a word, one a label, into `out`. */
  read(at: number, out: Float64Array): void
}

/** What a text was read as. */
export interface Reading {
  /** Label indexes, one a word. */
  labels: Uint8Array
  /** By word: 1 where all paths meet in O, so that no word behind it depends on one before it. */
  meets: Uint8Array
}

// Kept from call to call: to make such arrays for each sentence would cost as much as what is reckoned in them.
const own = new Float64Array(L)
let cameFrom = new Uint8Array(64 * L)
let before = emptyColumn()
let here = emptyColumn()

/** The labels that are tried for a word. */
interface Column {
  labels: Uint8Array
  count: number
  /** By label: the score of the best path to it; −∞ for those that are not tried. */
  reached: Float64Array
}

function emptyColumn(): Column {
  return { labels: new Uint8Array(L), count: 0, reached: new Float64Array(L + 1).fill(-Infinity) }
}

/**
 * Writes the best sequence of labels (Viterbi, with a beam) for the words `from` to `to` into `reading`: for a sentence, or for the rest of one behind a word in
 * which all paths meet. Where it holds an earlier reading of them whose scores were the same behind `until`, it ends where the paths of both meet. Gives
 * where it ended.
 */
export function decode(
  scores: Scores,
  { transitions, unit }: Pick<NameModel, 'transitions' | 'unit'>,
  { labels, meets }: Reading,
  from: number,
  to: number,
  isStart = true,
  until = to,
): number {
  if (cameFrom.length < (to - from) * L) cameFrom = new Uint8Array(2 * (to - from) * L)
  const beam = BEAM / unit
  empty(before)
  empty(here)
  put(before, isStart ? START : 0, 0)
  let isOutside = true
  let end = to
  for (let at = from; at < end; at++) {
    const base = (at - from) * L
    if (isOutside && !scores.mayBegin(at)) {
      // What all paths share tells none from another.
      cameFrom[base] = before.labels[0]!
      before.labels[0] = 0
      before.reached[0] = 0
    } else {
      scores.read(at, own)
      let most = own[0]!
      for (let label = 1; label < L; label++) if (own[label]! > most) most = own[label]!
      const least = most - beam
      // O is always possible, so that there is a path.
      cameFrom[base] = reach(0, unit, transitions)
      for (let begins = 1; begins < L; begins += 2) {
        const goesOn = begins + 1
        if (own[begins]! >= least) cameFrom[base + begins] = reach(begins, unit, transitions)
        if (own[goesOn]! < least) continue
        // An I only goes on with a name of its own type.
        const first = before.reached[begins]! + transitions[begins * L + goesOn]!
        const later = before.reached[goesOn]! + transitions[goesOn * L + goesOn]!
        const best = Math.max(first, later)
        if (best === -Infinity) continue
        cameFrom[base + goesOn] = later > first ? goesOn : begins
        put(here, goesOn, best + unit * own[goesOn]!)
      }
      empty(before)
      const swap = before
      before = here
      here = swap
      isOutside = before.count === 1
    }
    if (isOutside && at >= until && meets[at] === 1) end = at + 1
    meets[at] = isOutside ? 1 : 0
  }
  let label = before.labels[0]!
  for (let k = 1; k < before.count; k++)
    if (before.reached[before.labels[k]!]! > before.reached[label]!) label = before.labels[k]!
  for (let at = end - 1; at >= from; at--) {
    labels[at] = label
    label = cameFrom[(at - from) * L + label]!
  }
  return end
}

/** Puts a label, which any other may stand before, into the column of the word at hand by the best path to it; gives the label before it. */
function reach(label: number, unit: number, transitions: Float32Array): number {
  const { labels, reached, count } = before
  let choice = labels[0]!
  let best = reached[choice]! + transitions[choice * L + label]!
  for (let k = 1; k < count; k++) {
    const last = labels[k]!
    const value = reached[last]! + transitions[last * L + label]!
    if (value > best) {
      best = value
      choice = last
    }
  }
  put(here, label, best + unit * own[label]!)
  return choice
}

function put(column: Column, label: number, reached: number): void {
  column.labels[column.count++] = label
  column.reached[label] = reached
}

function empty(column: Column): void {
  for (let k = 0; k < column.count; k++) column.reached[column.labels[k]!] = -Infinity
  column.count = 0
}

/** The labels of a sentence alone by its scores, word-major, one a label: written into `labels`, which it gives back. */
export function bestLabels(scores: Float32Array, labels: Uint8Array, transitions: Float32Array): Uint8Array {
  const read = (at: number, out: Float64Array) => out.set(scores.subarray(at * L, (at + 1) * L))
  const reading = { labels, meets: new Uint8Array(labels.length) }
  decode({ mayBegin: () => true, read }, { transitions, unit: 1 }, reading, 0, labels.length)
  return labels
}
