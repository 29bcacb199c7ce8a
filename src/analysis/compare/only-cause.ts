import { sameData, withChanges } from '../../source/edit/change.ts'
import type { Change } from '../population/results.ts'
import { type Attributed, usersOf } from './causes.ts'
import type { Part } from './differences.ts'

/**
 * The one difference that is the cause of every change, where there is only one, nothing dated lies between the documents,
 * and it makes all of the other document.
 */
export function onlyCause(
  [before, after]: readonly [unknown, unknown],
  parts: readonly Part[],
  { timeless }: { readonly timeless: boolean },
): Part | undefined {
  const [only] = parts
  if (only === undefined || parts.length > 1 || only.time !== undefined || !timeless) return undefined
  return sameData(withChanges(before, only.edits), after) ? only : undefined
}

/** Changes that all have one cause. */
export function attributedToOne({ difference }: Part, changes: readonly Change[]): Attributed {
  return { causes: [{ differences: [difference], changes, users: usersOf(changes) }], withoutEffect: [] }
}
