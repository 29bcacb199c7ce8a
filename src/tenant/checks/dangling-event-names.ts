import { clients } from '../../catalog/clients.ts'
import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { DocumentPath } from '../../source/document/located-document.ts'
import type { PoliciesRead } from '../read-policies-of.ts'
import { type Names, namesOf, type WellFormedFile } from '../well-formed-file.ts'
import type { Check } from './check.ts'
import { undeclared, unknownTo } from './check.ts'

interface Named {
  readonly key: string
  readonly kind: string
  readonly known: Names
}

function namedIn(file: WellFormedFile, { value }: PoliciesRead): readonly Named[] {
  // A display name that several have is no unknown one: that it is ambiguous is said apart.
  const policies = value.policies.flatMap(({ name, displayName, id }) => [
    name,
    displayName,
    ...(id === undefined ? [] : [id]),
  ])
  return [
    { key: 'policy', kind: 'Conditional Access policy', known: namesOf(policies) },
    { key: 'workload', kind: 'workload', known: namesOf(Object.keys(Object(file.parts.workloads))) },
    { key: 'domain', kind: 'domain', known: file.names('domains', ['name']) },
    { key: 'identityProvider', kind: 'identity provider', known: file.names('identityProviders', ['name']) },
  ]
}

/** A display name that several policies have names none of them. */
function ambiguous(
  file: WellFormedFile,
  { value }: PoliciesRead,
  name: unknown,
  path: DocumentPath,
): readonly Diagnostic[] {
  const wanted = typeof name === 'string' ? name.toLowerCase() : ''
  const shown = value.policies.filter(({ displayName }) => displayName.toLowerCase() === wanted)
  const exact = value.policies.some(({ name: own, id }) => [own.toLowerCase(), id?.toLowerCase()].includes(wanted))
  if (exact || shown.length < 2 || typeof name !== 'string') return []
  const names = shown.map((policy) => policy.id ?? policy.name)
  return [{ code: 'TEN-19', args: { name, names }, at: file.document.rangeOf(path) }]
}

/** The clients, policies, workloads and domains that events name exist. */
export const danglingEventNames: Check = (file, policies) => {
  const named = namedIn(file, policies)
  const declared = file.names('clients', ['name', 'displayName'])
  const clientNames = file.parts.clients === undefined ? namesOf(clients.map(({ id }) => id)) : declared
  const all = [...named, { key: 'client', kind: 'client', known: clientNames }]
  const catalog = namesOf(clients.map(({ id }) => id))
  return file.list('events').flatMap(({ path, value }) => {
    const to = typeof value['to'] === 'string' ? value['to'] : undefined
    const dangling = all.flatMap(({ key, kind, known }) => {
      const name = value[key]
      return typeof name === 'string' ? undeclared(file, known, { kind, name, path: [...path, key] }) : []
    })
    const doubtful = ambiguous(file, policies, value['policy'], [...path, 'policy'])
    return [
      ...dangling,
      ...doubtful,
      ...unknownTo(file, catalog, 'clients', { kind: 'client', name: to, path: [...path, 'to'] }),
    ]
  })
}
