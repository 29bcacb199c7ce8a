import { domainWorkloads } from '../../catalog/domain-workloads.ts'
import { type FactValue, type Known, missing } from '../../vocabulary/facts.ts'
import { deviceJoinOf } from '../device/device-join.ts'
import type { LegPathContext } from '../leg-context.ts'

/** Servers that are joined to the domain. */
export const domainServers: ReadonlySet<string> = new Set(domainWorkloads.map(({ id }) => id))

/** What a server of the domain takes, or a connector that gets tickets for users; undefined for any other service. */
export function domainTickets(context: LegPathContext): FactValue<'shareTickets'> | undefined {
  const { request, network, workload } = context
  const { relyingParty } = request
  if (relyingParty === 'application-proxy')
    return workload?.settings['singleSignOnMode'] === 'onPremisesKerberos' ? 'delegated' : undefined
  if (!domainServers.has(relyingParty)) return undefined
  if (!network.inside) return 'out-of-domain'
  return relyingParty === 'sql-server' ? 'domain-logon' : 'domain-server'
}

/** A joined device has tickets for servers of the domain as well, but not after each way of signing in to it. */
export function sessionAtServer(
  session: Known<'deviceSession'>,
  { client, network, request }: LegPathContext,
): Known<'deviceSession'> {
  if (session !== 'none' || !network.inside || !domainServers.has(request.relyingParty)) return session
  return deviceJoinOf(client.device, request.signals) === 'entra-joined' ? missing : session
}
