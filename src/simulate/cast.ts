import { workloadOf } from '../catalog/workloads.ts'
import type { TenantClient } from '../tenant/tenant.ts'
import type { Actor } from '../trace/step.ts'
import type { ActorId, WorkloadName } from '../vocabulary/actors.ts'
import { own } from '../vocabulary/own.ts'
import type { LegContext } from './leg-context.ts'

const productNames: Readonly<Record<string, string>> = { 'ad-fs': 'AD FS' }

/** The client as an actor. */
export function clientActor({ displayName }: TenantClient): Actor {
  return { id: 'client', name: displayName, zone: 'client' }
}

/** A service as an actor. */
export function serviceActor(id: WorkloadName): Actor {
  const { name, zone } = workloadOf(id)
  return { id, name, zone }
}

const entra: Actor = { id: 'entra-id', name: 'Microsoft Entra ID', zone: 'microsoft-cloud' }
const directory: Actor = { id: 'active-directory', name: 'Active Directory', zone: 'on-premises' }
const agent: Actor = { id: 'pass-through-agent', name: 'Pass-through agent', zone: 'on-premises' }
const homeTenant: Actor = { id: 'home-tenant', name: 'Home tenant', zone: 'microsoft-cloud' }
const microsoftAccount: Actor = { id: 'microsoft-account', name: 'Microsoft account', zone: 'microsoft-cloud' }
const ofControl: Actor = { id: 'custom-provider', name: 'Provider of the custom control', zone: 'perimeter' }
const ofMethod: Actor = { id: 'external-provider', name: 'Provider of the external method', zone: 'perimeter' }
const sync: Actor = { id: 'directory-sync', name: 'Directory synchronization', zone: 'on-premises' }

/** How the people and services of a leg are called, and where they stand. */
export function actorOf(id: ActorId, { user, client }: LegContext): Actor {
  switch (id) {
    case 'user':
      return { id, name: user.displayName, zone: 'client' }
    case 'client':
      return clientActor(client)
    case 'entra-id':
      return entra
    case 'active-directory':
      return directory
    case 'pass-through-agent':
      return agent
    case 'home-tenant':
      return homeTenant
    case 'microsoft-account':
      return microsoftAccount
    case 'custom-provider':
      return ofControl
    case 'external-provider':
      return ofMethod
    case 'directory-sync':
      return sync
    case 'federated-idp': {
      const provider = user.domain?.identityProvider
      const product = provider?.product ?? 'unknown'
      const name = own(productNames, product) ?? provider?.name ?? 'Identity provider'
      return { id, name, zone: product === 'ad-fs' ? 'on-premises' : 'perimeter' }
    }
    default:
      return serviceActor(id)
  }
}
