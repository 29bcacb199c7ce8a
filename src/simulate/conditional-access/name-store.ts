import { indexesOf, type Mask } from './bits.ts'

interface Named {
  readonly mask: Mask
  readonly names: readonly string[]
}

/** Names of sets of policies found so far: naming hundreds is dearer than deciding. */
export type NameStore = Map<number, readonly Named[]>

/** The most sets that are kept. */
const capacity = 5000

function hashOf(one: Mask, other: Mask): number {
  let hash = 17
  for (let word = 0; word < one.length; word += 1) {
    hash = (Math.imul(hash, 31) + ((one[word] ?? 0) & (other[word] ?? 0))) | 0
  }
  return hash
}

function isBoth(mask: Mask, one: Mask, other: Mask): boolean {
  for (let word = 0; word < mask.length; word += 1) {
    if (mask[word] !== ((one[word] ?? 0) & (other[word] ?? 0))) return false
  }
  return true
}

/** Names of the policies in both masks, in the order of their indexes. */
export function namesInBoth(
  store: NameStore,
  policies: readonly { readonly name: string }[],
  one: Mask,
  other: Mask,
): readonly string[] {
  const hash = hashOf(one, other)
  const kept = store.get(hash)
  if (kept !== undefined) for (const entry of kept) if (isBoth(entry.mask, one, other)) return entry.names
  const mask = one.map((word, index) => word & (other[index] ?? 0))
  const names = indexesOf(mask).flatMap((index) => policies[index]?.name ?? [])
  if (store.size >= capacity) store.clear()
  store.set(hash, [...(kept ?? []), { mask, names }])
  return names
}
