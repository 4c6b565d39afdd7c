/** Index of the first number that is not below `value` in an ascending list, by bisection; its length where there is none. */
export function firstFrom(ascending: ArrayLike<number>, value: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ascending[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
