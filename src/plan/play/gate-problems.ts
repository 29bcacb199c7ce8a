import { parseClaim } from '../../analysis/claims/parse-claim.ts'
import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Stage, StagedPlan } from '../states/staged-plan.ts'
import { type Player, playerOf, stateAt, windowOf } from './states.ts'

/** What is wrong with one claim of a gate, at its place in the plan. */
export function problemsOfClaim(
  plan: StagedPlan,
  stage: Stage,
  moment: 'before' | 'after',
  index: number,
  tenant: Tenant,
): readonly Diagnostic[] {
  const parsed = parseClaim({ tenant }, stage.gates[moment]?.[index] ?? '')
  if (parsed.ok) return []
  const at = plan.document.rangeOf([...stage.path, 'gates', moment, index])
  return parsed.problems.map(({ message, help }) => ({ code: 'PLAN-7', args: { message, help }, at }))
}

function problemsOfStage(player: Player, stage: Stage): readonly Diagnostic[] {
  const { plan } = player
  const { earliest } = windowOf(plan, stage.index)
  const before = plan.stages[stage.index - 1]
  return (['before', 'after'] as const).flatMap((moment) => {
    const of = moment === 'before' ? before : stage
    const claims = stage.gates[moment] ?? []
    const state = of === undefined || claims.length === 0 ? undefined : stateAt(player, of, earliest)
    if (state === undefined) return []
    return claims.flatMap((_, index) => problemsOfClaim(plan, stage, moment, index, state.side.population.tenant))
  })
}

/** People who cannot be read and gates that are not understood, found without playing the plan. */
export function gateProblems(plan: StagedPlan, reader: SourceReader): readonly Diagnostic[] {
  const player = playerOf(plan, reader)
  const [start] = plan.stages
  // The people of a file beside the tenant are the same in all stages.
  if (start !== undefined) stateAt(player, start, plan.from)
  const problems = plan.stages.slice(1).flatMap((stage) => problemsOfStage(player, stage))
  return [...new Set([...player.problems, ...problems])]
}
