import { declareCache } from '../../memory/declared-cache.ts'
import { keepMask as keepNames, type MaskStore, maskStore, recallMask as recallNames } from '../../memory/mask-store.ts'
import { indexesOf, keepMask, type Mask } from './bits.ts'

const cache = declareCache('names of policies', ['policies'])

/** Names of sets of policies found so far: naming hundreds is slower than deciding. */
export type NameStore = MaskStore<readonly string[]>

// Invariant: the store belongs to the compiled policies, whose names do not change.
/** An empty store of names. */
export const nameStore = (): NameStore => maskStore(cache, 5000)

/** Names of the policies in both masks, in the order of their indexes. */
export function namesInBoth(
  store: NameStore,
  policies: readonly { readonly name: string }[],
  one: Mask,
  other: Mask,
): readonly string[] {
  const mask = one.slice()
  keepMask(mask, other)
  return (
    recallNames(store, mask) ??
    keepNames(
      store,
      mask,
      indexesOf(mask).flatMap((index) => policies[index]?.name ?? []),
    )
  )
}
