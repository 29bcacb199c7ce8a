import type { Rule } from '../rule.ts'
import { aFederatedAccountNeedsAReachableIdentityProvider } from './a-federated-account-needs-a-reachable-identity-provider.ts'
import { accessRulesSeeOnlyWhatReachesTheIdentityProvider } from './access-rules-see-only-what-reaches-the-identity-provider.ts'
import { anAccessRuleDenies } from './an-access-rule-denies.ts'
import { theIdentityProviderPermits } from './the-identity-provider-permits.ts'

/** The rules of `identity-provider-access`, first match first. */
export const identityProviderAccessRules: readonly Rule<'identity-provider-access'>[] = [
  accessRulesSeeOnlyWhatReachesTheIdentityProvider,
  aFederatedAccountNeedsAReachableIdentityProvider,
  anAccessRuleDenies,
  theIdentityProviderPermits,
]
