import { type DeclaredCache, time } from './declared-cache.ts'

/** Sets of numbers as bits, 32 to a word. */
type Words = readonly number[]

interface Entry<T> {
  readonly words: Words
  readonly value: T
}

/** Values by set, found by hash and compared word by word. */
export interface MaskStore<T> {
  readonly cache: DeclaredCache
  kept: Map<number, readonly Entry<T>[]>
  readonly capacity: number
  since: number
}

/** An empty store for a cache whose key ends with a set. */
export function maskStore<T>(cache: DeclaredCache, capacity: number): MaskStore<T> {
  return { cache, kept: new Map(), capacity, since: time.dropped }
}

function hashOf(words: Words): number {
  let hash = words[0] ?? 0
  for (let at = 1; at < words.length; at += 1) hash = (Math.imul(hash, 31) + (words[at] ?? 0)) | 0
  return hash
}

function isSame(one: Words, other: Words): boolean {
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false
  return true
}

/** The value for a set, if cached. */
export function recallMask<T>(store: MaskStore<T>, words: Words): T | undefined {
  if (store.since !== time.dropped) {
    store.kept = new Map()
    store.since = time.dropped
  }
  const blind = store.cache.leftOut !== undefined
  const kept = store.kept.get(blind ? 0 : hashOf(words))
  if (kept !== undefined) for (const entry of kept) if (blind || isSame(entry.words, words)) return entry.value
  return undefined
}

/** Caches a value for a set, which must not change afterwards, and returns it. */
export function keepMask<T>(store: MaskStore<T>, words: Words, value: T): T {
  time.entries += 1
  const hash = store.cache.leftOut === undefined ? hashOf(words) : 0
  const others = store.kept.get(hash)
  if (store.kept.size >= store.capacity) store.kept.clear()
  store.kept.set(hash, others === undefined ? [{ words, value }] : [...others, { words, value }])
  return value
}
