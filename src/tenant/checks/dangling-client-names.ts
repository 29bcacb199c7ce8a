import { clients } from '../../catalog/clients.ts'
import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import { isOwnClient } from '../own-client.ts'
import type { ClientFile } from '../tenant-file.ts'
import { type Item, namesOf, type WellFormedFile } from '../well-formed-file.ts'
import type { Check } from './check.ts'
import { undeclared, unknownTo } from './check.ts'

const catalog = namesOf(clients.map(({ id }) => id))

function danglingIn(file: WellFormedFile, { path, value }: Item<ClientFile>): readonly Diagnostic[] {
  const devices = file.names('devices', ['name'])
  const key = value.client === undefined ? 'name' : 'client'
  const product = isOwnClient(value)
    ? []
    : unknownTo(file, catalog, 'clients', { kind: 'client', name: value[key], path: [...path, key] })
  const device = undeclared(file, devices, { kind: 'device', name: value.device, path: [...path, 'device'] })
  return [...product, ...device]
}

/** The catalog clients and devices that clients name exist. */
export const danglingClientNames: Check = (file) =>
  file
    .list('clients')
    .flatMap(({ path, value }) =>
      typeof value === 'string'
        ? unknownTo(file, catalog, 'clients', { kind: 'client', name: value, path })
        : danglingIn(file, { path, value }),
    )
