/** Arrays that a step needs only while it runs: V8 makes each longer one outside its own heap, which costs more than to fill it. */

type Numbers = Uint8Array | Int32Array

const SHORTEST = 1 << 10
/** For a longer text an array is made and let go, so that it does not stay in memory for good. */
const LONGEST = 1 << 17

/**
 * Gives an array of at least so many zeros, the same one each time: it is the caller's until he asks for the next, and longer than was asked. For one function
 * that does not call itself and gives nothing of it away.
 */
export function scratch<T extends Numbers>(make: (length: number) => T): (length: number) => T {
  let kept = make(SHORTEST)
  return (length) => {
    if (length > LONGEST) return make(length)
    if (kept.length < length) kept = make(2 * length)
    else kept.fill(0, 0, length)
    return kept
  }
}

export const bytes = (length: number): Uint8Array => new Uint8Array(length)
export const integers = (length: number): Int32Array => new Int32Array(length)
