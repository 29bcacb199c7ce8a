import { applications } from '../../catalog/applications.ts'
import { clients as catalogClients } from '../../catalog/clients.ts'
import { cachePerOwner } from '../../memory/cache-per-owner.ts'
import { allRules } from '../../rules/index.ts'
import { unquotedName } from '../../source/text/quoted-name.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { ActorId } from '../../vocabulary/actors.ts'
import type { RuleId } from '../../vocabulary/questions.ts'
import type { ClientName, NetworkName, UserName } from '../../vocabulary/requests.ts'
import { actorNames } from './names.ts'
import { bare, chosen, plainWords, refuseName } from './words.ts'

interface Named {
  readonly value: string
  readonly names: readonly string[]
}

/** The values of names of one kind, as written and normalized; normalized names may be ambiguous. */
interface NameTable {
  readonly ids: ReadonlyMap<string, string>
  readonly plainIds: ReadonlyMap<string, readonly string[]>
  readonly names: ReadonlyMap<string, readonly string[]>
  readonly plainNames: ReadonlyMap<string, readonly string[]>
  /** Ids and names, normalized. */
  readonly all: ReadonlySet<string>
}

// Invariant: a tenant does not change.
const tables = cachePerOwner<NameTable, [string]>({
  name: 'names in steps',
  owner: 'tenant',
  parts: ['kind'],
})

/** The names of one kind in a tenant, cached. */
const tableOf = (tenant: Tenant, kind: string, list: () => readonly Named[]): NameTable =>
  tables.find(tenant, [kind], () => nameTable(list()))

function nameTable(list: readonly Named[]): NameTable {
  const ids = list.map(({ value, names }): [string, string] => [names[0] ?? value, value])
  const others = list.flatMap(({ value, names }) => names.slice(1).map((name): [string, string] => [name, value]))
  const plainIds = grouped(ids, plainWords)
  const plainNames = grouped(others, plainWords)
  return {
    ids: new Map(ids.map(([name, value]) => [name.toLowerCase(), value])),
    plainIds,
    names: grouped(others, (name) => name),
    plainNames,
    all: new Set([...plainIds.keys(), ...plainNames.keys()]),
  }
}

function grouped(
  pairs: readonly (readonly [string, string])[],
  key: (name: string) => string,
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const [name, value] of pairs) {
    const group = groups.get(key(name))
    if (group === undefined) groups.set(key(name), [value])
    else if (!group.includes(value)) group.push(value)
  }
  return groups
}

/** The values that a name may mean. Ids take precedence over display names of other objects. */
function meant(text: string, { ids, plainIds, names, plainNames }: NameTable): readonly string[] {
  const name = unquotedName(text)
  const id = ids.get(name.toLowerCase())
  if (id !== undefined) return [id]
  const plain = plainWords(name)
  return plainIds.get(plain) ?? names.get(name) ?? plainNames.get(plain) ?? []
}

function found(kind: string, text: string, table: NameTable): string {
  const values = meant(text, table)
  const [only] = values
  if (only === undefined) throw refuseName(kind, plainWords(text), table.all)
  if (values.length > 1) throw refuseName(`${kind}; several match:`, text, values)
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

const namesOfClients = catalogClients.map(({ name }) => name)

/** A client of a tenant, or of the catalog, by id or display name. */
export function clientNamed(tenant: Tenant, text: string): ClientName {
  const declared = () =>
    [...tenant.clients.values()].map((client) => ({ value: client.name, names: [client.name, client.displayName] }))
  const table = tableOf(tenant, 'client', declared)
  if (meant(text, table).length > 0) return found('client', text, table)
  const product = catalogClients.find((client) =>
    [client.id, client.name].some((name) => plainWords(name) === plainWords(text)),
  )
  if (product !== undefined) return product.id
  throw refuseName('client', text, table.all, namesOfClients)
}

const idsOfApplications = applications.map(({ id }) => id)

/** The app id of an application of a tenant, or of the catalog, by name or app id. */
export function applicationNamed(tenant: Tenant, text: string): string {
  const declared = () =>
    [...tenant.applications.values()].map(({ name, appId }) => ({ value: appId, names: [name, appId] }))
  const table = tableOf(tenant, 'application', declared)
  if (meant(text, table).length > 0) return found('application', text, table)
  const listed = applications.find(({ id, name, appIds }) =>
    [id, name, ...appIds].some((one) => plainWords(one) === plainWords(text)),
  )
  if (listed !== undefined) return listed.appIds[0] ?? listed.id
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(bare(text))) return bare(text).toLowerCase()
  throw refuseName('application', text, table.all, idsOfApplications)
}

/** A network of a tenant by name. */
export function networkNamed(tenant: Tenant, text: string): NetworkName {
  const list = () => [...tenant.networks.values()].map(({ name }) => ({ value: name, names: [name] }))
  return found('network', text, tableOf(tenant, 'network', list))
}

/** A participant of a sign-in, also by the tenant's name for its identity provider. */
export function actorNamed(tenant: Tenant | undefined, text: string): ActorId {
  const providers = tenant === undefined ? [] : [...tenant.identityProviders.values()]
  if (providers.some(({ name }) => plainWords(name) === plainWords(text))) return 'federated-idp'
  return chosen('participant', text, actorNames)
}

const rules: ReadonlyMap<string, RuleId> = new Map(allRules.map(({ id }) => [id.toLowerCase(), id]))
const ruleIds: readonly RuleId[] = [...rules.values()]

/** A rule of the knowledge base by id. */
export function ruleNamed(text: string): RuleId {
  const rule = rules.get(bare(text).toLowerCase())
  if (rule === undefined) throw refuseName('rule', text, ruleIds)
  return rule
}

/** A Conditional Access policy of a tenant by id, or by display name if it is unambiguous. */
export function policyNamed(tenant: Tenant, text: string): string {
  const list = () =>
    tenant.conditionalAccess.policies.map(({ name, displayName, id }) => ({
      value: name,
      names: [name, displayName, ...(id === undefined ? [] : [id])],
    }))
  return found('policy', text, tableOf(tenant, 'policy', list))
}
