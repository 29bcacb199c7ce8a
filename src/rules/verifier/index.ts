import type { Rule } from '../rule.ts'
import { aMicrosoftAccountIsCheckedByItsOwnService } from './a-microsoft-account-is-checked-by-its-own-service.ts'
import { aPassThroughAgentChecksThePasswordOnPremises } from './a-pass-through-agent-checks-the-password-on-premises.ts'
import { aPasswordOfAnOutsiderIsTestedWhereItIsSent } from './a-password-of-an-outsider-is-tested-where-it-is-sent.ts'
import { aServiceChecksItsOwnCertificatesAndAddresses } from './a-service-checks-its-own-certificates-and-addresses.ts'
import { activeDirectoryChecksWhatServersOnPremisesAreShown } from './active-directory-checks-what-servers-on-premises-are-shown.ts'
import { anIdentityProviderOfAGuestChecksTheGuest } from './an-identity-provider-of-a-guest-checks-the-guest.ts'
import { entraIdChecksAppPasswords } from './entra-id-checks-app-passwords.ts'
import { entraIdChecksManagedUsers } from './entra-id-checks-managed-users.ts'
import { entraIdChecksTheCredentialsOfApplications } from './entra-id-checks-the-credentials-of-applications.ts'
import { entraIdChecksTheMethodsOfTheCloud } from './entra-id-checks-the-methods-of-the-cloud.ts'
import { entraIdDoesNotPassAPasswordGrantOn } from './entra-id-does-not-pass-a-password-grant-on.ts'
import { entraIdVouchesForTheSessionOfADeviceAtAFileShare } from './entra-id-vouches-for-the-session-of-a-device-at-a-file-share.ts'
import { theHomeTenantChecksItsOwnAccounts } from './the-home-tenant-checks-its-own-accounts.ts'
import { theIdentityProviderChecksFederatedUsers } from './the-identity-provider-checks-federated-users.ts'
import { theIdentityProviderChecksWhereItIssuesTheToken } from './the-identity-provider-checks-where-it-issues-the-token.ts'

/** The rules of `verifier`, first match first. */
export const verifierRules: readonly Rule<'verifier'>[] = [
  activeDirectoryChecksWhatServersOnPremisesAreShown,
  aServiceChecksItsOwnCertificatesAndAddresses,
  theIdentityProviderChecksWhereItIssuesTheToken,
  entraIdChecksAppPasswords,
  entraIdChecksTheCredentialsOfApplications,
  aPasswordOfAnOutsiderIsTestedWhereItIsSent,
  aMicrosoftAccountIsCheckedByItsOwnService,
  theHomeTenantChecksItsOwnAccounts,
  anIdentityProviderOfAGuestChecksTheGuest,
  entraIdDoesNotPassAPasswordGrantOn,
  entraIdChecksTheMethodsOfTheCloud,
  theIdentityProviderChecksFederatedUsers,
  aPassThroughAgentChecksThePasswordOnPremises,
  entraIdVouchesForTheSessionOfADeviceAtAFileShare,
  entraIdChecksManagedUsers,
]
