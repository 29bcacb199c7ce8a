import { declareCache } from './declared-cache.ts'
import { keepOf, objectStore, recallOf } from './stores.ts'

/** A placeholder for every object while a test omits the object from the key. */
const anyObject: object = {}

/** A named cache for values derived from one immutable object. */
export function cacheByObject<Key extends object, T>(name: string, object: string): (key: Key, make: () => T) => T {
  const cache = declareCache(name, [object])
  const store = objectStore<T>(cache)
  return (key, make) => {
    const under = cache.leftOut === undefined ? key : anyObject
    return recallOf(store, under) ?? keepOf(store, under, make())
  }
}
