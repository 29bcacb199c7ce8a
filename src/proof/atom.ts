import type { PolicySignIn } from '../simulate/conditional-access/sign-in.ts'
import type { ConditionName } from '../vocabulary/policies.ts'

/** Dimensions along which policies can distinguish sign-ins. */
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

/** The sign-in properties that an atom sets under one set of policies. */
export type Contribution = Partial<PolicySignIn>

/** Values of one dimension that no policy distinguishes, represented by one of them. */
export interface Atom {
  /** Display names of the values; the first one labels the atom. */
  readonly words: readonly string[]
  /** The sign-in properties that it sets, for each set of policies. */
  readonly contributions: readonly Contribution[]
}

/** A dimension partitioned into atoms, which together cover every possible value. */
export interface Layer {
  readonly dimension: DimensionName
  readonly atoms: readonly Atom[]
  /** Policy conditions that are decided once this dimension is known. */
  readonly conditions: readonly ConditionName[]
}

/** A part of a dimension that could not be partitioned or searched exactly, and the reason. */
export interface InexactPart {
  readonly dimension: DimensionName
  readonly reason: string
}
