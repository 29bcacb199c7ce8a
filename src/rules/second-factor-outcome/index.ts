import type { Rule } from '../rule.ts'
import { aCustomControlThatIsMetIsNotAskedAgain } from './a-custom-control-that-is-met-is-not-asked-again.ts'
import { aDemandedSecondFactorIsAsked } from './a-demanded-second-factor-is-asked.ts'
import { aSecondFactorPassedBeforeIsNotAskedAgain } from './a-second-factor-passed-before-is-not-asked-again.ts'
import { aTrustedAddressBypassesTheSecondFactor } from './a-trusted-address-bypasses-the-second-factor.ts'
import { anAppPasswordBypassesTheSecondFactor } from './an-app-password-bypasses-the-second-factor.ts'
import { noSecondFactorWhereNoneIsDemanded } from './no-second-factor-where-none-is-demanded.ts'
import { registrationComesFirst } from './registration-comes-first.ts'
import { theNpsExtensionAsksAtEveryAuthentication } from './the-nps-extension-asks-at-every-authentication.ts'
import { theVendorMayAsk } from './the-vendor-may-ask.ts'

/** The rules of `second-factor-outcome`, first match first. */
export const secondFactorOutcomeRules: readonly Rule<'second-factor-outcome'>[] = [
  noSecondFactorWhereNoneIsDemanded,
  aTrustedAddressBypassesTheSecondFactor,
  anAppPasswordBypassesTheSecondFactor,
  theNpsExtensionAsksAtEveryAuthentication,
  registrationComesFirst,
  aSecondFactorPassedBeforeIsNotAskedAgain,
  aCustomControlThatIsMetIsNotAskedAgain,
  theVendorMayAsk,
  aDemandedSecondFactorIsAsked,
]
