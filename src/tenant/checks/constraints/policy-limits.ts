import type { Check } from '../check.ts'
import { rangeOfPolicy } from './activesync-policy-limits.ts'
import { limits } from './beyond-limits.ts'

/** A policy that is on, or tried out, keeps to what the pages allow for one of its kind. */
export const policyLimits: Check = (_file, policies) =>
  policies.value.policies.flatMap((policy) => {
    const at = rangeOfPolicy(policy, policies)
    if (at === undefined || policy.state === 'disabled') return []
    return limits.flatMap(({ code, concerns, excesses }) =>
      concerns(policy)
        ? excesses
            .filter(([, found]) => found(policy))
            .map(([reason]) => ({ code, args: { policy: policy.name, reason }, at }))
        : [],
    )
  })
