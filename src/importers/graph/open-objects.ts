import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import { sameData } from '../../source/edit/change.ts'
import { placeOfSetting } from '../../tenant/settings-in-place.ts'
import type { TenantFile } from '../../tenant/tenant-file.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import type { CoverageEntry } from '../coverage.ts'
import type { StatedDispute } from '../fragment.ts'
import { isStatable } from '../in-dispute.ts'
import { nameOfListItem } from '../list-items.ts'
import type { GraphObject } from './collect.ts'
import { type MergedObjects, type OpenObject, reportOfOpen } from './merge-objects.ts'

/** Objects with one of the values where copies contradict each other, and what the file says of the others. */
export interface SettledOpen {
  readonly objects: readonly GraphObject[]
  readonly disputes: readonly StatedDispute[]
  readonly coverage: readonly CoverageEntry[]
  readonly diagnostics: readonly Diagnostic[]
}

/** The names of the items of a list, if each has one of its own. */
function namesIn(list: readonly unknown[]): readonly string[] | undefined {
  const names = list.flatMap((item) => (isMapping(item) ? (nameOfListItem(item) ?? []) : []))
  return names.length === list.length && new Set(names).size === names.length ? names : undefined
}

/** The keys below which two values may differ: fields of both, or items of the same names. */
function keysOf(one: unknown, other: unknown): readonly (string | number)[] | undefined {
  if (isMapping(one) && isMapping(other)) {
    const keys = Object.keys(one)
    return keys.length === Object.keys(other).length && keys.every((key) => Object.hasOwn(other, key))
      ? keys
      : undefined
  }
  if (!Array.isArray(one) || !Array.isArray(other) || one.length === 0) return undefined
  const [names, others] = [namesIn(one), namesIn(other)]
  return names !== undefined && sameData(names, others) ? names.map((_, index) => index) : undefined
}

/** The smallest places at which two parts of a file have different values, with both of them. */
function differences(one: unknown, other: unknown, path: readonly string[]): readonly StatedDispute[] {
  if (sameData(one, other)) return []
  const keys = path.length === 0 ? [...new Set([one, other].flatMap((part) => Object.keys(Object(part))))] : undefined
  const below = keys ?? keysOf(one, other)
  if (below === undefined) return [{ path, values: [one, other] }]
  return below.flatMap((key) => {
    const [own, left] = [Object(one)[key] as unknown, Object(other)[key] as unknown]
    return differences(own, left, [...path, typeof key === 'number' ? `${nameOfListItem(own)}` : key])
  })
}

/** What is the case where a file says nothing, for settings that exports state and files leave out. */
const unsaid: Partial<TenantFile> = { authorizationPolicy: { blockMsolPowerShell: false } }

/** An object with one of the values, and what the others change in the file. */
interface Settled {
  readonly object: GraphObject
  readonly disputes: readonly StatedDispute[]
}

/** Undefined if a file cannot say what the values of an object's copies change. */
function settledAs(
  { object, readings }: OpenObject,
  objects: readonly GraphObject[],
  fileOf: (objects: readonly GraphObject[]) => Partial<TenantFile>,
): Settled | undefined {
  if (readings === undefined) return undefined
  const all = [readings.first, ...readings.others].map((reading) => {
    const file = fileOf(objects.map((one) => (one === object ? reading : one)))
    return { reading, file, whole: { ...unsaid, ...file } }
  })
  const disputes = all.flatMap(({ whole }) => differences(all[0]?.whole, whole, []))
  if (!disputes.every(({ path, values }) => isStatable(path) && !values.includes(undefined))) return undefined
  // The file has to have a value at each of the places.
  const has = (file: unknown): boolean => disputes.every(({ path }) => placeOfSetting(file, path.map(String)))
  const chosen = all.find(({ file }) => has(file))
  return chosen && { object: chosen.reading, disputes }
}

/**
 * Copies that contradict each other: one of the values is stated, and every place of the file that another one changes
 * is in dispute. Where a file cannot say so, the fields stay left out.
 */
export function settleOpen(
  { objects, open }: MergedObjects,
  fileOf: (objects: readonly GraphObject[]) => Partial<TenantFile>,
): SettledOpen {
  const stated = new Map<GraphObject, GraphObject>()
  const disputes: StatedDispute[] = []
  const reports = open.map((one) => {
    const found = settledAs(one, objects, fileOf)
    if (found !== undefined) stated.set(one.object, found.object)
    disputes.push(...(found?.disputes ?? []))
    return reportOfOpen(one, one.readings !== undefined && found === undefined)
  })
  return {
    objects: stated.size === 0 ? objects : objects.map((one) => stated.get(one) ?? one),
    disputes,
    coverage: reports.flatMap(({ coverage }) => coverage),
    diagnostics: reports.flatMap(({ diagnostics }) => diagnostics),
  }
}
