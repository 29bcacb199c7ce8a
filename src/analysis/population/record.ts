import { roleOf, roles } from '../../catalog/roles.ts'
import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import { suggest } from '../../source/diagnostics/suggest.ts'
import type { DocumentPath, LocatedDocument } from '../../source/document/located-document.ts'
import { type SourceRange, startOf } from '../../source/text/source-text.ts'
import { mayBeGuest } from '../../tenant/account-of-user.ts'
import { checkShape } from '../../tenant/check-shape.ts'
import { userAsOurs } from '../../tenant/graph/as-ours.ts'
import { normalizeUser } from '../../tenant/normalize-users.ts'
import type { UserFile } from '../../tenant/principal-file.ts'
import type { Tenant, User } from '../../tenant/tenant.ts'
import { isMapping } from '../../vocabulary/mapping.ts'

/** One record of a population file: its value, and the locations of its parts. */
export interface PopulationRecord {
  readonly value: unknown
  readonly rangeOf: (path: DocumentPath) => SourceRange
  readonly rangeOfKey: (path: DocumentPath) => SourceRange
}

/** A validated record: the user, unless it is invalid. */
export interface JudgedRecord {
  readonly user?: User
  readonly diagnostics: readonly Diagnostic[]
}

/** The record as the only user of an otherwise empty file. */
function documentOf({ value, rangeOf, rangeOfKey }: PopulationRecord): LocatedDocument {
  const inner = (path: DocumentPath): DocumentPath => path.slice(2)
  return {
    source: startOf(rangeOf([]).source).source,
    value: { name: 'population', asOf: '2000-01-01', users: [value] },
    has: () => true,
    rangeOf: (path) => rangeOf(inner(path)),
    rangeOfKey: (path) => rangeOfKey(inner(path)),
  }
}

interface Name {
  readonly kind: string
  readonly name: string
  readonly known: ReadonlyMap<string, unknown> | ReadonlySet<string>
  readonly path: DocumentPath
}

function undeclared({ kind, name, known, path }: Name, { rangeOf }: PopulationRecord): Diagnostic {
  const suggestion = suggest(name, known)
  const args = { kind, name, ...(suggestion === undefined ? {} : { suggestion }) }
  return { code: 'TEN-1', args, at: rangeOf(path) }
}

const roleNames = new Set(roles.map(({ name }) => name))
const homes = ['mailbox', 'archive', 'sharedMailbox', 'registrar'] as const

function namesOf(user: UserFile, tenant: Tenant): readonly Name[] {
  const { workloads, surroundings } = tenant
  const { authenticationPolicies: policies } = surroundings
  const groups = tenant.surroundings.groups.byName
  const used: Name[] = homes.flatMap((key) => {
    const name = user[key]
    return name === undefined || name === 'none' ? [] : [{ kind: 'workload', name, known: workloads, path: [key] }]
  })
  const policy = user.authenticationPolicy
  if (policy !== undefined)
    used.push({ kind: 'authentication policy', name: policy, known: policies, path: ['authenticationPolicy'] })
  if (tenant.surroundings.groupsDeclared)
    for (const name of (user.groups ?? []).filter((one) => !groups.has(one.toLowerCase())))
      used.push({ kind: 'group', name, known: groups, path: ['groups'] })
  for (const one of user.roles ?? []) {
    const { role, isBuiltIn } = typeof one === 'string' ? { role: one } : { isBuiltIn: true, ...one }
    if (isBuiltIn === false || roleOf(role) !== undefined) continue
    used.push({ kind: 'built-in role', name: role, known: roleNames, path: ['roles'] })
  }
  return used
}

function outsideDomains(file: UserFile, tenant: Tenant): string | undefined {
  const { userPrincipalName: user, kind, userType } = file
  const named = kind === undefined || ['member', 'service-account', 'emergency-access'].includes(kind)
  if (!named || userType === 'Guest' || mayBeGuest(file)) return undefined
  const domain = user.slice(user.lastIndexOf('@') + 1)
  return tenant.domains.has(domain.toLowerCase()) ? undefined : domain
}

/** Validates a record like a user of the tenant file, and normalizes it. */
export function judgeRecord(record: PopulationRecord, tenant: Tenant): JudgedRecord {
  const { diagnostics } = checkShape(documentOf(record))
  if (diagnostics.length > 0) return { diagnostics }
  // The shape of the record was just validated.
  const file = (isMapping(record.value) ? userAsOurs(record.value) : record.value) as UserFile
  const found = namesOf(file, tenant)
    .filter(({ name, known }) => !known.has(name.toLowerCase()))
    .map((name) => undeclared(name, record))
  const domain = outsideDomains(file, tenant)
  if (domain !== undefined) {
    const suggestion = suggest(domain, tenant.domains)
    const args = { user: file.userPrincipalName, domain, ...(suggestion === undefined ? {} : { suggestion }) }
    found.push({ code: 'TEN-2', args, at: record.rangeOf(['userPrincipalName']) })
  }
  return found.length > 0 ? { diagnostics: found } : { user: normalizeUser(file, tenant.surroundings), diagnostics: [] }
}
