import { policyConstraintCodes } from '../../../source/diagnostics/policy-constraint-codes.ts'
import type { CitationKey } from '../../../vocabulary/citations.ts'
import type { Policy } from '../../conditional-access/model.ts'
import { assignmentLimits } from './assignment-limits.ts'
import { grantLimits } from './grant-limits.ts'
import type { Limit } from './policy-limit.ts'
import { sessionLimits } from './session-limits.ts'

const exchangeOnline = '00000002-0000-0ff1-ce00-000000000000'

/** Whether a policy is for Exchange ActiveSync alone. */
export function forActiveSyncAlone({ conditions }: Policy): boolean {
  const types = conditions.clientApps?.types
  return types !== undefined && types.size === 1 && types.has('exchangeActiveSync')
}

/** What such a policy has beyond what it can have. */
export function excessForActiveSync({ conditions }: Policy): string | undefined {
  const { resources, include } = conditions
  const online = resources.include.size === 1 && resources.include.has(exchangeOnline)
  if (resources.all || resources.includeSuites.length > 0 || !online) return 'targets more than Exchange Online'
  const other =
    conditions.locations ??
    conditions.devices ??
    conditions.signInRisk ??
    conditions.userRisk ??
    conditions.transferMethods
  if (other !== undefined) return 'has a condition other than the platform'
  return include.roles.size > 0 ? 'is assigned to roles' : undefined
}

/** The constraints on one policy that the pages state. */
export const limits: readonly Limit[] = [...grantLimits, ...assignmentLimits, ...sessionLimits]

/** The pages that exclude something a policy has, each once. */
export function pagesExceeded(policy: Policy): readonly CitationKey[] {
  const pages = limits
    .filter(({ concerns, excesses }) => concerns(policy) && excesses.some(([, found]) => found(policy)))
    .flatMap(({ code }) => policyConstraintCodes[code].citation ?? [])
  const ofActiveSync = forActiveSyncAlone(policy) && excessForActiveSync(policy) !== undefined
  return [...new Set(ofActiveSync ? ['ca-conditions' as const, ...pages] : pages)]
}
