import { domainWorkloads } from '../../catalog/domain-workloads.ts'
import { isInDispute } from '../../tenant/in-dispute.ts'
import { type FactValue, type Known, type LegFacts, missing } from '../../vocabulary/facts.ts'
import { deviceJoinOf } from '../device/device-join.ts'
import type { LegContext, LegPathContext } from '../leg-context.ts'

/** Servers that are joined to the domain. */
export const domainServers: ReadonlySet<string> = new Set(domainWorkloads.map(({ id }) => id))

/** What a server of the domain takes, or a connector that gets tickets for users; undefined for any other service. */
export function domainTickets(context: LegPathContext): Known<'shareTickets'> | undefined {
  const { request, network, workload } = context
  const { relyingParty } = request
  if (relyingParty === 'application-proxy')
    return workload?.settings['singleSignOnMode'] === 'onPremisesKerberos' ? 'delegated' : undefined
  if (relyingParty === 'joined-computer') return passwordAtComputer(context)
  if (relyingParty === 'domain-services') return network.inside ? 'managed-domain' : overInternet(workload)
  if (!domainServers.has(relyingParty)) return undefined
  if (!network.inside) return 'out-of-domain'
  return relyingParty === 'sql-server' ? 'domain-logon' : 'domain-server'
}

/** Without a web account the computer asks for the password itself, as its lock screen does. */
function passwordAtComputer({ client }: LegPathContext): FactValue<'shareTickets'> {
  return client.product.flows.includes('modern') ? 'not-used' : 'joined-computer'
}

/** Who may connect to a joined computer: users of the tenant, with a password only from a device that the tenant knows. */
export function accessToComputer(facts: LegFacts, { user, client, request }: LegContext): Known<'shareAccess'> {
  if (user.accountHome !== 'here') return 'outsider'
  if (facts.shareTickets !== 'joined-computer') return 'open'
  const join = deviceJoinOf(client.device, request.signals)
  if (join === missing) return missing
  return join === 'none' || join === 'domain-joined' ? 'no-joined-device' : 'open'
}

/** Secure LDAP is open to the internet where it is turned on for it. */
function overInternet(workload: LegPathContext['workload']): Known<'shareTickets'> {
  const stated = workload?.settings['externalAccess']
  if (stated === undefined) return missing
  return stated === 'Enabled' ? 'managed-domain' : 'ldaps-closed'
}

/** Whether a managed domain has the hashes that it needs for the password of a user. */
export function hashInManagedDomain({ user, workload }: LegContext): Known<'shareAccess'> {
  if (user.accountHome !== 'here') return 'not-in-directory'
  if (isInDispute(user, 'onPremisesSyncEnabled')) return missing
  const stated = user.synced ? workload?.settings['syncOnPremPasswords'] : user.passwordChangedForDomainServices
  if (stated === undefined) return missing
  return stated === true || stated === 'Enabled' ? 'open' : 'not-in-directory'
}

/** A joined device has tickets for servers of the domain as well, but not after each way of signing in to it. */
export function sessionAtServer(
  session: Known<'deviceSession'>,
  { client, network, request }: LegPathContext,
): Known<'deviceSession'> {
  if (session !== 'none' || !network.inside || !domainServers.has(request.relyingParty)) return session
  return deviceJoinOf(client.device, request.signals) === 'entra-joined' ? missing : session
}
