import { alsoForget } from './fact-key.ts'

/** Stands where something was made once: much is asked for only once, and what is kept has to be carried along. */
const madeOnce = Symbol('made once')

type Shelf<T> = Map<unknown, Shelf<T> | T | typeof madeOnce>

interface Store<T> {
  shelf: Shelf<T>
  kept: number
}

/** The most things that are kept for one owner. */
const capacity = 10_000

/**
 * Keeps what is made out of an owner and some parts, each told apart by identity, at once or when it is asked for again;
 * what is kept lives as long as its owner. Only speed hangs on it: what is forgotten is made anew.
 */
export function keptFor<T>(
  when: 'at once' | 'when asked again',
): (owner: object, parts: readonly unknown[], make: () => T) => T {
  let stores = new WeakMap<object, Store<T>>()
  alsoForget({
    clear: () => {
      stores = new WeakMap()
    },
  })
  return (owner, parts, make) => {
    let store = stores.get(owner)
    if (store === undefined) {
      store = { shelf: new Map(), kept: 0 }
      stores.set(owner, store)
    }
    const last = parts.length - 1
    let shelf = store.shelf
    for (let at = 0; at < last; at += 1) {
      // Invariant: every level but the last holds shelves.
      let next = shelf.get(parts[at]) as Shelf<T> | undefined
      if (next === undefined) {
        next = new Map()
        shelf.set(parts[at], next)
      }
      shelf = next
    }
    // Invariant: the last level holds no shelves.
    const known = shelf.get(parts[last]) as T | typeof madeOnce | undefined
    if (known !== undefined && known !== madeOnce) return known
    const made = make()
    if (store.kept >= capacity) stores.set(owner, { shelf: new Map(), kept: 0 })
    shelf.set(parts[last], when === 'at once' || known === madeOnce ? made : madeOnce)
    store.kept += 1
    return made
  }
}
