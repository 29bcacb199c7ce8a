/** Freezes plain data and everything in it. Maps and sets stay as they are: their types let nobody write. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  if (value instanceof Map || value instanceof Set) {
    for (const part of value.values()) deepFreeze(part)
    return value
  }
  for (const part of Object.values(value)) deepFreeze(part)
  return value
}

/** The object without its keys that hold nothing, for types in which a key is absent rather than undefined. */
export function present<T extends object>(thing: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  const kept: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(thing)) if (value !== undefined) kept[key] = value
  // What is left has no key that holds undefined.
  return kept as { [Key in keyof T]: Exclude<T[Key], undefined> }
}
