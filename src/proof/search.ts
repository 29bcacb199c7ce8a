import type { Mask } from '../simulate/conditional-access/bits.ts'

/** A place of one factor in a search: the policies that would apply with it, and the boxes that contain it. */
export interface Column {
  readonly place: number
  readonly mask: Mask
  readonly boxes: number
}

/** The result of a search: the places of a sign-in, `none`, or `given up` before the search was complete. */
export type Found = readonly number[] | 'none' | 'given up'

/** How many steps one search may take, unless something else is said. */
export const usualSteps = 400_000

const bits = (mask: Mask): number => {
  let count = 0
  for (let word of mask) for (; word !== 0; word &= word - 1) count += 1
  return count
}

const isWithin = (one: Column, other: Column): boolean => {
  if ((one.boxes & ~other.boxes) !== 0) return false
  for (let word = 0; word < one.mask.length; word += 1)
    if (((one.mask[word] ?? 0) & ~(other.mask[word] ?? 0)) !== 0) return false
  return true
}

const meetsMask = (one: Mask, other: Mask): boolean => {
  for (let word = 0; word < one.length; word += 1) if (((one[word] ?? 0) & (other[word] ?? 0)) !== 0) return true
  return false
}

const isEmpty = (mask: Mask): boolean => mask.every((word) => word === 0)

/** Keeps only the minimal columns: if any sign-in escapes, one built from these does. */
function smallest(columns: readonly Column[]): readonly Column[] {
  const nothing = columns.find(({ boxes, mask }) => boxes === 0 && isEmpty(mask))
  if (nothing !== undefined) return [nothing]
  const distinct = new Map<string, Column>()
  for (const column of columns) {
    const key = `${column.boxes} ${column.mask.join()}`
    if (!distinct.has(key)) distinct.set(key, column)
  }
  if (distinct.size === 1) return [...distinct.values()]
  const sorted = [...distinct.values()]
    .map((column) => ({ column, size: bits(column.mask) }))
    .sort((one, other) => one.size - other.size)
  const kept: Column[] = []
  for (const { column } of sorted) if (!kept.some((one) => isWithin(one, column))) kept.push(column)
  return kept
}

interface Search {
  readonly factors: readonly (readonly Column[])[]
  /** Policies and boxes that contain every choice from this factor on. */
  readonly fullFrom: readonly Column[]
  readonly covered: readonly Set<string>[]
  /** How many steps are left. */
  left: number
}

function fullsOf(factors: readonly (readonly Column[])[], words: number): readonly Column[] {
  const full: Column[] = []
  let mask: Mask = new Array<number>(words).fill(-1)
  let boxes = -1
  full[factors.length] = { place: 0, mask, boxes }
  for (let at = factors.length - 1; at >= 0; at -= 1) {
    for (const column of factors[at] ?? []) {
      mask = mask.map((word, index) => word & (column.mask[index] ?? 0))
      boxes &= column.boxes
    }
    full[at] = { place: 0, mask, boxes }
  }
  return full
}

const isApart = (one: Column, left: Column): boolean =>
  (one.boxes & left.boxes) === 0 && !meetsMask(one.mask, left.mask)

/**
 * Places from a factor on with which none of the remaining policies applies and none of the remaining boxes matches.
 */
function escapeFrom(search: Search, at: number, left: Column): Found {
  const columns = search.factors[at]
  const full = search.fullFrom[at]
  if (full !== undefined && ((left.boxes & full.boxes) !== 0 || meetsMask(left.mask, full.mask))) return 'none'
  if (columns === undefined) return []
  if (left.boxes === 0 && isEmpty(left.mask)) return search.factors.slice(at).map((rest) => rest[0]?.place ?? 0)
  if (at === search.factors.length - 1) {
    const found = columns.find((column) => isApart(column, left))
    return found === undefined ? 'none' : [found.place]
  }
  const key = `${left.boxes} ${left.mask.join()}`
  if (search.covered[at]?.has(key) === true) return 'none'
  if (search.left === 0) return 'given up'
  search.left -= 1
  const narrowed = columns.map(({ place, mask, boxes }) => ({
    place,
    mask: mask.map((word, index) => word & (left.mask[index] ?? 0)),
    boxes: boxes & left.boxes,
  }))
  for (const column of smallest(narrowed)) {
    const found = escapeFrom(search, at + 1, column)
    if (found === 'given up') return found
    if (found !== 'none') return [column.place, ...found]
  }
  search.covered[at]?.add(key)
  return 'none'
}

/** Searches for a place of each factor so that none of some policies applies, outside of all boxes. */
export function findEscape(
  factors: readonly (readonly Column[])[],
  policies: Mask,
  boxes: number,
  mostSteps: number = usualSteps,
): Found {
  if (factors.some((columns) => columns.length === 0)) return 'none'
  // The longest factor comes last because the last factor is only scanned once.
  const order = factors
    .map((_, at) => at)
    .sort((one, other) => (factors[one]?.length ?? 0) - (factors[other]?.length ?? 0))
  const sorted = order.map((at) => factors[at] ?? [])
  const search: Search = {
    factors: sorted,
    fullFrom: fullsOf(sorted, policies.length),
    covered: sorted.map(() => new Set<string>()),
    left: mostSteps,
  }
  const found = escapeFrom(search, 0, { place: 0, mask: policies, boxes })
  if (typeof found === 'string') return found
  return factors.map((_, at) => found[order.indexOf(at)] ?? 0)
}
