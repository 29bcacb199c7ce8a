import type { Network, Tenant, TenantClient } from '../tenant/tenant.ts'
import type { WorkloadName } from '../vocabulary/actors.ts'
import type { ClientRequest } from '../vocabulary/requests.ts'
import type { MailboxProfile } from './mailbox-profile.ts'

/** What a session is about, resolved by name; of a user only what is held where. */
export interface Session {
  readonly tenant: Tenant
  readonly profile: MailboxProfile
  readonly client: TenantClient
  readonly network: Network
  readonly request: Pick<ClientRequest, 'purpose' | 'application'>
}

/** A place that a purpose needs, or the fact without which nobody can say which place that is. */
export type Home = WorkloadName | 'none' | undefined
