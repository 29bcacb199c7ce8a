import { own } from '../vocabulary/own.ts'
import type { Instant } from '../vocabulary/requests.ts'
import { applyAccountEvent, isAccountEvent, settledAt } from './events/account-sync.ts'
import { clientEvents } from './events/client-events.ts'
import { changeClient, changeUser, type Draft, draftOf, finished } from './events/draft.ts'
import { settingEvents } from './events/setting-events.ts'
import { userEvents } from './events/user-events.ts'
import type { Tenant, TenantEvent } from './tenant.ts'

interface Timetable {
  /** Instants at which something changes, in order. */
  readonly breaks: readonly Instant[]
  /** The tenant after as many breaks as its index says. */
  readonly states: (Tenant | undefined)[]
}

const timetables = new WeakMap<Tenant, Timetable>()

function timetableOf(tenant: Tenant): Timetable {
  const known = timetables.get(tenant)
  if (known !== undefined) return known
  const instants = tenant.events.flatMap((event) => [event.at, settledAt(tenant, event) ?? event.at])
  const breaks = [...new Set(instants)].sort((one, other) => one - other)
  const made: Timetable = { breaks, states: [] }
  timetables.set(tenant, made)
  return made
}

function apply(draft: Draft, event: TenantEvent, at: Instant): void {
  const onUser = own(userEvents, event.type)
  const onClient = own(clientEvents, event.type)
  if (isAccountEvent(event)) applyAccountEvent(draft, event, at)
  else if (onUser !== undefined) changeUser(draft, event, (user) => onUser(user, event))
  else if (onClient !== undefined) changeClient(draft, event, (client) => onClient(client, event))
  else own(settingEvents, event.type)?.(draft, event)
}

function stateAt(tenant: Tenant, at: Instant): Tenant {
  const draft = draftOf(tenant)
  for (const event of tenant.events) if (event.at <= at) apply(draft, event, at)
  return finished(draft)
}

/** The instants at which a declared event, or its arrival in the cloud, changes the tenant. */
export function eventInstants(tenant: Tenant): readonly Instant[] {
  return timetableOf(tenant).breaks
}

/** The tenant at an instant: its events up to then applied, one state for each stretch between two of them. */
export function tenantAt(tenant: Tenant, at: Instant): Tenant {
  if (tenant.events.length === 0) return tenant
  const { breaks, states } = timetableOf(tenant)
  let passed = 0
  while (passed < breaks.length && (breaks[passed] ?? 0) <= at) passed += 1
  if (passed === 0) return tenant
  const known = states[passed]
  if (known !== undefined) return known
  const made = stateAt(tenant, breaks[passed - 1] ?? at)
  states[passed] = made
  return made
}
