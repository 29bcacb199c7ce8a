import { isMapping } from '../vocabulary/mapping.ts'

/** Whether two parts of a normalized tenant say the same; where a file states them does not count. */
export function sameParts(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (one instanceof Set && other instanceof Set) return sameParts([...one], [...other])
  if (one instanceof Map && other instanceof Map) return sameParts([...one], [...other])
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, at) => sameParts(item, other[at]))
  if (!isMapping(one) || !isMapping(other)) return false
  if (one instanceof Map || one instanceof Set || other instanceof Map || other instanceof Set) return false
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...keys].every((key) => key === 'origin' || key === 'origins' || sameParts(one[key], other[key]))
}

/** What is different in another thing of the same type. */
export function differences<Thing extends object>(
  thing: Thing,
  other: Thing,
  but: readonly (keyof Thing)[],
): Partial<Thing> {
  const left = new Set<PropertyKey>(['origin', 'origins', ...but])
  const keys = new Set([...Object.keys(thing), ...Object.keys(other)])
  const different = [...keys].filter(
    (key) => !left.has(key) && !sameParts(Reflect.get(thing, key), Reflect.get(other, key)),
  )
  // The keys are those of either thing, each with the value that the other one has.
  return Object.fromEntries(different.map((key) => [key, Reflect.get(other, key)])) as Partial<Thing>
}
