import type { Rule } from '../rule.ts'
import { aKioskAccountOfTheDeviceHasNoPrimaryRefreshToken } from './a-kiosk-account-of-the-device-has-no-primary-refresh-token.ts'
import { aLostTokenIsNotUsed } from './a-lost-token-is-not-used.ts'
import { aPasswordGivesATokenWithoutMfa } from './a-password-gives-a-token-without-mfa.ts'
import { aPhoneCanHoldATokenWithoutBeingRegistered } from './a-phone-can-hold-a-token-without-being-registered.ts'
import { aSecondFactorGivenToAProgramOfTheBrokerMarksTheToken } from './a-second-factor-given-to-a-program-of-the-broker-marks-the-token.ts'
import { aSecurityKeyGivesTheTokenAnMfaClaim } from './a-security-key-gives-the-token-an-mfa-claim.ts'
import { aTokenThatNobodyUsesExpiresAfterFourteenDays } from './a-token-that-nobody-uses-expires-after-fourteen-days.ts'
import { onlyARegisteredDeviceGetsAPrimaryRefreshToken } from './only-a-registered-device-gets-a-primary-refresh-token.ts'
import { pagesDoNotSayWhatATokenClaimsAfterWebSignIn } from './pages-do-not-say-what-a-token-claims-after-web-sign-in.ts'
import { theBindingOfACertificateSaysWhatASmartCardProves } from './the-binding-of-a-certificate-says-what-a-smart-card-proves.ts'
import { theIdentityProviderSaysWhatASmartCardOfAFederatedPersonProves } from './the-identity-provider-says-what-a-smart-card-of-a-federated-person-proves.ts'
import { windowsHelloForBusinessGivesTheTokenAnMfaClaim } from './windows-hello-for-business-gives-the-token-an-mfa-claim.ts'

/** The rules of `device-token`, first match first. */
export const deviceTokenRules: readonly Rule<'device-token'>[] = [
  aKioskAccountOfTheDeviceHasNoPrimaryRefreshToken,
  aLostTokenIsNotUsed,
  aTokenThatNobodyUsesExpiresAfterFourteenDays,
  aPhoneCanHoldATokenWithoutBeingRegistered,
  onlyARegisteredDeviceGetsAPrimaryRefreshToken,
  aSecondFactorGivenToAProgramOfTheBrokerMarksTheToken,
  windowsHelloForBusinessGivesTheTokenAnMfaClaim,
  aSecurityKeyGivesTheTokenAnMfaClaim,
  theIdentityProviderSaysWhatASmartCardOfAFederatedPersonProves,
  theBindingOfACertificateSaysWhatASmartCardProves,
  pagesDoNotSayWhatATokenClaimsAfterWebSignIn,
  aPasswordGivesATokenWithoutMfa,
]
