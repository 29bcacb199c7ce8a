import type { Diagram } from '../drawing/diagram.ts'

/** What was decided on one leg, a line each. */
export interface LivingLeg {
  readonly name: string
  readonly lines: readonly string[]
}

/** What shows how a sign-in went: its diagram, and what was decided on each leg. */
export interface LivingEvidence {
  readonly client: string
  readonly diagram: Diagram
  readonly legs: readonly LivingLeg[]
}

/** What the living documentation carries beside its text: drawn when it comes into view. */
export interface LivingData {
  readonly evidence: readonly LivingEvidence[]
}
