import type { ActorId, Zone } from '../vocabulary/actors.ts'
import type { Message } from '../vocabulary/protocols.ts'
import type { Actor, Step } from './step.ts'

/** Collects the steps of one leg; the only writer of a trace. */
export interface TraceBuilder {
  readonly steps: Step[]
  readonly actors: Actor[]
}

/** An empty builder. */
export function traceBuilder(): TraceBuilder {
  return { steps: [], actors: [] }
}

/** How an actor is drawn. */
export type Cast = (id: ActorId) => { readonly name: string; readonly zone: Zone }

/** Appends a message and introduces its two actors when they are new. */
export function say(builder: TraceBuilder, cast: Cast, from: ActorId, to: ActorId, message: Message): void {
  introduce(builder, cast, from)
  introduce(builder, cast, to)
  builder.steps.push({ kind: 'message', from, to, message })
}

function introduce(builder: TraceBuilder, cast: Cast, id: ActorId): void {
  for (const actor of builder.actors) if (actor.id === id) return
  const { name, zone } = cast(id)
  builder.actors.push({ id, name, zone })
}
