import type { PolicySignIn } from '../simulate/conditional-access/sign-in.ts'
import type { ConditionName } from '../vocabulary/policies.ts'

/** What sign-ins differ in, as far as policies read it. */
export const dimensionNames = [
  'client',
  'platform',
  'flow',
  'signInRisk',
  'userRisk',
  'insiderRisk',
  'servicePrincipalRisk',
  'device',
  'location',
  'target',
  'people',
] as const

/** One dimension of the space of sign-ins. */
export type DimensionName = (typeof dimensionNames)[number]

/** What an atom contributes to a sign-in under one set of policies. */
export type Contribution = Partial<PolicySignIn>

/** Values of one dimension that no policy distinguishes, represented by one of them. */
export interface Atom {
  /** What the values are called; the first is the one that stands for all of them. */
  readonly words: readonly string[]
  /** What it contributes to the sign-in, for each set of policies. */
  readonly contributions: readonly Contribution[]
}

/** A dimension cut into atoms: together they are every value that there can be. */
export interface Layer {
  readonly dimension: DimensionName
  readonly atoms: readonly Atom[]
  /** The conditions of policies that are settled once this dimension is known. */
  readonly conditions: readonly ConditionName[]
}

/** A part of a dimension that could not be cut exactly, and why. */
export interface OpenCut {
  readonly dimension: DimensionName
  readonly reason: string
}
