import type { Tenant } from '../../tenant/tenant.ts'

/**
 * A tenant with those of its policies that decide. Those that are off or only report take part in no verdict; what they would
 * do is not compared, and finding it out takes as long as the verdict.
 */
export function withDecidingPolicies<T extends Pick<Tenant, 'conditionalAccess' | 'events'>>(tenant: T): T {
  const { conditionalAccess, events } = tenant
  const policies = conditionalAccess.policies.filter(({ state }) => state === 'enabled')
  // An event can switch a policy on; and a tenant without policies is judged by other rules.
  if (events.length > 0 || policies.length === 0) return tenant
  return { ...tenant, conditionalAccess: { ...conditionalAccess, policies } }
}
