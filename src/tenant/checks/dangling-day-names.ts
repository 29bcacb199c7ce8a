import { clients } from '../../catalog/clients.ts'
import { impliedNetwork } from '../implied-network.ts'
import { namesOf } from '../well-formed-file.ts'
import type { Check } from './check.ts'
import { undeclared, unknownTo } from './check.ts'

const catalog = namesOf(clients.flatMap(({ id, name }) => [id, name]))

/** The clients and networks that a day names exist. */
export const danglingDayNames: Check = (file) => {
  const declared = file.names('clients', ['name', 'displayName', 'client'])
  const networks = file.parts.networks === undefined ? namesOf([impliedNetwork]) : file.names('networks', ['name'])
  return file.list('day').flatMap(({ path, value }) => {
    const client = { kind: 'client', name: value.client, path: [...path, 'client'] }
    return [
      ...(declared.has(value.client) ? [] : unknownTo(file, catalog, 'clients', client)),
      ...undeclared(file, networks, { kind: 'network', name: value.network, path: [...path, 'network'] }),
    ]
  })
}
