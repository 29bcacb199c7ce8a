import { type FactName, factDomains, type LegFacts } from '../vocabulary/facts.ts'
import { readers } from './generated/fact-shape.ts'

/** A number that is equal for legs on which all of some facts are equal; a missing fact has a number of its own. */
export type FactKey = (facts: LegFacts) => number

/** Makes the key over some facts; undefined where their values have more combinations than a number can tell apart. */
export function factKey(names: readonly FactName[]): FactKey | undefined {
  const columns = names.map((name) => ({ get: readers[name], domain: factDomains[name] as readonly string[] }))
  const combinations = columns.reduce((product, { domain }) => product * (domain.length + 1), 1)
  if (combinations > Number.MAX_SAFE_INTEGER) return undefined
  return (facts) => {
    let key = 0
    for (let at = 0; at < columns.length; at += 1) {
      // Invariant: the index is below the length of the list.
      const { get, domain } = columns[at] as (typeof columns)[number]
      const value = get(facts)
      let index = 0
      while (index < domain.length && domain[index] !== value) index += 1
      key = key * (domain.length + 1) + index
    }
    return key
  }
}

/** The key over some facts that are few enough for it. */
export function numberOf(names: readonly FactName[]): FactKey {
  const key = factKey(names)
  if (key === undefined) throw new Error('there are too many facts for one number')
  return key
}

/** What was found for facts, by their key. */
export type FactMemory<T> = Map<number, T>

/** The most keys that a memory holds. */
const capacity = 100_000
const memories: { clear(): void }[] = []

/** Has a memory of another shape dropped along with the rest by `forgetDecisions`. */
export function alsoForget(memory: { clear(): void }): void {
  memories.push(memory)
}

/** An empty memory. */
export function factMemory<T>(): FactMemory<T> {
  const memory: FactMemory<T> = new Map()
  memories.push(memory)
  return memory
}

/** Keeps a value under a key. Only speed hangs on it: what is forgotten is found anew. */
export function remember<T>(memory: FactMemory<T>, key: number, value: T): T {
  if (memory.size >= capacity) memory.clear()
  memory.set(key, value)
  return value
}

/** Drops everything remembered, for a test that takes a rule out of the knowledge base. */
export function forgetDecisions(): void {
  for (const memory of memories) memory.clear()
}

/** Splits facts into runs of which one number each tells the values. */
function runsOf(names: readonly FactName[]): readonly FactKey[] {
  const runs: FactName[][] = [[]]
  for (const name of names) {
    const run = runs[runs.length - 1] ?? []
    if (factKey([...run, name]) === undefined) runs.push([name])
    else run.push(name)
  }
  return runs.flatMap((run) => factKey(run) ?? [])
}

type Shelf<T> = Map<number, Shelf<T> | { readonly value: T }>

/** Remembers what is found for facts of which there are more than one number can tell. */
export function rememberedBy<T>(names: readonly FactName[]): (facts: LegFacts, make: () => T) => T {
  const keys = runsOf(names)
  const root: Shelf<T> = factMemory()
  return (facts, make) => {
    let shelf = root
    for (let at = 0; at < keys.length; at += 1) {
      // Invariant: the index is below the length of the list.
      const part = (keys[at] as FactKey)(facts)
      const next = shelf.get(part)
      if (next instanceof Map) shelf = next
      else if (next !== undefined) return next.value
      else if (at < keys.length - 1) shelf = remember(shelf, part, new Map()) as Shelf<T>
      else {
        const value = make()
        remember(shelf, part, { value })
        return value
      }
    }
    return make()
  }
}
