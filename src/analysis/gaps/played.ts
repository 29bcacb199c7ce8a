import type { Bitmap } from '../../classes/bitmap.ts'
import type { Kind } from '../../classes/user-sets.ts'
import type { SetPlayed } from '../../simulate/play-sets.ts'
import type { SessionVerdict, Trace } from '../../trace/step.ts'
import type { ClientRequest, UserName } from '../../vocabulary/requests.ts'

/** One sign-in of the sweep with all that happened, of all users of a kind for whom it happens. */
export interface Played {
  readonly kind: Kind
  readonly users: Bitmap
  /** The first of some users of the kind. */
  readonly nameOf: (users: Bitmap) => UserName
  /** In the name of the first of them; the traces are in that of the representative, whom the tenant knows. */
  readonly request: ClientRequest
  readonly traces: readonly Trace[]
  readonly verdict: SessionVerdict
  /** Self-service and tokens for declared applications, which only policies are asked about. */
  readonly forPolicies: boolean
  readonly policies: SetPlayed['policies']
}
