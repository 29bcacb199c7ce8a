import type { Rule } from '../rule.ts'
import { aProgramWhoseConnectionsTheVendorEndedIsRefused } from './a-program-whose-connections-the-vendor-ended-is-refused.ts'
import { aRetiredProtocolIsNotAnswered } from './a-retired-protocol-is-not-answered.ts'
import { aRetiredServiceAcceptsNoSignIn } from './a-retired-service-accepts-no-sign-in.ts'
import { aServiceIsOpenWhereNothingClosesIt } from './a-service-is-open-where-nothing-closes-it.ts'
import { aTenantCanSwitchTheMsonlineModuleOff } from './a-tenant-can-switch-the-msonline-module-off.ts'
import { anAuthenticationPolicyBlocksAProtocolOnExchangeServer } from './an-authentication-policy-blocks-a-protocol-on-exchange-server.ts'
import { anAuthenticationPolicyBlocksBasicAuthentication } from './an-authentication-policy-blocks-basic-authentication.ts'
import { anOldClientNeedsAllOfItsProtocols } from './an-old-client-needs-all-of-its-protocols.ts'
import { basicAuthenticationIsOffUnlessTurnedOnAgain } from './basic-authentication-is-off-unless-turned-on-again.ts'
import { clientSubmissionWithAPasswordIsNoLongerServed } from './client-submission-with-a-password-is-no-longer-served.ts'
import { directSendCanBeRejected } from './direct-send-can-be-rejected.ts'
import { exchangeOnlineNoLongerServesBasicAuthentication } from './exchange-online-no-longer-serves-basic-authentication.ts'
import { exchangeServer2010AndEarlierSupportNoMailboxPermissionsAcrossOrganizations } from './exchange-server-2010-and-earlier-support-no-mailbox-permissions-across-organizations.ts'
import { outlookUsesOneAuthenticationForAllItsProtocols } from './outlook-uses-one-authentication-for-all-its-protocols.ts'
import { securityDefaultsDisableAuthenticatedSmtp } from './security-defaults-disable-authenticated-smtp.ts'
import { sharepointCanRefuseTheSignInAssistant } from './sharepoint-can-refuse-the-sign-in-assistant.ts'
import { sharepointNoLongerTakesTheSignInAssistant } from './sharepoint-no-longer-takes-the-sign-in-assistant.ts'
import { sharepointOnlineNoLongerTakesAzureAcsAppOnlyAccess } from './sharepoint-online-no-longer-takes-azure-acs-app-only-access.ts'
import { sharepointOnlineRefusesAzureAcsAppOnlyAccessWhereTheTenantDisablesIt } from './sharepoint-online-refuses-azure-acs-app-only-access-where-the-tenant-disables-it.ts'
import { smtpSubmissionCanBeDisabledForAMailbox } from './smtp-submission-can-be-disabled-for-a-mailbox.ts'
import { smtpSubmissionCanBeDisabledForTheOrganization } from './smtp-submission-can-be-disabled-for-the-organization.ts'
import { theMsonlineModuleHasStopped } from './the-msonline-module-has-stopped.ts'

/** The rules of `service-gate`, first match first. */
export const serviceGateRules: readonly Rule<'service-gate'>[] = [
  aProgramWhoseConnectionsTheVendorEndedIsRefused,
  theMsonlineModuleHasStopped,
  aTenantCanSwitchTheMsonlineModuleOff,
  aRetiredServiceAcceptsNoSignIn,
  aRetiredProtocolIsNotAnswered,
  securityDefaultsDisableAuthenticatedSmtp,
  clientSubmissionWithAPasswordIsNoLongerServed,
  exchangeOnlineNoLongerServesBasicAuthentication,
  basicAuthenticationIsOffUnlessTurnedOnAgain,
  anAuthenticationPolicyBlocksBasicAuthentication,
  outlookUsesOneAuthenticationForAllItsProtocols,
  anOldClientNeedsAllOfItsProtocols,
  anAuthenticationPolicyBlocksAProtocolOnExchangeServer,
  smtpSubmissionCanBeDisabledForAMailbox,
  smtpSubmissionCanBeDisabledForTheOrganization,
  directSendCanBeRejected,
  sharepointNoLongerTakesTheSignInAssistant,
  sharepointCanRefuseTheSignInAssistant,
  exchangeServer2010AndEarlierSupportNoMailboxPermissionsAcrossOrganizations,
  sharepointOnlineRefusesAzureAcsAppOnlyAccessWhereTheTenantDisablesIt,
  sharepointOnlineNoLongerTakesAzureAcsAppOnlyAccess,
  aServiceIsOpenWhereNothingClosesIt,
]
