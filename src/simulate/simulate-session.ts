import type { Tenant } from '../tenant/tenant.ts'
import { tenantAt } from '../tenant/tenant-at.ts'
import type { Trace } from '../trace/step.ts'
import type { ClientRequest, SignInRequest } from '../vocabulary/requests.ts'
import { blankFacts } from './blank-facts.ts'
import { decideLeg } from './decide-leg.ts'
import { addAccountFacts } from './facts/account-facts.ts'
import { addClientFacts } from './facts/client-facts.ts'
import { addSendingFacts } from './facts/sending-facts.ts'
import { addMailboxFacts, addServiceFacts } from './facts/service-facts.ts'
import type { LegContext } from './leg-context.ts'
import { planLegs } from './plan-legs.ts'
import { clientNamed } from './plan-requests.ts'
import { tellLeg } from './tell-leg.ts'

/**
 * All conversations of one client for one purpose. The names must be those of the tenant (or, for the client, of the
 * catalogue); events up to the instant of the request are applied first.
 */
export function simulateSession(tenant: Tenant, request: ClientRequest): readonly Trace[] {
  const now = tenantAt(tenant, request.at)
  return planSession(now, request).map((leg) => simulateSignIn(now, leg))
}

function planSession(tenant: Tenant, request: ClientRequest): readonly SignInRequest[] {
  return planLegs({ tenant, ...named(tenant, request), request })
}

function named(tenant: Tenant, request: ClientRequest) {
  const user = tenant.users.get(request.user)
  const client = clientNamed(tenant, request.client)
  const network = tenant.networks.get(request.network)
  if (user === undefined || client === undefined || network === undefined)
    throw new Error(`the request names nobody: ${request.user}, ${request.client}, ${request.network}`)
  return { user, client, network }
}

/** One conversation with one relying party: pure, synchronous, always recorded. */
export function simulateSignIn(tenant: Tenant, request: SignInRequest): Trace {
  const { user, client, network } = named(tenant, request)
  const workload = tenant.workloads.get(request.relyingParty)
  const context: LegContext = { tenant, user, client, network, workload, request, at: request.at }
  const facts = blankFacts()
  addClientFacts(facts, context)
  addServiceFacts(facts, context)
  addSendingFacts(facts, context)
  addAccountFacts(facts, context)
  addMailboxFacts(facts, context)
  return tellLeg(context, decideLeg(context, facts))
}
