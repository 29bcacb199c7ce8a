import { hasFeatureGates, type ReachedStage } from '../../plan/play/feature-gates.ts'
import { reachedOf } from '../../plan/play/gate-problems.ts'
import { playPlan } from '../../plan/play/play-plan.ts'
import { playerOf, stateAt, windowOf } from '../../plan/play/states.ts'
import { loadPlanText } from '../../plan/states/load-plan.ts'
import type { StagedPlan } from '../../plan/states/staged-plan.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import type { PlayedPlan } from './plan-of-scenario.ts'
import { type Kept, once, refused } from './read-tenant.ts'
import { withChanges } from './tenant-text.ts'

/** A modified plan file, played once for all scenarios with the same changes. */
export function playedPlan(kept: Kept, file: string, changes: readonly string[]): PlayedPlan {
  return once(kept.plans, [file, ...changes].join('\u0000'), () => {
    const { reader } = kept
    const read = reader.read(file)
    if (!read.ok) throw refused(kept, file, read.diagnostics, 'plan')
    const staged = loadPlanText(withChanges(read.value, changes), reader)
    if (!staged.ok) throw refused(kept, file, staged.diagnostics, 'plan')
    const features = hasFeatureGates(staged.value) ? kept.features() : undefined
    const result = playPlan(staged.value, { reader, ...(features && { features }) })
    if (!result.ok) throw refused(kept, file, result.diagnostics, 'plan')
    return {
      staged: staged.value,
      result: result.value,
      warnings: [...staged.warnings, ...result.warnings],
      reached: (stage) => reachedIn(staged.value, stage, reader),
    }
  })
}

function reachedIn(plan: StagedPlan, index: number, reader: SourceReader): ReachedStage {
  const stage = plan.stages[index]
  const { earliest: at } = windowOf(plan, index)
  const state = stage && stateAt(playerOf(plan, { reader }), stage, at)
  if (state === undefined) throw new Error(`a plan that was played has a stage ${index}`)
  return reachedOf(state, at, plan)
}
