import type { Rule } from '../rule.ts'
import { aClientAccessRuleCanDenyAConnection } from './a-client-access-rule-can-deny-a-connection.ts'
import { aFalseAtEitherLevelClosesEws } from './a-false-at-either-level-closes-ews.ts'
import { aHybridJoinedSessionHostSignsNoPrivilegedAccountIn } from './a-hybrid-joined-session-host-signs-no-privileged-account-in.ts'
import { aMailboxCanBeClosedToAProtocol } from './a-mailbox-can-be-closed-to-a-protocol.ts'
import { aUserWithoutAMailboxCannotOpenOne } from './a-user-without-a-mailbox-cannot-open-one.ts'
import { anApplicationOpensOnlyMailboxesOnWhichItsServicePrincipalHasAPermission } from './an-application-opens-only-mailboxes-on-which-its-service-principal-has-a-permission.ts'
import { anOrganizationCanHaveNoPublicFolders } from './an-organization-can-have-no-public-folders.ts'
import { ewsIsOpenWhereNobodySaysFalse } from './ews-is-open-where-nobody-says-false.ts'
import { highVolumeEmailServesApplicationsOnTheListOfTheAccount } from './high-volume-email-serves-applications-on-the-list-of-the-account.ts'
import { onceTheMailboxWonOverTheOrganization } from './once-the-mailbox-won-over-the-organization.ts'
import { onlyExchangeWebServicesOfExchangeOnlineHaveAnOrganizationSwitch } from './only-exchange-web-services-of-exchange-online-have-an-organization-switch.ts'
import { onlyHighVolumeEmailAccountsSendWithHighVolumeEmail } from './only-high-volume-email-accounts-send-with-high-volume-email.ts'
import { onlyListedApplicationsUseEws } from './only-listed-applications-use-ews.ts'
import { outlookCanBeKeptFromWebServices } from './outlook-can-be-kept-from-web-services.ts'
import { publicFoldersOfTheOtherOrganizationNeedAMailUserThere } from './public-folders-of-the-other-organization-need-a-mail-user-there.ts'
import { whenTheVendorTurnsEwsOffIsNotPublished } from './when-the-vendor-turns-ews-off-is-not-published.ts'

/** The rules of `mailbox-gate`, first match first. */
export const mailboxGateRules: readonly Rule<'mailbox-gate'>[] = [
  aHybridJoinedSessionHostSignsNoPrivilegedAccountIn,
  publicFoldersOfTheOtherOrganizationNeedAMailUserThere,
  anOrganizationCanHaveNoPublicFolders,
  onlyHighVolumeEmailAccountsSendWithHighVolumeEmail,
  highVolumeEmailServesApplicationsOnTheListOfTheAccount,
  aUserWithoutAMailboxCannotOpenOne,
  aMailboxCanBeClosedToAProtocol,
  aClientAccessRuleCanDenyAConnection,
  anApplicationOpensOnlyMailboxesOnWhichItsServicePrincipalHasAPermission,
  onlyExchangeWebServicesOfExchangeOnlineHaveAnOrganizationSwitch,
  outlookCanBeKeptFromWebServices,
  onceTheMailboxWonOverTheOrganization,
  aFalseAtEitherLevelClosesEws,
  whenTheVendorTurnsEwsOffIsNotPublished,
  onlyListedApplicationsUseEws,
  ewsIsOpenWhereNobodySaysFalse,
]
