import type { Rollout, Tenant } from '../../tenant/tenant.ts'
import { type Known, missing } from '../../vocabulary/facts.ts'
import type { Flow, Protocol } from '../../vocabulary/protocols.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import type { LegPathContext } from '../leg-context.ts'
import { changeInForce, rolloutOf } from '../vendor-state.ts'

/** Whether Exchange Online serves basic authentication, and whether the tenant turned it on again. */
export interface BasicState {
  readonly state: Known<'basicAuthentication'>
  readonly again: Known<'basicTurnedOnAgain'>
}

const served: BasicState = { state: 'served', again: 'no' }

/** Where the vendor's rollout of basic authentication stands for a protocol in this tenant. */
export function basicAuthentication(context: LegPathContext, flow: Flow, protocol: Protocol): BasicState {
  const { tenant, request, at } = context
  if (flow !== 'basic' || request.relyingParty !== 'exchange-online') return served
  const change = changeInForce(tenant, at, 'basic-authentication', protocol)
  if (change === undefined) return served
  if (change === missing) return ofUnknownAge(tenant, at)
  const rollout = rolloutOf(tenant, change, at)
  switch (change.value) {
    case 'off':
    case 'unavailable':
      return { state: 'retired', again: 'no' }
    case 'off-where-unused':
      return rollout === 'applied' ? { state: 'off-by-default', again: 'no' } : served
    case 'being-turned-off':
      if (rollout === undefined) return { state: missing, again: 'no' }
      return rollout === 'applied' ? { state: 'off-by-default', again: 'no' } : served
    case 'off-by-default':
      return { state: 'off-by-default', again: turnedOnAgain(context, rollout, protocol) }
    case 'available':
      return served
  }
}

/** SMTP AUTH in a tenant of unknown age: closed regardless of its age, unless someone says that it was turned on again. */
function ofUnknownAge(tenant: Tenant, at: Instant): BasicState {
  const said =
    tenant.rollouts.get('smtpBasicAuthenticationReEnabled') ?? tenant.rollouts.get('smtp-auth-off-by-default')
  const holds = ({ from, until }: Rollout): boolean =>
    (from === undefined || at >= from) && (until === undefined || at < until)
  const again = said?.some((one) => one.state !== 'applied' && holds(one)) ?? false
  return again ? { state: missing, again: missing } : { state: 'off-by-default', again: 'no' }
}

function turnedOnAgain(
  { tenant, at }: LegPathContext,
  rollout: string | undefined,
  protocol: Protocol,
): Known<'basicTurnedOnAgain'> {
  if (rollout !== 'turned-on-again' && rollout !== 'not-applied') return 'no'
  return changeInForce(tenant, at, 'basic-authentication-removal', protocol) === undefined ? 'yes' : missing
}
