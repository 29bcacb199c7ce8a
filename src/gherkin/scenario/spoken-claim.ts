import type { Claim } from '../../analysis/claims/claim.ts'
import type { Provable } from '../../analysis/claims/parse-provable.ts'

/** A claim, and its text in the feature. */
export interface SpokenClaim {
  readonly text: string
  readonly claim: Claim
}

/** A claim to prove, and its text in the feature. */
export interface SpokenProvable {
  readonly text: string
  readonly provable: Provable
}
