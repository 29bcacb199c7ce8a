import { isPlanText } from '../plan/file/read-plan-file.ts'
import { playPlan } from '../plan/play/play-plan.ts'
import { playerOf, stateAt, windowOf } from '../plan/play/states.ts'
import type { PlanResult } from '../plan/result.ts'
import { loadPlan } from '../plan/states/load-plan.ts'
import type { StagedPlan } from '../plan/states/staged-plan.ts'
import { textOfState } from '../plan/states/state-text.ts'
import type { PagePlan } from '../report/pages/page-data.ts'
import { runbookBlocks } from '../report/plan/runbook.ts'
import { stageNotes } from '../report/plan/stage-notes.ts'
import { userChangesBlocks } from '../report/plan/user-changes.ts'
import { blocksHtml, blocksMarkdown } from '../report/text/blocks.ts'
import type { Audience } from '../report/wording/nouns.ts'
import type { Environment } from './environment.ts'
import { featureGates } from './feature-gates.ts'
import { htmlPage, type MadePage } from './html-page.ts'
import { accepted, acceptedTenant } from './load.ts'
import { usageProblem } from './usage.ts'

/** Plays a plan; one whose states cannot be made is refused. */
export async function playedPlan(plan: StagedPlan, environment: Environment, details = false): Promise<PlanResult> {
  const { reader, watch } = environment
  const gates = await featureGates(environment, [plan.document.source.name])
  return accepted(environment, playPlan(plan, { reader, details, ...gates, ...(watch && { watch }) }))
}

/** The plan in a file that is to be reported; undefined if the file is no plan. */
export async function reportedPlan(
  environment: Environment,
  file: string,
  { asOf, audience, tests }: { readonly asOf?: string; readonly audience: string; readonly tests?: string },
): Promise<StagedPlan | undefined> {
  const source = environment.reader.read(file)
  if (!source.ok || !isPlanText(source.value)) return undefined
  if (audience === 'auditor')
    throw usageProblem(`\`${file}\` is a plan`, "the auditor's document is about a tenant file")
  if (asOf !== undefined || tests !== undefined)
    throw usageProblem(`\`${file}\` is a plan, which has dates of its own`, 'leave out `--as-of` and `--tests`')
  return acceptedTenant(environment, file, loadPlan(file, environment.reader))
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

/** The report of a plan: for people what changes for them, otherwise the page with its stages, or the runbook. */
export async function planReport(
  environment: Environment,
  plan: StagedPlan,
  { format, audience }: { readonly format: 'markdown' | 'html'; readonly audience: Audience },
): Promise<string> {
  if (audience === 'user') {
    const result = await playedPlan(plan, environment)
    const blocks = userChangesBlocks(result)
    return format === 'html' ? blocksHtml(result.plan, blocks) : blocksMarkdown(blocks)
  }
  if (format === 'html') return (await planPage(environment, plan)).html
  return blocksMarkdown(runbookBlocks(await playedPlan(plan, environment, true)))
}
