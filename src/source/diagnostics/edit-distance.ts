/**
 * The number of insertions, deletions, replacements and swaps of neighbors between two words; `limit + 1` if there are
 * more.
 */
export function editDistance(one: string, other: string, limit: number): number {
  const beyond = limit + 1
  if (Math.abs(one.length - other.length) > limit) return beyond
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row += 1) {
    // A cell further from the diagonal than the limit exceeds the limit.
    const first = Math.max(1, row - limit)
    const current: number[] = []
    current[first - 1] = first === 1 ? row : beyond
    let least = current[first - 1] ?? beyond
    for (let column = first; column <= Math.min(other.length, row + limit); column += 1) {
      const cost = stepCost(one, other, row, column, { before, last, current, beyond })
      current[column] = cost
      least = Math.min(least, cost)
    }
    if (least > limit) return beyond
    before = last
    last = current
  }
  return Math.min(last[other.length] ?? beyond, beyond)
}

interface Rows {
  readonly before: readonly number[]
  readonly last: readonly number[]
  readonly current: readonly number[]
  readonly beyond: number
}

function stepCost(one: string, other: string, row: number, column: number, rows: Rows): number {
  const { before, last, current, beyond } = rows
  const same = one[row - 1] === other[column - 1]
  const cost = Math.min(
    (last[column] ?? beyond) + 1,
    (current[column - 1] ?? beyond) + 1,
    (last[column - 1] ?? beyond) + (same ? 0 : 1),
  )
  const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
  return swapped ? Math.min(cost, (before[column - 2] ?? beyond) + 1) : cost
}
