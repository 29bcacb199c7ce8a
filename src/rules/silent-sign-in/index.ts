import type { Rule } from '../rule.ts'
import { aBrowserWithoutTheExtensionDoesNotPresentTheToken } from './a-browser-without-the-extension-does-not-present-the-token.ts'
import { aClientThatHasSignedInRefreshesItsToken } from './a-client-that-has-signed-in-refreshes-its-token.ts'
import { aPrivateWindowDoesNotPresentTheDevice } from './a-private-window-does-not-present-the-device.ts'
import { aProgramWithoutTheBrokerDoesNotGetTheToken } from './a-program-without-the-broker-does-not-get-the-token.ts'
import { aSignInOlderThanTheFrequencyAsksAgain } from './a-sign-in-older-than-the-frequency-asks-again.ts'
import { anotherProfileOfTheBrowserDoesNotPresentTheDevice } from './another-profile-of-the-browser-does-not-present-the-device.ts'
import { seamlessSingleSignOnAnswersOnComputersOfTheDomain } from './seamless-single-sign-on-answers-on-computers-of-the-domain.ts'
import { thePrimaryRefreshTokenAnswersForThePerson } from './the-primary-refresh-token-answers-for-the-person.ts'
import { whereNothingAnswersThePersonSignsIn } from './where-nothing-answers-the-person-signs-in.ts'

/** The rules of `silent-sign-in`, first match first. */
export const silentSignInRules: readonly Rule<'silent-sign-in'>[] = [
  aSignInOlderThanTheFrequencyAsksAgain,
  aClientThatHasSignedInRefreshesItsToken,
  aPrivateWindowDoesNotPresentTheDevice,
  anotherProfileOfTheBrowserDoesNotPresentTheDevice,
  aBrowserWithoutTheExtensionDoesNotPresentTheToken,
  aProgramWithoutTheBrokerDoesNotGetTheToken,
  thePrimaryRefreshTokenAnswersForThePerson,
  seamlessSingleSignOnAnswersOnComputersOfTheDomain,
  whereNothingAnswersThePersonSignsIn,
]
