import type { Trace } from '../../trace/step.ts'
import type { ActorId } from '../../vocabulary/actors.ts'
import type { SignInRequest } from '../../vocabulary/requests.ts'

/** One way in which a leg can go, with every leg that goes this way. */
export interface LegSequence {
  /** Counted from one, in order of first appearance. */
  readonly number: number
  /** The first leg that goes this way; it is the one drawn. */
  readonly trace: Trace
  readonly legs: readonly Trace[]
}

/** The distinct ways in which the legs of many sessions go, and where each session finds its own. */
export interface Sequences {
  readonly all: readonly LegSequence[]
  readonly numbersOf: (request: SignInRequest) => readonly number[]
}

/** Names of people, clients and services, hosts and protocols do not make a sequence another one. */
function keyOf(trace: Trace): string {
  const role = (id: ActorId): string => (id === trace.request.relyingParty ? 'service' : id)
  const steps = trace.steps.flatMap((step): readonly unknown[] => {
    if (step.kind === 'message') {
      const { from, to, message } = step
      return [[role(from), role(to), message.kind, 'credential' in message ? message.credential : '']]
    }
    if (step.kind === 'prompt') return [step.asks]
    return step.kind === 'outcome' ? [step.verdict] : []
  })
  return JSON.stringify(steps)
}

const sessionKey = ({ user, client, purpose, network }: SignInRequest): string =>
  JSON.stringify([user, client, purpose, network])

/** Groups the legs of sessions by the way they go. */
export function legSequences(sessions: Iterable<readonly Trace[]>): Sequences {
  const byKey = new Map<string, { readonly number: number; readonly trace: Trace; readonly legs: Trace[] }>()
  const numbers = new Map<string, number[]>()
  for (const traces of sessions) {
    for (const trace of traces) {
      const key = keyOf(trace)
      const found = byKey.get(key) ?? { number: byKey.size + 1, trace, legs: [] }
      byKey.set(key, found)
      found.legs.push(trace)
      const session = sessionKey(trace.request)
      numbers.set(session, [...(numbers.get(session) ?? []), found.number])
    }
  }
  return { all: [...byKey.values()], numbersOf: (request) => numbers.get(sessionKey(request)) ?? [] }
}
