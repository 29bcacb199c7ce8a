import type { ActorId } from '../vocabulary/actors.ts'
import type { FactName } from '../vocabulary/facts.ts'
import type { Origin } from '../vocabulary/origin.ts'
import type { Step, Trace } from './step.ts'

/** A step in which a rule answered a question. */
export type DecisionStep = Extract<Step, { kind: 'decision' }>
/** A step in which something was said on the wire. */
export type MessageStep = Extract<Step, { kind: 'message' }>

/** The decisions of a trace, in order. */
export function decisions(trace: Trace): readonly DecisionStep[] {
  return trace.steps.filter((step) => step.kind === 'decision')
}

/** The messages of a trace, in order. */
export function messages(trace: Trace): readonly MessageStep[] {
  return trace.steps.filter((step) => step.kind === 'message')
}

/** Whether anything was said to this actor. */
export function wasContacted(trace: Trace, actor: ActorId): boolean {
  return trace.steps.some((step) => step.kind === 'message' && (step.to === actor || step.from === actor))
}

/** Services and verifiers that took part, in order of first appearance; people and their clients are left out. */
export function contacted(trace: Trace): readonly ActorId[] {
  return trace.actors.map((actor) => actor.id).filter((id) => id !== 'user' && id !== 'client')
}

/** The place in the tenant file that states a fact of this leg. */
export function originOf(trace: Trace, fact: FactName): Origin | undefined {
  for (const table of trace.origins) {
    const origin = table[fact]
    if (origin !== undefined) return origin
  }
  return undefined
}
