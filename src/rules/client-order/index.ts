import type { Rule } from '../rule.ts'
import { aClientOutsideTheOfficeTablesHasItsOwnOrder } from './a-client-outside-the-office-tables-has-its-own-order.ts'
import { aModuleWithoutSupportMayHaveStopped } from './a-module-without-support-may-have-stopped.ts'
import { aSkypeClientHomedOnPremisesSendsAPasswordToExchangeOnline } from './a-skype-client-homed-on-premises-sends-a-password-to-exchange-online.ts'
import { aSkypeClientWithACertificateUsesIt } from './a-skype-client-with-a-certificate-uses-it.ts'
import { alwaysUsingModernAuthenticationLeavesNoFallback } from './always-using-modern-authentication-leaves-no-fallback.ts'
import { anAccountSetUpBeforeModernAuthenticationStaysBasic } from './an-account-set-up-before-modern-authentication-stays-basic.ts'
import { anAppOfWhichNoVersionIsNamedIsOpen } from './an-app-of-which-no-version-is-named-is-open.ts'
import { anOfficeBuildWithoutAdalSendsAPasswordToExchangeOnline } from './an-office-build-without-adal-sends-a-password-to-exchange-online.ts'
import { modernAuthenticationTurnedOffOnTheClientSendsAPassword } from './modern-authentication-turned-off-on-the-client-sends-a-password.ts'
import { modernOfficeHasNoFallbackForSharepointOnline } from './modern-office-has-no-fallback-for-sharepoint-online.ts'
import { modernOutlookUsesModernAuthenticationOnPremisesWhereOffered } from './modern-outlook-uses-modern-authentication-on-premises-where-offered.ts'
import { modernSkypeUsesModernAuthenticationOnPremisesWhereOffered } from './modern-skype-uses-modern-authentication-on-premises-where-offered.ts'
import { office2013IsLegacyUntilItsRegistrySaysOtherwise } from './office-2013-is-legacy-until-its-registry-says-otherwise.ts'
import { officeAsksOtherServicesInItsOwnOrder } from './office-asks-other-services-in-its-own-order.ts'
import { officeWithoutModernAuthenticationSendsAPasswordToExchangeOnline } from './office-without-modern-authentication-sends-a-password-to-exchange-online.ts'
import { officeWithoutModernAuthenticationUsesTheSignInAssistant } from './office-without-modern-authentication-uses-the-sign-in-assistant.ts'
import { outlookTriesModernAuthenticationFirst } from './outlook-tries-modern-authentication-first.ts'
import { outlookUsesTokensOfAdFsOnlyWhereItIsToldTo } from './outlook-uses-tokens-of-ad-fs-only-where-it-is-told-to.ts'
import { outlookWithoutModernAuthenticationUsesWindowsAuthenticationOnPremises } from './outlook-without-modern-authentication-uses-windows-authentication-on-premises.ts'
import { registryValuesThatContradictEachOtherAreNotDocumented } from './registry-values-that-contradict-each-other-are-not-documented.ts'
import { skype2013DoesNotTryWhereModernAuthenticationIsOff } from './skype-2013-does-not-try-where-modern-authentication-is-off.ts'
import { skypeTriesModernAuthenticationFirst } from './skype-tries-modern-authentication-first.ts'
import { skypeWithoutModernAuthenticationUsesWindowsAuthenticationOnPremises } from './skype-without-modern-authentication-uses-windows-authentication-on-premises.ts'

/** The rules of `client-order`, first match first. */
export const clientOrderRules: readonly Rule<'client-order'>[] = [
  aModuleWithoutSupportMayHaveStopped,
  anAppOfWhichNoVersionIsNamedIsOpen,
  anAccountSetUpBeforeModernAuthenticationStaysBasic,
  aSkypeClientHomedOnPremisesSendsAPasswordToExchangeOnline,
  aSkypeClientWithACertificateUsesIt,
  aClientOutsideTheOfficeTablesHasItsOwnOrder,
  officeWithoutModernAuthenticationSendsAPasswordToExchangeOnline,
  anOfficeBuildWithoutAdalSendsAPasswordToExchangeOnline,
  registryValuesThatContradictEachOtherAreNotDocumented,
  office2013IsLegacyUntilItsRegistrySaysOtherwise,
  alwaysUsingModernAuthenticationLeavesNoFallback,
  modernAuthenticationTurnedOffOnTheClientSendsAPassword,
  outlookTriesModernAuthenticationFirst,
  officeWithoutModernAuthenticationUsesTheSignInAssistant,
  modernOfficeHasNoFallbackForSharepointOnline,
  skype2013DoesNotTryWhereModernAuthenticationIsOff,
  skypeTriesModernAuthenticationFirst,
  outlookWithoutModernAuthenticationUsesWindowsAuthenticationOnPremises,
  outlookUsesTokensOfAdFsOnlyWhereItIsToldTo,
  modernOutlookUsesModernAuthenticationOnPremisesWhereOffered,
  skypeWithoutModernAuthenticationUsesWindowsAuthenticationOnPremises,
  modernSkypeUsesModernAuthenticationOnPremisesWhereOffered,
  officeAsksOtherServicesInItsOwnOrder,
]
