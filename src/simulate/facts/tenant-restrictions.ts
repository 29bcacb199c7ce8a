import { isDirectoryId } from '../../tenant/conditional-access/documented-words.ts'
import { type Known, missing } from '../../vocabulary/facts.ts'
import type { LegPathContext } from '../leg-context.ts'

/** Whether the network lets its users sign in to this tenant, which it can name by any of its domains or by its id. */
export function tenantRestrictions({ network, tenant }: LegPathContext): Known<'tenantRestrictions'> {
  const { tenantRestrictions: restrictions } = network
  if (restrictions === undefined) return 'none'
  const { version, allowedTenants } = restrictions
  const lists = (name: string): boolean => allowedTenants.some((one) => one.toLowerCase() === name.toLowerCase())
  if ([...tenant.domains.keys()].some(lists)) return 'none'
  // The file states no id of its own tenant, so any id may be it.
  if (allowedTenants.some(isDirectoryId)) return missing
  return version === 'v1' ? 'denied' : 'denied-by-policy'
}
