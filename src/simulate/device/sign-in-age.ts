import type { SignInFrequency } from '../../tenant/conditional-access/model.ts'
import { type Known, missing } from '../../vocabulary/facts.ts'
import type { CombinedDecision } from '../../vocabulary/policies.ts'

const hour = 60 * 60 * 1000
/** The vendor asks no more often than this where a policy says every time. */
const skew = 5 * 60 * 1000

/** Whether a sign-in of this age passes the sign-in frequency that policies set; missing if its age is not stated. */
export function signInAgeOf(policies: CombinedDecision | undefined, age: number | undefined): Known<'signInAge'> {
  // The merged control has the shape of Graph's.
  const frequency = policies?.session?.['signInFrequency'] as SignInFrequency | undefined
  if (frequency === undefined) return 'within'
  const { authenticationType, frequencyInterval, value, type } = frequency
  if (age === undefined || authenticationType === 'secondaryAuthentication') return missing
  if (frequencyInterval === 'everyTime') return age <= skew ? 'within' : 'past'
  if (value === undefined || value === null) return missing
  return age < value * (type === 'days' ? 24 : 1) * hour ? 'within' : 'past'
}
