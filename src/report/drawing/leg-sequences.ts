import type { Trace } from '../../trace/step.ts'
import type { SignInRequest } from '../../vocabulary/requests.ts'
import type { ParticipantId } from './diagram-items.ts'

/** A distinct conversation of legs, with the sign-ins that use it. */
export interface LegSequence {
  /** Counted from one, in order of first appearance. */
  readonly number: number
  /** The first leg with this conversation; the one that is drawn. */
  readonly trace: Trace
  /** The first leg of each client, purpose and service with this conversation. */
  readonly uses: readonly Trace[]
  /** Whether legs of several people share this conversation. */
  readonly shared: boolean
}

/** Collects the distinct conversations of legs, and those of each session, in one pass over the sessions. */
export interface SequenceCollector {
  readonly take: (traces: readonly Trace[]) => void
  readonly all: () => readonly LegSequence[]
  /** The sequences of a session, by the original request of any of its legs. */
  readonly numbersOf: (request: SignInRequest) => readonly number[]
}

interface Collected {
  readonly number: number
  readonly trace: Trace
  readonly uses: Map<string, Trace>
  shared: boolean
}

/** Names of people, clients and services, hosts and protocols do not distinguish sequences. */
function keyOf(trace: Trace): string {
  const role = (id: ParticipantId): string => (id === trace.request.relyingParty ? 'service' : id)
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

const useOf = ({ client, leg, purpose, relyingParty }: SignInRequest): string =>
  [client, leg, purpose, relyingParty].join('\u0000')

/** Groups legs by sequence; of legs with the same use only the first is kept. */
export function sequenceCollector(): SequenceCollector {
  const byKey = new Map<string, Collected>()
  const numbers = new WeakMap<SignInRequest, readonly number[]>()
  const numberOf = (trace: Trace): number => {
    const key = keyOf(trace)
    const found = byKey.get(key) ?? { number: byKey.size + 1, trace, uses: new Map(), shared: false }
    byKey.set(key, found)
    const use = useOf(trace.request)
    if (!found.uses.has(use)) found.uses.set(use, trace)
    if (trace.request.user !== found.trace.request.user) found.shared = true
    return found.number
  }
  return {
    take: (traces) => {
      const some = traces.map(numberOf)
      for (const { request } of traces) numbers.set(request, some)
    },
    all: () => [...byKey.values()].map((one) => ({ ...one, uses: [...one.uses.values()] })),
    numbersOf: (request) => numbers.get(request) ?? [],
  }
}
