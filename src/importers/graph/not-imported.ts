import type { CoverageEntry } from '../coverage.ts'
import type { Fields } from './recognize.ts'

interface RecordKind {
  readonly kind: string
  /** Why no tenant file has it, or which command reads it. */
  readonly note: string
  readonly fits: (fields: Fields, address: string) => boolean
}

const typeOf = (fields: Fields): string => `${fields.get('@odata.type') ?? ''}`.toLowerCase()

/** .NET writes a date that is not set as the first of its calendar. */
const isDeleted = (fields: Fields): boolean => {
  const date = fields.get('deleteddatetime')
  return typeof date === 'string' && date.trim() !== '' && !date.startsWith('0001-')
}

/** Records that name people or policies and are no part of an architecture; the first that fits counts. */
const recordKinds: readonly RecordKind[] = [
  {
    kind: 'sign-in record',
    note: 'a log of what happened is not part of an architecture',
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
    note: 'the risk of a person belongs to a request, not to the tenant file',
    fits: (f, address) =>
      typeOf(f).endsWith('.riskyuser') || /riskyusers/i.test(address) || (f.has('riskstate') && f.has('risklevel')),
  },
  {
    kind: 'deleted item',
    note: 'it has been deleted, so it takes part in no sign-in',
    fits: (f, address) => isDeleted(f) || /deleteditems/i.test(address),
  },
]

/** The record that an object is, if it is one of those that are recognized and deliberately not imported. */
export function recordKindOf(fields: Fields, address: string): string | undefined {
  return recordKinds.find(({ fits }) => fits(fields, address))?.kind
}

/** One entry for each kind of record that a file holds, with how many there are. */
export function notImported(source: string, kinds: readonly string[]): readonly CoverageEntry[] {
  return recordKinds.flatMap(({ kind, note }) => {
    const count = kinds.filter((found) => found === kind).length
    if (count === 0) return []
    const counted = `${count} ${kind}${count === 1 ? '' : 's'}`
    return [{ source, kind: counted, name: '', status: 'not-imported' as const, note }]
  })
}
