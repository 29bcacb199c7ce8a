import type { LegFacts } from '../../vocabulary/facts.ts'
import type { personFacts } from '../leg-outcome.ts'

/** The facts of a user that a leg depends on. */
export type PersonFacts = Pick<LegFacts, (typeof personFacts)[number] | 'crossTenant'>

/**
 * Every property that the user's facts ever have: adding one later, to an object with this many, takes longer than the rest of
 * a leg that is known already.
 */
const everyName: { readonly [Name in keyof PersonFacts]-?: undefined } = {
  accountKind: undefined,
  accountHome: undefined,
  domainAuthentication: undefined,
  managedSignIn: undefined,
  perUserMfaState: undefined,
  appPasswordCount: undefined,
  adminRole: undefined,
  accountOnPremises: undefined,
  accountInCloud: undefined,
  crossTenant: undefined,
  inboundMfaTrust: undefined,
  stagedRollout: undefined,
  mfaRegistered: undefined,
  registrationGrace: undefined,
  passwordGrantChecked: undefined,
  firstFactor: undefined,
  cloudMethod: undefined,
  trustedNetwork: undefined,
  idpReachable: undefined,
  idpRule: undefined,
  providerLogon: undefined,
  idpPerformsMfa: undefined,
  idpOwnMfa: undefined,
  federatedIdpMfaBehavior: undefined,
}
/** Facts of a user of which none is known yet. */
// Undefined stands for absent, which the type of a fact that may be absent does not say.
export const blankPersonFacts = everyName as unknown as PersonFacts
