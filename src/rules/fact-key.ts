import type { NumberKey } from '../memory/cache-by-numbers.ts'
import type { DeclaredCache } from '../memory/declared-cache.ts'
import { type FactName, factDomains, type LegFacts } from '../vocabulary/facts.ts'
import { places } from './generated/fact-shape.ts'

/** A number that is equal for legs on which all of some facts are equal; a missing fact has a separate number. */
export type FactKey = NumberKey<LegFacts>

/** How many keys there are over some facts: each is below this number. */
export const keyCount = (names: readonly FactName[]): number =>
  names.reduce((product, name) => product * (factDomains[name].length + 1), 1)

/** Whether one number can tell all combinations of some facts apart. */
const fitsNumber = (names: readonly FactName[]): boolean => keyCount(names) <= Number.MAX_SAFE_INTEGER

/** The key over some facts that are few enough for one number; with the cache that it is the key of, or a part of it. */
export function factKey(names: readonly FactName[], cache?: DeclaredCache): FactKey {
  if (!fitsNumber(names)) throw new Error('there are too many facts for one key')
  const columns = names.map((name) => ({ name, placeIn: places[name], count: factDomains[name].length + 1 }))
  const keyLeftOut = (leftOut: string, facts: LegFacts): number =>
    columns.reduce((key, { name, placeIn, count }) => key * count + (name === leftOut ? 0 : placeIn(facts)), 0)
  return (facts) => {
    if (cache?.leftOut !== undefined) return keyLeftOut(cache.leftOut, facts)
    let key = 0
    for (let at = 0; at < columns.length; at += 1) {
      // Invariant: the index is below the length of the list.
      const { placeIn, count } = columns[at] as (typeof columns)[number]
      key = key * count + placeIn(facts)
    }
    return key
  }
}

/** The keys over facts of which there may be more than one number can distinguish. */
export function factKeys(names: readonly FactName[], cache?: DeclaredCache): readonly FactKey[] {
  const runs: FactName[][] = [[]]
  for (const name of names) {
    const run = runs[runs.length - 1] ?? []
    if (fitsNumber([...run, name])) run.push(name)
    else runs.push([name])
  }
  return runs.map((run) => factKey(run, cache))
}
