import type { Rule } from '../rule.ts'
import { aComputerOfTheDomainGetsItsTicketAtSignIn } from './a-computer-of-the-domain-gets-its-ticket-at-sign-in.ts'
import { aJoinedDeviceGetsATicketWhenAResourceAsks } from './a-joined-device-gets-a-ticket-when-a-resource-asks.ts'
import { aKioskAccountOfTheDeviceHasNoTicketOfActiveDirectory } from './a-kiosk-account-of-the-device-has-no-ticket-of-active-directory.ts'
import { aTicketNeedsADomainControllerInReach } from './a-ticket-needs-a-domain-controller-in-reach.ts'
import { activeDirectoryGivesTicketsToItsOwnAccountsOnly } from './active-directory-gives-tickets-to-its-own-accounts-only.ts'
import { pagesDoNotSayWhichOtherSignInsGiveATicket } from './pages-do-not-say-which-other-sign-ins-give-a-ticket.ts'
import { passwordlessTicketsNeedMicrosoftEntraKerberos } from './passwordless-tickets-need-microsoft-entra-kerberos.ts'
import { platformSsoGivesATicketWhereItHasAKerberosProfile } from './platform-sso-gives-a-ticket-where-it-has-a-kerberos-profile.ts'
import { privilegedAccountsGetNoTicketOfMicrosoftEntraKerberos } from './privileged-accounts-get-no-ticket-of-microsoft-entra-kerberos.ts'
import { withoutASignInToTheDomainThereIsNoTicket } from './without-a-sign-in-to-the-domain-there-is-no-ticket.ts'

/** The rules of `device-ticket`, first match first. */
export const deviceTicketRules: readonly Rule<'device-ticket'>[] = [
  aKioskAccountOfTheDeviceHasNoTicketOfActiveDirectory,
  withoutASignInToTheDomainThereIsNoTicket,
  activeDirectoryGivesTicketsToItsOwnAccountsOnly,
  aTicketNeedsADomainControllerInReach,
  platformSsoGivesATicketWhereItHasAKerberosProfile,
  passwordlessTicketsNeedMicrosoftEntraKerberos,
  privilegedAccountsGetNoTicketOfMicrosoftEntraKerberos,
  aComputerOfTheDomainGetsItsTicketAtSignIn,
  pagesDoNotSayWhichOtherSignInsGiveATicket,
  aJoinedDeviceGetsATicketWhenAResourceAsks,
]
