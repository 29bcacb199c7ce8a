import { defaults } from '../../../catalog/defaults.ts'
import { isManagedPolicy } from '../../conditional-access/managed-policy.ts'
import type { Policy } from '../../conditional-access/model.ts'
import type { Check } from '../check.ts'
import { rangeOfPolicy } from './activesync-policy-limits.ts'

const reportOnlyDays = Number(defaults.find(({ fact }) => fact === 'managedPolicyReportOnlyDays')?.value)
const day = 24 * 60 * 60 * 1000

const stillReports = (policy: Policy): boolean =>
  policy.state === 'enabledForReportingButNotEnforced' && isManagedPolicy(policy)

/** The first day on which the vendor may turn on its own report-only policy. */
function mayBeOnFrom({ createdAt }: Policy): string {
  if (createdAt === undefined) return `${reportOnlyDays} days after it appeared`
  return new Date(createdAt + reportOnlyDays * day).toISOString().slice(0, 10)
}

/** What a policy of the vendor only reports today, it will demand. */
export const managedPolicyTurnsOn: Check = (_file, policies) =>
  policies.value.policies.filter(stillReports).flatMap((policy) => {
    const at = rangeOfPolicy(policy, policies)
    return at === undefined
      ? []
      : [{ code: 'CON-30' as const, args: { policy: policy.name, from: mayBeOnFrom(policy) }, at }]
  })
