import type { Instant } from '../../vocabulary/requests.ts'
import type { ClaimKey } from './keys.ts'

/** A key that must, or must not, have one of these values. */
export interface Condition {
  readonly key: ClaimKey
  readonly values: readonly string[]
  readonly negated: boolean
}

/** How many of the covered sign-ins must satisfy the claim. */
export type Quantifier =
  | { readonly kind: 'every' | 'no' | 'some' }
  | { readonly kind: 'at-most' | 'at-least'; readonly count: number }

/** The instant or period that a claim covers; by default the date of the plan. */
export type Occasion =
  | { readonly kind: 'at'; readonly at: Instant }
  | { readonly kind: 'between'; readonly from: Instant; readonly to: Instant }

/** A statement about sign-ins that is true, false, or undetermined. */
export interface Claim {
  readonly quantifier: Quantifier
  /** What the quantifier counts; a person counts once, regardless of how many of their sign-ins match. */
  readonly counts: 'sign-ins' | 'people'
  /** Which sign-ins are covered; all conditions must hold, and leg conditions must all hold for the same leg. */
  readonly where: readonly Condition[]
  /** The assertion; `loses-access`: the sign-ins succeed before the occasion and no longer at it. */
  readonly says: readonly Condition[] | 'loses-access'
  readonly occasion?: Occasion
  /**
   * `only administrators ...`: the first condition excludes the administrators; no one else may match, and some of them
   * must.
   */
  readonly exclusive?: true
}

/** A parse error: what is wrong, and a suggestion. */
export interface ClaimProblem {
  readonly message: string
  readonly help: string
}

/** The parsed value, or all problems. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly ClaimProblem[] }

/** A parse result with a single problem. */
export const refused = (message: string, help: string): { readonly ok: false; readonly problems: ClaimProblem[] } => ({
  ok: false,
  problems: [{ message, help }],
})
