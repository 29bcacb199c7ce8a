import { own } from '../../vocabulary/own.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import { defaultOf } from '../assume.ts'
import type { Domain } from '../domain.ts'
import { findUser } from '../find.ts'
import { isInDispute } from '../in-dispute.ts'
import type { AccountState, Tenant, TenantEvent, User } from '../tenant.ts'
import { changeUser, type Draft, restated, textOf } from './draft.ts'

const minute = 60_000

const accountEvents: Readonly<Record<string, NonNullable<AccountState['inCloud']>>> = {
  'account-disabled': 'disabled',
  'account-enabled': 'sound',
  'account-deleted': 'deleted',
}

/** Whether the event is about an account. */
export function isAccountEvent({ type }: TenantEvent): boolean {
  return type === 'account-state-changed' || type in accountEvents
}

function minutesOf(setting: string, unit: number): number {
  const value = defaultOf(setting)?.value
  return typeof value === 'number' ? value * unit : 0
}

/** The longest time that the vendor names for a change on-premises to reach the cloud. */
function documentedBound(domain: Domain | undefined): number {
  const hashSync = domain?.authentication === 'managed' && domain.managedSignIn === 'password-hash-sync'
  return hashSync
    ? minutesOf('accountDisableDelayMinutes', minute)
    : minutesOf('appPasswordDisableDelayHours', 60 * minute)
}

function isOnPremises(event: TenantEvent, user: User): boolean {
  if (event.type === 'account-state-changed') return true
  return (textOf(event, 'directory') ?? (user.synced ? 'on-premises' : 'cloud')) === 'on-premises'
}

/** How long after an event on-premises the cloud is still on its way. */
export function syncTime(tenant: Tenant, user: User | undefined): number {
  return tenant.syncDelay ?? documentedBound(user?.domain)
}

/** What the cloud makes of a change on-premises; a lock or an expiry never gets there. */
function arriving(event: TenantEvent): AccountState['inCloud'] {
  const state = own(accountEvents, event.type) ?? textOf(event, 'state')
  return state === 'disabled' || state === 'deleted' || state === 'sound' ? state : undefined
}

function cloudAfter(
  tenant: Tenant,
  event: TenantEvent,
  user: User,
  at: Instant,
): AccountState['inCloud'] | 'unchanged' | 'unknown' {
  const state = arriving(event)
  if (state === undefined || state === user.account.inCloud) return 'unchanged'
  if (isInDispute(user, 'onPremisesSyncEnabled')) return 'unknown'
  if (!user.synced) return 'unchanged'
  if (at >= event.at + syncTime(tenant, user)) return state
  return tenant.syncDelay === undefined ? 'unknown' : 'unchanged'
}

function changeOnPremises(tenant: Tenant, event: TenantEvent, user: User, at: Instant): User {
  const { inCloud } = user.account
  const stated = own(accountEvents, event.type) ?? textOf(event, 'state')
  // The schema and the table of events allow only states that an on-premises account can have.
  const onPremises = stated as NonNullable<AccountState['onPremises']>
  const cloud = cloudAfter(tenant, event, user, at)
  const next = cloud === 'unchanged' ? inCloud : cloud === 'unknown' ? undefined : cloud
  const arrived = cloud !== 'unchanged' && cloud !== 'unknown'
  return {
    ...user,
    ...restated(user, event, arrived ? ['accountOnPremises', 'accountInCloud'] : ['accountOnPremises']),
    account: { onPremises, ...(next === undefined ? {} : { inCloud: next }) },
  }
}

/** Applies an event of an account where it happens, and in the cloud as far as it got there by then. */
export function applyAccountEvent(draft: Draft, event: TenantEvent, at: Instant): void {
  changeUser(draft, event, (user) => {
    if (isOnPremises(event, user)) return changeOnPremises(draft.tenant, event, user, at)
    const inCloud = own(accountEvents, event.type) ?? 'sound'
    return { ...user, ...restated(user, event, ['accountInCloud']), account: { ...user.account, inCloud } }
  })
}

/** The instant at which an account event has reached the cloud for sure; undefined for one that happens there. */
export function settledAt(tenant: Tenant, event: TenantEvent): Instant | undefined {
  if (!isAccountEvent(event)) return undefined
  const user = findUser(tenant, textOf(event, 'user') ?? '')
  return user.found && isOnPremises(event, user.value) ? event.at + syncTime(tenant, user.value) : undefined
}
