import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { DocumentPath } from '../../source/document/located-document.ts'
import type { TenantFile } from '../tenant-file.ts'
import type { WellFormedFile } from '../well-formed-file.ts'
import type { Check } from './check.ts'

const kinds: readonly (readonly [key: keyof TenantFile, kind: string, field: string])[] = [
  ['domains', 'domain', 'name'],
  ['identityProviders', 'identity provider', 'name'],
  ['networks', 'network', 'name'],
  ['devices', 'device', 'name'],
  ['applications', 'application', 'displayName'],
  ['clients', 'client', 'name'],
  ['groups', 'group', 'name'],
  ['groups', 'group id', 'id'],
  ['users', 'user', 'userPrincipalName'],
  ['users', 'user id', 'id'],
]

function nameIn(item: unknown, field: string): { readonly name: string; readonly steps: DocumentPath } | undefined {
  if (typeof item === 'string') return { name: item, steps: [] }
  const name: unknown = Object(item)[field]
  return typeof name === 'string' ? { name, steps: [field] } : undefined
}

function duplicatesIn(
  file: WellFormedFile,
  path: DocumentPath,
  items: unknown,
  kind: string,
  field: string,
): readonly Diagnostic[] {
  if (!Array.isArray(items)) return []
  const seen = new Map<string, DocumentPath>()
  const found: Diagnostic[] = []
  for (const [index, item] of items.entries()) {
    const named = nameIn(item, field)
    if (named === undefined) continue
    const at: DocumentPath = [...path, index, ...named.steps]
    const first = seen.get(named.name.toLowerCase())
    if (first === undefined) seen.set(named.name.toLowerCase(), at)
    else {
      const related = [{ at: file.document.rangeOf(first), note: 'first-given' }] as const
      found.push({ code: 'TEN-3', args: { kind, name: named.name }, at: file.document.rangeOf(at), related })
    }
  }
  return found
}

/** No two things of a kind have one name, case ignored. */
export const duplicateName: Check = (file) => [
  ...kinds.flatMap(([key, kind, field]) => duplicatesIn(file, [key], file.parts[key], kind, field)),
  ...[...file.workloads()].flatMap(([name, workload]) => {
    const path = ['workloads', name, 'authenticationPolicies']
    return duplicatesIn(file, path, workload.authenticationPolicies, 'authentication policy', 'name')
  }),
]
