import { usersOf } from '../../analysis/compare/causes.ts'
import type { Change, Matrix } from '../../analysis/population/results.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import type { UndoOutcome } from '../result.ts'
import type { Stage, WayBack } from '../states/staged-plan.ts'
import type { Played } from './compare-classes.ts'
import { concerned } from './concerned.ts'
import type { Noticed } from './noticed-sets.ts'
import type { State } from './state.ts'
import { exceptionsAt, instantsOf, type Player, type Point, played, pointAt, stateOf } from './states.ts'
import { comparePoints } from './transitions.ts'

interface Trial {
  readonly at: Instant
  readonly changes: readonly Change[]
  readonly certain: boolean
  readonly mustAct: readonly Change[]
}

const nothing = { changes: [], users: 0, mustAct: [], mustActUsers: 0 }

/** Where one stands before a stage begins. */
function pointBefore(player: Player, stage: Stage): Point | undefined {
  const before = player.plan.stages[stage.index - 1]
  const begins = instantsOf(player, stage)[0]
  if (before === undefined || begins === undefined) return undefined
  const at = instantsOf(player, before)
    .filter((one) => one <= begins)
    .at(-1)
  return at === undefined ? undefined : pointAt(player, before, at)
}

/** Of the changes since before the stage those that make someone act, and that undoing it brings: not what a date brought meanwhile. */
function byUndoing(
  player: Player,
  stage: Stage,
  undone: Played,
  at: Instant,
  cohorts: ReadonlyMap<string, string>,
  changes: readonly Noticed[],
): readonly Noticed[] {
  const acting = changes.filter(({ kind }) => kind === 'must-register' || kind === 'client-lost')
  const reached = acting.length === 0 ? undefined : pointAt(player, stage, at)
  if (reached === undefined) return acting
  return concerned(acting, comparePoints(player, reached, undone, cohorts).changes)
}

/** A state to which a stage is undone; by class every sign-in of it is played. */
function undoneTo(player: Player, state: State, at: Instant): Played {
  let matrix: Matrix | undefined
  return {
    state,
    at,
    get matrix() {
      matrix ??= played(player, state, at)
      return matrix
    },
  }
}

/** Whom undoing a stage at an instant strands, of those who could sign in before the stage. */
function trialAt(
  player: Player,
  stage: Stage,
  back: Exclude<WayBack, { readonly kind: 'none' }>,
  before: Point,
  at: Instant,
  cohorts: ReadonlyMap<string, string>,
): Trial {
  const exceptions = exceptionsAt(player.plan, back.kind === 'stated' ? stage.index : stage.index - 1, at)
  const state = stateOf(player, `undo ${stage.index}`, back.document, exceptions)
  if (state === undefined) return { at, changes: [], certain: false, mustAct: [] }
  const undone = undoneTo(player, state, at)
  const { changes } = comparePoints(player, before, undone, cohorts)
  const lost = changes.filter(({ kind }) => kind === 'stranded')
  const perhaps = changes.filter(({ kind }) => kind === 'perhaps-stranded')
  const shown = lost.length > 0 ? lost : perhaps
  const acting = byUndoing(player, stage, undone, at, cohorts, changes)
  const changesIn = (some: readonly Noticed[]): readonly Change[] => some.map(({ change }) => change)
  return { at, changes: changesIn(shown), certain: lost.length > 0, mustAct: changesIn(acting) }
}

/** Tries to undo a stage when it begins, and at each date before the next stage at which anything changes. */
export function undoOf(player: Player, stage: Stage, cohorts: ReadonlyMap<string, string>): UndoOutcome {
  const { wayBack, index, hasActs } = stage
  const instants = instantsOf(player, stage)
  const before = pointBefore(player, stage)
  const common = { stage: index, keepsActs: hasActs, ...(wayBack?.reason && { reason: wayBack.reason }) }
  if (wayBack === undefined || wayBack.kind === 'none')
    return { ...common, way: 'none', answer: 'cannot-be-undone', ...nothing }
  const way = wayBack.kind
  if (before === undefined) return { ...common, way, answer: 'open', ...nothing }
  const trials = instants.map((at) => trialAt(player, stage, wayBack, before, at, cohorts))
  const bad = trials.find(({ certain }) => certain) ?? trials.find(({ changes }) => changes.length > 0)
  const shown = bad ?? trials.find(({ mustAct }) => mustAct.length > 0)
  if (shown === undefined) return { ...common, way, answer: 'can-be-undone', ...nothing }
  const { at, changes, mustAct } = shown
  return {
    ...common,
    way,
    answer: bad === undefined ? 'can-be-undone' : bad.certain ? 'cannot-be-undone' : 'open',
    at,
    changes,
    users: usersOf(changes),
    mustAct,
    mustActUsers: usersOf(mustAct),
  }
}
