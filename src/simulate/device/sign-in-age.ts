import type { SignInFrequency } from '../../tenant/conditional-access/model.ts'
import { type Known, missing } from '../../vocabulary/facts.ts'
import type { CombinedDecision } from '../../vocabulary/policies.ts'

const hour = 60 * 60 * 1000
/** The vendor asks no more often than this where a policy says every time. */
const skew = 5 * 60 * 1000

/** How long a token lives that nobody uses, in milliseconds. */
export const unusedLifetime = 14 * 24 * hour

/** How long a sign-in counts under a sign-in frequency, in milliseconds; undefined if the policy does not say. */
export function lengthOf({ frequencyInterval, value, type }: SignInFrequency): number | undefined {
  if (frequencyInterval === 'everyTime') return skew
  return value === undefined || value === null ? undefined : value * (type === 'days' ? 24 : 1) * hour
}

/** Whether a sign-in of this age passes the sign-in frequency that policies set; missing if its age is not stated. */
export function signInAgeOf(policies: CombinedDecision | undefined, age: number | undefined): Known<'signInAge'> {
  // The merged control has the shape of Graph's.
  const frequency = policies?.session?.['signInFrequency'] as SignInFrequency | undefined
  if (frequency === undefined) return 'within'
  if (age === undefined || frequency.authenticationType === 'secondaryAuthentication') return missing
  const length = lengthOf(frequency)
  if (length === undefined) return missing
  return age < length ? 'within' : 'past'
}
