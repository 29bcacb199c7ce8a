import { type DeclaredCache, time } from './declared-cache.ts'

/** Values by object that are only kept once the store was asked several times: most stores are asked once or twice. */
export interface HotStore<T> {
  readonly cache: DeclaredCache
  readonly capacity: number
  asked: number
  kept: Map<object, T> | undefined
  since: number
}

/** How often a store is asked before it keeps anything: making room costs more than making a few values again. */
const askedBefore = 4

/** An empty store of a cache with a maximum number of keys; it is cleared when it exceeds them. */
export function hotStore<T>(cache: DeclaredCache, capacity: number): HotStore<T> {
  return { cache, capacity, asked: 0, kept: undefined, since: time.dropped }
}

/** The cached value of an object, or a newly computed one. */
export function whenHot<T>(store: HotStore<T>, key: object, make: () => T): T {
  if (store.asked < askedBefore) {
    store.asked += 1
    return make()
  }
  if (store.kept === undefined || store.since !== time.dropped) {
    store.kept = new Map()
    store.since = time.dropped
  }
  const known = store.kept.get(key)
  if (known !== undefined) return known
  const made = make()
  if (store.kept.size >= store.capacity) store.kept.clear()
  store.kept.set(key, made)
  return made
}
