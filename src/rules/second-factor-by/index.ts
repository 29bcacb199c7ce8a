import type { Rule } from '../rule.ts'
import { aDomainCanEnforceMfaOfItsIdentityProvider } from './a-domain-can-enforce-mfa-of-its-identity-provider.ts'
import { aDomainCanRejectMfaOfItsIdentityProvider } from './a-domain-can-reject-mfa-of-its-identity-provider.ts'
import { aProviderWithoutMfaCannotPerformWhatItsDomainEnforces } from './a-provider-without-mfa-cannot-perform-what-its-domain-enforces.ts'
import { aSecondFactorThatIsBroughtAlongWasPerformedByItsIssuer } from './a-second-factor-that-is-brought-along-was-performed-by-its-issuer.ts'
import { aTrustedHomeTenantPerformsMfaOfItsAccounts } from './a-trusted-home-tenant-performs-mfa-of-its-accounts.ts'
import { entraIdPerformsMfaOfManagedUsers } from './entra-id-performs-mfa-of-managed-users.ts'
import { entraIdPerformsWhatTheIdentityProviderHasNot } from './entra-id-performs-what-the-identity-provider-has-not.ts'
import { entraIdPerformsWhatTheNpsExtensionDemands } from './entra-id-performs-what-the-nps-extension-demands.ts'
import { mfaDoneByTheIdentityProviderIsAccepted } from './mfa-done-by-the-identity-provider-is-accepted.ts'
import { theProviderOfACustomControlPerformsIt } from './the-provider-of-a-custom-control-performs-it.ts'
import { theProviderOfAnExternalMethodPerformsIt } from './the-provider-of-an-external-method-performs-it.ts'
import { theTokenIssuerOnPremisesPerformsIt } from './the-token-issuer-on-premises-performs-it.ts'

/** The rules of `second-factor-by`, first match first. */
export const secondFactorByRules: readonly Rule<'second-factor-by'>[] = [
  entraIdPerformsWhatTheNpsExtensionDemands,
  theTokenIssuerOnPremisesPerformsIt,
  theProviderOfACustomControlPerformsIt,
  aTrustedHomeTenantPerformsMfaOfItsAccounts,
  aSecondFactorThatIsBroughtAlongWasPerformedByItsIssuer,
  theProviderOfAnExternalMethodPerformsIt,
  entraIdPerformsMfaOfManagedUsers,
  aDomainCanRejectMfaOfItsIdentityProvider,
  aProviderWithoutMfaCannotPerformWhatItsDomainEnforces,
  aDomainCanEnforceMfaOfItsIdentityProvider,
  mfaDoneByTheIdentityProviderIsAccepted,
  entraIdPerformsWhatTheIdentityProviderHasNot,
]
