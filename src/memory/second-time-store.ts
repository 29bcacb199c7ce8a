import { type DeclaredCache, time } from './declared-cache.ts'

/** Marks keys that were requested once: most keys are never requested again, and every cached value costs memory. */
const madeOnce = Symbol('made once')

/** Caches a value when its key is requested for the second time; cleared when it exceeds its capacity. */
export interface SecondTimeStore<T, Key = number> {
  readonly cache: DeclaredCache
  kept: Map<Key, T | typeof madeOnce>
  readonly capacity: number
  since: number
}

/** An empty store of a cache with a maximum number of keys. */
export function secondTimeStore<T, Key = number>(cache: DeclaredCache, capacity: number): SecondTimeStore<T, Key> {
  return { cache, kept: new Map(), capacity, since: time.dropped }
}

/** The cached value of a key, or a newly computed one. */
export function atSecondTime<T, Key>(store: SecondTimeStore<T, Key>, key: Key, make: () => T): T {
  if (store.since !== time.dropped) {
    store.kept = new Map()
    store.since = time.dropped
  }
  const known = store.kept.get(key)
  if (known !== undefined && known !== madeOnce) return known
  const made = make()
  time.entries += 1
  if (store.kept.size >= store.capacity) store.kept.clear()
  store.kept.set(key, known === madeOnce ? made : madeOnce)
  return made
}
