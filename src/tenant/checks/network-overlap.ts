import type { DocumentPath } from '../../source/document/located-document.ts'
import { type Cidr, parseCidr } from '../../source/text/parse-cidr.ts'
import type { Check } from './check.ts'

interface Range {
  readonly network: string
  readonly text: string
  readonly cidr: Cidr
  readonly path: DocumentPath
}

/** The first range of a place, and the first of another network. */
interface Firsts {
  readonly first: Range
  second?: Range
}

/** The part of a range's address that the first `bits` bits are. */
function prefixOf({ family, words }: Cidr, bits: number): string {
  const kept = words.map((word, index) => {
    const divisor = 2 ** (32 - Math.max(0, Math.min(32, bits - index * 32)))
    return Math.floor(word / divisor)
  })
  return `${family}/${bits}/${kept.join()}`
}

/** Finds the first range given before that overlaps and is of another network: ranges overlap if one holds the other. */
function overlapFinder(): (range: Range) => Range | undefined {
  const exact = new Map<string, Firsts>()
  const holding = new Map<string, Firsts>()
  const order = new Map<Range, number>()
  const note = (list: Map<string, Firsts>, key: string, range: Range): void => {
    const found = list.get(key)
    if (found === undefined) list.set(key, { first: range })
    else if (found.second === undefined && found.first.network !== range.network) found.second = range
  }
  return (range) => {
    const { bits } = range.cidr
    const own = prefixOf(range.cidr, bits)
    const prefixes = Array.from({ length: bits + 1 }, (_, length) => prefixOf(range.cidr, length))
    const near = [holding.get(own), ...prefixes.map((prefix) => exact.get(prefix))]
      .map((firsts) => (firsts?.first.network === range.network ? firsts.second : firsts?.first))
      .filter((one) => one !== undefined)
      .sort((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0))
    order.set(range, order.size)
    note(exact, own, range)
    for (const prefix of prefixes) note(holding, prefix, range)
    return near[0]
  }
}

/** No address is in two networks. */
export const networkOverlap: Check = (file) => {
  const ranges = file.list('networks').flatMap(({ path, value }) =>
    (value.ranges ?? []).flatMap((text, index): readonly Range[] => {
      const cidr = parseCidr(text)
      return cidr === undefined ? [] : [{ network: value.name, text, cidr, path: [...path, 'ranges', index] }]
    }),
  )
  const overlapping = overlapFinder()
  return ranges.flatMap((range) => {
    const other = overlapping(range)
    if (other === undefined) return []
    const related = [{ at: file.document.rangeOf(other.path), note: 'declared' }] as const
    const args = { network: range.network, range: range.text, other: other.network }
    return [{ code: 'TEN-6' as const, args, at: file.document.rangeOf(range.path), related }]
  })
}
