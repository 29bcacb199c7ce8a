import type { Loaded } from '../../source/diagnostics/diagnostic.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import type { MatrixFilter } from '../matrix/matrix.ts'
import { type Plan, recordOf, tenantOfValue, withUsers } from '../matrix/plan.ts'
import { matchNames } from '../population/match-names.ts'
import { type Population, populationOf } from '../population/population.ts'
import type { Matrix, Timeline } from '../population/results.ts'
import type { Comparison } from './between.ts'
import { attribute } from './causes.ts'
import { type ComparedChange, compareCells } from './compare-cells.ts'
import { sidesOf } from './compare-sets.ts'
import { sameClasses } from './joint-classes.ts'
import { mayBeLarge, mostInClasses } from './many-users.ts'
import { type Seen, seenAt } from './moments.ts'
import { cellsIn, type DatedPeriod, datedPeriods } from './stretches.ts'
import { breakInstants } from './time-differences.ts'
import { seenInSets } from './timeline-sets.ts'

/** The instants and sign-ins to examine. */
export interface TimelineOptions {
  readonly from: Instant
  readonly to: Instant
  readonly reader?: SourceReader
  readonly filter?: Omit<MatrixFilter, 'at' | 'classes'>
  /** Compare by class, or by sets of users; by default depends on the number of users. */
  readonly as?: 'classes' | 'sets'
}

interface Walk {
  readonly plan: Plan
  readonly population: Population
  readonly options: TimelineOptions
}

/** The plan with class representatives inlined instead of its population file. */
function inlined(plan: Plan, population: Population, reader: SourceReader | undefined): Loaded<Plan> {
  if (population.records.size === 0) return { ok: true, value: plan, warnings: [] }
  const users = population.classes.map(({ index, representative }) => recordOf(population, index, representative))
  const document = withUsers(plan, population, users)
  const loaded = tenantOfValue(document.value, document.source.name, reader)
  return loaded.ok ? { ...loaded, value: { ...plan, document, tenant: loaded.value } } : loaded
}

/** The sign-ins that differ; those of a class that nothing reached are not looked at. */
function changedSignIns(population: Population, before: DatedPeriod, after: DatedPeriod): readonly ComparedChange[] {
  const { tenant, users, classes } = population
  const reached = sameClasses(population).filter(
    ({ before: index = -1 }) => before.classes.get(index) !== after.classes.get(index),
  )
  const indexes = reached.flatMap((joint) => joint.before ?? [])
  const matrixOf = (period: DatedPeriod): Matrix => ({
    tenant: tenant.name,
    at: period.at,
    users,
    classes,
    cells: cellsIn(period, indexes),
  })
  return compareCells(matrixOf(before), matrixOf(after), reached, matchNames(tenant, tenant))
}

/** The changes from one period to the next. */
function momentBetween({ plan, population, options }: Walk, before: DatedPeriod, after: DatedPeriod): Seen {
  const changes = changedSignIns(population, before, after)
  const { reader, filter } = options
  const comparison: Comparison = {
    before: { ...plan, at: before.at },
    after: { ...plan, at: after.at },
    ...(reader && { reader }),
    ...(filter?.purpose && { purpose: filter.purpose }),
  }
  return seenAt(comparison.after, changes, attribute(comparison, changes))
}

function walk(walking: Walk): readonly Seen[] {
  const { plan, population, options } = walking
  const played = datedPeriods(population, options.filter)
  let before = played(options.from)
  return breakInstants(plan.tenant, options.from, options.to).map((at) => {
    const after = played(at)
    const seen = momentBetween(walking, before, after)
    before = after
    return seen
  })
}

/** By classes of users: each is played once in each period. */
function byClasses(plan: Plan, options: TimelineOptions): Loaded<SeenByAll> {
  const read = populationOf(plan.tenant, options.reader)
  if (!read.ok) return read
  const population = read.value
  const inside = inlined(plan, population, options.reader)
  if (!inside.ok) return inside
  const seen = walk({ plan: inside.value, population, options })
  return { ok: true, value: { users: population.users, seen }, warnings: read.warnings }
}

/** By sets of users, if there are many; undefined if there are few. */
function bySets(plan: Plan, { as, ...options }: TimelineOptions): Loaded<SeenByAll> | undefined {
  if (as === 'classes' || (as === undefined && !mayBeLarge(plan))) return undefined
  const sides = sidesOf(plan, plan, options.reader)
  if (!sides.ok) return sides
  const [{ people }] = sides.value
  if (as === undefined && people.sets.users <= mostInClasses) return undefined
  const seen = seenInSets(sides.value[0], options)
  return seen.ok ? { ...seen, value: { users: people.sets.users, seen: seen.value }, warnings: sides.warnings } : seen
}

/** The instants between two others at which sign-ins change, with causes and affected users. */
export function timeline(plan: Plan, options: TimelineOptions): Loaded<Timeline> {
  const found = bySets(plan, options) ?? byClasses(plan, options)
  if (!found.ok) return found
  const { users, seen } = found.value
  const { from, to } = options
  const value: Timeline = {
    tenant: plan.tenant.name,
    file: plan.document.source.name,
    from,
    to,
    users,
    moments: seen.flatMap(({ moment }) => moment ?? []),
    withoutEffect: seen.flatMap(({ withoutEffect }) => withoutEffect),
  }
  return { ok: true, value, warnings: found.warnings }
}

/** What is seen of all users, and how many there are. */
interface SeenByAll {
  readonly users: number
  readonly seen: readonly Seen[]
}
