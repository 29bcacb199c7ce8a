import type { AssignedUsers } from './conditional-access/assigned-users.ts'
import type { CompiledPolicies } from './conditional-access/compile.ts'
import type { ReachedPolicies } from './conditional-access/reached-policies.ts'
import type { PolicySignIn } from './conditional-access/sign-in.ts'

/** The policies of a tenant, and the users whom each of them concerns. */
export interface PoliciesOfAll {
  readonly compiled: CompiledPolicies
  readonly assigned: AssignedUsers
}

/** The policies that reach a leg, and the users whom each of them concerns. */
export interface PoliciesOfLeg extends PoliciesOfAll {
  readonly reached: ReachedPolicies
  /** What is asked of them, without the user. */
  readonly question: PolicySignIn
  /** The same without what the sign-in brings along; undefined if it brings nothing. */
  readonly bare: PolicySignIn | undefined
}
