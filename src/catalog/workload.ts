import type { AuditTrail, WorkloadName, Zone } from '../vocabulary/actors.ts'
import type { Citation } from '../vocabulary/citations.ts'
import type { Flow, Protocol } from '../vocabulary/protocols.ts'
import type { LegName } from '../vocabulary/requests.ts'
import type { Row } from './row.ts'

/** A protocol that a service speaks, with the flows it can carry there. */
export interface ServedProtocol {
  readonly protocol: Protocol
  readonly flows: readonly Flow[]
}

/** What can be said about a service regardless of the tenant: where it stands, what it speaks, who records a sign-in. */
export interface Workload extends Row {
  readonly id: WorkloadName
  readonly name: string
  readonly zone: Zone
  readonly hosting: 'online' | 'on-premises'
  readonly protocols: readonly ServedProtocol[]
  /** App id of the resource that Conditional Access sees. */
  readonly appId?: string
  /**
   * On-premises: the online service whose service principal holds the addresses of the servers, so that it is the audience
   * of every token that Microsoft Entra ID issues for them.
   */
  readonly audience?: TokenAudience
  /** The trail in which the service itself records an access. */
  readonly auditTrail: AuditTrail
  readonly legs: readonly LegName[]
}

/** The online service whose principal stands for a server, and the page that has the addresses added to it. */
export interface TokenAudience {
  readonly workload: WorkloadName
  readonly citation: Citation
}
