import type { Loaded } from '../../source/diagnostics/diagnostic.ts'
import { type DocumentPath, type LocatedDocument, parseSource } from '../../source/document/located-document.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import type { SourceText } from '../../source/text/source-text.ts'
import { groupsIn } from '../../tenant/group-membership.ts'
import { loadTenantText, loadTenantValue } from '../../tenant/load-tenant.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import type { Population } from '../population/population.ts'

/** A tenant file with the tenant that it declares, judged at an instant. */
export interface Plan {
  readonly document: LocatedDocument
  readonly tenant: Tenant
  readonly at: Instant
}

/** Reads a plan from text; judged at the file's own date by default. */
export function planOf(source: SourceText, reader?: SourceReader, at?: Instant): Loaded<Plan> {
  const loaded = loadTenantText(source.text, source.name, reader)
  if (!loaded.ok) return loaded
  const parsed = parseSource(source)
  if (!parsed.ok) return parsed
  const tenant = loaded.value
  return { ok: true, value: { document: parsed.value, tenant, at: at ?? tenant.asOf }, warnings: loaded.warnings }
}

/** The plan in a file. */
export function readPlan(path: string, reader: SourceReader, at?: Instant): Loaded<Plan> {
  const read = reader.read(path)
  return read.ok ? planOf(read.value, reader, at) : read
}

/** The tenant of an edited document; resolves named files relative to the original. */
export function tenantOfValue(value: unknown, name: string, reader?: SourceReader): Loaded<Tenant> {
  return loadTenantValue(value, name, reader)
}

/**
 * The document of a plan with some external users written inline, and everything else in its original location. Nested
 * groups of a membership file are written inline too.
 */
export function withUsers(
  plan: Plan,
  { tenant }: Pick<Population, 'tenant'>,
  users: readonly unknown[],
): LocatedDocument {
  const { value, rangeOf, rangeOfKey } = plan.document
  const groups = plan.tenant.population?.memberships && { groups: groupsIn(tenant.surroundings.groups) }
  const isWritten = ([first]: DocumentPath): boolean =>
    first === 'users' || (first === 'groups' && groups !== undefined)
  const inside: typeof rangeOf = (path) => rangeOf(isWritten(path) ? ['users'] : path)
  return {
    ...plan.document,
    value: { ...Object(value), ...groups, users },
    rangeOf: inside,
    rangeOfKey: (path) => (isWritten(path) ? inside(path) : rangeOfKey(path)),
  }
}

/** The population record of a user in the class: the representative's record under another name. */
export function recordOf({ records }: Population, index: number, userPrincipalName: string): unknown {
  const record = records.get(index)
  return record === undefined ? undefined : { ...Object(record), userPrincipalName }
}
