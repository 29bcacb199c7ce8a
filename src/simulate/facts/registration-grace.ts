import { isInDispute } from '../../tenant/in-dispute.ts'
import { type Known, missing } from '../../vocabulary/facts.ts'
import type { LegContext } from '../leg-context.ts'
import { changeInForce, rolloutOf } from '../vendor-state.ts'

const fourteenDays = 14 * 24 * 60 * 60 * 1000

/** Whether the registration that security defaults ask for can still be put off by a user, in a tenant that gives such days. */
export function registrationGrace({ user, at }: LegContext): Known<'registrationGrace'> {
  const { firstInteractiveSignIn: first } = user
  if (first === undefined) return missing
  return at < first + fourteenDays ? 'available' : 'none'
}

/** Whether the vendor still gives the tenant days in which to put registration off. */
export function graceOfTenant({ tenant, at }: Pick<LegContext, 'tenant' | 'at'>): Known<'registrationGrace'> {
  const change = changeInForce(tenant, at, 'security-defaults-registration-grace', 'tenant')
  if (change === missing) return missing
  if (change === undefined || change.value === 'none') return 'none'
  if (change.value !== 'rolling-out') return 'available'
  const rollout = rolloutOf(tenant, change, at)
  return rollout === undefined ? missing : rollout === 'applied' ? 'none' : 'available'
}

/** Whether a user with unknown state is assumed to be registered: security defaults had everyone register. */
export function assumesRegistration(context: LegContext): boolean {
  const { tenant, user } = context
  if (user.mfaRegistered !== undefined || isInDispute(user, 'registered') || tenant.securityDefaults !== true)
    return false
  return user.accountHome === 'here' && (user.kind === 'user' || user.kind === 'guest')
}
