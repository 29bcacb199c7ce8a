import { isEmpty } from '../../tenant/conditional-access/graph-reader.ts'
import { isMapping, type Mapping } from '../../vocabulary/mapping.ts'
import { compareText } from '../canonical.ts'

/** A place at which copies of one object state different values. */
export interface Contradiction {
  readonly path: readonly string[]
  /** The different values, in an order that does not depend on files. */
  readonly values: readonly unknown[]
}

/** Response metadata and timestamps, which may differ without meaning. */
const isNoise = (key: string): boolean => /[@#]/.test(key) || /datetime$/i.test(key)

/** Fields that describe an object and decide no sign-in. */
const descriptive = ['displayname', 'description', 'templateid', 'policytype', 'createdby', 'modifiedby']

/** Whether a field may differ between copies without meaning. */
export const isDescriptive = (key: string): boolean => isNoise(key) || descriptive.includes(key.toLowerCase())

/** What an export writes for a part that is deeper than its depth limit. */
const isCut = (value: unknown): boolean =>
  typeof value === 'string' && /^(?:@\{.*\}|System\.[\w.[\]]+|Microsoft\.Graph\.[\w.]+)$/s.test(value.trim())

function leavesOf(value: unknown): readonly string[] {
  if (isEmpty(value)) return []
  if (Array.isArray(value)) return value.flatMap(leavesOf)
  if (isMapping(value)) return [canonicalMapping(value)]
  const words = `${value}`.toLowerCase().split(',')
  return words.map((word) => word.trim())
}

const canonicalMapping = (value: Mapping): string =>
  JSON.stringify(
    Object.entries(value)
      .filter(([key, part]) => !isNoise(key) && !isEmpty(part))
      .map(([key, part]) => [key.toLowerCase(), meaningOf(part)])
      .sort(([one = ''], [other = '']) => compareText(one, other)),
  )

/** Equal for values with one meaning in Graph: case, order, and the form of a list with one item do not matter. */
export const meaningOf = (value: unknown): string => JSON.stringify([...new Set(leavesOf(value))].sort(compareText))

/** The value that no copy takes for one of its own, so that readers leave the place undetermined. */
const undecided = (values: readonly unknown[]): Mapping => ({ exportsDisagree: values })

function settleMappings(all: readonly Mapping[], path: readonly string[], into: Contradiction[]): Mapping {
  const keys = new Map<string, string>()
  for (const key of all.flatMap(Object.keys)) if (!keys.has(key.toLowerCase())) keys.set(key.toLowerCase(), key)
  const statedBy = (one: Mapping, lower: string): unknown =>
    Object.entries(one).find(([key]) => key.toLowerCase() === lower)?.[1]
  return Object.fromEntries(
    [...keys].map(([lower, key]) => {
      const values = all.map((one) => statedBy(one, lower))
      return [
        key,
        isDescriptive(key) ? values.find((value) => value !== undefined) : settle(values, [...path, key], into),
      ]
    }),
  )
}

/**
 * What copies of one object state together: what one of them leaves out is known from the others, and a place at which
 * they contradict each other stays undetermined.
 */
export function settle(values: readonly unknown[], path: readonly string[], into: Contradiction[]): unknown {
  const stated = values.filter((value) => value !== undefined && !isCut(value))
  const different = new Map(stated.map((value) => [meaningOf(value), value] as const).reverse())
  if (different.size < 2) return stated.length > 0 ? stated[0] : values.find((value) => value !== undefined)
  if (stated.every(isMapping)) return settleMappings(stated, path, into)
  const sorted = [...different].sort(([one], [other]) => compareText(one, other)).map(([, value]) => value)
  into.push({ path, values: sorted })
  return undecided(sorted)
}
