import type { Claim } from '../../analysis/claims/claim.ts'

/** A claim, and the words in which the feature says it. */
export interface SpokenClaim {
  readonly text: string
  readonly claim: Claim
}
