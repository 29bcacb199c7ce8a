import type { Claim } from '../../analysis/claims/claim.ts'
import type { Provable } from '../../analysis/claims/parse-provable.ts'

/** A claim, and the words in which the feature says it. */
export interface SpokenClaim {
  readonly text: string
  readonly claim: Claim
}

/** A claim to prove, and the words in which the feature says it. */
export interface SpokenProvable {
  readonly text: string
  readonly provable: Provable
}
