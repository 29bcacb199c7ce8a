import { type Attributed, attribute } from '../../analysis/compare/causes.ts'
import { compareCells, type JointClass } from '../../analysis/compare/compare-cells.ts'
import { comparisonOf } from '../../analysis/compare/diff.ts'
import { joinSides } from '../../analysis/compare/joint-classes.ts'
import { matchNames } from '../../analysis/population/match-names.ts'
import type { Change, Matrix } from '../../analysis/population/results.ts'
import type { Loaded } from '../../source/diagnostics/diagnostic.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import type { CohortShare } from '../result.ts'
import { capabilityIn, kindOf } from './classify.ts'
import type { Noticed } from './noticed-sets.ts'
import type { StateAt } from './state.ts'

/** Two states side by side. */
export interface Compared {
  readonly changes: readonly Noticed[]
  /** The differences that cause some of the changes. */
  readonly attributed: (changes: readonly Noticed[]) => Loaded<Attributed>
  readonly sharesOf: (changes: readonly Change[]) => readonly CohortShare[]
}

/** A state with every sign-in of it. */
export interface Played extends StateAt {
  readonly matrix: Matrix
}

/** The same of people by class. */
/** How many users of each cohort are in each pair of classes. */
type Pairs = Map<string, Map<string, number>>

export function compareClasses(
  reader: SourceReader,
  before: Played,
  after: Played,
  cohorts: ReadonlyMap<string, string>,
): Compared {
  const names = matchNames(before.state.plan.tenant, after.state.plan.tenant)
  const pairs: Pairs = new Map()
  const joined = joinSides(before.state.side, after.state.side, names, (name, key) => {
    const cohort = cohorts.get(name.toLowerCase())
    if (cohort === undefined) return
    const counts = pairs.get(key) ?? new Map<string, number>()
    pairs.set(key, counts)
    counts.set(cohort, (counts.get(cohort) ?? 0) + 1)
  })
  const [one, other] = [before, after].map(({ state, matrix }) => capabilityIn(state.side.population.tenant, matrix))
  const changes = compareCells(before.matrix, after.matrix, joined.joints, names).flatMap((change) => {
    const kind = one === undefined || other === undefined ? undefined : kindOf(change, one, other)
    return kind === undefined ? [] : [{ ...change, kind }]
  })
  const attributed: Compared['attributed'] = (some) => {
    const [left, right] = [before, after].map(({ state, at }) => ({ ...state.plan, at }))
    if (left === undefined || right === undefined) throw new Error('two states are compared')
    const comparison = comparisonOf(left, right, joined, { reader })
    return comparison.ok ? { ...comparison, value: attribute(comparison.value, some) } : comparison
  }
  return { changes, attributed, sharesOf: (some) => sharesIn(pairs, some) }
}

const keyOf = ({ before, after }: JointClass): string => `${before ?? ''} ${after ?? ''}`

/** How many people of each cohort some changes are of. */
function sharesIn(pairs: Pairs, changes: readonly Change[]): readonly CohortShare[] {
  const keys = new Set(changes.map(({ users }) => keyOf({ ...users, size: 0 })))
  const counts = new Map<string, number>()
  for (const key of keys)
    for (const [cohort, users] of pairs.get(key) ?? []) counts.set(cohort, (counts.get(cohort) ?? 0) + users)
  return [...counts].map(([cohort, users]) => ({ cohort, users }))
}
