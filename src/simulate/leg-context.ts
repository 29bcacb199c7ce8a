import type { Network, Tenant, TenantClient, User, Workload } from '../tenant/tenant.ts'
import type { ClientRequest, Instant, Signals, SignInRequest } from '../vocabulary/requests.ts'
import type { AnsweredBy } from '../vocabulary/tokens.ts'
import type { MailboxProfile } from './mailbox-profile.ts'

/** One conversation of a session, whoever has it. */
export type PlannedLeg = Omit<SignInRequest, keyof ClientRequest> & {
  /** Present if it is not stated which service the leg concerns, so that the relying party only stands for it. */
  readonly place?: 'unknown'
}

/** What is asked for, before it is known who asks. */
export type Asked = Pick<ClientRequest, 'purpose' | 'application'> & { readonly signals: Pick<Signals, 'ipAddress'> }

/**
 * What is known about a leg from client and service, before an account comes into play. Users with the same mailbox profile are
 * alike here; what reads no more than this is worked out once for all of them.
 */
export interface LegPathContext {
  readonly tenant: Tenant
  readonly profile: MailboxProfile
  readonly client: TenantClient
  readonly network: Network
  /** Undefined where the tenant does not declare the service. */
  readonly workload: Workload | undefined
  readonly request: PlannedLeg & Asked
  readonly at: Instant
  /** The same under each value that exports state of settings on which they disagree. */
  readonly readings?: readonly LegPathContext[]
}

/** Everything that a leg is about, resolved once. */
export interface LegContext extends LegPathContext {
  readonly user: User
  /** What answers on this leg instead of the user. */
  readonly answeredBy?: AnsweredBy
  readonly request: SignInRequest
}
