import { changeNamed } from '../../catalog/vendor-timeline.ts'
import type { CredentialPreferencesFile } from '../../tenant/settings/authentication-methods.ts'
import type { Tenant, User } from '../../tenant/tenant.ts'
import { type Known, missing } from '../../vocabulary/facts.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import { changeInForce, rolloutOf } from '../vendor-state.ts'
import { reachedBy } from './allowed-methods.ts'

const rollingOut = changeNamed('system-preferred-first-factor-rolling-out')

type Person = Partial<Pick<User, 'groups' | 'id' | 'userPrincipalName'>>

/** How far system-preferred authentication reaches a user at an instant: as stated, otherwise as the vendor manages it. */
export function systemPreferredFor(tenant: Tenant, user: Person, at: Instant): Known<'systemPreferred'> {
  const { preferences } = tenant.authenticationMethods ?? {}
  const stated = preferences?.state ?? tenant.multifactorAuthentication.systemCredentialPreferences
  if (stated === 'disabled') return 'off'
  const reached = preferences === undefined ? true : reaches(preferences, user)
  if (reached === false) return 'off'
  const on = stated === 'enabled' ? 'second-factor' : asManaged(tenant, at)
  return reached === undefined && on !== 'off' ? missing : on
}

/** Whether preferences are for a user; undefined if a target is a group whose members are not stated. */
function reaches({ includeTargets, excludeTargets }: CredentialPreferencesFile, user: Person): boolean | undefined {
  const excluded = reachedBy(excludeTargets, user)
  if (excluded.sure.length > 0) return false
  const included = reachedBy(includeTargets, user)
  const isIncluded = includeTargets === undefined || included.sure.length > 0
  if (!isIncluded && included.perhaps.length === 0) return false
  return isIncluded && excluded.perhaps.length === 0 ? true : undefined
}

function asManaged(tenant: Tenant, at: Instant): Known<'systemPreferred'> {
  const change = changeInForce(tenant, at, 'system-preferred-authentication', 'tenant')
  // Before the first change on record no page says what Microsoft managed meant.
  if (change === undefined || change === missing) return missing
  if (change.value !== 'rolling-out') return change.value
  const stands = rolloutOf(tenant, rollingOut, at)
  if (stands === undefined) return missing
  return stands === 'applied' ? 'both-factors' : 'second-factor'
}
