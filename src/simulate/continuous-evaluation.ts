import { evaluatedClients } from '../catalog/continuous-evaluation.ts'
import { startOf } from '../catalog/vendor-timeline.ts'
import { isMapping } from '../vocabulary/mapping.ts'
import type { LegDecisions } from './decide-leg.ts'
import type { LegContext } from './leg-context.ts'

const services: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  evaluatedClients.map(({ id, services: named }) => [id, new Set(named)]),
)

const onAt = startOf('continuous-access-evaluation')

/** Whether the service goes on evaluating the token of this client, so that events end it before it expires. */
export function isEvaluatedContinuously(
  { client, request, user, tenant, at }: Pick<LegContext, 'client' | 'request' | 'user' | 'tenant' | 'at'>,
  { negotiated, issuer, policies }: Pick<LegDecisions, 'negotiated' | 'issuer' | 'policies'>,
): boolean {
  if (negotiated.authentication.used !== 'modern' || issuer !== 'entra-id') return false
  if (at < onAt || tenant.cloud !== 'worldwide' || user.accountHome !== 'here') return false
  if (user.kind !== 'user' || user.otherwise !== undefined) return false
  if (services.get(client.product.id)?.has(request.relyingParty) !== true) return false
  const control = policies?.combined.session?.['continuousAccessEvaluation']
  return !(isMapping(control) && control['mode'] === 'disabled')
}
