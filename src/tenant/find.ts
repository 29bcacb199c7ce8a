import { clients as catalog, clientOf } from '../catalog/clients.ts'
import { cacheByObject } from '../memory/cache-by-object.ts'
import { suggest } from '../source/diagnostics/suggest.ts'
import type { UserName } from '../vocabulary/requests.ts'
import { catalogClient } from './normalize-clients.ts'
import type { Application, Network, Tenant, TenantClient, User } from './tenant.ts'

/** What a name means, or the name that was most likely meant. */
export type Found<T> =
  | { readonly found: true; readonly value: T }
  | { readonly found: false; readonly suggestion?: string; readonly known: readonly string[] }

interface Lookup<T> {
  readonly byName: ReadonlyMap<string, T>
  readonly names: readonly string[]
}

// Invariant: a list of things does not change, and is looked up by the same names each time.
const lookups = cacheByObject<ReadonlyMap<string, unknown>, Lookup<unknown>>('things by all their names', 'things')

/** Things by all their names in lower case, made once for each list; the first thing of a name keeps it. */
function lookupOf<T>(
  things: ReadonlyMap<string, T>,
  namesOf: (thing: T) => readonly (string | undefined)[],
): Lookup<T> {
  // The lookup was made from this very list.
  return lookups(things, () => makeLookup(things, namesOf)) as Lookup<T>
}

function makeLookup<T>(
  things: ReadonlyMap<string, T>,
  namesOf: (thing: T) => readonly (string | undefined)[],
): Lookup<T> {
  const byName = new Map<string, T>()
  const names: string[] = []
  for (const thing of things.values()) {
    for (const name of namesOf(thing)) {
      if (name === undefined || byName.has(name.toLowerCase())) continue
      byName.set(name.toLowerCase(), thing)
      names.push(name)
    }
  }
  return { byName, names }
}

function absent(text: string, known: readonly string[], also: readonly string[] = []): Found<never> {
  const suggestion = suggest(text, known, also)
  return {
    found: false,
    known: also.length === 0 ? known : [...known, ...also],
    ...(suggestion === undefined ? {} : { suggestion }),
  }
}

function find<T>(lookup: Lookup<T>, text: string): Found<T> {
  const value = lookup.byName.get(text.trim().toLowerCase())
  return value === undefined ? absent(text, lookup.names) : { found: true, value }
}

const userLookup = (users: ReadonlyMap<UserName, User>): Lookup<User> =>
  lookupOf(users, (user) => [user.userPrincipalName, user.displayName, user.id])

/** The one of some users with that user principal name, display name or id, case ignored. */
export const userAmong = (users: ReadonlyMap<UserName, User>, text: string): User | undefined =>
  users.get(text) ?? userLookup(users).byName.get(text.trim().toLowerCase())

/** The user with that user principal name, display name or id, case ignored. */
export function findUser({ users }: Tenant, text: string): Found<User> {
  const exact = users.get(text)
  return exact === undefined ? find(userLookup(users), text) : { found: true, value: exact }
}

const namesInCatalog = catalog.flatMap(({ id, name }) => [id, name])

/** The client with that name or display name, case ignored: a declared one, otherwise one of the catalog. */
export function findClient(tenant: Tenant, text: string): Found<TenantClient> {
  const declared = lookupOf(tenant.clients, (client) => [client.name, client.displayName])
  const found = find(declared, text)
  if (found.found) return found
  const wanted = text.trim().toLowerCase()
  const listed = catalog.find((client) => client.id === wanted || client.name.toLowerCase() === wanted)
  const undeclared = listed && clientOf(listed.id) && catalogClient(listed.id)
  if (undeclared !== undefined) return { found: true, value: undeclared }
  return absent(text, declared.names, namesInCatalog)
}

/** The network of that name, case ignored. */
export function findNetwork(tenant: Tenant, text: string): Found<Network> {
  return find(
    lookupOf(tenant.networks, (network) => [network.name]),
    text,
  )
}

/** The declared application of that name or app id, case ignored. */
export function findApplication(tenant: Tenant, text: string): Found<Application> {
  return find(
    lookupOf(tenant.applications, (application) => [application.name, application.appId]),
    text,
  )
}
