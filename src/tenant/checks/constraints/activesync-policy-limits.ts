import type { Diagnostic } from '../../../source/diagnostics/diagnostic.ts'
import { entriesOf } from '../../conditional-access/entries.ts'
import type { Policy } from '../../conditional-access/model.ts'
import { nameOfEntry } from '../../conditional-access/read-strengths.ts'
import type { PoliciesRead } from '../../read-policies-of.ts'
import type { Check } from '../check.ts'
import { excessForActiveSync, forActiveSyncAlone } from './beyond-limits.ts'

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
    const reason = excessForActiveSync(policy)
    const at = rangeOfPolicy(policy, policies)
    return reason === undefined || at === undefined
      ? []
      : [{ code: 'CON-19' as const, args: { policy: policy.name, reason }, at }]
  })
