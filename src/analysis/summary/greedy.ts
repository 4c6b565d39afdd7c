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
  const waiting = Array.from({ length: count }, (_, item) => ({ item, worth: worth(item), seen: 0 }))
  waiting.sort((a, b) => a.worth - b.worth || b.item - a.item)
  for (let taken = 0; waiting.length > 0; ) {
    const top = waiting.pop()!
    if (top.seen !== taken) {
      top.worth = worth(top.item)
      top.seen = taken
      const next = waiting[waiting.length - 1]
      if (next !== undefined && comesBefore(next, top)) {
        waiting.splice(placeOf(waiting, top), 0, top)
        continue
      }
    }
    const answer = take(top.item)
    if (answer === 'done') return
    if (answer === 'taken') taken++
  }
}

interface Waiting {
  item: number
  worth: number
}

function comesBefore(a: Waiting, b: Waiting): boolean {
  return a.worth > b.worth || (a.worth === b.worth && a.item < b.item)
}

function placeOf(waiting: readonly Waiting[], item: Waiting): number {
  let low = 0
  let high = waiting.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (comesBefore(item, waiting[middle]!)) low = middle + 1
    else high = middle
  }
  return low
}
