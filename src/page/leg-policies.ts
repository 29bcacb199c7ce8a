import { clientNamed } from '../simulate/plan-requests.ts'
import { legPolicies } from '../simulate/policies.ts'
import { tenantAt } from '../tenant/tenant-at.ts'
import type { Trace } from '../trace/step.ts'
import type { PolicyOutcome } from '../vocabulary/policies.ts'
import type { Plan } from './plan.ts'

/** Every policy on one leg: also those that do not apply, which the trace leaves out. */
export function outcomesOf(plan: Plan, trace: Trace): readonly PolicyOutcome[] {
  const { request, facts, clientAppType } = trace
  const holder = plan.tenant.users.has(request.user) ? plan.tenant : plan.population.tenant
  const tenant = tenantAt(holder, request.at)
  const user = tenant.users.get(request.user)
  const client = clientNamed(tenant, request.client)
  const network = tenant.networks.get(request.network)
  if (user === undefined || client === undefined || network === undefined) return []
  const workload = tenant.workloads.get(request.relyingParty)
  const context = { tenant, user, client, network, workload, request, at: request.at }
  return legPolicies(context, facts, clientAppType === undefined ? [] : [clientAppType])?.outcomes ?? []
}
