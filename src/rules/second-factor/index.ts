import type { Rule } from '../rule.ts'
import { aCustomControlSendsThePersonToItsProvider } from './a-custom-control-sends-the-person-to-its-provider.ts'
import { aDemandedSecondFactorHasToBeRegisteredFirst } from './a-demanded-second-factor-has-to-be-registered-first.ts'
import { aPasswordGrantOfAnEnabledUserIsOpen } from './a-password-grant-of-an-enabled-user-is-open.ts'
import { aPolicyDemandsMfa } from './a-policy-demands-mfa.ts'
import { aSecondFactorOfTheIdentityProviderNeedsNoRegistration } from './a-second-factor-of-the-identity-provider-needs-no-registration.ts'
import { aStrengthBeyondTheRegisteredMethodsHasToBeMetByRegistering } from './a-strength-beyond-the-registered-methods-has-to-be-met-by-registering.ts'
import { anEnabledUserIsAskedToRegisterInABrowserOrModernClient } from './an-enabled-user-is-asked-to-register-in-a-browser-or-modern-client.ts'
import { anEnabledUserKeepsTheAccountPasswordInOlderClients } from './an-enabled-user-keeps-the-account-password-in-older-clients.ts'
import { anEnabledUserWithMethodsMayBeAsked } from './an-enabled-user-with-methods-may-be-asked.ts'
import { anEnforcedUserMustPassMfa } from './an-enforced-user-must-pass-mfa.ts'
import { anEnforcedUserWithoutAMethodRegistersFirst } from './an-enforced-user-without-a-method-registers-first.ts'
import { anIdentityProviderThatIssuesTokensAsksForItsOwnSecondFactor } from './an-identity-provider-that-issues-tokens-asks-for-its-own-second-factor.ts'
import { mfaOfEntraIdPlaysNoPartInASignInOnPremises } from './mfa-of-entra-id-plays-no-part-in-a-sign-in-on-premises.ts'
import { mySecurityInfoAsksForAMethodThatIsRegistered } from './my-security-info-asks-for-a-method-that-is-registered.ts'
import { nobodyDemandsASecondFactor } from './nobody-demands-a-second-factor.ts'
import { registeringComesBeforeAFirstSecondFactor } from './registering-comes-before-a-first-second-factor.ts'
import { registrationUnderSecurityDefaultsCouldBePutOff } from './registration-under-security-defaults-could-be-put-off.ts'
import { securityDefaultsAskPeopleWhenTheVendorDeemsItNeeded } from './security-defaults-ask-people-when-the-vendor-deems-it-needed.ts'
import { securityDefaultsDemandMfaForAzureManagement } from './security-defaults-demand-mfa-for-azure-management.ts'
import { securityDefaultsDemandMfaOfAdministrators } from './security-defaults-demand-mfa-of-administrators.ts'
import { settingUpWindowsHelloForBusinessDemandsMfa } from './setting-up-windows-hello-for-business-demands-mfa.ts'
import { theNpsExtensionDemandsASecondFactorOfEveryone } from './the-nps-extension-demands-a-second-factor-of-everyone.ts'
import { theNpsExtensionLetsUsersWithoutAMethodInWhereItNeedNotMatchThem } from './the-nps-extension-lets-users-without-a-method-in-where-it-need-not-match-them.ts'
import { theVendorDemandsMfaForAdministration } from './the-vendor-demands-mfa-for-administration.ts'
import { trustedAddressesWaiveAppPasswordsUntilOneExists } from './trusted-addresses-waive-app-passwords-until-one-exists.ts'
import { trustedAddressesWaiveMfaForBrowsers } from './trusted-addresses-waive-mfa-for-browsers.ts'
import { workloadsHaveNoSecondFactor } from './workloads-have-no-second-factor.ts'

/** The rules of `second-factor`, first match first. */
export const secondFactorRules: readonly Rule<'second-factor'>[] = [
  anIdentityProviderThatIssuesTokensAsksForItsOwnSecondFactor,
  theNpsExtensionLetsUsersWithoutAMethodInWhereItNeedNotMatchThem,
  theNpsExtensionDemandsASecondFactorOfEveryone,
  mfaOfEntraIdPlaysNoPartInASignInOnPremises,
  workloadsHaveNoSecondFactor,
  settingUpWindowsHelloForBusinessDemandsMfa,
  mySecurityInfoAsksForAMethodThatIsRegistered,
  registeringComesBeforeAFirstSecondFactor,
  registrationUnderSecurityDefaultsCouldBePutOff,
  aSecondFactorOfTheIdentityProviderNeedsNoRegistration,
  aDemandedSecondFactorHasToBeRegisteredFirst,
  aStrengthBeyondTheRegisteredMethodsHasToBeMetByRegistering,
  theVendorDemandsMfaForAdministration,
  aPolicyDemandsMfa,
  securityDefaultsDemandMfaOfAdministrators,
  securityDefaultsDemandMfaForAzureManagement,
  securityDefaultsAskPeopleWhenTheVendorDeemsItNeeded,
  aCustomControlSendsThePersonToItsProvider,
  trustedAddressesWaiveMfaForBrowsers,
  trustedAddressesWaiveAppPasswordsUntilOneExists,
  anEnforcedUserWithoutAMethodRegistersFirst,
  anEnforcedUserMustPassMfa,
  anEnabledUserIsAskedToRegisterInABrowserOrModernClient,
  anEnabledUserWithMethodsMayBeAsked,
  aPasswordGrantOfAnEnabledUserIsOpen,
  anEnabledUserKeepsTheAccountPasswordInOlderClients,
  nobodyDemandsASecondFactor,
]
