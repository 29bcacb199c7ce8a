import { type DeclaredCache, time } from './declared-cache.ts'

/** What is kept under texts and numbers; it is emptied when it grows too large. */
export interface KeyStore<Key, T> {
  readonly cache: DeclaredCache
  kept: Map<Key, T>
  readonly capacity: number
  since: number
}

/** An empty store of a cache, of so many keys at the most. */
export function keyStore<Key, T>(cache: DeclaredCache, capacity: number): KeyStore<Key, T> {
  return { cache, kept: new Map(), capacity, since: time.dropped }
}

/** What is kept under a key. */
export function recall<Key, T>(store: KeyStore<Key, T>, key: Key): T | undefined {
  if (store.since !== time.dropped) {
    store.kept = new Map()
    store.since = time.dropped
  }
  return store.kept.get(key)
}

/** Keeps a value under a key and returns it. */
export function keep<Key, T>(store: KeyStore<Key, T>, key: Key, value: T): T {
  if (store.kept.size >= store.capacity) store.kept.clear()
  store.kept.set(key, value)
  return value
}

/** What is kept for objects that do not change, as long as they are used. */
export interface ObjectStore<T> {
  readonly cache: DeclaredCache
  kept: WeakMap<object, T>
  since: number
}

/** An empty store of a cache. */
export function objectStore<T>(cache: DeclaredCache): ObjectStore<T> {
  return { cache, kept: new WeakMap(), since: time.dropped }
}

/** What is kept for an object. */
export function recallOf<T>(store: ObjectStore<T>, object: object): T | undefined {
  if (store.since !== time.dropped) {
    store.kept = new WeakMap()
    store.since = time.dropped
  }
  return store.kept.get(object)
}

/** Keeps a value for an object and returns it. */
export function keepOf<T>(store: ObjectStore<T>, object: object, value: T): T {
  store.kept.set(object, value)
  return value
}
