import type { FactValue } from '../../vocabulary/facts.ts'
import type { LegContext, LegPathContext } from '../leg-context.ts'
import { resourceOf } from '../resource-of.ts'
import { ticketReplication } from './ticket-replication.ts'

/** How the session hosts are joined that a token lets in to; undefined if it is for something else, or nobody says. */
export function sessionHostsOf(context: LegPathContext) {
  if (context.request.purpose !== 'get-token') return undefined
  const resource = resourceOf(context)
  return resource === undefined ? undefined : context.tenant.applications.get(resource.toLowerCase())?.sessionHosts
}

/** Whether a hybrid joined host gets a ticket of Microsoft Entra Kerberos for the user, which is not for every account. */
export function hostSession(context: LegContext): FactValue<'hostSession'> {
  if (sessionHostsOf(context) !== 'hybrid-joined') return 'open'
  return ticketReplication(context.tenant, context.user) === 'denied' ? 'denied' : 'open'
}
