import type { Bitmap } from '../classes/bitmap.ts'
import type { Kind } from '../classes/user-sets.ts'
import type { PoliciesOfLeg } from './policies-of-leg.ts'

/** Users whose sign-in ends the same way, and the same users by the policies that decide it. */
export interface PartOfEnding {
  readonly members: Bitmap
  readonly byName: readonly Bitmap[]
}

/** What is found of a kind once, and forgotten when another kind is asked about. */
export function kept<Found extends keyof KeptOfKind>(
  keeping: KeptParts,
  kind: Kind,
  what: Found,
  word: string,
  make: () => KeptOfKind[Found],
): KeptOfKind[Found] {
  if (keeping.of !== kind) {
    keeping.of = kind
    keeping.parts.clear()
    keeping.endings.clear()
    keeping.policies.clear()
  }
  // Each map has what its name says.
  const known = keeping[what] as Map<string, KeptOfKind[Found]>
  const found = known.get(word) ?? make()
  known.set(word, found)
  return found
}

interface KeptOfKind {
  readonly parts: readonly Bitmap[]
  readonly endings: readonly PartOfEnding[]
  readonly policies: PoliciesOfLeg | undefined
}

/** Parts of one kind, as far as they were found. */
export interface KeptParts {
  of: Kind | undefined
  readonly parts: Map<string, KeptOfKind['parts']>
  readonly endings: Map<string, KeptOfKind['endings']>
  readonly policies: Map<string, KeptOfKind['policies']>
}

/** Nothing found yet. */
export const keptParts = (): KeptParts => ({ of: undefined, parts: new Map(), endings: new Map(), policies: new Map() })
