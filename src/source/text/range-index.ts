import type { Cidr } from './parse-cidr.ts'

/** Address ranges that are asked often: an answer takes as many steps as there are different lengths of prefixes. */
export interface RangeIndex {
  /** Whether one of the ranges contains an address or a whole range. */
  readonly contains: (other: Cidr) => boolean
}

/** The first bits of an address: equal for all addresses of a range of so many bits. */
function prefixOf({ family, words }: Cidr, bits: number): string | number {
  const first = words.map((word, index) => {
    const counted = Math.max(0, Math.min(32, bits - index * 32))
    return Math.floor(word / 2 ** (32 - counted))
  })
  return family === 4 ? (first[0] ?? 0) : first.join()
}

/** Makes an index of ranges, which do not change. */
export function rangeIndex(ranges: readonly Cidr[]): RangeIndex {
  const byLength = { 4: new Map<number, Set<string | number>>(), 6: new Map<number, Set<string | number>>() }
  for (const range of ranges) {
    const lengths = byLength[range.family]
    const prefixes = lengths.get(range.bits) ?? new Set()
    lengths.set(range.bits, prefixes.add(prefixOf(range, range.bits)))
  }
  return {
    contains: (other) => {
      for (const [bits, prefixes] of byLength[other.family])
        if (bits <= other.bits && prefixes.has(prefixOf(other, bits))) return true
      return false
    },
  }
}
