import type { Rule } from '../rule.ts'
import { aPrerequisiteThatIsNotMetLeavesModernAuthenticationOpen } from './a-prerequisite-that-is-not-met-leaves-modern-authentication-open.ts'
import { aProxyThatPassesRequestsThroughLeavesTheSignInToTheApplication } from './a-proxy-that-passes-requests-through-leaves-the-sign-in-to-the-application.ts'
import { aServerOffersModernAuthenticationOnlyWhenTurnedOn } from './a-server-offers-modern-authentication-only-when-turned-on.ts'
import { aServiceOffersWhatItsProductHas } from './a-service-offers-what-its-product-has.ts'
import { aServiceThatIsNotDeclaredIsNotJudged } from './a-service-that-is-not-declared-is-not-judged.ts'
import { aStorageAccountWithoutAnIdentitySourceLetsNoUserIn } from './a-storage-account-without-an-identity-source-lets-no-user-in.ts'
import { adFsAsAuthorityServesTheClientsThatUseItsTokens } from './ad-fs-as-authority-serves-the-clients-that-use-its-tokens.ts'
import { mailProtocolsTakeModernAuthenticationInExchangeOnlineSinceItHasOauthForThem } from './mail-protocols-take-modern-authentication-in-exchange-online-since-it-has-oauth-for-them.ts'
import { mailThatIsSentWithoutAnAccountCarriesNoToken } from './mail-that-is-sent-without-an-account-carries-no-token.ts'
import { modernAuthenticationCanBeOffForAService } from './modern-authentication-can-be-off-for-a-service.ts'
import { modernAuthenticationCanBeOffForExchangeOnline } from './modern-authentication-can-be-off-for-exchange-online.ts'
import { outlookWithoutSupportForAdFsTokensMayNotConnect } from './outlook-without-support-for-ad-fs-tokens-may-not-connect.ts'
import { setCsauthconfigCanCloseModernAuthenticationOnOneSide } from './set-csauthconfig-can-close-modern-authentication-on-one-side.ts'
import { setCsauthconfigCanCloseWindowsAuthenticationOnOneSide } from './set-csauthconfig-can-close-windows-authentication-on-one-side.ts'
import { someProtocolsCannotCarryModernAuthentication } from './some-protocols-cannot-carry-modern-authentication.ts'
import { theNewOutlookOpensNoMailboxOnPremises } from './the-new-outlook-opens-no-mailbox-on-premises.ts'
import { theTenantSwitchConcernsOutlookForWindowsOnly } from './the-tenant-switch-concerns-outlook-for-windows-only.ts'
import { whatDomainServicesKnowOfAUserIsOpen } from './what-domain-services-know-of-a-user-is-open.ts'
import { whatIsNotSwitchedOffIsOffered } from './what-is-not-switched-off-is-offered.ts'

/** The rules of `service-offer`, first match first. */
export const serviceOfferRules: readonly Rule<'service-offer'>[] = [
  aServiceThatIsNotDeclaredIsNotJudged,
  aProxyThatPassesRequestsThroughLeavesTheSignInToTheApplication,
  aStorageAccountWithoutAnIdentitySourceLetsNoUserIn,
  whatDomainServicesKnowOfAUserIsOpen,
  aServiceOffersWhatItsProductHas,
  theNewOutlookOpensNoMailboxOnPremises,
  someProtocolsCannotCarryModernAuthentication,
  mailProtocolsTakeModernAuthenticationInExchangeOnlineSinceItHasOauthForThem,
  mailThatIsSentWithoutAnAccountCarriesNoToken,
  aPrerequisiteThatIsNotMetLeavesModernAuthenticationOpen,
  theTenantSwitchConcernsOutlookForWindowsOnly,
  modernAuthenticationCanBeOffForExchangeOnline,
  modernAuthenticationCanBeOffForAService,
  adFsAsAuthorityServesTheClientsThatUseItsTokens,
  outlookWithoutSupportForAdFsTokensMayNotConnect,
  aServerOffersModernAuthenticationOnlyWhenTurnedOn,
  setCsauthconfigCanCloseModernAuthenticationOnOneSide,
  setCsauthconfigCanCloseWindowsAuthenticationOnOneSide,
  whatIsNotSwitchedOffIsOffered,
]
