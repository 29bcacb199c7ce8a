import type { Client } from '../../catalog/client.ts'
import { clientSettings } from '../../catalog/client-settings.ts'
import { clients as catalog } from '../../catalog/clients.ts'
import { clientSettingsOf } from '../../tenant/settings/clients.ts'
import { isMapping, type Mapping } from '../../vocabulary/mapping.ts'
import { choices, isNamed, type Lever, listIn, setting, settingLevers, type Workbench } from './lever.ts'

const firstWord = (id: string): string => id.split('-')[0] ?? id

/** Later clients of the catalog that replace this one. */
function laterOnes({ product }: { readonly product: Omit<Client, 'citation'> }, purpose: string): readonly Client[] {
  const at = catalog.findIndex(({ id }) => id === product.id)
  if (at < 0) return []
  return catalog.slice(at + 1).filter((other) => {
    const family = product.office !== 'not-office' && other.office !== 'not-office'
    const alike = family || firstWord(other.id) === firstWord(product.id)
    return alike && other.kind === product.kind && other.platform === product.platform && purpose in other.protocols
  })
}

/** Levers for the client of the sign-in, if the file declares it. */
export function clientLevers({ file, tenant, request }: Workbench): readonly Lever[] {
  const clients = listIn(file, 'clients')
  const index = clients.findIndex((item) => isNamed(item, request.client, ['name']))
  const client = tenant.clients.get(request.client)
  const item = clients[index]
  if (client === undefined || item === undefined) return []
  const entry: Mapping = isMapping(item) ? item : {}
  const what = (key: string): string => `clients[${client.name}].${key}`
  const path = (...keys: readonly string[]) => ['clients', index, ...keys]
  const set = (kind: Lever['kind'], keys: readonly string[], before: unknown, values: readonly unknown[]) =>
    choices(kind, what(keys.join('.')), path(...keys), before, values)
  const registry = isMapping(entry['registry']) ? entry['registry'] : {}
  const devices = [...tenant.devices.values()].map(({ name }) => name)
  const { product } = client
  return [
    ...laterOnes(client, request.purpose).flatMap((other) => versionLever(index, item, client.name, other, clients)),
    ...clientSettings
      .filter(({ clients: concerned }) => concerned.includes(product.id))
      .flatMap(({ name, values }) => set('client-registry', ['registry', name], registry[name], values)),
    ...Object.keys(registry).flatMap((name) =>
      setting('client-registry', what(`registry.${name}`), path('registry', name), registry[name], undefined),
    ),
    ...settingLevers('client-setting', clientSettingsOf(product), {
      name: `clients[${client.name}]`,
      path: path(),
      stated: entry,
    }),
    ...set('client-setting', ['device'], entry['device'], devices),
    ...setting('client-setting', what('build'), path('build'), entry['build'], undefined),
  ]
}

/** Replaces the client by a later one; a name that comes from the catalog is replaced too. */
function versionLever(
  index: number,
  item: unknown,
  name: string,
  { id }: Client,
  clients: readonly unknown[],
): readonly Lever[] {
  const taken = clients.some((other) => isNamed(other, id, ['name']))
  const base = {
    kind: 'client-version',
    dimension: `clients\u0000${index}`,
    what: `clients[${name}]`,
    from: JSON.stringify(name),
    to: JSON.stringify(id),
  } as const
  const path = ['clients', index]
  if (!isMapping(item)) {
    if (taken) return [{ ...base, edits: [{ path, value: { name, client: id } }] }]
    return [{ ...base, client: id, edits: [{ path, value: id }] }]
  }
  return [{ ...base, edits: [{ path: [...path, 'client'], value: id }] }]
}
