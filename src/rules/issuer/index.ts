import type { Rule } from '../rule.ts'
import { aFileShareCanTakeTheTicketsOfActiveDirectory } from './a-file-share-can-take-the-tickets-of-active-directory.ts'
import { aManagedDomainVouchesForItsUsersItself } from './a-managed-domain-vouches-for-its-users-itself.ts'
import { aServiceVouchesForItsOwnCertificatesAndAddresses } from './a-service-vouches-for-its-own-certificates-and-addresses.ts'
import { adFsCanBeTheTokenIssuerOnPremises } from './ad-fs-can-be-the-token-issuer-on-premises.ts'
import { anIssuerThatNoPageNamesIsOpen } from './an-issuer-that-no-page-names-is-open.ts'
import { cloudServicesTrustEntraId } from './cloud-services-trust-entra-id.ts'
import { hybridModernAuthenticationMovesAuthorizationToEntraId } from './hybrid-modern-authentication-moves-authorization-to-entra-id.ts'
import { serversOnPremisesTrustActiveDirectory } from './servers-on-premises-trust-active-directory.ts'

/** The rules of `issuer`, first match first. */
export const issuerRules: readonly Rule<'issuer'>[] = [
  aServiceVouchesForItsOwnCertificatesAndAddresses,
  aManagedDomainVouchesForItsUsersItself,
  aFileShareCanTakeTheTicketsOfActiveDirectory,
  cloudServicesTrustEntraId,
  hybridModernAuthenticationMovesAuthorizationToEntraId,
  adFsCanBeTheTokenIssuerOnPremises,
  serversOnPremisesTrustActiveDirectory,
  anIssuerThatNoPageNamesIsOpen,
]
