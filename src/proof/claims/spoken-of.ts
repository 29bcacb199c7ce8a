import type { Condition } from '../../analysis/claims/claim.ts'
import { truthOf } from '../../analysis/claims/condition-holds.ts'
import { all, type Truth } from '../../analysis/claims/truth.ts'
import { roles } from '../../catalog/roles.ts'
import type { Contribution, DimensionName } from '../atom.ts'
import type { Grid } from '../grid.ts'
import type { Meant } from '../ground.ts'
import type { ExtraDistinctions, PopulationScope } from '../layers.ts'
import { blankSignIn, withContribution } from '../rows.ts'
import type { Side } from '../side.ts'
import { dimensionOf, readPolicySignIn } from './read-policy-sign-in.ts'

/** Evaluates conditions on the values of a dimension. */
function truthAt(
  side: Side,
  where: readonly Condition[],
  dimensions: readonly DimensionName[],
  contribution: Contribution | undefined,
): Truth {
  const signIn = withContribution(blankSignIn(side), contribution)
  const own = where.filter(({ key }) => {
    const dimension = dimensionOf(key)
    return dimension !== undefined && dimensions.includes(dimension)
  })
  return all(own.map((condition) => truthOf(readPolicySignIn(condition.key, signIn, side.tenant), condition)))
}

/** The distinctions that a claim with these conditions needs. */
export function distinctionsOf(
  side: Side,
  where: readonly Condition[],
  { anyMembership }: PopulationScope = {},
): ExtraDistinctions {
  const about = (...keys: readonly string[]): boolean => where.some(({ key }) => keys.includes(key))
  const named = (wanted: string) => where.flatMap(({ key, values }) => (key === wanted ? values : []))
  const claimed = () => ({ groups: named('group'), roles: [...named('role'), ...otherRoles(side, named('people'))] })
  const single = where.map((condition) => [condition])
  const asksFactor = where.some(({ key }) => key === 'entry')
  return {
    mark: (dimension, [contribution]) => {
      const asked = asksFactor && dimension === 'people' ? `${asksBeside(side, contribution)}` : ''
      return `${asked}${single.map((one) => truthAt(side, one, [dimension], contribution)).join()}`
    },
    networks: about('network', 'place'),
    deviceStates: about('device'),
    ...(anyMembership === true ? { anyMembership: claimed() } : {}),
  }
}

/** A role that no policy names, of which an administrator may hold nothing else. */
function otherRoles({ compiled: { users } }: Side, people: readonly string[]): readonly string[] {
  if (!people.includes('administrators')) return []
  const other = roles.find(({ id }) => !users.include.roles.has(id) && !users.exclude.roles.has(id))
  return other === undefined ? [] : [other.id]
}

/** Whether something other than policies may require a second factor from this user. */
function asksBeside({ tenant }: Side, contribution: Contribution | undefined): boolean {
  const { perUserMfaState } = { perUserMfaState: undefined, ...contribution?.principal }
  const { securityDefaults, securityDefaultsInDispute } = tenant
  const byDefaults = securityDefaults ?? securityDefaultsInDispute === true
  return byDefaults || perUserMfaState === 'enabled' || perUserMfaState === 'enforced'
}

/**
 * The values of each factor that conditions select; with `asksFactor`, users who may be asked for a second factor by
 * something other than policies are never certain.
 */
export function meantBy(grid: Grid, where: readonly Condition[], asksFactor: boolean): Meant {
  const [side] = grid.sides
  // Self-service is included only if a claim names it; data behind a context is never opened by a separate sign-in.
  const ofApplications = !where.some(({ key }) => key === 'purpose')
  const truths = grid.factors.map(({ dimensions, places }) =>
    places.map(({ contributions: [contribution] }): Truth => {
      if (side === undefined) return 'no'
      if (ofApplications && contribution?.target !== undefined && !('applications' in contribution.target)) return 'no'
      const truth = truthAt(side, where, dimensions, contribution)
      const unsure = asksFactor && dimensions.includes('people') && asksBeside(side, contribution)
      return truth === 'yes' && unsure ? 'open' : truth
    }),
  )
  const having = (...wanted: readonly Truth[]) =>
    truths.map((ofFactor) => new Set(ofFactor.flatMap((truth, place) => (wanted.includes(truth) ? [place] : []))))
  return { sure: having('yes'), maybe: having('yes', 'open') }
}
