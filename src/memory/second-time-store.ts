import { type DeclaredCache, time } from './declared-cache.ts'

/** Stands where something was made once: much is asked for only once, and what is kept has to be carried along. */
const madeOnce = Symbol('made once')

/** What is kept under numbers from the second time on that it is asked for; it is emptied when it grows too large. */
export interface SecondTimeStore<T> {
  readonly cache: DeclaredCache
  kept: Map<number, T | typeof madeOnce>
  readonly capacity: number
  since: number
}

/** An empty store of a cache, of so many keys at the most. */
export function secondTimeStore<T>(cache: DeclaredCache, capacity: number): SecondTimeStore<T> {
  return { cache, kept: new Map(), capacity, since: time.dropped }
}

/** What is kept under a key, or what is made instead. */
export function atSecondTime<T>(store: SecondTimeStore<T>, key: number, make: () => T): T {
  if (store.since !== time.dropped) {
    store.kept = new Map()
    store.since = time.dropped
  }
  const known = store.kept.get(key)
  if (known !== undefined && known !== madeOnce) return known
  const made = make()
  if (store.kept.size >= store.capacity) store.kept.clear()
  store.kept.set(key, known === madeOnce ? made : madeOnce)
  return made
}
