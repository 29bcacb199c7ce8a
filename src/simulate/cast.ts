import { workloadOf } from '../catalog/workloads.ts'
import type { Cast } from '../trace/trace-builder.ts'
import type { ActorId } from '../vocabulary/actors.ts'
import type { LegContext } from './leg-context.ts'

const productNames: Readonly<Record<string, string>> = { 'ad-fs': 'AD FS' }

/** How the people and services of a leg are called, and where they stand. */
export function castOf({ user, client }: LegContext): Cast {
  return (id: ActorId) => {
    switch (id) {
      case 'user':
        return { name: user.displayName, zone: 'client' }
      case 'client':
        return { name: client.displayName, zone: 'client' }
      case 'entra-id':
        return { name: 'Microsoft Entra ID', zone: 'microsoft-cloud' }
      case 'active-directory':
        return { name: 'Active Directory', zone: 'on-premises' }
      case 'pass-through-agent':
        return { name: 'Pass-through agent', zone: 'on-premises' }
      case 'directory-sync':
        return { name: 'Directory synchronization', zone: 'on-premises' }
      case 'federated-idp': {
        const provider = user.domain?.identityProvider
        const product = provider?.product ?? 'unknown'
        const name = productNames[product] ?? provider?.name ?? 'Identity provider'
        return { name, zone: product === 'ad-fs' ? 'on-premises' : 'perimeter' }
      }
      default: {
        const row = workloadOf(id)
        return { name: row.name, zone: row.zone }
      }
    }
  }
}
