import type { Rule } from '../rule.ts'
import { aCertificateIsNoSecondFactorOnIos } from './a-certificate-is-no-second-factor-on-ios.ts'
import { aMethodThatIsNotRegisteredCannotBePresented } from './a-method-that-is-not-registered-cannot-be-presented.ts'
import { aModuleWithTheOldBrowserControlTakesNoPasskey } from './a-module-with-the-old-browser-control-takes-no-passkey.ts'
import { aPasskeyNeedsAPlatformThatTakesIt } from './a-passkey-needs-a-platform-that-takes-it.ts'
import { aPolicyForOneUseRefusesPassesForSeveralUses } from './a-policy-for-one-use-refuses-passes-for-several-uses.ts'
import { aQrCodeIsScannedWithAMobileDevice } from './a-qr-code-is-scanned-with-a-mobile-device.ts'
import { aStrengthAdmitsItsOwnCombinationsOnly } from './a-strength-admits-its-own-combinations-only.ts'
import { membersOfAnExcludedGroupCannotUseTheMethod } from './members-of-an-excluded-group-cannot-use-the-method.ts'
import { methodsThatEveryPolicySwitchesOffCannotBeUsed } from './methods-that-every-policy-switches-off-cannot-be-used.ts'
import { oneFactorDoesNotSatisfyADemandForMfa } from './one-factor-does-not-satisfy-a-demand-for-mfa.ts'
import { passkeysOfOtherModelsOrTypesCannotBeUsed } from './passkeys-of-other-models-or-types-cannot-be-used.ts'
import { textMessagesAndCallsOfTheVendorEnd } from './text-messages-and-calls-of-the-vendor-end.ts'
import { whatNothingForbidsCanBePresented } from './what-nothing-forbids-can-be-presented.ts'
import { windowsHelloForBusinessIsPresentedAtItsOwnDevice } from './windows-hello-for-business-is-presented-at-its-own-device.ts'

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
  whatNothingForbidsCanBePresented,
]
