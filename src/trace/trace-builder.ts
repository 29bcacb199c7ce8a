import type { ActorId } from '../vocabulary/actors.ts'
import type { Message } from '../vocabulary/protocols.ts'
import type { Actor, Step } from './step.ts'

/** Collects the steps of one leg; the only writer of a trace. */
export interface TraceBuilder {
  readonly steps: Step[]
  readonly actors: Actor[]
}

/** A builder without steps; the given actors always take part. */
export function traceBuilder(actors: readonly Actor[]): TraceBuilder {
  return { steps: [], actors: actors.slice() }
}

/** How an actor is drawn. */
export type ActorAppearance = (id: ActorId) => Actor

/** Appends a message and introduces its two actors when they are new. */
export function say(builder: TraceBuilder, cast: ActorAppearance, from: ActorId, to: ActorId, message: Message): void {
  introduce(builder, cast, from)
  introduce(builder, cast, to)
  builder.steps.push({ kind: 'message', from, to, message })
}

function introduce(builder: TraceBuilder, cast: ActorAppearance, id: ActorId): void {
  for (const actor of builder.actors) if (actor.id === id) return
  builder.actors.push(cast(id))
}
