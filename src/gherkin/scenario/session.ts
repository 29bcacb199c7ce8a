import type { SessionVerdict, Trace } from '../../trace/step.ts'
import type { ClientRequest } from '../../vocabulary/requests.ts'

/** One sign-in that was played. */
export interface Session {
  readonly request: ClientRequest
  readonly traces: readonly Trace[]
  readonly verdict: SessionVerdict
}
