import type { FactValue } from '../../vocabulary/facts.ts'
import type { Flow } from '../../vocabulary/protocols.ts'
import type { LegContext } from '../leg-context.ts'
import { protocolRow } from '../product-lookup.ts'

/** What the authentication policy of this user, else of the organization, says of the protocol and flow. */
export function authenticationPolicyOf(context: LegContext, flow: Flow): FactValue<'authenticationPolicy'> {
  const { workload, user, request } = context
  if (workload === undefined) return 'none'
  const name = user.authenticationPolicy ?? workload.defaultAuthenticationPolicy
  const policy = name === undefined ? undefined : workload.authenticationPolicies.get(name)
  if (policy === undefined) return 'none'
  const row = protocolRow(request.protocol)
  if (workload.name === 'exchange-online') {
    if (flow !== 'basic' || row.allowBasicAuth === undefined) return 'none'
    return policy.switches[`AllowBasicAuth${row.allowBasicAuth}`] === true ? 'allows' : 'blocks'
  }
  if (row.blockLegacyAuth === undefined) return 'none'
  const prefix = flow === 'modern' ? 'BlockModernAuth' : 'BlockLegacyAuth'
  return policy.switches[`${prefix}${row.blockLegacyAuth}`] === true ? 'blocks' : 'allows'
}
