import { multifactorStrengthId } from '../../tenant/conditional-access/built-in-strengths.ts'
import type { Locations } from '../../tenant/conditional-access/locations.ts'
import { isManagedPolicy } from '../../tenant/conditional-access/managed-policy.ts'
import type {
  AuthenticationStrength,
  ClientApps,
  ConditionalAccess,
  Devices,
  Platforms,
  Policy,
  PolicyConditions,
  Resources,
} from '../../tenant/conditional-access/model.ts'
import { clear, type UnclearCondition, type UnclearSides } from '../../tenant/conditional-access/unclear.ts'
import { addMask, hasBit, indexesOf, type Mask, maskWhere } from './bits.ts'
import { strengthBook } from './clauses.ts'
import { type DemandIndex, demandIndex } from './demand-index.ts'
import { dimensionNames, rowsBefore } from './dimension-names.ts'
import { type LocationBook, locationBook } from './judge-location.ts'
import { type NameStore, nameStore } from './name-store.ts'
import { type Dimension, dimensionOf } from './row.ts'
import { type AllRowStores, rowStores } from './row-store.ts'
import { type UserIndex, userIndex } from './user-index.ts'

/** The conditions of all policies, turned round so that one value is judged for all of them at once. */
export interface Dimensions {
  readonly resources: Dimension<Resources>
  readonly clientApps: Dimension<PartlyUnclear<ClientApps>>
  readonly platforms: Dimension<PartlyUnclear<Platforms>>
  readonly locations: Dimension<PartlyUnclear<Locations>>
  readonly devices: Dimension<PartlyUnclear<readonly Devices[]>>
  readonly signInRisk: Dimension<PartlyUnclear<ReadonlySet<string>>>
  readonly userRisk: Dimension<PartlyUnclear<ReadonlySet<string>>>
  readonly servicePrincipalRisk: Dimension<PartlyUnclear<ReadonlySet<string>>>
  readonly insiderRisk: Dimension<PartlyUnclear<ReadonlySet<string>>>
  readonly transferMethods: Dimension<PartlyUnclear<ReadonlySet<string>>>
}

/** A condition as far as it was understood, and what was not. */
export interface PartlyUnclear<Condition> {
  readonly condition: Condition
  readonly unclear: UnclearSides
}

/** The policies of a tenant, made ready once. */
export interface CompiledPolicies {
  /** Sorted by name, so that the order of the file changes nothing. */
  readonly policies: readonly Policy[]
  /** Indexes into the policies, in the order of the file. */
  readonly inFileOrder: readonly number[]
  readonly demands: DemandIndex
  /** Enforced policies, and those that only report; a policy without any control is neither. */
  readonly enforced: Mask
  readonly reporting: Mask
  readonly anyReporting: boolean
  /** Both together. */
  readonly active: Mask
  readonly users: UserIndex
  readonly dimensions: Dimensions
  /** Positions among the rows of a sign-in of the conditions that some policy has. */
  readonly configured: readonly number[]
  /** The same of each policy, with target and principal before them. */
  readonly conditionsOf: readonly (readonly number[])[]
  /** Policies of which nobody can say whether they apply, whatever their conditions say. */
  readonly open: Mask
  readonly anyOpen: boolean
  readonly locations: LocationBook
  readonly multifactor: AuthenticationStrength
  /** Whether the vendor made one of them, and whether one has what no policy of its kind can have. */
  readonly anyManaged: boolean
  readonly anyBeyondLimits: boolean
  /** Policies that shape the session. */
  readonly shaping: Mask
  readonly rows: AllRowStores
  readonly names: NameStore
}

/** What a tenant says elsewhere that policies read. */
export interface CompileOptions {
  /** Addresses trusted by the settings of per-user MFA. */
  readonly trustedIps: readonly string[]
}

/** Whether a policy has no control at all, not even one that is not understood. */
export function isIdle({ grant, session, sessionUnclear }: Policy): boolean {
  return grant === undefined && Object.keys(session).length === 0 && sessionUnclear.length === 0
}

/** One condition of each policy, where it is configured. */
function partsOf<Name extends UnclearCondition>(
  policies: readonly Policy[],
  name: Name,
): Dimension<PartlyUnclear<NonNullable<PolicyConditions[Name]>>> {
  return dimensionOf(
    policies.map(({ conditions }) => {
      // Not undefined here, which the compiler cannot say about a property whose name is a type parameter.
      const condition = conditions[name] as NonNullable<PolicyConditions[Name]> | undefined
      return condition === undefined ? undefined : { condition, unclear: conditions.unclear[name] ?? clear }
    }),
  )
}

