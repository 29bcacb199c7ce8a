import type { Diagnostic } from '../../../source/diagnostics/diagnostic.ts'
import { entriesOf } from '../../conditional-access/entries.ts'
import type { Policy } from '../../conditional-access/model.ts'
import { nameOfEntry } from '../../conditional-access/read-strengths.ts'
import type { PoliciesRead } from '../../read-policies-of.ts'
import type { Check } from '../check.ts'

const exchangeOnline = '00000002-0000-0ff1-ce00-000000000000'

function forActiveSyncAlone({ conditions }: Policy): boolean {
  const types = conditions.clientApps?.types
  return types !== undefined && types.size === 1 && types.has('exchangeActiveSync')
}

function excessOf({ conditions }: Policy): string | undefined {
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

/** Where the name of a policy stands. */
export function rangeOfPolicy(policy: Policy, { parts }: PoliciesRead): Diagnostic['at'] | undefined {
  for (const { document, path } of parts) {
    const entry = entriesOf(document, path, '', []).find((one) => nameOfEntry(one) === policy.name)
    if (entry !== undefined) return document.rangeOf([...entry.path, 'displayName'])
  }
  return undefined
}

/** A policy for Exchange ActiveSync alone keeps to what such a policy can have. */
export const activesyncPolicyLimits: Check = (_file, policies) =>
  policies.value.policies.filter(forActiveSyncAlone).flatMap((policy) => {
    const reason = excessOf(policy)
    const at = rangeOfPolicy(policy, policies)
    return reason === undefined || at === undefined
      ? []
      : [{ code: 'CON-19' as const, args: { policy: policy.name, reason }, at }]
  })
