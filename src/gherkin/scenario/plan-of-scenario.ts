import type { PlanResult } from '../../plan/result.ts'
import type { StagedPlan } from '../../plan/states/staged-plan.ts'
import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { Instant } from '../../vocabulary/requests.ts'

/** The tenant file as it is once a stage is reached, as text under the name of the file from which the plan starts. */
export interface ReachedStage {
  readonly at: Instant
  readonly name: string
  readonly text: string
}

/** A plan that was played for scenarios. */
export interface PlayedPlan {
  readonly staged: StagedPlan
  readonly result: PlanResult
  readonly warnings: readonly Diagnostic[]
  readonly reached: (stage: number) => ReachedStage
}
