import { applicationOf } from '../catalog/applications.ts'
import { workloadOf } from '../catalog/workloads.ts'
import type { LegPathContext } from './leg-context.ts'

/**
 * The app id that policies see on a leg on which Microsoft Entra ID issues the token; undefined if not stated. A token
 * for an on-premises server is one for the online service's principal, whether the tenant declares that service or not.
 */
export function resourceOf({ client, request, tenant, workload }: LegPathContext): string | undefined {
  if (request.application !== undefined)
    return (
      tenant.applications.get(request.application)?.appId ??
      applicationOf(request.application)?.appIds[0] ??
      request.application
    )
  const { appId, audience } = workloadOf(request.relyingParty)
  if (audience !== undefined) return workloadOf(audience.workload).appId
  const published = workload?.settings['appId']
  return client.product.resource ?? (typeof published === 'string' ? published : appId)
}
