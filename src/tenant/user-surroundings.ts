import type { Domain } from './domain.ts'
import type { GroupIndex } from './group-membership.ts'
import type { CertificateMode } from './settings/certificates.ts'

/** What all users of a tenant have in common. */
export interface UserSurroundings {
  readonly domains: ReadonlyMap<string, Domain>
  readonly groups: GroupIndex
  /** The file declares groups, so that everyone's memberships are known. */
  readonly groupsDeclared: boolean
  readonly syncDeclared: boolean
  /** Canonical names of authentication policies by lower-cased name. */
  readonly authenticationPolicies: ReadonlyMap<string, string>
  /** What every certificate is by the authentication methods policy; undefined if it depends on the certificate. */
  readonly certificateMode?: CertificateMode
  /** Who is assigned, by app id, to the applications that require it and say so. */
  readonly assigned: ReadonlyMap<string, ReadonlySet<string>>
  /** The same in each of the tenants that may be meant where exports disagree. */
  readonly readings?: readonly UserSurroundings[]
}
