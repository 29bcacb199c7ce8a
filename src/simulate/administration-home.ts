import type { Client } from '../catalog/client.ts'
import { flowsServed, workloads } from '../catalog/workloads.ts'
import type { Tenant } from '../tenant/tenant.ts'
import type { WorkloadName } from '../vocabulary/actors.ts'
import type { Protocol } from '../vocabulary/protocols.ts'

/** Services that each tenant of Microsoft Entra ID has, so that no file need declare them. */
export const partOfEveryTenant: ReadonlySet<WorkloadName> = new Set([
  'entra-self-service',
  'azure-management',
  'microsoft-365-admin',
  'microsoft-graph',
  'application',
])

/** The services that are administered over a protocol which only they speak; none if the protocol is everyone's. */
function administeredOver(protocol: Protocol): readonly WorkloadName[] {
  if (protocol === 'https' || protocol === 'oauth') return []
  return workloads
    .filter(({ id, legs }) => legs.includes('administration') && flowsServed(id, protocol).length > 0)
    .map(({ id }) => id)
}

/**
 * The service that a client administers: the one it is made for, otherwise the application asked for, otherwise the one that its
 * protocol belongs to, which has to be the only one declared; a browser goes to the portal. Undefined where nothing says.
 */
export function administrationHome(
  tenant: Pick<Tenant, 'workloads'>,
  { administers, kind }: Pick<Client, 'administers' | 'kind'>,
  protocol: Protocol,
  application: string | undefined,
): WorkloadName | undefined {
  if (administers !== undefined) return administers
  const able = administeredOver(protocol)
  if (able.length > 0) {
    const declared = able.filter((name) => tenant.workloads.has(name))
    return declared.length === 1 ? declared[0] : able.length === 1 ? able[0] : undefined
  }
  if (kind === 'browser') return 'microsoft-365-admin'
  return application === undefined ? undefined : 'application'
}
