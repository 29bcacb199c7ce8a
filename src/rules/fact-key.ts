import type { DeclaredCache } from '../memory/declared-cache.ts'
import { fitsNumber, type NumberKey, type NumberPart, numberKey } from '../memory/number-key.ts'
import { type FactName, factDomains, type LegFacts } from '../vocabulary/facts.ts'
import { readers } from './generated/fact-shape.ts'

/** A number that is equal for legs on which all of some facts are equal; a missing fact has a number of its own. */
export type FactKey = NumberKey<LegFacts>

function partOf(name: FactName): NumberPart<LegFacts> {
  const domain: readonly string[] = factDomains[name]
  const get = readers[name]
  const indexOf = (facts: LegFacts): number => {
    const value = get(facts)
    let index = 0
    while (index < domain.length && domain[index] !== value) index += 1
    return index
  }
  return { part: name, values: domain.length + 1, of: indexOf }
}

/** The key over some facts that are few enough for one number; with the cache that it is the key of, or a part of it. */
export function factKey(names: readonly FactName[], cache?: DeclaredCache): FactKey {
  return numberKey(names.map(partOf), cache)
}

/** The keys over facts of which there may be more than one number can tell apart. */
export function factKeys(names: readonly FactName[], cache?: DeclaredCache): readonly FactKey[] {
  const runs: FactName[][] = [[]]
  for (const name of names) {
    const run = runs[runs.length - 1] ?? []
    if (fitsNumber([...run, name].map(partOf))) run.push(name)
    else runs.push([name])
  }
  return runs.map((run) => factKey(run, cache))
}
