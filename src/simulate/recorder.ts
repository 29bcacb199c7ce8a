import type { Decision } from '../rules/decide.ts'
import type { Step } from '../trace/step.ts'
import type { ActorId } from '../vocabulary/actors.ts'
import type { Credential } from '../vocabulary/credentials.ts'
import type { Flow } from '../vocabulary/protocols.ts'
import type { Question } from '../vocabulary/questions.ts'

/** Collects the decisions made at one place. */
export interface Recorder {
  readonly steps: Step[]
  readonly at: ActorId
}

/** Writes a decision down as a step. */
export function record<Q extends Question>(
  { steps, at }: Recorder,
  { question, answer, missing, rule }: Decision<Q>,
  about?: Credential | Flow,
): void {
  if (about === undefined)
    steps.push(
      missing === undefined
        ? { kind: 'decision', at, question, answer, rule }
        : { kind: 'decision', at, question, missing, rule },
    )
  else
    steps.push(
      missing === undefined
        ? { kind: 'decision', at, question, about, answer, rule }
        : { kind: 'decision', at, question, about, missing, rule },
    )
}
