import type { SourceRange } from '../../source/text/source-text.ts'
import type { PolicyName } from '../../vocabulary/requests.ts'

/** What a name stands for that only a file of people next to the tenant can declare. */
export type AwaitedKind = 'user' | 'group' | 'service principal' | 'user or group'

/** A name in a tenant file for which it is unknown whether anyone has it until the users next to it have been read. */
export interface AwaitedName {
  readonly kind: AwaitedKind
  /** The name as it is written. */
  readonly name: string
  readonly at: SourceRange
  /** The policy that names it, where in the policy (`conditions.users.includeUsers.0`), and whether to leave it out. */
  readonly policy?: { readonly owner: PolicyName; readonly path: string; readonly side: 'include' | 'exclude' }
}
