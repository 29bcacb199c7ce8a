import { usersOf } from '../../analysis/compare/causes.ts'
import { findingKinds } from '../finding-kinds.ts'
import type { AgainstStart } from '../result.ts'
import type { Stage } from '../states/staged-plan.ts'
import { instantsOf, type Player, pointAt } from './states.ts'
import { comparePoints } from './transitions.ts'

/** What is otherwise than at the start as a stage ends: of a change that an earlier stage brought, too, it says so. */
export function againstStart(
  player: Player,
  stage: Stage,
  cohorts: ReadonlyMap<string, string>,
): readonly AgainstStart[] {
  const [first] = player.plan.stages
  const at = instantsOf(player, stage).at(-1)
  const start = first && pointAt(player, first, player.plan.from)
  const end = at === undefined ? undefined : pointAt(player, stage, at)
  if (start === undefined || end === undefined) return []
  const { changes, sharesOf } = comparePoints(player, start, end, cohorts)
  return findingKinds.flatMap((kind) => {
    const [one, ...others] = changes.flatMap((noticed) => (noticed.kind === kind ? [noticed.change] : []))
    if (one === undefined) return []
    const all = [one, ...others] as const
    return [{ kind, stage: stage.index, at: end.at, users: usersOf(all), cohorts: sharesOf(all), changes: all }]
  })
}
