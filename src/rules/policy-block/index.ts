import type { Rule } from '../rule.ts'
import { aConditionalAccessPolicyBlocksAfterTheFirstFactor } from './a-conditional-access-policy-blocks-after-the-first-factor.ts'
import { aDelegatedAdministratorWhoseAccountIsAtRiskInTheHomeTenantIsBlocked } from './a-delegated-administrator-whose-account-is-at-risk-in-the-home-tenant-is-blocked.ts'
import { aDemandForMfaBlocksAPasswordGrant } from './a-demand-for-mfa-blocks-a-password-grant.ts'
import { aDemandForMfaBlocksATicketForAFileShare } from './a-demand-for-mfa-blocks-a-ticket-for-a-file-share.ts'
import { aDeviceThatIsNotCompliantIsTurnedAway } from './a-device-that-is-not-compliant-is-turned-away.ts'
import { aDeviceThatIsNotHybridJoinedIsTurnedAway } from './a-device-that-is-not-hybrid-joined-is-turned-away.ts'
import { aGuestCannotGiveHereWhatOnlyTheHomeTenantCanCheck } from './a-guest-cannot-give-here-what-only-the-home-tenant-can-check.ts'
import { aGuestWithAMailedCodeIsShutOutWhereCodesAreOff } from './a-guest-with-a-mailed-code-is-shut-out-where-codes-are-off.ts'
import { aNetworkCanRestrictTheTenantsThatAreSignedInTo } from './a-network-can-restrict-the-tenants-that-are-signed-in-to.ts'
import { aPersonAtRiskMayNotRegisterTheMethodThatIsDemanded } from './a-person-at-risk-may-not-register-the-method-that-is-demanded.ts'
import { aPersonWithoutAMethodThatTheStrengthAdmitsIsTurnedAway } from './a-person-without-a-method-that-the-strength-admits-is-turned-away.ts'
import { aPlatformThatNoDeviceControlSupportsIsTurnedAway } from './a-platform-that-no-device-control-supports-is-turned-away.ts'
import { aPolicyOfTheNetworkCanRestrictTheAccountsThatAreUsed } from './a-policy-of-the-network-can-restrict-the-accounts-that-are-used.ts'
import { aPolicyOnRegisteringKeepsOutAPersonWithoutAMethod } from './a-policy-on-registering-keeps-out-a-person-without-a-method.ts'
import { aTokenThatIsNotBoundToItsDeviceIsTurnedAway } from './a-token-that-is-not-bound-to-its-device-is-turned-away.ts'
import { anAppThatIsNotApprovedIsTurnedAway } from './an-app-that-is-not-approved-is-turned-away.ts'
import { anApplicationCanRequireThatItsUsersAreAssigned } from './an-application-can-require-that-its-users-are-assigned.ts'
import { anApplicationThatIsSwitchedOffTakesNoSignIn } from './an-application-that-is-switched-off-takes-no-sign-in.ts'
import { anotherCloudHasToBeTurnedOnAndItsTenantAdded } from './another-cloud-has-to-be-turned-on-and-its-tenant-added.ts'
import { azurePowershellCannotPerformAProtectedAction } from './azure-powershell-cannot-perform-a-protected-action.ts'
import { controlsOtherThanMfaForATicketAreOpen } from './controls-other-than-mfa-for-a-ticket-are-open.ts'
import { controlsThatThisSignInCanNeverMeetKeepItOut } from './controls-that-this-sign-in-can-never-meet-keep-it-out.ts'
import { demandedControlsBlockALegacyClient } from './demanded-controls-block-a-legacy-client.ts'
import { directConnectWithoutTrustCannotPassMfa } from './direct-connect-without-trust-cannot-pass-mfa.ts'
import { inboundSettingsCanKeepTheUsersOfATenantOut } from './inbound-settings-can-keep-the-users-of-a-tenant-out.ts'
import { pagesDoNotSayWhetherAPolicyOfTheNetworkReachesGuestsOfThisTenant } from './pages-do-not-say-whether-a-policy-of-the-network-reaches-guests-of-this-tenant.ts'
import { pagesDoNotSayWhichPoliciesAPasswordOverRemoteDesktopHasToMeet } from './pages-do-not-say-which-policies-a-password-over-remote-desktop-has-to-meet.ts'
import { policiesBindWhereEntraIdIssuesTheToken } from './policies-bind-where-entra-id-issues-the-token.ts'
import { registeringNeedsTheSecondFactorThatAPolicyDemands } from './registering-needs-the-second-factor-that-a-policy-demands.ts'
import { securityDefaultsBlockAPasswordGrant } from './security-defaults-block-a-password-grant.ts'
import { securityDefaultsBlockLegacyAuthentication } from './security-defaults-block-legacy-authentication.ts'
import { someoneInScopeOfCertificatesCannotRegisterAnotherMethod } from './someone-in-scope-of-certificates-cannot-register-another-method.ts'
import { theHomeTenantCanBlockAGuestWhoseAccountIsAtRisk } from './the-home-tenant-can-block-a-guest-whose-account-is-at-risk.ts'
import { theHomeTenantCanKeepItsUsersFromGoingOut } from './the-home-tenant-can-keep-its-users-from-going-out.ts'
import { whatNoPolicyBlocksGoesOn } from './what-no-policy-blocks-goes-on.ts'
import { withoutAMethodToRegisterADemandForMfaCannotBeMet } from './without-a-method-to-register-a-demand-for-mfa-cannot-be-met.ts'

