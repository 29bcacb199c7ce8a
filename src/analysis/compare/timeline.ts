import type { Diagnostic, Loaded } from '../../source/diagnostics/diagnostic.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import { type MatrixFilter, matrixOf } from '../matrix/matrix.ts'
import { type Plan, recordOf, tenantOfValue, withUsers } from '../matrix/plan.ts'
import { matchNames } from '../population/match-names.ts'
import { type Population, populationOf } from '../population/population.ts'
import type { Cause, Difference, Matrix, Moment, Timeline } from '../population/results.ts'
import type { Comparison } from './between.ts'
import { attribute, usersOf } from './causes.ts'
import { compareCells } from './compare-cells.ts'
import { sameClasses } from './joint-classes.ts'
import { statementsAt } from './passing-time.ts'
import { breakInstants } from './time-differences.ts'

/** The instants and sign-ins to examine. */
export interface TimelineOptions {
  readonly from: Instant
  readonly to: Instant
  readonly reader?: SourceReader
  readonly filter?: Omit<MatrixFilter, 'at' | 'classes'>
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

interface Stretch {
  readonly at: Instant
  readonly matrix: Matrix
}

interface Seen {
  readonly moment?: Moment
  readonly withoutEffect: readonly Difference[]
}

/** For a cause that is time alone, adds what expires or takes effect at that instant. */
function stated({ tenant }: Plan, at: Instant, cause: Cause): Cause {
  const statements = statementsAt(tenant, at)
  if (statements.length === 0) return cause
  const differences = cause.differences.map((one) => (one.kind === 'elapsed' ? { ...one, statements } : one))
  return { ...cause, differences }
}

/** The changes from one period to the next. */
function momentBetween({ plan, population, options }: Walk, before: Stretch, after: Stretch): Seen {
  const names = matchNames(plan.tenant, plan.tenant)
  const changes = compareCells(before.matrix, after.matrix, sameClasses(population), names)
  const { reader, filter } = options
  const comparison: Comparison = {
    before: { ...plan, at: before.at },
    after: { ...plan, at: after.at },
    ...(reader && { reader }),
    ...(filter?.purpose && { purpose: filter.purpose }),
  }
  const { causes, withoutEffect } = attribute(comparison, changes)
  if (changes.length === 0) return { withoutEffect }
  const users = usersOf(changes.map(({ change }) => change))
  return {
    moment: {
      at: after.at,
      causes: causes.map((cause) => stated(plan, after.at, cause)),
      changes: changes.length,
      users,
    },
    withoutEffect,
  }
}

function walk(walking: Walk): readonly Seen[] {
  const { plan, population, options } = walking
  const played = (at: Instant): Stretch => ({ at, matrix: matrixOf(population, { ...options.filter, at }) })
  let before = played(options.from)
  return breakInstants(plan.tenant, options.from, options.to).map((at) => {
    const after = played(at)
    const seen = momentBetween(walking, before, after)
    before = after
    return seen
  })
}

/** The instants between two others at which sign-ins change, with causes and affected users. */
export function timeline(plan: Plan, options: TimelineOptions): Loaded<Timeline> {
  const read = populationOf(plan.tenant, options.reader)
  if (!read.ok) return read
  const population = read.value
  const inside = inlined(plan, population, options.reader)
  if (!inside.ok) return inside
  const seen = walk({ plan: inside.value, population, options })
  const { from, to } = options
  const value: Timeline = {
    tenant: plan.tenant.name,
    file: plan.document.source.name,
    from,
    to,
    users: population.users,
    moments: seen.flatMap(({ moment }) => moment ?? []),
    withoutEffect: seen.flatMap(({ withoutEffect }) => withoutEffect),
  }
  const warnings: readonly Diagnostic[] = read.warnings
  return { ok: true, value, warnings }
}
