import type { Contribution } from '../atom.ts'

/** A value of a dimension, before values that no policy distinguishes are merged. */
export interface Candidate {
  readonly word: string
  readonly contributions: readonly Contribution[]
}

/** A value with the same properties under every set of policies. */
export const everywhere = (word: string, contribution: Contribution, sides: number): Candidate => ({
  word,
  contributions: Array.from({ length: sides }, () => contribution),
})