/** The rules of `policy-block`, first match first. */
export const policyBlockRules: readonly Rule<'policy-block'>[] = [
  policiesBindWhereEntraIdIssuesTheToken,
  theHomeTenantCanBlockAGuestWhoseAccountIsAtRisk,
  aDelegatedAdministratorWhoseAccountIsAtRiskInTheHomeTenantIsBlocked,
  theHomeTenantCanKeepItsUsersFromGoingOut,
  inboundSettingsCanKeepTheUsersOfATenantOut,
  anotherCloudHasToBeTurnedOnAndItsTenantAdded,
  aNetworkCanRestrictTheTenantsThatAreSignedInTo,
  aPolicyOfTheNetworkCanRestrictTheAccountsThatAreUsed,
  aGuestWithAMailedCodeIsShutOutWhereCodesAreOff,
  anApplicationThatIsSwitchedOffTakesNoSignIn,
  anApplicationCanRequireThatItsUsersAreAssigned,
  pagesDoNotSayWhichPoliciesAPasswordOverRemoteDesktopHasToMeet,
  securityDefaultsBlockLegacyAuthentication,
  aConditionalAccessPolicyBlocksAfterTheFirstFactor,
  aDemandForMfaBlocksATicketForAFileShare,
  azurePowershellCannotPerformAProtectedAction,
  aDeviceThatIsNotCompliantIsTurnedAway,
  aDeviceThatIsNotHybridJoinedIsTurnedAway,
  anAppThatIsNotApprovedIsTurnedAway,
  aPlatformThatNoDeviceControlSupportsIsTurnedAway,
  controlsThatThisSignInCanNeverMeetKeepItOut,
  aTokenThatIsNotBoundToItsDeviceIsTurnedAway,
  aGuestCannotGiveHereWhatOnlyTheHomeTenantCanCheck,
  aPersonWithoutAMethodThatTheStrengthAdmitsIsTurnedAway,
  directConnectWithoutTrustCannotPassMfa,
  registeringNeedsTheSecondFactorThatAPolicyDemands,
  aPersonAtRiskMayNotRegisterTheMethodThatIsDemanded,
  aPolicyOnRegisteringKeepsOutAPersonWithoutAMethod,
  withoutAMethodToRegisterADemandForMfaCannotBeMet,
  someoneInScopeOfCertificatesCannotRegisterAnotherMethod,
  demandedControlsBlockALegacyClient,
  aDemandForMfaBlocksAPasswordGrant,
  securityDefaultsBlockAPasswordGrant,
  pagesDoNotSayWhetherAPolicyOfTheNetworkReachesGuestsOfThisTenant,
  controlsOtherThanMfaForATicketAreOpen,
  whatNoPolicyBlocksGoesOn,
]
