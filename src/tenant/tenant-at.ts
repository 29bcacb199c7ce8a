import { cacheByObject } from '../memory/cache-by-object.ts'
import { cachePerOwner } from '../memory/cache-per-owner.ts'
import { own } from '../vocabulary/own.ts'
import type { Instant } from '../vocabulary/requests.ts'
import { applyAccountEvent, isAccountEvent, settledAt } from './events/account-sync.ts'
import { clientEvents } from './events/client-events.ts'
import { changeClient, changeUser, type Draft, draftOf, finished } from './events/draft.ts'
import { settingEvents } from './events/setting-events.ts'
import { userEvents } from './events/user-events.ts'
import { deepFreeze } from './freeze.ts'
import { differences } from './same-parts.ts'
import type { Tenant, TenantEvent, User, UserReading } from './tenant.ts'
import { tenantUnder } from './tenants-under.ts'

// Invariant of both: a tenant does not change, nor do its events.
const breaks = cacheByObject<Tenant, readonly Instant[]>('instants at which a tenant changes', 'tenant')
const states = cachePerOwner<Tenant, [number]>({
  name: 'tenant after some of its events',
  owner: 'tenant',
  parts: ['changes passed'],
})

function breaksOf(tenant: Tenant): readonly Instant[] {
  const instants = tenant.events.flatMap((event) => [event.at, settledAt(tenant, event) ?? event.at])
  return [...new Set(instants)].sort((one, other) => one - other)
}

function apply(draft: Draft, event: TenantEvent, at: Instant): void {
  const onUser = own(userEvents, event.type)
  const onClient = own(clientEvents, event.type)
  if (isAccountEvent(event)) applyAccountEvent(draft, event, at)
  else if (onUser !== undefined) changeUser(draft, event, (user) => onUser(user, event))
  else if (onClient !== undefined) changeClient(draft, event, (client) => onClient(client, event))
  else own(settingEvents, event.type)?.(draft, event)
}

function statedAt(tenant: Tenant, at: Instant): Tenant {
  const draft = draftOf(tenant)
  for (const event of tenant.events) if (event.at <= at) apply(draft, event, at)
  return finished(draft)
}

/** What else a user may be after the events that concern the user. */
function readingsAt(tenant: Tenant, after: User, { tenant: index, user }: UserReading, at: Instant): UserReading {
  const before = tenant.users.get(after.userPrincipalName)
  const under = index === undefined ? tenant : tenantUnder(tenant, index)
  const users = new Map([[after.userPrincipalName, { ...(before ?? after), ...user }]])
  const own = statedAt({ ...under, users }, at).users.get(after.userPrincipalName)
  return {
    ...(index === undefined ? {} : { tenant: index }),
    user: own === undefined ? user : differences(after, own, ['assumed', 'readings']),
  }
}

/** The tenant after its events, and what else may be meant then where exports disagree. */
function stateAt(tenant: Tenant, at: Instant): Tenant {
  const state = statedAt(tenant, at)
  const { readings } = tenant
  const disputed = [...state.users.values()].filter((user) => user.readings !== undefined)
  if (readings === undefined && disputed.length === 0) return state
  const users = new Map(state.users)
  for (const user of disputed)
    users.set(user.userPrincipalName, {
      ...user,
      readings: user.readings?.map((one) => readingsAt(tenant, user, one, at)) ?? [],
    })
  const others = readings?.map((_, index) =>
    differences(state, statedAt(tenantUnder(tenant, index), at), ['users', 'surroundings', 'readings']),
  )
  return deepFreeze({ ...state, users, ...(others === undefined ? {} : { readings: others }) })
}

/** The instants at which a declared event, or its arrival in the cloud, changes the tenant. */
export function eventInstants(tenant: Tenant): readonly Instant[] {
  return breaks(tenant, () => breaksOf(tenant))
}

/** The tenant at an instant: its events up to then applied, one state for each stretch between two of them. */
export function tenantAt(tenant: Tenant, at: Instant): Tenant {
  if (tenant.events.length === 0) return tenant
  const instants = eventInstants(tenant)
  let passed = 0
  while (passed < instants.length && (instants[passed] ?? 0) <= at) passed += 1
  if (passed === 0) return tenant
  return states.find(tenant, [passed], () => stateAt(tenant, instants[passed - 1] ?? at))
}

/** The tenant as it stands at an instant, with no event left to come: what may be changed and played at that instant. */
export function settledTenant(tenant: Tenant, at: Instant): Tenant {
  return tenant.events.length === 0 ? tenant : { ...tenantAt(tenant, at), events: [] }
}
