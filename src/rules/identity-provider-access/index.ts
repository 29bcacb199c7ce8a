import type { Rule } from '../rule.ts'
import { accessRulesSeeOnlyWhatReachesTheIdentityProvider } from './access-rules-see-only-what-reaches-the-identity-provider.ts'
import { anAccessRuleDenies } from './an-access-rule-denies.ts'
import { anIdentityProviderThatCannotBeReachedSignsNobodyIn } from './an-identity-provider-that-cannot-be-reached-signs-nobody-in.ts'
import { theIdentityProviderPermits } from './the-identity-provider-permits.ts'

/** The rules of `identity-provider-access`, first match first. */
export const identityProviderAccessRules: readonly Rule<'identity-provider-access'>[] = [
  accessRulesSeeOnlyWhatReachesTheIdentityProvider,
  anIdentityProviderThatCannotBeReachedSignsNobodyIn,
  anAccessRuleDenies,
  theIdentityProviderPermits,
]
