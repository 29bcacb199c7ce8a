import { type DeclaredCache, declareCache, time } from './declared-cache.ts'
import { keepOf, objectStore, recallOf } from './stores.ts'

type Level<T> = Map<unknown, Level<T> | T>

interface Store<T> {
  readonly root: Level<T>
  kept: number
}

/** Default maximum number of entries per owner. */
const usualCapacity = 10_000

/** A placeholder for every owner while a test omits the owner from the key. */
const anyOwner: object = {}

/** The description of a cache per owner: the owner, and the parts of the key in parameter order. */
export interface OwnerKey<Parts extends readonly unknown[]> {
  readonly name: string
  readonly owner: string
  readonly parts: { readonly [At in keyof Parts]: string }
  /** Names of the values that the last part combines, if it combines several. */
  readonly within?: readonly string[]
  /** Maximum number of entries per owner. */
  readonly capacity?: number
}

/** A cache per owner, and its declaration. */
export interface OwnerCache<Parts extends readonly unknown[], T> {
  readonly declared: DeclaredCache
  readonly find: (owner: object, parts: Parts, make: () => T) => T
}

/** The last level for the given parts; the part at the hidden index is treated as undefined. */
function lastLevel<T>(root: Level<T>, parts: readonly unknown[], hidden: number): Level<T> {
  let level = root
  for (let at = 0; at < parts.length - 1; at += 1) {
    const part = at === hidden ? undefined : parts[at]
    // Invariant: every level except the last contains levels.
    let next = level.get(part) as Level<T> | undefined
    if (next === undefined) {
      next = new Map()
      level.set(part, next)
    }
    level = next
  }
  return level
}

/**
 * A cache for values derived from an owner and some parts, each compared by identity; entries live as long as their
 * owner.
 */
export function cachePerOwner<T, Parts extends readonly unknown[]>(key: OwnerKey<Parts>): OwnerCache<Parts, T> {
  const declared: DeclaredCache = declareCache(key.name, [key.owner, ...key.parts, ...(key.within ?? [])])
  const { capacity = usualCapacity } = key
  const stores = objectStore<Store<T>>(declared)
  const find = (asked: object, parts: Parts, make: () => T): T => {
    const hidden = declared.leftOut === undefined ? -2 : declared.parts.indexOf(declared.leftOut) - 1
    const owner = hidden === -1 ? anyOwner : asked
    const store = recallOf(stores, owner) ?? keepOf(stores, owner, { root: new Map(), kept: 0 })
    const level = lastLevel(store.root, parts, hidden)
    const part = parts.length - 1 === hidden ? undefined : parts[parts.length - 1]
    // Invariant: the last level contains no levels.
    const known = level.get(part) as T | undefined
    if (known !== undefined) return known
    const made = make()
    if (store.kept >= capacity) keepOf(stores, owner, { root: new Map(), kept: 0 })
    level.set(part, made)
    store.kept += 1
    time.entries += 1
    return made
  }
  return { declared, find }
}
