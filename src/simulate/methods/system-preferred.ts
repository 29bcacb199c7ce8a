import { changeNamed } from '../../catalog/vendor-timeline.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { type Known, missing } from '../../vocabulary/facts.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import { changeInForce, rolloutOf } from '../vendor-state.ts'

const rollingOut = changeNamed('system-preferred-first-factor-rolling-out')

/** How far system-preferred authentication reaches in a tenant at an instant: as stated, otherwise as the vendor manages it. */
export function systemPreferredIn(tenant: Tenant, at: Instant): Known<'systemPreferred'> {
  const stated = tenant.multifactorAuthentication.systemCredentialPreferences
  if (stated === 'disabled') return 'off'
  if (stated === 'enabled') return 'second-factor'
  const change = changeInForce(tenant, at, 'system-preferred-authentication', 'tenant')
  // Before the first change on record no page says what Microsoft managed meant.
  if (change === undefined || change === missing) return missing
  if (change.value !== 'rolling-out') return change.value
  const stands = rolloutOf(tenant, rollingOut, at)
  if (stands === undefined) return missing
  return stands === 'applied' ? 'both-factors' : 'second-factor'
}
