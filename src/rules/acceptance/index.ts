import type { Rule } from '../rule.ts'
import { aCertificateNeedsAClientAndAServiceThatUseIt } from './a-certificate-needs-a-client-and-a-service-that-use-it.ts'
import { aCertificateThatNoConnectorNamesDoesNotRelay } from './a-certificate-that-no-connector-names-does-not-relay.ts'
import { aClientThatSendsPasswordsCannotShowASignInPage } from './a-client-that-sends-passwords-cannot-show-a-sign-in-page.ts'
import { aConnectorThatDelegatesNeedsAnAccountOfTheUserInActiveDirectory } from './a-connector-that-delegates-needs-an-account-of-the-user-in-active-directory.ts'
import { aConversationWithoutAccountsTakesNoPassword } from './a-conversation-without-accounts-takes-no-password.ts'
import { aCredentialThatFitsAndIsRightIsAccepted } from './a-credential-that-fits-and-is-right-is-accepted.ts'
import { aFileShareFirstTookSynchronizedUsersOnly } from './a-file-share-first-took-synchronized-users-only.ts'
import { aFileShareOfTheDomainKnowsAccountsOfTheDomainOnly } from './a-file-share-of-the-domain-knows-accounts-of-the-domain-only.ts'
import { aFileShareOfTheDomainNeedsADomainControllerInReach } from './a-file-share-of-the-domain-needs-a-domain-controller-in-reach.ts'
import { aFileShareTakesTicketsAndNoPasswords } from './a-file-share-takes-tickets-and-no-passwords.ts'
import { aJoinedComputerTakesPasswordsFromDevicesOfItsTenantOnly } from './a-joined-computer-takes-passwords-from-devices-of-its-tenant-only.ts'
import { aManagedDomainKnowsUsersWhosePasswordHashesItHas } from './a-managed-domain-knows-users-whose-password-hashes-it-has.ts'
import { aModernClientDoesNotSendTheAccountPassword } from './a-modern-client-does-not-send-the-account-password.ts'
import { aNetworkPolicyServerKnowsAccountsOfItsDirectoryOnly } from './a-network-policy-server-knows-accounts-of-its-directory-only.ts'
import { aPasswordGrantDoesNotPassMfa } from './a-password-grant-does-not-pass-mfa.ts'
import { aPasswordGrantOfAFederatedUserCannotBeVerified } from './a-password-grant-of-a-federated-user-cannot-be-verified.ts'
import { aPasswordGrantWhereTheVendorMayDemandMfaIsOpen } from './a-password-grant-where-the-vendor-may-demand-mfa-is-open.ts'
import { aProgramHasNoCredentialOfAPerson } from './a-program-has-no-credential-of-a-person.ts'
import { aRelayThatNoConnectorMatchesTakesNothing } from './a-relay-that-no-connector-matches-takes-nothing.ts'
import { aRemoteDesktopGatewayTakesNoCode } from './a-remote-desktop-gateway-takes-no-code.ts'
import { aServerOfTheDomainKnowsAccountsOfTheDomainOnly } from './a-server-of-the-domain-knows-accounts-of-the-domain-only.ts'
import { aServerOfTheDomainNeedsADomainControllerInReach } from './a-server-of-the-domain-needs-a-domain-controller-in-reach.ts'
import { aTicketForAFileShareDoesNotPassMfa } from './a-ticket-for-a-file-share-does-not-pass-mfa.ts'
import { aTicketForAFileShareNeedsAJoinedDevice } from './a-ticket-for-a-file-share-needs-a-joined-device.ts'
import { aTicketForAFileShareWhereTheVendorMayDemandMfaIsOpen } from './a-ticket-for-a-file-share-where-the-vendor-may-demand-mfa-is-open.ts'
import { aWrongPasswordIsRefused } from './a-wrong-password-is-refused.ts'
import { anAccessRuleOfTheIdentityProviderRefuses } from './an-access-rule-of-the-identity-provider-refuses.ts'
import { anAddressIsNoCredentialWhereAnAccountIsAsked } from './an-address-is-no-credential-where-an-account-is-asked.ts'
import { anAddressThatNoConnectorAllowsIsRefused } from './an-address-that-no-connector-allows-is-refused.ts'
import { anAppPasswordDoesNotWorkInAModernSignIn } from './an-app-password-does-not-work-in-a-modern-sign-in.ts'
import { anAppPasswordIsUnknownOutsideEntraId } from './an-app-password-is-unknown-outside-entra-id.ts'
import { anAppPasswordOpensNoComputer } from './an-app-password-opens-no-computer.ts'
import { anAppPasswordPerformsNoAdministration } from './an-app-password-performs-no-administration.ts'
import { anAppPasswordThatDoesNotExistIsRefused } from './an-app-password-that-does-not-exist-is-refused.ts'
import { anUnreachableIdentityProviderCannotVerifyASecret } from './an-unreachable-identity-provider-cannot-verify-a-secret.ts'
import { anUnusableAccountIsRefused } from './an-unusable-account-is-refused.ts'
import { guestsDoNotSignInToJoinedComputers } from './guests-do-not-sign-in-to-joined-computers.ts'
import { onlyAnApplicationSignsInAsItself } from './only-an-application-signs-in-as-itself.ts'
import { secureLdapIsClosedToTheInternetUnlessItIsTurnedOnForIt } from './secure-ldap-is-closed-to-the-internet-unless-it-is-turned-on-for-it.ts'
import { sqlServerAsksForNoPasswordUnderWindowsAuthentication } from './sql-server-asks-for-no-password-under-windows-authentication.ts'
import { theAccountPasswordAloneDoesNotPassMfa } from './the-account-password-alone-does-not-pass-mfa.ts'
import { theDomainLogonNeedsAJoinedDevice } from './the-domain-logon-needs-a-joined-device.ts'
import { theDomainLogonNeedsWindowsAuthentication } from './the-domain-logon-needs-windows-authentication.ts'
import { theNpsExtensionRefusesUsersWhoAreNotEnrolled } from './the-nps-extension-refuses-users-who-are-not-enrolled.ts'
import { thePasswordOfAnOutsiderIsTypedAtHomeOnly } from './the-password-of-an-outsider-is-typed-at-home-only.ts'
import { usersOfOtherTenantsOpenNoFileShare } from './users-of-other-tenants-open-no-file-share.ts'
import { whatTheNpsExtensionDoesWithoutAListedMethodIsOpen } from './what-the-nps-extension-does-without-a-listed-method-is-open.ts'
import { whetherChapv2AndEapCarryACodeIsOpen } from './whether-chapv2-and-eap-carry-a-code-is-open.ts'

