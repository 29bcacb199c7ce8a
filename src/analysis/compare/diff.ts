import type { Diagnostic, Loaded } from '../../source/diagnostics/diagnostic.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import { matrixOf } from '../matrix/matrix.ts'
import { type Plan, recordOf, tenantOfValue, withUsers } from '../matrix/plan.ts'
import type { Population } from '../population/population.ts'
import type { Change, Difference, DiffResult, DiffSide, Matrix } from '../population/results.ts'
import { affectedSet, everyoneIn } from './affected-sets.ts'
import type { Comparison } from './between.ts'
import { type Attributed, attribute, usersOf } from './causes.ts'
import { type ComparedChange, compareCells, everyChange } from './compare-cells.ts'
import { type ComparingOptions, compareSets, type Side, sidesOf } from './compare-sets.ts'
import { type Joined, joinClasses } from './joint-classes.ts'
import { mayBeLarge, mostInClasses } from './many-users.ts'

/** How to compare two plans. */
export interface DiffOptions extends ComparingOptions {
  /** Compare by class, or by sets of users; by default depends on the number of users. */
  readonly as?: 'classes' | 'sets'
}

/** The plan with the relevant people of its population file written inline. */
function inlined(plan: Plan, population: Population, users: readonly unknown[], reader?: SourceReader): Loaded<Plan> {
  if (population.records.size === 0) return { ok: true, value: plan, warnings: [] }
  const document = withUsers(plan, population, users)
  const loaded = tenantOfValue(document.value, document.source.name, reader)
  return loaded.ok ? { ...loaded, value: { ...plan, document, tenant: loaded.value } } : loaded
}

/** Inputs for finding the causes of changes between two plans. */
export function comparisonOf(
  before: Plan,
  after: Plan,
  joined: Joined,
  { reader, filter }: DiffOptions,
): Loaded<Comparison> {
  const { joints } = joined
  const ones = joints.flatMap(({ before: index, userBefore }) =>
    index === undefined || userBefore === undefined ? [] : [recordOf(joined.before, index, userBefore)],
  )
  const others = joints.flatMap(({ after: index, userAfter }) =>
    index === undefined || userAfter === undefined ? [] : [recordOf(joined.after, index, userAfter)],
  )
  const one = inlined(before, joined.before, ones, reader)
  if (!one.ok) return one
  const other = inlined(after, joined.after, others, reader)
  if (!other.ok) return other
  const value: Comparison = {
    before: one.value,
    after: other.value,
    ...(reader && { reader }),
    ...(filter?.purpose && { purpose: filter.purpose }),
  }
  return { ok: true, value, warnings: [] }
}

function sideOf({ tenant, at, document }: Plan, { users, cells }: Matrix): DiffSide {
  return { tenant: tenant.name, file: document.source.name, at, users, cells: cells.length }
}

function flippedChange({ users, before, after, ...rest }: Change): Change {
  const { before: one, after: other, ...same } = users
  const turned = {
    ...same,
    ...(other === undefined ? {} : { before: other }),
    ...(one === undefined ? {} : { after: one }),
  }
  const everyone = everyoneIn(users)
  return {
    ...rest,
    users: everyone === undefined ? turned : affectedSet(turned, everyone),
    ...(after && { before: after }),
    ...(before && { after: before }),
  }
}

function flippedDifference(difference: Difference): Difference {
  if (difference.kind !== 'file') return difference
  const { before, after, origin, ...rest } = difference
  return {
    ...rest,
    ...(after === undefined ? {} : { before: after }),
    ...(before === undefined ? {} : { after: before }),
    ...(origin && {
      origin: { ...(origin.after && { before: origin.after }), ...(origin.before && { after: origin.before }) },
    }),
  }
}

/** The same comparison with the sides swapped. */
function flipped({ before, after, causes, withoutEffect, ...rest }: DiffResult): DiffResult {
  return {
    ...rest,
    before: after,
    after: before,
    causes: causes.map(({ differences, changes, users }) => ({
      differences: differences.map(flippedDifference),
      changes: changes.map(flippedChange),
      users,
    })),
    withoutEffect: withoutEffect.map(flippedDifference),
  }
}

/** Whether a difference is worth reporting even if it changes no sign-in. */
const worthReporting = (difference: Difference): boolean =>
  difference.kind !== 'file' || (difference.path !== 'asOf' && difference.path !== 'name')

function resultOf(
  sides: readonly [DiffSide, DiffSide],
  changes: readonly ComparedChange[],
  { causes, withoutEffect }: Attributed,
): DiffResult {
  const [before, after] = sides
  const all = everyChange(changes)
  return {
    before,
    after,
    causes,
    changes: all.length,
    users: usersOf(all),
    withoutEffect: withoutEffect.filter(worthReporting),
  }
}

function diffSets(
  sides: readonly [Side, Side],
  warnings: readonly Diagnostic[],
  options: DiffOptions,
): Loaded<DiffResult> {
  const compared = compareSets(sides, options)
  if (!compared.ok) return compared
  const [before, after] = sides
  const { users, signIns, changes, attributed } = compared.value
  const side = ({ plan: { tenant, at, document } }: Side, index: 0 | 1): DiffSide => ({
    tenant: tenant.name,
    file: document.source.name,
    at,
    users: users[index],
    cells: signIns[index],
  })
  return { ok: true, warnings, value: resultOf([side(before, 0), side(after, 1)], changes, attributed) }
}

/**
 * Compares the sign-ins of two plans and groups the changes by cause. Only behavior counts: verdict, credential,
 * verifier, second factor, the controls that enforced policies require or put on the session, audit trail and deciding
 * rule of every user, client, purpose and network.
 */
export function diff(before: Plan, after: Plan, options: DiffOptions = {}): Loaded<DiffResult> {
  // Intermediate plans need the earlier instant first.
  if (before.at > after.at) {
    const turned = diff(after, before, options)
    return turned.ok ? { ...turned, value: flipped(turned.value) } : turned
  }
  if (options.as === 'sets' || (options.as === undefined && mayBeLarge(before, after))) {
    const sides = sidesOf(before, after, options.reader)
    if (!sides.ok) return sides
    if (options.as === 'sets' || sides.value.some(({ people }) => people.sets.users > mostInClasses))
      return diffSets(sides.value, sides.warnings, options)
  }
  const joined = joinClasses(before.tenant, after.tenant, options.reader)
  if (!joined.ok) return joined
  const { before: one, after: other, joints, names } = joined.value
  const left = matrixOf(one, { ...options.filter, at: before.at })
  const right = matrixOf(other, { ...options.filter, at: after.at })
  const changes = compareCells(left, right, joints, names)
  const comparison = comparisonOf(before, after, joined.value, options)
  if (!comparison.ok) return comparison
  const attributed = attribute(comparison.value, changes)
  const value = resultOf([sideOf(before, left), sideOf(after, right)], changes, attributed)
  return { ok: true, value, warnings: joined.warnings }
}
