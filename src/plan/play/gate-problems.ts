import { parseClaim } from '../../analysis/claims/parse-claim.ts'
import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import type { Stage, StagedPlan } from '../states/staged-plan.ts'
import {
  type FeatureJudge,
  gateFeature,
  isFeatureGate,
  mistakesAt,
  type ReachedStage,
  withoutSteps,
} from './feature-gates.ts'
import type { State } from './state.ts'
import { type Player, playerOf, stateAt, windowOf } from './states.ts'

/** The tenant of a state as a feature takes it. */
export function reachedOf({ document }: State, at: Instant, { start }: StagedPlan): ReachedStage {
  return { at, name: start, text: JSON.stringify(document.value) }
}

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

/** What is wrong with a feature that is a gate, at its place in the plan or in the feature. */
function problemsOfFeature(
  { plan, reader, features }: Player,
  stage: Stage,
  moment: 'before' | 'after',
  index: number,
  reached: ReachedStage,
): readonly Diagnostic[] {
  const feature = gateFeature(plan, stage, moment, index, reader)
  if (!feature.ok) return feature.diagnostics
  if (features !== undefined) return mistakesAt(feature.value, features.mistakes(feature.value, reached))
  const at = plan.document.rangeOf([...stage.path, 'gates', moment, index])
  return [{ code: 'PLAN-7', args: withoutSteps, at }]
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
    return claims.flatMap((claim, index) =>
      isFeatureGate(claim)
        ? problemsOfFeature(player, stage, moment, index, reachedOf(state, earliest, plan))
        : problemsOfClaim(plan, stage, moment, index, state.side.population.tenant),
    )
  })
}

/** People who cannot be read and gates that are not understood, found without playing the plan. */
export function gateProblems(plan: StagedPlan, reader: SourceReader, features?: FeatureJudge): readonly Diagnostic[] {
  const player = playerOf(plan, { reader, ...(features && { features }) })
  const [start] = plan.stages
  // The people of a file beside the tenant are the same in all stages.
  if (start !== undefined) stateAt(player, start, plan.from)
  const problems = plan.stages.slice(1).flatMap((stage) => problemsOfStage(player, stage))
  return [...new Set([...player.problems, ...problems])]
}
