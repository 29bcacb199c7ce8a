import type { Tenant, User } from '../../tenant/tenant.ts'
import { type Missing, missing } from '../../vocabulary/facts.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import { changeInForce } from '../vendor-state.ts'
import { methodAllowed } from './allowed-methods.ts'

const passkey = 'fido2'

/** A user of a tenant at an instant, who may add a passkey. */
interface PasskeyRegistrant {
  readonly tenant: Tenant
  readonly at: Instant
  readonly user: Partial<Pick<User, 'kind' | 'otherwise' | 'groups' | 'passkeys'>>
}

/** Whether the registration at a sign-in leads to passkeys by then. */
export const leadsToPasskeys = ({ tenant, at }: Pick<PasskeyRegistrant, 'tenant' | 'at'>): boolean =>
  changeInForce(tenant, at, 'registration-at-sign-in', passkey) !== undefined

/** Whether a user who has passed MFA can add a passkey during a sign-in; guests cannot. */
export function passkeyToRegister({ tenant, user, at }: PasskeyRegistrant): 'yes' | 'no' | Missing {
  if (user.kind === 'guest' || !leadsToPasskeys({ tenant, at })) return 'no'
  const configuration = tenant.authenticationMethods?.configurations.get('Fido2')
  if (configuration?.isSelfServiceRegistrationAllowed === false) return 'no'
  // A passkey of another make than those registered can be the one that is added.
  const { passkeys: _, ...anyPasskey } = user
  const allowed = methodAllowed(passkey, tenant, anyPasskey)
  if (allowed !== missing && allowed !== 'yes') return 'no'
  if (user.otherwise !== undefined) return missing
  if (allowed === 'yes') return 'yes'
  return configuration !== undefined && user.groups !== undefined ? 'yes' : missing
}
