import type { Side } from '../../analysis/compare/joint-classes.ts'
import type { PeopleSets } from '../../analysis/compare/people-sets.ts'
import type { Plan } from '../../analysis/matrix/plan.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import type { StateDocument } from '../states/state-document.ts'

/** The tenant at some point of a plan, with its people read. */
export interface State {
  readonly document: StateDocument
  readonly plan: Plan
  /** The people by class, read when they are asked for where they are compared as sets. */
  readonly side: Side
  /** The people as sets, where there are many. */
  readonly people?: PeopleSets
}

/** A state at an instant. */
export interface StateAt {
  readonly state: State
  readonly at: Instant
}
