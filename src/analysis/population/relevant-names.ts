import { globalAdministrator } from '../../catalog/roles.ts'
import { groupsOfMethods } from '../../tenant/authentication-methods-policy.ts'
import { claimName } from '../../tenant/claim-names.ts'
import type { ClaimCondition } from '../../tenant/domain.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { tenantsUnder } from '../../tenant/tenants-under.ts'

/** What a query reads of users in addition to the tenant. */
export interface AlsoRelevant {
  readonly people?: readonly string[]
  readonly groups?: readonly string[]
  readonly roles?: readonly string[]
  /** Whether someone has any role. */
  readonly anyRole?: boolean
  /** Every group of every user. */
  readonly everyGroup?: boolean
  /** Every role of every user. */
  readonly everyRole?: boolean
  /** Whether the groups that policies name are distinguished elsewhere. */
  readonly withoutPolicyGroups?: boolean
}

/** A read-only set of names. */
export interface NamesRead {
  readonly has: (name: string) => boolean
  readonly size: number
}

/** The names, groups and roles of users that a tenant can read. All names are in lower case. */
export interface RelevantNames {
  /** People named by a policy, client or event: by user principal name, display name or id. */
  readonly people: ReadonlySet<string>
  readonly groups: NamesRead
  readonly roles: NamesRead
  /** Whether having any role is relevant. */
  readonly anyRole: boolean
  /** Access rule conditions on the user principal name. */
  readonly nameConditions: readonly ClaimCondition[]
  /** Whether the date of the last second factor is relevant. */
  readonly remembersMfa: boolean
}

const everyName: NamesRead = { has: () => true, size: Number.POSITIVE_INFINITY }

const shortClaim = ({ claim }: ClaimCondition): string => claimName(claim)

function conditionsOf(tenant: Tenant): readonly ClaimCondition[] {
  return [...tenant.identityProviders.values()].flatMap(({ accessRules }) =>
    accessRules.flatMap(({ conditions }) => conditions),
  )
}

const eventUser = (user: unknown): readonly string[] => (typeof user === 'string' ? [user] : [])

/** Users and groups that are assigned to applications. */
const assigneesOf = ({ applications }: Tenant): readonly string[] =>
  [...applications.values()].flatMap(({ assignees }) => [...(assignees ?? [])])

/** All names of users, groups and roles that the tenant uses, on any date and in whichever way it is meant. */
export function relevantNames(tenant: Tenant, also: AlsoRelevant = {}): RelevantNames {
  const [own, ...others] = [tenant, ...tenantsUnder(tenant)].map((one) => namesUsedBy(one, also))
  return others.reduce<RelevantNames>(bothOf, own ?? namesUsedBy(tenant, also))
}

const either = (one: NamesRead, other: NamesRead): NamesRead =>
  Math.min(one.size, other.size) === 0
    ? one.size === 0
      ? other
      : one
    : { has: (name) => one.has(name) || other.has(name), size: one.size + other.size }

function bothOf(one: RelevantNames, other: RelevantNames): RelevantNames {
  return {
    people: new Set([...one.people, ...other.people]),
    groups: either(one.groups, other.groups),
    roles: either(one.roles, other.roles),
    anyRole: one.anyRole || other.anyRole,
    nameConditions: [...one.nameConditions, ...other.nameConditions],
    remembersMfa: one.remembersMfa || other.remembersMfa,
  }
}

/** The groups that a tenant reads for anything but the conditions of its policies. */
function groupsBesidePolicies(tenant: Tenant): readonly string[] {
  return [
    ...groupsOfMethods(tenant.authenticationMethods),
    ...[...tenant.domains.values()].flatMap(({ stagedRollout }) => [...stagedRollout]),
    ...assigneesOf(tenant),
    ...conditionsOf(tenant).flatMap((one) => (shortClaim(one).startsWith('group') && 'value' in one ? one.value : [])),
  ]
}

const sidesOf = ({ conditionalAccess }: Tenant) =>
  conditionalAccess.policies.flatMap(({ conditions }) => [conditions.include, conditions.exclude])

const lowerCased = (names: readonly string[]): ReadonlySet<string> => new Set(names.map((name) => name.toLowerCase()))

/** The names and ids, in lower case, of the groups whose members matter for any sign-in of a tenant. */
export function groupsRead(tenant: Tenant): ReadonlySet<string> {
  const all = [tenant, ...tenantsUnder(tenant)]
  return lowerCased(
    all.flatMap((one) => [...sidesOf(one).flatMap(({ groups }) => [...groups]), ...groupsBesidePolicies(one)]),
  )
}

/** The roles that policies of a tenant name, in lower case. */
export function rolesRead(tenant: Tenant): ReadonlySet<string> {
  const all = [tenant, ...tenantsUnder(tenant)]
  return lowerCased(all.flatMap((one) => sidesOf(one).flatMap(({ roles }) => [...roles])))
}

function namesUsedBy(tenant: Tenant, also: AlsoRelevant): RelevantNames {
  const sides = sidesOf(tenant)
  const workloads = tenant.conditionalAccess.policies.flatMap(({ conditions }) => conditions.workloads ?? [])
  const conditions = conditionsOf(tenant)
  const people = [
    ...(also.people ?? []),
    ...sides.flatMap(({ users }) => [...users]),
    ...workloads.flatMap(({ include, exclude }) => [...include, ...exclude]),
    ...[...tenant.clients.values()].flatMap(({ users }) => users ?? []),
    ...tenant.events.flatMap(({ details }) => eventUser(details['user'])),
    ...assigneesOf(tenant),
  ]
  const groups = [
    ...(also.groups ?? []),
    ...(also.withoutPolicyGroups === true ? [] : sides.flatMap((side) => [...side.groups])),
    ...groupsBesidePolicies(tenant),
  ]
  return {
    people: lowerCased(people),
    groups: also.everyGroup === true ? everyName : lowerCased(groups),
    roles:
      also.everyRole === true
        ? everyName
        : lowerCased([...(also.roles ?? []), globalAdministrator, ...sides.flatMap(({ roles }) => [...roles])]),
    anyRole: also.anyRole === true,
    nameConditions: conditions.filter((one) => shortClaim(one) === 'upn'),
    remembersMfa: tenant.multifactorAuthentication.rememberDays !== undefined,
  }
}
