import { type Known, missing } from '../../vocabulary/facts.ts'
import type { LegContext } from '../leg-context.ts'
import { reachedBy } from './allowed-methods.ts'

/**
 * Whether a registered telephone number is one to sign in with: the policy lets the user sign in by text message, and the
 * client is a browser or Teams. A federated user does so in the cloud; guests do not. Missing where a membership decides
 * that the file does not state.
 *
 * @see https://learn.microsoft.com/entra/identity/authentication/howto-authentication-sms-signin
 */
export function signsInByText({ tenant, user, client }: LegContext): Known<'methodRegistered'> {
  const sms = tenant.authenticationMethods?.configurations.get('Sms')
  if (sms?.state !== 'enabled' || user.accountHome !== 'here') return 'no'
  if (client.product.kind !== 'browser' && client.product.kind !== 'teams') return 'no'
  const excluded = reachedBy(sms.excludeTargets, user)
  const included = reachedBy(sms.includeTargets, user)
  const [sure, perhaps] = [included.sure, included.perhaps].map((targets) =>
    targets.some(({ isUsableForSignIn }) => isUsableForSignIn === true),
  )
  if (excluded.sure.length > 0 || !(sure || perhaps)) return 'no'
  return sure && excluded.perhaps.length === 0 ? 'yes' : missing
}
