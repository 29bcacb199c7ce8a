import type { CellReading } from '../analysis/population/results.ts'
import type { Trace } from '../trace/step.ts'
import type { Instant, UserName } from '../vocabulary/requests.ts'
import type { FindingKind } from './finding-kinds.ts'

/** How a sign-in ends for some of a cohort; without a reading it does not exist for them. */
export interface PersonaOutcome {
  readonly users: number
  readonly reading?: CellReading
  /** The policies that block are those of the first of the users; others may be blocked by others. Only of many people. */
  readonly policiesOfFirst?: boolean
}

/** One sign-in of a cohort at every point of a plan. */
export interface PersonaRow {
  /** Absent if the plan has no cohorts: then the row is about everyone. */
  readonly persona?: string
  readonly client: string
  readonly purpose: string
  readonly network: string
  /** For each point the outcomes, that of most people first. */
  readonly cells: readonly (readonly PersonaOutcome[])[]
}

/** What each cohort presents at each point of a plan, and why a sign-in fails there. */
export interface PersonaMatrix {
  /** The beginning of each stage, and each date in it on which a sign-in changes. */
  readonly points: readonly { readonly stage: number; readonly at: Instant }[]
  readonly rows: readonly PersonaRow[]
}

/** One sign-in of someone in a cohort before and after a point, message by message. */
export interface SignInPair {
  readonly stage: number
  readonly at: Instant
  readonly persona?: string
  readonly kind: FindingKind
  readonly user: UserName
  readonly client: string
  readonly purpose: string
  readonly network: string
  /** Empty if there is no such sign-in. */
  readonly before: readonly Trace[]
  readonly after: readonly Trace[]
}

/** A plan that was played, cohort by cohort. */
export interface PersonaDetails {
  readonly matrix: PersonaMatrix
  /** For each stage and cohort the gravest change, as an example. */
  readonly pairs: readonly SignInPair[]
}
