import type { Check } from '../check.ts'
import { securityDefaultsOn } from './per-user-mfa-mixed.ts'

/** Security defaults and Conditional Access exclude each other. */
export const securityDefaultsBesidePolicies: Check = (file, policies) => {
  const policy = policies.value.policies.find(({ state }) => state === 'enabled')
  if (policy === undefined || !securityDefaultsOn(file.section('securityDefaults'))) return []
  return [{ code: 'CON-17', args: { policy: policy.name }, at: file.document.rangeOfKey(['securityDefaults']) }]
}