/** The rules of `acceptance`, first match first. */
export const acceptanceRules: readonly Rule<'acceptance'>[] = [
  anAppPasswordDoesNotWorkInAModernSignIn,
  anAppPasswordIsUnknownOutsideEntraId,
  aFileShareTakesTicketsAndNoPasswords,
  aModernClientDoesNotSendTheAccountPassword,
  aClientThatSendsPasswordsCannotShowASignInPage,
  theDomainLogonNeedsWindowsAuthentication,
  theDomainLogonNeedsAJoinedDevice,
  aCertificateNeedsAClientAndAServiceThatUseIt,
  anAppPasswordOpensNoComputer,
  onlyAnApplicationSignsInAsItself,
  anAddressIsNoCredentialWhereAnAccountIsAsked,
  aConversationWithoutAccountsTakesNoPassword,
  anAddressThatNoConnectorAllowsIsRefused,
  aRelayThatNoConnectorMatchesTakesNothing,
  aCertificateThatNoConnectorNamesDoesNotRelay,
  aProgramHasNoCredentialOfAPerson,
  anAppPasswordPerformsNoAdministration,
  anAppPasswordThatDoesNotExistIsRefused,
  aServerOfTheDomainNeedsADomainControllerInReach,
  aServerOfTheDomainKnowsAccountsOfTheDomainOnly,
  sqlServerAsksForNoPasswordUnderWindowsAuthentication,
  secureLdapIsClosedToTheInternetUnlessItIsTurnedOnForIt,
  aManagedDomainKnowsUsersWhosePasswordHashesItHas,
  aFileShareOfTheDomainNeedsADomainControllerInReach,
  aFileShareOfTheDomainKnowsAccountsOfTheDomainOnly,
  usersOfOtherTenantsOpenNoFileShare,
  guestsDoNotSignInToJoinedComputers,
  aJoinedComputerTakesPasswordsFromDevicesOfItsTenantOnly,
  aFileShareFirstTookSynchronizedUsersOnly,
  aTicketForAFileShareNeedsAJoinedDevice,
  anUnusableAccountIsRefused,
  aPasswordGrantOfAFederatedUserCannotBeVerified,
  thePasswordOfAnOutsiderIsTypedAtHomeOnly,
  anUnreachableIdentityProviderCannotVerifyASecret,
  anAccessRuleOfTheIdentityProviderRefuses,
  aNetworkPolicyServerKnowsAccountsOfItsDirectoryOnly,
  aWrongPasswordIsRefused,
  theNpsExtensionRefusesUsersWhoAreNotEnrolled,
  whetherChapv2AndEapCarryACodeIsOpen,
  aRemoteDesktopGatewayTakesNoCode,
  whatTheNpsExtensionDoesWithoutAListedMethodIsOpen,
  theAccountPasswordAloneDoesNotPassMfa,
  aPasswordGrantDoesNotPassMfa,
  aPasswordGrantWhereTheVendorMayDemandMfaIsOpen,
  aTicketForAFileShareDoesNotPassMfa,
  aTicketForAFileShareWhereTheVendorMayDemandMfaIsOpen,
  aConnectorThatDelegatesNeedsAnAccountOfTheUserInActiveDirectory,
  aCredentialThatFitsAndIsRightIsAccepted,
]
