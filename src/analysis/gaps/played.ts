import type { Bitmap } from '../../classes/bitmap.ts'
import type { Kind } from '../../classes/user-sets.ts'
import type { SetPlayed } from '../../simulate/play-sets.ts'
import type { SessionVerdict, Trace } from '../../trace/step.ts'
import type { ClientRequest, NetworkName, UserName } from '../../vocabulary/requests.ts'

/** One sign-in of the sweep with its traces, for all users of a kind with this outcome. */
export interface Played {
  readonly kind: Kind
  readonly users: Bitmap
  /** The name of the first user of a set. */
  readonly nameOf: (users: Bitmap) => UserName
  /** In the name of the kind's representative, whom the tenant knows. */
  readonly request: ClientRequest
  /** The networks from which it goes alike: that of the request, and those after it in the file. */
  readonly networks: readonly NetworkName[]
  /** Without what each policy says by itself. */
  readonly traces: readonly Trace[]
  /** The complete trace of a leg, given by its place. */
  readonly wholeTrace: (leg: number) => Trace | undefined
  readonly verdict: SessionVerdict
  /** Self-service and tokens for declared applications, where only policies matter. */
  readonly forPolicies: boolean
  readonly policies: SetPlayed['policies']
  /** Equal where it ends the same way, also in a tenant with other policies; undefined if unknown. */
  readonly word: SetPlayed['word']
  /** By leg, whether more than the demands of policies can matter: see `mayBeSilent`. */
  readonly silent: readonly boolean[]
}
