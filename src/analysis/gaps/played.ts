import type { Bitmap } from '../../classes/bitmap.ts'
import type { Kind } from '../../classes/user-sets.ts'
import type { SetPlayed } from '../../simulate/play-sets.ts'
import type { SessionVerdict, Trace } from '../../trace/step.ts'
import type { ClientRequest, UserName } from '../../vocabulary/requests.ts'

/** One sign-in of the sweep with its traces, for all users of a kind with this outcome. */
export interface Played {
  readonly kind: Kind
  readonly users: Bitmap
  /** The name of the first user of a set. */
  readonly nameOf: (users: Bitmap) => UserName
  /** In the name of the first user; the traces use the representative, whom the tenant knows. */
  readonly request: ClientRequest
  readonly traces: readonly Trace[]
  readonly verdict: SessionVerdict
  /** Self-service and tokens for declared applications, where only policies matter. */
  readonly forPolicies: boolean
  readonly policies: SetPlayed['policies']
}
