import type { LegContext } from '../leg-context.ts'
import { reachedBy } from './allowed-methods.ts'

/**
 * Whether a telephone number and a code open this sign-in: the policy lets the user sign in by text message, and the
 * client is a browser or Teams. A federated user does so in the cloud; guests do not.
 *
 * @see https://learn.microsoft.com/entra/identity/authentication/howto-authentication-sms-signin
 */
export function signsInByText({ tenant, user, client }: LegContext): boolean {
  const sms = tenant.authenticationMethods?.configurations.get('Sms')
  if (sms?.state !== 'enabled' || user.accountHome !== 'here') return false
  if (client.product.kind !== 'browser' && client.product.kind !== 'teams') return false
  const excluded = reachedBy(sms.excludeTargets, user)
  if (excluded.sure.length + excluded.perhaps.length > 0) return false
  return reachedBy(sms.includeTargets, user).sure.some(({ isUsableForSignIn }) => isUsableForSignIn === true)
}
