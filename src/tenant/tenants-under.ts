import { cacheByObject } from '../memory/cache-by-object.ts'
import type { Tenant } from './tenant.ts'

// Invariant: a tenant does not change, nor does what is different in its readings.
const tenants = cacheByObject<Tenant, readonly Tenant[]>('tenants that may be meant', 'tenant')

/** The tenants that may be meant besides the one that is stated, where exports disagree. */
export function tenantsUnder(tenant: Tenant): readonly Tenant[] {
  const { readings: all, ...rest } = tenant
  return all === undefined ? [] : tenants(tenant, () => all.map((one) => ({ ...rest, ...one })))
}

/** One of them. */
export const tenantUnder = (tenant: Tenant, index: number): Tenant => tenantsUnder(tenant)[index] ?? tenant
