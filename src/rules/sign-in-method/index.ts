import type { Rule } from '../rule.ts'
import { aCertificateIsNoSecondFactorOnIos } from './a-certificate-is-no-second-factor-on-ios.ts'
import { aCodeFollowsThePassword } from './a-code-follows-the-password.ts'
import { aMethodThatIsNotRegisteredCannotBePresented } from './a-method-that-is-not-registered-cannot-be-presented.ts'
import { aModuleWithTheOldBrowserControlTakesNoPasskey } from './a-module-with-the-old-browser-control-takes-no-passkey.ts'
import { aNotificationOfAuthenticatorFollowsThePassword } from './a-notification-of-authenticator-follows-the-password.ts'
import { aPasskeyNeedsAPlatformThatTakesIt } from './a-passkey-needs-a-platform-that-takes-it.ts'
import { aPasskeyProvesBothFactorsByItself } from './a-passkey-proves-both-factors-by-itself.ts'
import { aPolicyForOneUseRefusesPassesForSeveralUses } from './a-policy-for-one-use-refuses-passes-for-several-uses.ts'
import { aQrCodeIsScannedWithAMobileDevice } from './a-qr-code-is-scanned-with-a-mobile-device.ts'
import { aStrengthAdmitsItsOwnCombinationsOnly } from './a-strength-admits-its-own-combinations-only.ts'
import { aTextMessageOrACallFollowsThePassword } from './a-text-message-or-a-call-follows-the-password.ts'
import { membersOfAnExcludedGroupCannotUseTheMethod } from './members-of-an-excluded-group-cannot-use-the-method.ts'
import { methodsThatEveryPolicySwitchesOffCannotBeUsed } from './methods-that-every-policy-switches-off-cannot-be-used.ts'
import { oneFactorDoesNotSatisfyADemandForMfa } from './one-factor-does-not-satisfy-a-demand-for-mfa.ts'
import { passkeysOfOtherModelsOrTypesCannotBeUsed } from './passkeys-of-other-models-or-types-cannot-be-used.ts'
import { phoneSignInReplacesThePassword } from './phone-sign-in-replaces-the-password.ts'
import { textMessagesAndCallsOfTheVendorEnd } from './text-messages-and-calls-of-the-vendor-end.ts'
import { whatNothingForbidsCanBePresented } from './what-nothing-forbids-can-be-presented.ts'
import { windowsHelloForBusinessIsPresentedAtItsOwnDevice } from './windows-hello-for-business-is-presented-at-its-own-device.ts'
import { windowsHelloForBusinessProvesBothFactorsByItself } from './windows-hello-for-business-proves-both-factors-by-itself.ts'

/** The rules of `sign-in-method`, first match first. */
export const signInMethodRules: readonly Rule<'sign-in-method'>[] = [
  aMethodThatIsNotRegisteredCannotBePresented,
  methodsThatEveryPolicySwitchesOffCannotBeUsed,
  membersOfAnExcludedGroupCannotUseTheMethod,
  passkeysOfOtherModelsOrTypesCannotBeUsed,
  aPolicyForOneUseRefusesPassesForSeveralUses,
  textMessagesAndCallsOfTheVendorEnd,
  windowsHelloForBusinessIsPresentedAtItsOwnDevice,
  aPasskeyNeedsAPlatformThatTakesIt,
  aModuleWithTheOldBrowserControlTakesNoPasskey,
  aQrCodeIsScannedWithAMobileDevice,
  aCertificateIsNoSecondFactorOnIos,
  oneFactorDoesNotSatisfyADemandForMfa,
  aStrengthAdmitsItsOwnCombinationsOnly,
  aPasskeyProvesBothFactorsByItself,
  windowsHelloForBusinessProvesBothFactorsByItself,
  aNotificationOfAuthenticatorFollowsThePassword,
  aCodeFollowsThePassword,
  aTextMessageOrACallFollowsThePassword,
  phoneSignInReplacesThePassword,
  whatNothingForbidsCanBePresented,
]
