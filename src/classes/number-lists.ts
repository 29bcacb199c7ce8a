/** Concatenated lists of small numbers: which groups each of many users is in. */
export interface NumberLists {
  readonly add: (value: number) => void
  /** Ends the current list and returns its index. */
  readonly end: () => number
  readonly start: (place: number) => number
  readonly stop: (place: number) => number
  readonly value: (at: number) => number
  readonly of: (place: number) => readonly number[]
}

function larger(list: Uint32Array): Uint32Array {
  const made = new Uint32Array(list.length * 2)
  made.set(list)
  return made
}

/** No list yet. */
export function numberLists(): NumberLists {
  let values: Uint32Array = new Uint32Array(1 << 10)
  let ends: Uint32Array = new Uint32Array(1 << 8)
  let filled = 0
  let count = 0
  const start = (place: number): number => (place === 0 ? 0 : (ends[place - 1] ?? 0))
  const stop = (place: number): number => ends[place] ?? 0
  return {
    add: (value) => {
      if (filled === values.length) values = larger(values)
      values[filled] = value
      filled += 1
    },
    end: () => {
      if (count === ends.length) ends = larger(ends)
      ends[count] = filled
      count += 1
      return count - 1
    },
    start,
    stop,
    value: (at) => values[at] ?? 0,
    of: (place) => [...values.subarray(start(place), stop(place))],
  }
}
