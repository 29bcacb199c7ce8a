import type { Network, Tenant, TenantClient, User, Workload } from '../tenant/tenant.ts'
import type { Instant, SignInRequest } from '../vocabulary/requests.ts'

/** Everything that a leg is about, resolved once. */
export interface LegContext {
  readonly tenant: Tenant
  readonly user: User
  readonly client: TenantClient
  readonly network: Network
  /** Undefined where the tenant does not declare the service. */
  readonly workload: Workload | undefined
  readonly request: SignInRequest
  readonly at: Instant
}
