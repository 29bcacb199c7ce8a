import type { Claim } from '../../analysis/claims/claim.ts'
import type { Provable } from '../../analysis/claims/parse-provable.ts'

/** A claim, and its text in the feature. */
export interface StatedClaim {
  readonly text: string
  readonly claim: Claim
}

/** A claim to prove, and its text in the feature. */
export interface StatedProvable {
  readonly text: string
  readonly provable: Provable
}
