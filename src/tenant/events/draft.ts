import type { FactName } from '../../vocabulary/facts.ts'
import type { Origin } from '../../vocabulary/origin.ts'
import { own } from '../../vocabulary/own.ts'
import type { Declared } from '../declared.ts'
import { deepFreeze } from '../freeze.ts'
import { factsOf, type PlainValues, type Settings } from '../settings/setting.ts'
import type { Tenant, TenantClient, TenantEvent, User } from '../tenant.ts'

/** A tenant in the making: parts are replaced, never written to, and lists are copied once. */
export interface Draft {
  readonly before: Tenant
  tenant: Tenant
  users: Map<string, User> | undefined
  clients: Map<string, TenantClient> | undefined
}

/** A draft of the tenant as it was. */
export function draftOf(tenant: Tenant): Draft {
  return { before: tenant, tenant, users: undefined, clients: undefined }
}

/** The tenant that a draft has become. */
export function finished({ tenant, users, clients }: Draft): Tenant {
  return deepFreeze<Tenant>({ ...tenant, ...(users && { users }), ...(clients && { clients }) })
}

/** A field of an event that holds text. */
export function textOf({ details }: TenantEvent, key: string): string | undefined {
  const value = details[key]
  return typeof value === 'string' ? value : undefined
}

/** The places of a thing's facts after an event changed some of them. */
export function restated(thing: Declared, event: TenantEvent, facts: readonly FactName[]) {
  const origins: Partial<Record<FactName, Origin>> = { ...thing.origins }
  const assumed: Partial<Record<FactName, string>> = { ...thing.assumed }
  for (const fact of facts) {
    if (event.origin === undefined) delete origins[fact]
    else origins[fact] = event.origin
    delete assumed[fact]
  }
  return { origins, assumed }
}

/** The plain settings that an event sets, and the facts that they state. */
export function plainChange<S extends Settings>(settings: S, { details }: TenantEvent) {
  // The schema allows only plain settings here, each with a value of its kind.
  const values = details['settings'] as PlainValues<S>
  return { values, facts: Object.keys(values).flatMap((key) => factsOf(own(settings, key) ?? {})) }
}

function named<T>(things: ReadonlyMap<string, T>, name: string, alias: (thing: T) => readonly (string | undefined)[]) {
  const exact = things.get(name)
  if (exact !== undefined) return exact
  const wanted = name.toLowerCase()
  for (const thing of things.values()) if (alias(thing).some((one) => one?.toLowerCase() === wanted)) return thing
  return undefined
}

/** Replaces the user that an event is about. */
export function changeUser(draft: Draft, event: TenantEvent, change: (user: User) => User): void {
  const users = draft.users ?? draft.tenant.users
  const user = named(users, textOf(event, 'user') ?? '', (one) => [one.userPrincipalName, one.displayName, one.id])
  if (user === undefined) return
  draft.users ??= new Map(draft.tenant.users)
  draft.users.set(user.userPrincipalName, change(user))
}

/** Replaces the client that an event is about. */
export function changeClient(draft: Draft, event: TenantEvent, change: (client: TenantClient) => TenantClient): void {
  const clients = draft.clients ?? draft.tenant.clients
  const client = named(clients, textOf(event, 'client') ?? '', (one) => [one.name, one.displayName])
  if (client === undefined) return
  draft.clients ??= new Map(draft.tenant.clients)
  draft.clients.set(client.name, change(client))
}
