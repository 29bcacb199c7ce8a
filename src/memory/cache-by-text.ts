import { declareCache } from './declared-cache.ts'
import { keep, keyStore, recall } from './stores.ts'

/** A named cache for values derived from one text. */
export function cacheByText<T>(name: string, text: string, capacity: number): (text: string, make: () => T) => T {
  const cache = declareCache(name, [text])
  const store = keyStore<string, T>(cache, capacity)
  return (key, make) => {
    const under = cache.leftOut === undefined ? key : ''
    return recall(store, under) ?? keep(store, under, make())
  }
}
