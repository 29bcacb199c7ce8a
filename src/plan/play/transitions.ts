import { attribute, usersOf } from '../../analysis/compare/causes.ts'
import { type ComparedChange, compareCells, type JointClass } from '../../analysis/compare/compare-cells.ts'
import { comparisonOf } from '../../analysis/compare/diff.ts'
import { type Joined, joinSides } from '../../analysis/compare/joint-classes.ts'
import { matchNames } from '../../analysis/population/match-names.ts'
import type { Change, Difference, Matrix } from '../../analysis/population/results.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import { type FindingKind, findingKinds } from '../finding-kinds.ts'
import type { CohortShare, PlanFinding } from '../result.ts'
import type { StagedPlan } from '../states/staged-plan.ts'
import { accessOf, capabilitiesOf, kindOf } from './classify.ts'
import { instantsOf, type Player, type Point, pointAt, type State, windowOf } from './states.ts'

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

/** Two states with a matrix each, side by side. */
export interface Compared {
  readonly changes: readonly (ComparedChange & { readonly kind: FindingKind })[]
  readonly joined: Joined
  readonly pairs: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/** A state with every sign-in of it. */
export interface Played {
  readonly state: State
  readonly matrix: Matrix
}

/** The cohort of everyone, by name in lower case. */
export function cohortOf({ cohorts }: StagedPlan): ReadonlyMap<string, string> {
  return new Map(cohorts.flatMap(({ name, members }) => members.map((user) => [user.toLowerCase(), name] as const)))
}

/** The sign-ins that end otherwise between two points in a way that someone notices. */
export function comparePoints(before: Played, after: Played, cohorts: ReadonlyMap<string, string>): Compared {
  const names = matchNames(before.state.plan.tenant, after.state.plan.tenant)
  const pairs = new Map<string, Map<string, number>>()
  const joined = joinSides(before.state.side, after.state.side, names, (name, key) => {
    const cohort = cohorts.get(name.toLowerCase())
    if (cohort === undefined) return
    const counts = pairs.get(key) ?? new Map<string, number>()
    pairs.set(key, counts)
    counts.set(cohort, (counts.get(cohort) ?? 0) + 1)
  })
  const sides = [before, after].map(({ state, matrix }) => {
    const { tenant } = state.side.population
    return { tenant, capabilities: capabilitiesOf(tenant, matrix) }
  })
  const [one, other] = sides
  const changes = compareCells(before.matrix, after.matrix, joined.joints, names).flatMap((change) => {
    const kind = one === undefined || other === undefined ? undefined : kindOf(change, one, other)
    return kind === undefined ? [] : [{ ...change, kind }]
  })
  return { changes, joined, pairs }
}

const keyOf = ({ before, after }: JointClass): string => `${before ?? ''} ${after ?? ''}`

/** How many people of each cohort some changes are of. */
function sharesOf(changes: readonly Change[], pairs: Compared['pairs']): readonly CohortShare[] {
  const keys = new Set(changes.map(({ users }) => keyOf({ ...users, size: 0 })))
  const counts = new Map<string, number>()
  for (const key of keys)
    for (const [cohort, users] of pairs.get(key) ?? []) counts.set(cohort, (counts.get(cohort) ?? 0) + users)
  return [...counts].map(([cohort, users]) => ({ cohort, users }))
}

/** Whether a sign-in that works again worked for all of its people at the start: then nothing closed is opened. */
function isRestored(
  { points, plan }: Player,
  { change, joint, kind }: Compared['changes'][number],
  before: Point,
  after: Point,
): boolean {
  const start = points.get(`0 ${plan.from}`)
  if ((kind !== 'opened' && kind !== 'gained') || start === undefined) return false
  const { client, purpose, network } = change
  const classes = new Set<number | undefined>()
  for (const [name, { index }] of after.state.side.classOf)
    if (index === joint.after && before.state.side.classOf.get(name)?.index === joint.before)
      classes.add(start.state.side.classOf.get(name)?.index)
  const works = (one: number | undefined): boolean =>
    start.matrix.cells.some(
      ({ class: index, request, verdict }) =>
        index === one &&
        request.client === client &&
        request.purpose === purpose &&
        request.network === network &&
        accessOf(verdict) === 'works',
    )
  return classes.size > 0 && [...classes].every(works)
}

/** What happens to people between two points, by kind and by the change responsible. */
export function findingsOf(
  player: Player,
  { before, after, by }: Transition,
  cohorts: ReadonlyMap<string, string>,
): readonly PlanFinding[] {
  const { changes: noticed, joined, pairs } = comparePoints(before, after, cohorts)
  const changes = noticed.map((one) =>
    isRestored(player, one, before, after) ? { ...one, kind: 'restored' as const } : one,
  )
  if (changes.length === 0) return []
  const plans = [before, after].map(({ state, at }) => ({ ...state.plan, at }))
  const [one, other] = plans
  if (one === undefined || other === undefined) return []
  const comparison = comparisonOf(one, other, joined, { reader: player.reader })
  if (!comparison.ok) {
    player.problems.push(...comparison.diagnostics)
    return []
  }
  const kinds = new Map(changes.map(({ change, kind }) => [change, kind]))
  const { causes } = attribute(comparison.value, changes)
  const found = causes.flatMap(({ differences, changes: caused }) =>
    findingKinds.flatMap((kind) => {
      const [first, ...others] = caused.filter((change) => kinds.get(change) === kind)
      return first === undefined ? [] : [{ kind, because: differences, changes: [first, ...others] as const }]
    }),
  )
  return found.map(
    ({ kind, because, changes: all }): PlanFinding => ({
      kind,
      stage: after.stage.index,
      at: after.at,
      by,
      users: usersOf(all),
      cohorts: sharesOf(all, pairs),
      because: because.map((cause) => cause satisfies Difference),
      changes: all,
    }),
  )
}
