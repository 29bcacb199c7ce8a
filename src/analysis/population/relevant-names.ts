import { globalAdministrator } from '../../catalog/roles.ts'
import { groupsOfMethods } from '../../tenant/authentication-methods-policy.ts'
import { claimName } from '../../tenant/claim-names.ts'
import type { ClaimCondition } from '../../tenant/domain.ts'
import type { Tenant } from '../../tenant/tenant.ts'

/** What a question reads of the users that the tenant itself does not. */
export interface AlsoRelevant {
  readonly people?: readonly string[]
  readonly groups?: readonly string[]
  readonly roles?: readonly string[]
  /** Whether someone holds any role at all. */
  readonly anyRole?: boolean
  /** Every group of every user. */
  readonly everyGroup?: boolean
  /** Every role of every user. */
  readonly everyRole?: boolean
  /** Whether the groups that policies name are distinguished by other means. */
  readonly withoutPolicyGroups?: boolean
}

/** Names of which something can be read. */
export interface NamesRead {
  readonly has: (name: string) => boolean
  readonly size: number
}

/** What of a user's names, groups and roles anything in a tenant can read. All names are lower-cased. */
export interface RelevantNames {
  /** People that a policy, a client, or an event names: by user principal name, display name or id. */
  readonly people: ReadonlySet<string>
  readonly groups: NamesRead
  readonly roles: NamesRead
  /** Whether holding any role at all counts. */
  readonly anyRole: boolean
  /** Conditions of access rules over the user principal name. */
  readonly nameConditions: readonly ClaimCondition[]
  /** Whether the day of someone's last second factor counts. */
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

/** Everything that the tenant names of its users, on any date it does so. */
export function relevantNames(tenant: Tenant, also: AlsoRelevant = {}): RelevantNames {
  const sides = tenant.conditionalAccess.policies.flatMap(({ conditions }) => [conditions.include, conditions.exclude])
  const workloads = tenant.conditionalAccess.policies.flatMap(({ conditions }) => conditions.workloads ?? [])
  const conditions = conditionsOf(tenant)
  const people = [
    ...(also.people ?? []),
    ...sides.flatMap(({ users }) => [...users]),
    ...workloads.flatMap(({ include, exclude }) => [...include, ...exclude]),
    ...[...tenant.clients.values()].flatMap(({ users }) => users ?? []),
    ...tenant.events.flatMap(({ details }) => eventUser(details['user'])),
  ]
  const groups = [
    ...(also.groups ?? []),
    ...(also.withoutPolicyGroups === true ? [] : sides.flatMap((side) => [...side.groups])),
    ...groupsOfMethods(tenant.authenticationMethods),
    ...[...tenant.domains.values()].flatMap(({ stagedRollout }) => [...stagedRollout]),
    ...conditions.flatMap((one) => (shortClaim(one).startsWith('group') ? (one.value ?? []) : [])),
  ]
  const lower = (names: readonly string[]): ReadonlySet<string> => new Set(names.map((name) => name.toLowerCase()))
  return {
    people: lower(people),
    groups: also.everyGroup === true ? everyName : lower(groups),
    roles:
      also.everyRole === true
        ? everyName
        : lower([...(also.roles ?? []), globalAdministrator, ...sides.flatMap(({ roles }) => [...roles])]),
    anyRole: also.anyRole === true,
    nameConditions: conditions.filter((one) => shortClaim(one) === 'upn'),
    remembersMfa: tenant.multifactorAuthentication.rememberDays !== undefined,
  }
}
