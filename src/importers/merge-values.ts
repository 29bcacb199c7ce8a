import { sameData } from '../source/edit/change.ts'
import { isMapping, type Mapping } from '../vocabulary/mapping.ts'
import {
  areComplementary,
  areWhole,
  isCollection,
  isNaming,
  itemIndex,
  nameOfListItem,
  richness,
} from './list-items.ts'

/** Two exports state different values for one place of the tenant file. */
export interface Disagreement {
  /** List items by name. */
  readonly path: readonly string[]
  readonly kept: unknown
  readonly left: unknown
  /** Whether the value that is kept is the one of the second part. */
  readonly keptSecond: boolean
  /** Records of different exports contradict each other and neither is known to be right, so neither value is used. */
  readonly open: boolean
}

interface Merge {
  readonly disagreements: Disagreement[]
}

/** Whether two values are the same, lists in any order. */
function sameValue(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return sameData(one, other) || sameText(one, other)
  return one.length === other.length && one.every((item) => other.some((next) => sameValue(item, next)))
}

const sameText = (one: unknown, other: unknown): boolean =>
  typeof one === 'string' && typeof other === 'string' && one.toLowerCase() === other.toLowerCase()

/** A path that ends at the later date: the last day of all exports is the day that they show. */
const isDay = (path: readonly string[]): boolean => path.length === 1 && path[0] === 'asOf'

/** An item's name cannot be left undetermined, and an indivisible item comes from one record or the other. */
const isDecided = (path: readonly string[], list: string): boolean =>
  areWhole(list) || isNaming(path.at(-1) ?? '') || ['name', 'description'].includes(path.join())

function decide(
  merge: Merge,
  one: unknown,
  other: unknown,
  path: readonly string[],
  second: boolean,
  list = '',
): unknown {
  if (isDay(path)) return `${one}` < `${other}` ? other : one
  const [kept, left] = second ? [other, one] : [one, other]
  if (!sameValue(one, other))
    merge.disagreements.push({ path, kept, left, keptSecond: second, open: !isDecided(path, list) })
  return kept
}

/** Both lists of plain values, each value once, in one order. */
function union(one: readonly unknown[], other: readonly unknown[]): readonly unknown[] {
  const known = new Map<string, unknown>()
  for (const item of [...one, ...other]) {
    const key = typeof item === 'string' ? item.toLowerCase() : JSON.stringify(item)
    if (!known.has(key)) known.set(key, item)
  }
  return [...known.values()]
}

function mergeLists(merge: Merge, one: readonly unknown[], other: readonly unknown[], path: readonly string[]) {
  const items = [...one]
  const index = itemIndex()
  for (const [at, item] of items.entries()) index.add(item, at)
  const unnamed: unknown[] = []
  for (const item of other) {
    const name = nameOfListItem(item)
    if (name === undefined || typeof item === 'string') {
      unnamed.push(item)
      continue
    }
    const found = index.find(item)
    if (found === undefined) {
      index.add(item, items.length)
      items.push(item)
    } else {
      items[found] = mergeItems(merge, items[found], item, [...path, name], path.at(-1) ?? '')
      index.add(item, found)
    }
  }
  return unnamed.length === 0 ? items : union(items, unnamed)
}

function mergeItems(merge: Merge, one: unknown, other: unknown, path: readonly string[], list: string): unknown {
  const second = richness(other) > richness(one)
  return areWhole(list) ? decide(merge, one, other, path, second, list) : mergeParts(merge, one, other, path, second)
}

function mergeParts(merge: Merge, one: unknown, other: unknown, path: readonly string[], second: boolean): unknown {
  if (one === undefined || one === null) return other
  if (other === undefined || other === null) return one
  if (Array.isArray(one) && Array.isArray(other))
    return isCollection(path) || areComplementary(path, one, other)
      ? mergeLists(merge, one, other, path)
      : decide(merge, one, other, path, second)
  if (!isMapping(one) || !isMapping(other)) return decide(merge, one, other, path, second)
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  return Object.fromEntries(
    [...keys].map((key) => [key, mergeParts(merge, one[key], other[key], [...path, key], second)]),
  )
}

/**
 * Merges two parts of a tenant file and lists disagreements; of two copies of a list item, the more complete one
 * counts.
 */
export function mergeValues(
  one: Mapping,
  other: Mapping,
): { readonly value: Mapping; readonly disagreements: readonly Disagreement[] } {
  const merge: Merge = { disagreements: [] }
  const value = mergeParts(merge, one, other, [], false)
  return { value: isMapping(value) ? value : {}, disagreements: merge.disagreements }
}
