import type { Contribution } from '../atom.ts'

/** A value of a dimension before those that no policy distinguishes are joined. */
export interface Candidate {
  readonly word: string
  readonly contributions: readonly Contribution[]
}

/** A value that contributes the same under every set of policies. */
export const everywhere = (word: string, contribution: Contribution, sides: number): Candidate => ({
  word,
  contributions: Array.from({ length: sides }, () => contribution),
})
