import { type CoverageEntry, plural } from '../coverage.ts'
import type { Fields } from './recognize.ts'

interface RecordKind {
  readonly kind: string
  /** Why it is not imported, or which command reads it. */
  readonly note: string
  readonly fits: (fields: Fields, address: string, file: string) => boolean
}

const typeOf = (fields: Fields): string => `${fields.get('@odata.type') ?? ''}`.toLowerCase()

/** .NET writes a date that is not set as the first of its calendar. */
const isDeleted = (fields: Fields): boolean => {
  const date = fields.get('deleteddatetime')
  return typeof date === 'string' && date.trim() !== '' && !date.startsWith('0001-')
}

/**
 * Objects of the directory on which no sign-in depends: name, type and collection of Graph, and fields that no other
 * has.
 */
const others: readonly (readonly [kind: string, type: string, collection: string, fields?: readonly string[]])[] = [
  ['device', 'device', 'devices', ['deviceid', 'operatingsystem']],
  ['service principal', 'serviceprincipal', 'servicePrincipals', ['serviceprincipaltype']],
  ['administrative unit', 'administrativeunit', 'administrativeUnits'],
  ['subscription', 'subscribedsku', 'subscribedSkus', ['skupartnumber']],
  ['role definition', 'unifiedroledefinition', 'roleDefinitions', ['rolepermissions']],
  ['terms of use', 'agreement', 'agreements'],
  ['token lifetime policy', 'tokenlifetimepolicy', 'tokenLifetimePolicies'],
  ['claims mapping policy', 'claimsmappingpolicy', 'claimsMappingPolicies'],
  [
    'cross-tenant access policy',
    'crosstenantaccesspolicy',
    'crossTenantAccessPolicy/$entity',
    ['allowedcloudendpoints'],
  ],
]

/** Exporters that write one object per file name folders after the collection, with the id below. */
function isOfCollection(collection: string, address: string, file: string): boolean {
  const name = collection.toLowerCase()
  const folders = file.toLowerCase().split(/[/\\]/)
  const below = folders[folders.lastIndexOf(name) + 1] ?? ''
  const end = address.toLowerCase().split('#').at(-1)?.split('(')[0] ?? ''
  return end === name || end.endsWith(`/${name}`) || (folders.includes(name) && /^[0-9a-f-]{36}\b/.test(below))
}

/** Records that name users or policies but are not part of an architecture; the first match counts. */
const recordKinds: readonly RecordKind[] = [
  {
    kind: 'sign-in record',
    note: 'not part of an architecture; see `replay`',
    fits: (f, address) =>
      typeOf(f).endsWith('.signin') ||
      /auditlogs\/signins/i.test(address) ||
      f.has('clientappused') ||
      f.has('appliedconditionalaccesspolicies'),
  },
  {
    kind: 'audit record',
    note: 'a log of what happened is not part of an architecture',
    fits: (f, address) =>
      typeOf(f).endsWith('.directoryaudit') ||
      /auditlogs\/directoryaudits/i.test(address) ||
      (f.has('activitydisplayname') && f.has('initiatedby')),
  },
  {
    kind: 'risk detection',
    note: 'the risk of a sign-in belongs to a request, not to the tenant file',
    fits: (f, address) =>
      typeOf(f).endsWith('riskdetection') || /riskdetections/i.test(address) || f.has('riskeventtype'),
  },
  {
    kind: 'risky user',
    note: 'the risk of a user belongs to a request, not to the tenant file',
    fits: (f, address) =>
      typeOf(f).endsWith('.riskyuser') || /riskyusers/i.test(address) || (f.has('riskstate') && f.has('risklevel')),
  },
  {
    kind: 'deleted item',
    note: 'it has been deleted, so no sign-in uses it',
    fits: (f, address) => isDeleted(f) || /deleteditems/i.test(address),
  },
  ...others.map(
    ([kind, type, collection, fields]): RecordKind => ({
      kind,
      note: 'no simulated sign-in depends on it',
      fits: (f, address, file) =>
        typeOf(f).endsWith(`.${type}`) ||
        isOfCollection(collection, address, file) ||
        fields?.every((name) => f.has(name)) === true,
    }),
  ),
]

/** The record that an object is, if it is one of those that are recognized and deliberately not imported. */
export function recordKindOf(fields: Fields, address: string, file = ''): string | undefined {
  return recordKinds.find(({ fits }) => fits(fields, address, file))?.kind
}

/** One entry for each kind of record that a file holds, with how many there are. */
export function notImported(source: string, kinds: readonly string[]): readonly CoverageEntry[] {
  return recordKinds.flatMap(({ kind, note }) => {
    const count = kinds.filter((found) => found === kind).length
    if (count === 0) return []
    const counted = plural(kind, count)
    return [{ source, kind: counted, name: '', status: 'not-imported' as const, note }]
  })
}
