import { clientNamed } from '../../simulate/plan-requests.ts'
import type { Network, Tenant, TenantClient, User } from '../../tenant/tenant.ts'
import { tenantAt } from '../../tenant/tenant-at.ts'
import type { SessionVerdict, Trace } from '../../trace/step.ts'
import { promptCount, sessionVerdict } from '../../trace/verdict.ts'
import type { ClientRequest } from '../../vocabulary/requests.ts'
import { readLeg } from '../matrix/matrix.ts'
import type { Cell, LegReading } from '../population/results.ts'

/** One leg of a sign-in, and the trace behind it. */
export interface LegView extends LegReading {
  readonly trace: () => Trace | undefined
}

/** A played sign-in, as claims read it. */
export interface SignIn {
  readonly tenant: Tenant
  readonly request: ClientRequest
  readonly verdict: SessionVerdict
  readonly prompts: number
  readonly legs: readonly LegView[]
  readonly user: User | undefined
  readonly client: TenantClient | undefined
  readonly network: Network | undefined
  /** The number of users that it represents. */
  readonly people: number
}

function partsOf(declared: Tenant, request: ClientRequest): Pick<SignIn, 'tenant' | 'user' | 'client' | 'network'> {
  const tenant = tenantAt(declared, request.at)
  return {
    tenant,
    user: tenant.users.get(request.user),
    client: clientNamed(tenant, request.client),
    network: tenant.networks.get(request.network),
  }
}

/** Turns a played session into a sign-in that claims can read. */
export function signInOf(tenant: Tenant, request: ClientRequest, traces: readonly Trace[], people = 1): SignIn {
  return {
    ...partsOf(tenant, request),
    request,
    verdict: sessionVerdict(traces),
    prompts: promptCount(traces),
    legs: traces.map((trace) => ({ ...readLeg(trace), trace: () => trace })),
    people,
  }
}

/** Turns a matrix cell into a sign-in; computes its traces only if a condition reads them. */
export function signInOfCell(tenant: Tenant, cell: Cell, people: number, play: () => readonly Trace[]): SignIn {
  let traces: readonly Trace[] | undefined
  const traceAt = (index: number): Trace | undefined => {
    traces ??= play()
    return traces[index]
  }
  const legs = cell.legs.map((leg, index) => ({ ...leg, trace: () => traceAt(index) }))
  const { request, verdict, prompts } = cell
  return { ...partsOf(tenant, request), request, verdict, prompts, legs, people }
}
