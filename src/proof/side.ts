import { type CompiledPolicies, compilePolicies } from '../simulate/conditional-access/compile.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { tenantAt } from '../tenant/tenant-at.ts'
import type { Instant } from '../vocabulary/requests.ts'

/** One set of policies, with the users and networks of its tenant at an instant. */
export interface Side {
  readonly tenant: Tenant
  readonly at: Instant
  readonly compiled: CompiledPolicies
}

/** The policies of a tenant at an instant, after all events up to it. */
export function sideOf(declared: Tenant, at: Instant = declared.asOf): Side {
  const tenant = tenantAt(declared, at)
  const { trustedIps } = tenant.multifactorAuthentication
  return { tenant, at, compiled: compilePolicies(tenant.conditionalAccess, { trustedIps }) }
}
