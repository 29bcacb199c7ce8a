import type { ReachedStage } from '../../plan/play/feature-gates.ts'
import type { PlanResult } from '../../plan/result.ts'
import type { StagedPlan } from '../../plan/states/staged-plan.ts'
import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'

/** A plan that was played for scenarios. */
export interface PlayedPlan {
  readonly staged: StagedPlan
  readonly result: PlanResult
  readonly warnings: readonly Diagnostic[]
  readonly reached: (stage: number) => ReachedStage
}
