import { applicationOf } from '../catalog/applications.ts'
import { workloadOf } from '../catalog/workloads.ts'
import type { WayContext } from './leg-context.ts'

/** The app id that policies see on a leg; undefined where nobody says. */
export function resourceOf({ client, request, tenant }: WayContext): string | undefined {
  if (request.application !== undefined)
    return (
      tenant.applications.get(request.application)?.appId ??
      applicationOf(request.application)?.appIds[0] ??
      request.application
    )
  return client.product.resource ?? workloadOf(request.relyingParty).appId
}
