import { declareCache } from './declared-cache.ts'
import { keepOf, objectStore, recallOf } from './stores.ts'

/** Stands for every object while a test leaves the object out of the key. */
const anyObject: object = {}

/** Keeps what is derived from one object that does not change, named by what it is. */
export function cacheByObject<Key extends object, T>(name: string, object: string): (key: Key, make: () => T) => T {
  const cache = declareCache(name, [object])
  const store = objectStore<T>(cache)
  return (key, make) => {
    const under = cache.leftOut === undefined ? key : anyObject
    return recallOf(store, under) ?? keepOf(store, under, make())
  }
}
