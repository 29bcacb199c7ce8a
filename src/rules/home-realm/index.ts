import type { Rule } from '../rule.ts'
import { aFederatedDomainSignsInAtItsIdentityProvider } from './a-federated-domain-signs-in-at-its-identity-provider.ts'
import { aHomeRealmPolicyChecksAPasswordGrantInTheCloud } from './a-home-realm-policy-checks-a-password-grant-in-the-cloud.ts'
import { aManagedDomainSignsInAtEntraId } from './a-managed-domain-signs-in-at-entra-id.ts'
import { aMethodOfTheCloudNeedsNoIdentityProvider } from './a-method-of-the-cloud-needs-no-identity-provider.ts'
import { aTicketForAFileShareNeedsNoHomeRealm } from './a-ticket-for-a-file-share-needs-no-home-realm.ts'
import { anExternalUserSignsInAtHome } from './an-external-user-signs-in-at-home.ts'
import { applicationsHaveNoHomeRealm } from './applications-have-no-home-realm.ts'
import { legacyClientsOfAStagedRolloutStayFederated } from './legacy-clients-of-a-staged-rollout-stay-federated.ts'
import { noHomeRealmIsAskedWhereEntraIdTakesNoPart } from './no-home-realm-is-asked-where-entra-id-takes-no-part.ts'
import { stagedRolloutMovesModernSignInsToEntraId } from './staged-rollout-moves-modern-sign-ins-to-entra-id.ts'

/** The rules of `home-realm`, first match first. */
export const homeRealmRules: readonly Rule<'home-realm'>[] = [
  noHomeRealmIsAskedWhereEntraIdTakesNoPart,
  applicationsHaveNoHomeRealm,
  aTicketForAFileShareNeedsNoHomeRealm,
  anExternalUserSignsInAtHome,
  aMethodOfTheCloudNeedsNoIdentityProvider,
  aManagedDomainSignsInAtEntraId,
  aHomeRealmPolicyChecksAPasswordGrantInTheCloud,
  stagedRolloutMovesModernSignInsToEntraId,
  legacyClientsOfAStagedRolloutStayFederated,
  aFederatedDomainSignsInAtItsIdentityProvider,
]
