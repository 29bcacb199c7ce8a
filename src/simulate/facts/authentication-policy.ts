import { protocolRowOf } from '../../catalog/protocols.ts'
import type { Server } from '../../tenant/tenant.ts'
import { type Known, missing } from '../../vocabulary/facts.ts'
import type { Flow, Protocol } from '../../vocabulary/protocols.ts'
import type { LegPathContext } from '../leg-context.ts'

const hasCloudArchive = ({ archive }: LegPathContext['profile']): boolean => archive === 'exchange-online'

/** One page has these policies from CU1 of Exchange 2019 on, another from CU2 on. */
const isDisputed = ({ version, cumulativeUpdate }: Server): boolean => version === '2019' && cumulativeUpdate === 1

/** What the authentication policy of this user, otherwise of the organization, says about the protocol and flow. */
export function authenticationPolicyOf(
  { workload, profile }: LegPathContext,
  flow: Flow,
  protocol: Protocol,
): Known<'authenticationPolicy'> {
  // Policies of Exchange Online reach those who have a mailbox or an archive there; others are authenticated elsewhere.
  if (workload === undefined) return 'none'
  if (workload.name === 'exchange-online' && profile.mailbox === 'exchange-server' && !hasCloudArchive(profile))
    return 'none'
  const name = profile.authenticationPolicy ?? workload.defaultAuthenticationPolicy
  const policy = name === undefined ? undefined : workload.authenticationPolicies.get(name)
  if (policy === undefined) return 'none'
  const row = protocolRowOf(protocol)
  if (workload.name === 'exchange-online') {
    if (flow !== 'basic' || row?.allowBasicAuth === undefined) return 'none'
    return policy.switches[`AllowBasicAuth${row?.allowBasicAuth}`] === true ? 'allows' : 'blocks'
  }
  if (row?.blockLegacyAuth === undefined) return 'none'
  const prefix = flow === 'modern' || flow === 'password-grant' ? 'BlockModernAuth' : 'BlockLegacyAuth'
  if (policy.switches[`${prefix}${row?.blockLegacyAuth}`] !== true) return 'allows'
  return workload.servers.some(isDisputed) ? missing : 'blocks'
}
