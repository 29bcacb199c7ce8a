import type { DeclaredCache } from './declared-cache.ts'
import { type KeyStore, keep, keyStore, recall } from './stores.ts'

/** Values by object that are only kept once the store was asked several times: most stores are asked once or twice. */
export interface HotStore<T> {
  readonly cache: DeclaredCache
  readonly capacity: number
  asked: number
  values: KeyStore<object, T> | undefined
}

/** How often a store is asked before it keeps anything: making room costs more than making a few values again. */
const askedBefore = 4

/** An empty store of a cache with a maximum number of keys; it is cleared when it exceeds them. */
export function hotStore<T>(cache: DeclaredCache, capacity: number): HotStore<T> {
  return { cache, capacity, asked: 0, values: undefined }
}

/** The cached value of an object, or a newly computed one. */
export function whenHot<T>(store: HotStore<T>, key: object, make: () => T): T {
  if (store.asked < askedBefore) {
    store.asked += 1
    return make()
  }
  store.values ??= keyStore(store.cache, store.capacity)
  return recall(store.values, key) ?? keep(store.values, key, make())
}
