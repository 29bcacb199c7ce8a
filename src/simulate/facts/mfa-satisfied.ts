import type { Known } from '../../vocabulary/facts.ts'
import type { LegContext } from '../leg-context.ts'

const dayLength = 24 * 60 * 60 * 1000

/** Whether a second factor was passed before: carried by the token, or remembered by the browser. */
export function mfaSatisfied({ request, tenant, user, client, at }: LegContext): Known<'mfaSatisfied'> {
  const { mfaClaim, lastMfa, satisfied, privateBrowsing, signedIn } = request.signals
  if (satisfied?.includes('mfa')) return 'claim'
  if (mfaClaim === 'entra-id') return 'claim'
  if (mfaClaim === 'federated-idp')
    return user.domain?.federatedIdpMfaBehavior === 'rejectMfaByFederatedIdp' ? 'no' : 'claim'
  const days = tenant.multifactorAuthentication.rememberDays
  if (days === undefined || user.kind === 'guest' || privateBrowsing === 'yes') return 'no'
  const age = lastMfa ?? (user.lastMfa === undefined ? undefined : at - user.lastMfa)
  // Other programs never see the option; a token that they refresh is checked for the age of the last second factor.
  if (age === undefined || (client.product.kind !== 'browser' && signedIn !== 'yes')) return 'no'
  return age < days * dayLength ? 'remembered' : 'no'
}
