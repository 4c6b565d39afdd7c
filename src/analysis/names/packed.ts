/**
 * The scores of a word in four numbers. Between sequences of labels only differences count, so O, which has nothing of its own, is left out and taken off the
 * others; and each number holds two labels, in its lower and upper sixteen bits, so that two sums are added at once.
 */

/** B-PERS and B-LOC, B-ORG and B-MISC, I-PERS and I-LOC, I-ORG and I-MISC. */
export const PACKED = 4
/** No sum goes so far (measured: 800 at most); nine of them do not go beyond sixteen bits. */
const FARTHEST = 3600

/** Packs the sums of all labels that stand at `from` into `out` at `to`. */
export function pack(sums: Int32Array, from: number, out: Int32Array, to: number): void {
  const ahead = (label: number) => Math.max(-FARTHEST, Math.min(FARTHEST, sums[from + label]! - sums[from]!))
  const both = (lower: number, upper: number) => (ahead(upper) << 16) + ahead(lower)
  out[to] = both(1, 3)
  out[to + 1] = both(5, 7)
  out[to + 2] = both(2, 4)
  out[to + 3] = both(6, 8)
}

/** Writes what was packed, and summed since, as one score a label into `out`. */
export function unpack(packed: Int32Array, from: number, out: Float64Array): void {
  const begins = packed[from]!
  const beginsToo = packed[from + 1]!
  const goesOn = packed[from + 2]!
  const goesOnToo = packed[from + 3]!
  out[0] = 0
  out[1] = lower(begins)
  out[2] = lower(goesOn)
  out[3] = upper(begins)
  out[4] = upper(goesOn)
  out[5] = lower(beginsToo)
  out[6] = lower(goesOnToo)
  out[7] = upper(beginsToo)
  out[8] = upper(goesOnToo)
}

/** Whether a label that begins a name is at `least`, or above. */
export function mayBegin(packed: Int32Array, from: number, least: number): boolean {
  const begins = packed[from]!
  const beginsToo = packed[from + 1]!
  return lower(begins) >= least || upper(begins) >= least || lower(beginsToo) >= least || upper(beginsToo) >= least
}

const lower = (both: number): number => (both << 16) >> 16
const upper = (both: number): number => (both - lower(both)) >> 16
