import { type DeclaredCache, time } from './declared-cache.ts'

/** Values by text or number; cleared when the store exceeds its capacity. */
export interface KeyStore<Key, T> {
  readonly cache: DeclaredCache
  kept: Map<Key, T>
  readonly capacity: number
  since: number
}

/** An empty store of a cache with a maximum number of keys. */
export function keyStore<Key, T>(cache: DeclaredCache, capacity: number): KeyStore<Key, T> {
  return { cache, kept: new Map(), capacity, since: time.dropped }
}

/** The cached value of a key. */
export function recall<Key, T>(store: KeyStore<Key, T>, key: Key): T | undefined {
  if (store.since !== time.dropped) {
    store.kept = new Map()
    store.since = time.dropped
  }
  return store.kept.get(key)
}

/** Caches a value and returns it. */
export function keep<Key, T>(store: KeyStore<Key, T>, key: Key, value: T): T {
  time.entries += 1
  if (store.kept.size >= store.capacity) store.kept.clear()
  store.kept.set(key, value)
  return value
}

/** Values by immutable object, kept as long as the object is in use. */
export interface ObjectStore<T> {
  readonly cache: DeclaredCache
  kept: WeakMap<object, T>
  since: number
}

/** An empty store of a cache. */
export function objectStore<T>(cache: DeclaredCache): ObjectStore<T> {
  return { cache, kept: new WeakMap(), since: time.dropped }
}

/** The cached value of an object. */
export function recallOf<T>(store: ObjectStore<T>, object: object): T | undefined {
  if (store.since !== time.dropped) {
    store.kept = new WeakMap()
    store.since = time.dropped
  }
  return store.kept.get(object)
}

/** Caches a value for an object and returns it. */
export function keepOf<T>(store: ObjectStore<T>, object: object, value: T): T {
  time.entries += 1
  store.kept.set(object, value)
  return value
}
