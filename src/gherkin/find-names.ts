import { applications } from '../catalog/applications.ts'
import { clients as catalogueClients } from '../catalog/clients.ts'
import { allRules } from '../rules/index.ts'
import type { Tenant } from '../tenant/tenant.ts'
import type { ActorId } from '../vocabulary/actors.ts'
import type { RuleId } from '../vocabulary/questions.ts'
import type { ClientName, NetworkName, UserName } from '../vocabulary/requests.ts'
import { actorNames } from './names.ts'
import { bare, chosen, plainWords, refuseName } from './words.ts'

interface Named {
  readonly value: string
  readonly names: readonly string[]
}

const tables = new WeakMap<Tenant, Map<string, ReadonlyMap<string, readonly string[]>>>()

/** The names of one kind in a tenant, made once. */
function tableOf(tenant: Tenant, kind: string, list: () => readonly Named[]): ReadonlyMap<string, readonly string[]> {
  const known = tables.get(tenant) ?? new Map<string, ReadonlyMap<string, readonly string[]>>()
  tables.set(tenant, known)
  const table = known.get(kind)
  if (table !== undefined) return table
  const fresh = new Map<string, readonly string[]>()
  // Ids come first: another thing's display name never takes an id away.
  for (const { value, names } of list()) for (const name of names.slice(0, 1)) fresh.set(plainWords(name), [value])
  for (const { value, names } of list()) {
    for (const name of names.slice(1)) {
      const values = fresh.get(plainWords(name)) ?? []
      if (!values.includes(value) && !isId(list(), name)) fresh.set(plainWords(name), [...values, value])
    }
  }
  known.set(kind, fresh)
  return fresh
}

function isId(list: readonly Named[], name: string): boolean {
  return list.some(({ names }) => names[0] !== undefined && plainWords(names[0]) === plainWords(name))
}

function found(kind: string, text: string, table: ReadonlyMap<string, readonly string[]>): string {
  const values = table.get(plainWords(text)) ?? table.get(bare(text).toLowerCase())
  const [only] = values ?? []
  if (only === undefined) throw refuseName(kind, plainWords(text), [...table.keys()])
  if (values !== undefined && values.length > 1) throw refuseName(`${kind}, or rather one of several:`, text, values)
  return only
}

/** The user of a tenant by user principal name or display name. */
export function userNamed(tenant: Tenant, text: string): UserName {
  const list = () =>
    [...tenant.users.values()].map((user) => ({
      value: user.userPrincipalName,
      names: [user.userPrincipalName, user.displayName],
    }))
  return found('user', text, tableOf(tenant, 'user', list))
}

/** A client of a tenant, or of the catalogue, by id or display name. */
export function clientNamed(tenant: Tenant, text: string): ClientName {
  const declared = () =>
    [...tenant.clients.values()].map((client) => ({ value: client.name, names: [client.name, client.displayName] }))
  const table = tableOf(tenant, 'client', declared)
  if (table.has(plainWords(text))) return found('client', text, table)
  const product = catalogueClients.find((client) =>
    [client.id, client.name].some((name) => plainWords(name) === plainWords(text)),
  )
  if (product !== undefined) return product.id
  throw refuseName('client', text, [...table.keys(), ...catalogueClients.map(({ name }) => name)])
}

/** The app id of an application of a tenant, or of the catalogue, by name or app id. */
export function applicationNamed(tenant: Tenant, text: string): string {
  const declared = [...tenant.applications.values()].map(({ name, appId }) => ({ value: appId, names: [name, appId] }))
  const table = tableOf(tenant, 'application', () => declared)
  if (table.has(plainWords(text))) return found('application', text, table)
  const listed = applications.find(({ id, name, appIds }) =>
    [id, name, ...appIds].some((one) => plainWords(one) === plainWords(text)),
  )
  if (listed !== undefined) return listed.appIds[0] ?? listed.id
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(bare(text))) return bare(text).toLowerCase()
  throw refuseName('application', text, [...table.keys(), ...applications.map(({ id }) => id)])
}

/** A network of a tenant by name. */
export function networkNamed(tenant: Tenant, text: string): NetworkName {
  const list = () => [...tenant.networks.values()].map(({ name }) => ({ value: name, names: [name] }))
  return found('network', text, tableOf(tenant, 'network', list))
}

/** Somebody who can take part in a sign-in, also by the name that the tenant gives its identity provider. */
export function actorNamed(tenant: Tenant | undefined, text: string): ActorId {
  const providers = tenant === undefined ? [] : [...tenant.identityProviders.values()]
  if (providers.some(({ name }) => plainWords(name) === plainWords(text))) return 'federated-idp'
  return chosen('participant', text, actorNames)
}

const rules: ReadonlyMap<string, RuleId> = new Map(allRules.map(({ id }) => [id.toLowerCase(), id]))

/** A rule of the knowledge base by id. */
export function ruleNamed(text: string): RuleId {
  const rule = rules.get(bare(text).toLowerCase())
  if (rule === undefined) throw refuseName('rule', text, [...rules.values()])
  return rule
}

/** A Conditional Access policy of a tenant by display name, unless several have it, or by id. */
export function policyNamed(tenant: Tenant, text: string): string {
  const list = () =>
    tenant.conditionalAccess.policies.map(({ name, displayName, id }) => ({
      value: name,
      names: [name, displayName, ...(id === undefined ? [] : [id])],
    }))
  return found('policy', text, tableOf(tenant, 'policy', list))
}
