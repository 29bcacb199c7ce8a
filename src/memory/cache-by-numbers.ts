import type { DeclaredCache } from './declared-cache.ts'
import { type KeyStore, keep, keyStore, recall } from './stores.ts'

/** A number that is equal for subjects that are equivalent for the cache. */
export type NumberKey<Subject> = (subject: Subject) => number

type Level<T> = KeyStore<number, Level<T> | { readonly value: T }>

/** Maximum number of keys per level. */
const capacity = 100_000

/** A cache for values whose key consists of several numbers. */
export function cacheByNumbers<Subject, T>(
  cache: DeclaredCache,
  keys: readonly NumberKey<Subject>[],
): (subject: Subject, make: () => T) => T {
  const root: Level<T> = keyStore(cache, capacity)
  return (subject, make) => {
    let level = root
    for (let at = 0; at < keys.length; at += 1) {
      // Invariant: the index is below the length of the list.
      const part = (keys[at] as NumberKey<Subject>)(subject)
      const next = recall(level, part)
      if (next === undefined) {
        if (at === keys.length - 1) {
          const value = make()
          keep(level, part, { value })
          return value
        }
        const made: Level<T> = keyStore(cache, capacity)
        keep(level, part, made)
        level = made
      } else if ('value' in next) return next.value
      else level = next
    }
    return make()
  }
}
