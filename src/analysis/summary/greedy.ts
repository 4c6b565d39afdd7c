/**
 * Offers the items 0…count−1 best first, where what an item is worth only falls as others are taken: one whose worth was seen before the last
 * taking is looked at again only when it comes up (the accelerated greedy of Minoux, 1978). `take` says whether it took the item, passed it over, or
 * wants no more. Of equals the first comes first.
 */
export function takeBestFirst(
  count: number,
  worth: (item: number) => number,
  take: (item: number) => 'taken' | 'passed' | 'done',
): void {
  // A binary heap: whatever is best stands first.
  const heap: number[] = []
  const worths: number[] = []
  const seen: number[] = []
  for (let item = 0; item < count; item++) {
    heap.push(item)
    worths.push(worth(item))
    seen.push(0)
  }
  for (let place = (count >> 1) - 1; place >= 0; place--) sink(heap, worths, place)
  for (let taken = 0; heap.length > 0; ) {
    const best = heap[0]!
    if (seen[best] === taken) {
      const answer = take(best)
      if (answer === 'done') return
      if (answer === 'taken') taken++
      const last = heap.pop()!
      if (heap.length === 0) return
      heap[0] = last
    } else {
      worths[best] = worth(best)
      seen[best] = taken
    }
    sink(heap, worths, 0)
  }
}

/** Lets the item at a place of the heap go down to where none below is better. */
function sink(heap: number[], worths: readonly number[], place: number): void {
  const item = heap[place]!
  for (let below = 2 * place + 1; below < heap.length; below = 2 * place + 1) {
    if (below + 1 < heap.length && isBetter(heap[below + 1]!, heap[below]!, worths)) below++
    if (!isBetter(heap[below]!, item, worths)) break
    heap[place] = heap[below]!
    place = below
  }
  heap[place] = item
}

function isBetter(a: number, b: number, worths: readonly number[]): boolean {
  return worths[a]! > worths[b]! || (worths[a]! === worths[b]! && a < b)
}
