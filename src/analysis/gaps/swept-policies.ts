import type { Policy } from '../../tenant/conditional-access/model.ts'
import type { Tenant } from '../../tenant/tenant.ts'

/** The tenant with one policy changed. */
export function withPolicy(tenant: Tenant, name: string, change: (policy: Policy) => Policy): Tenant {
  const { conditionalAccess } = tenant
  const policies = conditionalAccess.policies.map((policy) => (policy.name === name ? change(policy) : policy))
  return { ...tenant, conditionalAccess: { ...conditionalAccess, policies } }
}

/** Policies that can affect sign-ins of people to the swept resources. */
export function sweptPolicies(tenant: Tenant): readonly Policy[] {
  return tenant.conditionalAccess.policies.filter(({ state, conditions }) => {
    const { contexts, traffic } = conditions.resources
    return state === 'enabled' && contexts.size === 0 && traffic.length === 0 && conditions.workloads === undefined
  })
}
