import type { Instant } from '../../vocabulary/requests.ts'
import type { ClaimKey } from './keys.ts'

/** The key has, or has not, one of these values. */
export interface Condition {
  readonly key: ClaimKey
  readonly values: readonly string[]
  readonly negated: boolean
}

/** How many of those covered must be as the claim says. */
export type Quantifier =
  | { readonly kind: 'every' | 'no' | 'some' }
  | { readonly kind: 'at-most' | 'at-least'; readonly count: number }

/** The instant, or the time, that a claim is about; left out, it is the date of the plan. */
export type Occasion =
  | { readonly kind: 'at'; readonly at: Instant }
  | { readonly kind: 'between'; readonly from: Instant; readonly to: Instant }

/** A statement about sign-ins that is true, false, or not known. */
export interface Claim {
  readonly quantifier: Quantifier
  /** What the quantifier counts: people count once, however many of their sign-ins are as said. */
  readonly counts: 'sign-ins' | 'people'
  /** Which sign-ins are covered; all conditions must hold, those on legs of one and the same leg. */
  readonly where: readonly Condition[]
  /** What is said about them; `loses-access`: they work before the occasion and no longer at it. */
  readonly says: readonly Condition[] | 'loses-access'
  readonly occasion?: Occasion
  /** `only administrators ...`: the first condition leaves out those who alone are as said, and some of whom are. */
  readonly exclusive?: true
}

/** Something that could not be understood: what is wrong, and what may have been meant. */
export interface ClaimProblem {
  readonly message: string
  readonly help: string
}

/** What was read, or everything that is wrong with it. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly ClaimProblem[] }

/** A reading that failed with one problem. */
export const refused = (message: string, help: string): { readonly ok: false; readonly problems: ClaimProblem[] } => ({
  ok: false,
  problems: [{ message, help }],
})
