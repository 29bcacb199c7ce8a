import { playPlan } from '../plan/play/play-plan.ts'
import { playerOf, stateAt, windowOf } from '../plan/play/states.ts'
import type { PlanResult } from '../plan/result.ts'
import type { StagedPlan } from '../plan/states/staged-plan.ts'
import { textOfState } from '../plan/states/state-text.ts'
import type { PagePlan } from '../report/pages/page-data.ts'
import { stageNotes } from '../report/plan/stage-notes.ts'
import type { Environment } from './environment.ts'
import { featureGates } from './feature-gates.ts'
import { htmlPage, type MadePage } from './html-page.ts'
import { accepted } from './load.ts'

/** Plays a plan; one whose states cannot be made is refused. */
export async function playedPlan(plan: StagedPlan, environment: Environment, details = false): Promise<PlanResult> {
  const { reader, watch } = environment
  const gates = await featureGates(environment, [plan.document.source.name])
  return accepted(environment, playPlan(plan, { reader, details, ...gates, ...(watch && { watch }) }))
}

/** The HTML report of a plan: that of the tenant from which it starts, with its stages to choose from. */
export async function planPage(environment: Environment, plan: StagedPlan): Promise<MadePage> {
  const { reader } = environment
  const result = await playedPlan(plan, environment)
  const player = playerOf(plan, { reader })
  const stages = plan.stages.map((stage) => {
    const at = windowOf(plan, stage.index).earliest
    const document = stateAt(player, stage, at)?.document ?? stage.document
    const { name, when } = stage
    const text = textOfState(document)
    return { name, at, ...(when === undefined ? {} : { when }), text, notes: stageNotes(result, stage.index) }
  })
  const data: PagePlan = { name: plan.name, file: plan.document.source.name, stages }
  return htmlPage(environment, plan.start, { plan: data, asOf: plan.from })
}
