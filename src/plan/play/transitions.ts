import { usersOf } from '../../analysis/compare/causes.ts'
import type { Change, Difference } from '../../analysis/population/results.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import { type FindingKind, findingKinds } from '../finding-kinds.ts'
import type { PlanFinding } from '../result.ts'
import type { StagedPlan } from '../states/staged-plan.ts'
import { type Compared, compareClasses, type Played } from './compare-classes.ts'
import { causesOfSets, compareSets, sharesOfSets } from './compare-sets.ts'
import { withRestored } from './restored.ts'
import type { SetStates } from './set-states.ts'
import { instantsOf, type Player, type Point, pointAt, windowOf } from './states.ts'

/** From one point of a plan to the next. */
export interface Transition {
  readonly before: Point
  readonly after: Point
  readonly by: 'stage' | 'time'
}

function ofTime(player: Player, index: number, instants: readonly Instant[]): readonly Transition[] {
  const stage = player.plan.stages[index]
  if (stage === undefined) return []
  return instants.slice(1).flatMap((at, place): readonly Transition[] => {
    const before = pointAt(player, stage, instants[place] ?? at)
    const after = pointAt(player, stage, at)
    return before === undefined || after === undefined ? [] : [{ before, after, by: 'time' }]
  })
}

/** A stage without a date can begin at each of its instants. */
function ofStage(player: Player, index: number, all: readonly (readonly Instant[])[]): readonly Transition[] {
  const { plan } = player
  const [from, to] = [plan.stages[index - 1], plan.stages[index]]
  if (from === undefined || to === undefined) return []
  const { latest } = windowOf(plan, index)
  const begins = (all[index] ?? []).filter((at, place) => place === 0 || (to.date === undefined && at <= latest))
  return begins.flatMap((at): readonly Transition[] => {
    const last = (all[index - 1] ?? []).filter((one) => one <= at).at(-1)
    const before = last === undefined ? undefined : pointAt(player, from, last)
    const after = pointAt(player, to, at)
    return before === undefined || after === undefined ? [] : [{ before, after, by: 'stage' }]
  })
}

/** Every transition of a plan, stage by stage, in the order of time. */
export function* transitionsOf(player: Player): Generator<Transition, void, undefined> {
  const all = player.plan.stages.map((stage) => instantsOf(player, stage))
  for (const [index, instants] of all.entries()) {
    yield* ofStage(player, index, all)
    yield* ofTime(player, index, instants)
  }
}

/** The transitions into one stage, and those in it. */
export function transitionsInto(player: Player, index: number): readonly Transition[] {
  const near = player.plan.stages.map((stage) =>
    stage.index === index || stage.index === index - 1 ? instantsOf(player, stage) : [],
  )
  return [...ofStage(player, index, near), ...ofTime(player, index, near[index] ?? [])]
}

/** The cohort of everyone, by name in lower case. */
export function cohortOf({ cohorts }: StagedPlan): ReadonlyMap<string, string> {
  return new Map(cohorts.flatMap(({ name, members }) => members.map((user) => [user.toLowerCase(), name] as const)))
}

/** The sign-ins that end otherwise between two points in a way that someone notices. */
export function comparePoints(
  { sets, reader }: Pick<Player, 'sets' | 'reader'>,
  before: Played,
  after: Played,
  cohorts: ReadonlyMap<string, string>,
  causes: 'with causes' | 'without causes' = 'with causes',
): Compared {
  if (sets === undefined) return compareClasses(reader, before, after, cohorts)
  const compared = comparedSets(sets, before, after, causes)
  return {
    changes: compared.changes,
    attributed: (changes) => causesOfSets(compared, changes, reader),
    sharesOf: (changes) => sharesOfSets(compared, changes, cohorts),
  }
}

/** Both states in the same places, the second as one that resembles the first. */
function comparedSets(sets: SetStates, before: Played, after: Played, causes: 'with causes' | 'without causes') {
  // Invariant: reading the second may move everyone, after which the first is another.
  sets.of(after, before)
  return compareSets(sets, sets.of(before), sets.of(after, before), causes)
}

/** What happens to people between two points, by kind and by the change responsible. */
export function findingsOf(
  player: Player,
  { before, after, by }: Transition,
  cohorts: ReadonlyMap<string, string>,
): readonly PlanFinding[] {
  const compared = comparePoints(player, before, after, cohorts)
  const changes = withRestored(player, compared.changes, before, after)
  if (changes.length === 0) return []
  const attributed = compared.attributed(changes)
  if (!attributed.ok) {
    player.problems.push(...attributed.diagnostics)
    return []
  }
  const kinds = new Map(changes.map(({ change, kind }) => [change, kind]))
  const found = attributed.value.causes.flatMap(({ differences, changes: caused }) => {
    const byKind = new Map<FindingKind | undefined, Change[]>(findingKinds.map((kind) => [kind, []]))
    for (const change of caused) byKind.get(kinds.get(change))?.push(change)
    return findingKinds.flatMap((kind) => {
      const [first, ...others] = byKind.get(kind) ?? []
      return first === undefined ? [] : [{ kind, because: differences, changes: [first, ...others] as const }]
    })
  })
  return found.map(
    ({ kind, because, changes: all }): PlanFinding => ({
      kind,
      stage: after.stage.index,
      at: after.at,
      by,
      users: usersOf(all),
      cohorts: compared.sharesOf(all),
      because: because satisfies readonly Difference[],
      changes: all,
    }),
  )
}
