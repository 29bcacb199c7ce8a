import { cacheByObject } from '../../memory/cache-by-object.ts'

/** The most addresses of a network that are looked at one by one. */
const most = 1024

// Invariant: the ranges of a network do not change.
const known = cacheByObject<readonly string[], readonly string[]>('addresses of a network', 'ranges')

/** Every IPv4 address that these ranges hold; none if they are too many, or not of that kind. */
export function addressesOf(ranges: readonly string[]): readonly string[] {
  return known(ranges, () => {
    const all = ranges.map(expanded)
    const count = all.reduce((sum, { size }) => sum + size, 0)
    if (count > most) return []
    return all.flatMap(({ from, size }) => Array.from({ length: size }, (_, at) => text(from + at)))
  })
}

/** The first address of a range as a number, and how many there are; too many of another kind of address. */
function expanded(range: string): { readonly from: number; readonly size: number } {
  const [address = '', length = '32'] = range.split('/')
  const parts = address.split('.').map(Number)
  if (parts.length !== 4) return { from: 0, size: most + 1 }
  const size = 2 ** (32 - Number(length))
  const number = parts.reduce((sum, part) => sum * 256 + part, 0)
  return { from: number - (number % size), size }
}

const text = (number: number): string => [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.')
