import type { Rule } from '../rule.ts'
import { disabledLeavesTheChoiceToThePerson } from './disabled-leaves-the-choice-to-the-person.ts'
import { enabledAsksForTheHighestRankedSecondFactor } from './enabled-asks-for-the-highest-ranked-second-factor.ts'
import { microsoftManagedAsksForTheHighestRankedMethodAtBothFactors } from './microsoft-managed-asks-for-the-highest-ranked-method-at-both-factors.ts'

/** The rules of `method-preference`, first match first. */
export const methodPreferenceRules: readonly Rule<'method-preference'>[] = [
  microsoftManagedAsksForTheHighestRankedMethodAtBothFactors,
  enabledAsksForTheHighestRankedSecondFactor,
  disabledLeavesTheChoiceToThePerson,
]
