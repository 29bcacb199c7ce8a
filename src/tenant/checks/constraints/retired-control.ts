import { vendorTimeline } from '../../../catalog/vendor-timeline.ts'
import type { Check } from '../check.ts'
import { rangeOfPolicy } from './activesync-policy-limits.ts'

const retired = vendorTimeline.flatMap((change) =>
  change.fact === 'grant-control' && change.value === 'retired' ? [{ control: change.subject, from: change.from }] : [],
)

/** A policy that is on, or tried out, requires no control that is no longer enforced at the date of the plan. */
export const retiredControl: Check = (file, policies) => {
  const { asOf } = file.parts
  if (typeof asOf !== 'string') return []
  return policies.value.policies.flatMap((policy) => {
    const at = rangeOfPolicy(policy, policies)
    if (at === undefined || policy.state === 'disabled') return []
    return retired
      .filter(({ control, from }) => from <= asOf.slice(0, 10) && policy.grant?.controls.includes(control) === true)
      .map(({ control, from }) => ({ code: 'CON-72' as const, args: { policy: policy.name, control, from }, at }))
  })
}
