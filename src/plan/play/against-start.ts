import { usersOf } from '../../analysis/compare/causes.ts'
import type { Difference } from '../../analysis/population/results.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import { findingKinds } from '../finding-kinds.ts'
import type { AgainstStart, PlanFinding, StageSummary } from '../result.ts'
import type { Stage } from '../states/staged-plan.ts'
import { instantsOf, type Player, pointAt } from './states.ts'
import { cohortOf, comparePoints } from './transitions.ts'

/**
 * What differs from the start at the end of each stage, whichever stage caused it. A stage in which nobody notices
 * anything and nobody comes or leaves has what the one before it has.
 */
export function againstStart(
  player: Player,
  stages: readonly StageSummary[],
  findings: readonly PlanFinding[],
): readonly AgainstStart[] {
  const cohorts = cohortOf(player.plan)
  let last: readonly AgainstStart[] = []
  return player.plan.stages.slice(1).flatMap((stage) => {
    const { index } = stage
    const noticed = findings.some((one) => one.stage === index)
    if (index > 1 && !noticed && stages[index]?.changes.some(movesPeople) === false)
      last = last.map((one) => ({ ...one, stage: index, at: lastInstantOf(player, stage) ?? one.at }))
    else last = asStageEnds(player, stage, cohorts)
    return last
  })
}

const movesPeople = (change: Difference): boolean => change.kind !== 'file' || change.path.startsWith('users')

const lastInstantOf = (player: Player, stage: Stage): Instant | undefined => instantsOf(player, stage).at(-1)

/** The same of one stage. */
function asStageEnds(player: Player, stage: Stage, cohorts: ReadonlyMap<string, string>): readonly AgainstStart[] {
  const [first] = player.plan.stages
  const at = lastInstantOf(player, stage)
  const start = first && pointAt(player, first, player.plan.from)
  const end = at === undefined ? undefined : pointAt(player, stage, at)
  if (start === undefined || end === undefined) return []
  const { changes, sharesOf } = comparePoints(player, start, end, cohorts, 'without causes')
  return findingKinds.flatMap((kind) => {
    const [one, ...others] = changes.flatMap((noticed) => (noticed.kind === kind ? [noticed.change] : []))
    if (one === undefined) return []
    const all = [one, ...others] as const
    return [{ kind, stage: stage.index, at: end.at, users: usersOf(all), cohorts: sharesOf(all), changes: all }]
  })
}
