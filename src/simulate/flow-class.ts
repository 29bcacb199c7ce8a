import { protocolRowOf } from '../catalog/protocols.ts'
import type { FactValue } from '../vocabulary/facts.ts'
import type { ClientAppType } from '../vocabulary/policies.ts'
import type { Flow } from '../vocabulary/protocols.ts'
import type { LegPathContext } from './leg-context.ts'

/** What a flow lets a user or program do: answer a page, only send a secret, or neither. */
export function flowClassOf(
  { client, request }: LegPathContext,
  flow: Flow,
  hosting: 'online' | 'on-premises',
): FactValue<'flowClass'> {
  if (client.product.appOnly !== undefined) return 'application'
  if (request.protocol === 'smtp') return 'unauthenticated'
  switch (flow) {
    case 'modern':
      return 'interactive'
    case 'basic':
    case 'sign-in-assistant':
      return hosting === 'online' ? 'legacy' : 'on-premises'
    case 'password-grant':
      return 'password-grant'
    case 'windows-integrated':
    case 'certificate':
      return 'on-premises'
    case 'digest':
    case 'none':
      return 'unauthenticated'
  }
}

/** The client app types that policies could see here; more than one where the vendor's pages disagree. */
export function clientAppTypesOf({ client, request, tenant }: LegPathContext, flow: Flow): readonly ClientAppType[] {
  const { product } = client
  if (product.appOnly !== undefined) return []
  if (product.kind === 'browser' || product.confidential) return ['browser']
  const row = protocolRowOf(request.protocol)
  if (flow === 'password-grant' || request.protocol === 'smb') return ['mobileAppsAndDesktopClients']
  if (flow !== 'modern') return [row?.legacyClientAppType ?? 'other']
  const types = row?.modernClientAppType ?? ['mobileAppsAndDesktopClients']
  const chosen = tenant.activeSyncWithOAuthCountsAs
  return types.length > 1 && chosen !== undefined ? [chosen] : types
}
