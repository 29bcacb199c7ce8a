/** Names by index, stored as numbers: a million strings would take several times the memory. */
export interface Names {
  readonly count: () => number
  /** Adds a name and returns its index. */
  readonly add: (name: string) => number
  readonly at: (place: number) => string
}

/** Maximum number of code units per call. */
const unitsAtOnce = 4096

/** Decodes UTF-16 code units. */
export function textOf(units: Uint16Array): string {
  if (units.length <= unitsAtOnce) return String.fromCharCode(...units)
  let text = ''
  for (let start = 0; start < units.length; start += unitsAtOnce)
    text += String.fromCharCode(...units.subarray(start, start + unitsAtOnce))
  return text
}

function grown<T extends Uint16Array | Uint32Array>(list: T, make: (length: number) => T, needed: number): T {
  if (needed <= list.length) return list
  const made = make(Math.max(needed, list.length * 2))
  made.set(list)
  return made
}

const shorts = (length: number): Uint16Array => new Uint16Array(length)
const longs = (length: number): Uint32Array => new Uint32Array(length)

/** An empty list of names. */
export function names(): Names {
  let text: Uint16Array = shorts(1 << 12)
  let ends: Uint32Array = longs(1 << 8)
  let count = 0
  const startOf = (place: number): number => (place === 0 ? 0 : (ends[place - 1] ?? 0))
  return {
    count: () => count,
    add: (name) => {
      const start = startOf(count)
      text = grown(text, shorts, start + name.length)
      ends = grown(ends, longs, count + 1)
      for (let at = 0; at < name.length; at += 1) text[start + at] = name.charCodeAt(at)
      ends[count] = start + name.length
      count += 1
      return count - 1
    },
    at: (place) => textOf(text.subarray(startOf(place), ends[place] ?? 0)),
  }
}
