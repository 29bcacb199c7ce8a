import type { FactValue } from '../vocabulary/facts.ts'
import type { Declared } from './declared.ts'
import type { ComparisonOperator, PresenceOperator } from './settings/access-rules.ts'

/** A domain and how its users sign in. */
export interface Domain extends Declared {
  readonly name: string
  readonly authentication: FactValue<'domainAuthentication'>
  /** How a managed user's password is checked; undefined if the file is silent and no default is documented. */
  readonly managedSignIn?: FactValue<'managedSignIn'>
  readonly identityProvider?: IdentityProvider
  readonly seamlessSso?: boolean
  readonly federatedIdpMfaBehavior?: FactValue<'federatedIdpMfaBehavior'>
  /** Groups (lower-cased names and ids) whose members sign in as managed. */
  readonly stagedRollout: ReadonlySet<string>
  /** What else it may be where exports disagree. */
  readonly readings?: readonly Domain[]
  /** The settings by which those differ, in words. */
  readonly inDispute?: readonly string[]
}

/** One condition of an access rule of an identity provider, over the claims it sees. */
export type ClaimCondition =
  | { readonly claim: string; readonly operator: PresenceOperator }
  | { readonly claim: string; readonly operator: ComparisonOperator; readonly value: string }

/** A permit or deny rule of an identity provider; all its conditions must hold. Deny wins. */
export interface AccessRule {
  readonly effect: 'permit' | 'deny'
  readonly name?: string
  readonly conditions: readonly ClaimCondition[]
}

/** A federation service such as AD FS. */
export interface IdentityProvider extends Declared {
  readonly name: string
  readonly product: string
  readonly version?: string
  readonly performsMfa?: boolean
  /** Claims passed on to Entra ID, by short name: authnmethodsreferences, insidecorporatenetwork ... */
  /** Undefined where nobody says; a list that is stated is complete. */
  readonly passesClaims?: ReadonlySet<string>
  readonly reachableFromInternet?: boolean
  /** Methods that AD FS offers inside the network, and the user agents that it asks for Windows authentication. */
  readonly intranetMethods?: readonly string[]
  readonly windowsUserAgents?: readonly string[]
  readonly accessRules: readonly AccessRule[]
  /** Parts of its rules that were not understood; they leave its answer open. */
  readonly notUnderstood: readonly string[]
}
