import { parseCidr } from '../../source/text/parse-cidr.ts'

/** Addresses between two adjacent range boundaries; all of them are in the same ranges. */
export interface AddressAtom {
  /** A representative address. */
  readonly address: string
  /** The ranges that contain it, as written. */
  readonly ranges: readonly string[]
}

interface Interval {
  readonly range: string
  readonly first: bigint
  /** The first address after the last one. */
  readonly end: bigint
}

const bitsOf = { 4: 32n, 6: 128n } as const

function intervalOf(range: string, family: 4 | 6): readonly Interval[] {
  const parsed = parseCidr(range)
  if (parsed?.family !== family) return []
  const value = parsed.words.reduce((sum, word) => (sum << 32n) | BigInt(word), 0n)
  const size = 1n << (bitsOf[family] - BigInt(parsed.bits))
  const first = (value / size) * size
  return [{ range, first, end: first + size }]
}

function written(value: bigint, family: 4 | 6): string {
  const parts = family === 4 ? 4 : 8
  const width = family === 4 ? 8n : 16n
  const groups = Array.from(
    { length: parts },
    (_, at) => (value >> (width * BigInt(parts - 1 - at))) & ((1n << width) - 1n),
  )
  return groups.map((group) => group.toString(family === 4 ? 10 : 16)).join(family === 4 ? '.' : ':')
}

function atomsOf(ranges: readonly string[], family: 4 | 6): readonly AddressAtom[] {
  const intervals = ranges.flatMap((range) => intervalOf(range, family))
  const boundaries = new Set<bigint>([0n, ...intervals.flatMap(({ first, end }) => [first, end])])
  boundaries.delete(1n << bitsOf[family])
  const bySet = new Map<string, AddressAtom>()
  for (const boundary of boundaries) {
    const inside = intervals.filter(({ first, end }) => first <= boundary && boundary < end).map(({ range }) => range)
    const key = inside.join(' ')
    if (!bySet.has(key)) bySet.set(key, { address: written(boundary, family), ranges: inside })
  }
  return [...bySet.values()]
}

/** Partitions all addresses of both families by ranges: one representative for each distinct set of ranges. */
export function addressAtoms(ranges: readonly string[]): readonly AddressAtom[] {
  const distinct = [...new Set(ranges)]
  const sixes = atomsOf(distinct, 6)
  // An IPv6 address outside of all ranges is equivalent to an IPv4 one.
  return [...atomsOf(distinct, 4), ...sixes.filter((atom) => atom.ranges.length > 0)]
}
