import { clientSettings } from '../catalog/client-settings.ts'
import { clientOf } from '../catalog/clients.ts'
import type { TenantClient } from '../tenant/tenant.ts'

/** The catalog clients that read a published value, by its name. */
const readers: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  clientSettings.map(({ name }) => [
    name,
    new Set(clientSettings.filter((row) => row.name === name).flatMap(({ clients }) => clients)),
  ]),
)

/** A registry value as the program reads it: a catalog client reads the published values that concern it, and no others. */
export function registryValue({ registry, product }: TenantClient, name: string): number | string | undefined {
  const value = registry[name]
  if (readers.get(name)?.has(product.id) !== false) return value
  return clientOf(product.id) === product ? undefined : value
}