function dimensionsOf(policies: readonly Policy[]): Dimensions {
  return {
    resources: dimensionOf(policies.map(({ conditions }) => conditions.resources)),
    clientApps: partsOf(policies, 'clientApps'),
    platforms: partsOf(policies, 'platforms'),
    locations: partsOf(policies, 'locations'),
    devices: partsOf(policies, 'devices'),
    signInRisk: partsOf(policies, 'signInRisk'),
    userRisk: partsOf(policies, 'userRisk'),
    servicePrincipalRisk: partsOf(policies, 'servicePrincipalRisk'),
    insiderRisk: partsOf(policies, 'insiderRisk'),
    transferMethods: partsOf(policies, 'transferMethods'),
  }
}

const configuredIn = (dimensions: Dimensions): readonly number[] =>
  dimensionNames.flatMap((name, index) => (dimensions[name].classes.length > 0 ? [rowsBefore + index] : []))

/** Positions of the conditions that each policy has, of those that some policy has; target and principal are always read. */
function conditionsOf(
  policies: readonly Policy[],
  dimensions: Dimensions,
  configured: readonly number[],
): readonly (readonly number[])[] {
  const hasAt = (at: number, index: number): boolean => {
    const name = dimensionNames[at - rowsBefore]
    return name === undefined || !hasBit(dimensions[name].free, index)
  }
  const before = [...Array(rowsBefore).keys()]
  return policies.map((_, index) => [...before, ...configured.filter((at) => hasAt(at, index))])
}

/** Positions in the file, sorted by name, then by id. */
function sortedPositions(policies: readonly Policy[]): readonly number[] {
  const keyed = policies.map(({ name, id }, position) => ({ key: `${name}\n${id}`, position }))
  return keyed.sort((one, other) => (one.key < other.key ? -1 : 1)).map(({ position }) => position)
}

/** Policies of a state that have any control. */
function inState(policies: readonly Policy[], state: Policy['state']): Mask {
  return maskWhere(policies.length, (index) => {
    const policy = policies[index]
    return policy !== undefined && policy.state === state && !isIdle(policy)
  })
}

/** Resolves names, turns conditions round and sorts demands, once per tenant. */
export function compilePolicies(
  { policies: inFile, namedLocations, authenticationStrengths }: ConditionalAccess,
  { trustedIps }: CompileOptions,
): CompiledPolicies {
  const strengths = strengthBook(authenticationStrengths)
  const multifactor = strengths.get(multifactorStrengthId)
  if (multifactor === undefined) throw new Error('the built-in authentication strengths are missing')
  const positions = sortedPositions(inFile)
  const policies = positions.flatMap((position) => inFile[position] ?? [])
  const inFileOrder = inFile.map((_, position) => positions.indexOf(position))
  const [enforced, reporting] = [inState(policies, 'enabled'), inState(policies, 'enabledForReportingButNotEnforced')]
  const dimensions = dimensionsOf(policies)
  const configured = configuredIn(dimensions)
  const active = enforced.slice()
  addMask(active, reporting)
  return {
    policies,
    inFileOrder,
    demands: demandIndex(policies, strengths, multifactor),
    enforced,
    reporting,
    anyReporting: indexesOf(reporting).length > 0,
    active,
    users: userIndex(policies, dimensionOf(policies.map(({ conditions }) => conditions.workloads))),
    dimensions,
    configured,
    conditionsOf: conditionsOf(policies, dimensions, configured),
    anyOpen: policies.some(({ conditions }) => conditions.open.length > 0),
    open: maskWhere(policies.length, (index) => (policies[index]?.conditions.open.length ?? 0) > 0),
    anyManaged: policies.some(isManagedPolicy),
    anyBeyondLimits: policies.some(({ beyondLimits }) => beyondLimits !== undefined),
    locations: locationBook(namedLocations, trustedIps),
    multifactor,
    shaping: maskWhere(policies.length, (index) => Object.keys(policies[index]?.session ?? {}).length > 0),
    rows: rowStores(),
    names: nameStore(),
  }
}
