/**
 * The one-to-one assignment of rows to columns of the largest sum (Kuhn 1955), as shortest augmenting paths over potentials find it, in cubic time.
 * @param gain how much row and column are worth together, a row a row; all rows of one length
 * @returns the column of each row, undefined where there are fewer columns than rows or the pair is worth nothing
 */
export function bestAlignment(gain: readonly (readonly number[])[]): (number | undefined)[] {
  const rows = gain.length
  const columns = Math.max(rows, gain[0]?.length ?? 0)
  const cost = (row: number, column: number) => -(gain[row - 1]![column - 1] ?? 0)
  const rowPotential = new Array<number>(rows + 1).fill(0)
  const columnPotential = new Array<number>(columns + 1).fill(0)
  const rowOf = new Array<number>(columns + 1).fill(0)
  for (let row = 1; row <= rows; row++) {
    const least = new Array<number>(columns + 1).fill(Number.POSITIVE_INFINITY)
    const way = new Array<number>(columns + 1).fill(0)
    const used = new Array<boolean>(columns + 1).fill(false)
    rowOf[0] = row
    let at = 0
    do {
      used[at] = true
      let next = 0
      let delta = Number.POSITIVE_INFINITY
      for (let column = 1; column <= columns; column++) {
        if (used[column]) continue
        const reduced = cost(rowOf[at]!, column) - rowPotential[rowOf[at]!]! - columnPotential[column]!
        if (reduced < least[column]!) {
          least[column] = reduced
          way[column] = at
        }
        if (least[column]! < delta) {
          delta = least[column]!
          next = column
        }
      }
      for (let column = 0; column <= columns; column++) {
        if (used[column]) {
          rowPotential[rowOf[column]!]! += delta
          columnPotential[column]! -= delta
        } else least[column]! -= delta
      }
      at = next
    } while (rowOf[at] !== 0)
    for (; at !== 0; at = way[at]!) rowOf[at] = rowOf[way[at]!]!
  }
  const found = new Array<number | undefined>(rows).fill(undefined)
  for (let column = 1; column <= columns; column++) {
    const row = rowOf[column]!
    if (row > 0 && (gain[row - 1]![column - 1] ?? 0) > 0) found[row - 1] = column - 1
  }
  return found
}
