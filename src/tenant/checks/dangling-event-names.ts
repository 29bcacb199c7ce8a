import { clients } from '../../catalog/clients.ts'
import type { PoliciesRead } from '../read-policies-of.ts'
import { type Names, namesOf, type SoundFile } from '../sound-file.ts'
import type { Check } from './check.ts'
import { undeclared, unknownTo } from './check.ts'

interface Named {
  readonly key: string
  readonly kind: string
  readonly known: Names
}

function namedIn(file: SoundFile, { value }: PoliciesRead): readonly Named[] {
  const policies = value.policies.flatMap(({ name, id }) => (id === undefined ? [name] : [name, id]))
  const users = file.names('users', ['userPrincipalName', 'displayName', 'id'])
  return [
    { key: 'user', kind: 'user', known: users },
    { key: 'by', kind: 'user', known: users },
    { key: 'policy', kind: 'Conditional Access policy', known: namesOf(policies) },
    { key: 'workload', kind: 'workload', known: namesOf(Object.keys(Object(file.parts.workloads))) },
    { key: 'domain', kind: 'domain', known: file.names('domains', ['name']) },
    { key: 'identityProvider', kind: 'identity provider', known: file.names('identityProviders', ['name']) },
  ]
}

/** The users, clients, policies, workloads and domains that events name exist. */
export const danglingEventNames: Check = (file, policies) => {
  const named = namedIn(file, policies)
  const declared = file.names('clients', ['name', 'displayName'])
  const clientNames = file.parts.clients === undefined ? namesOf(clients.map(({ id }) => id)) : declared
  const all = [...named, { key: 'client', kind: 'client', known: clientNames }]
  const catalogue = namesOf(clients.map(({ id }) => id))
  return file.list('events').flatMap(({ path, value }) => {
    const to = typeof value['to'] === 'string' ? value['to'] : undefined
    const dangling = all.flatMap(({ key, kind, known }) => {
      const name = value[key]
      return typeof name === 'string' ? undeclared(file, known, { kind, name, path: [...path, key] }) : []
    })
    return [...dangling, ...unknownTo(file, catalogue, 'clients', { kind: 'client', name: to, path: [...path, 'to'] })]
  })
}
