import type { Member } from '../../classes/user-sets.ts'
import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import { type AccountName, type Classifier, countUser, type OpenClass, type PopulationOptions } from './classes.ts'
import type { FoundProblems } from './found-problems.ts'
import type { Memberships } from './memberships.ts'
import { meet, type PeopleSeen } from './people-seen.ts'
import { judgeRecord, type PopulationRecord } from './record.ts'
import type { EachName, UniqueNames } from './unique-names.ts'

/** State for reading user files. */
export interface Reading {
  readonly tenant: Tenant
  readonly into: Classifier
  readonly options: PopulationOptions
  readonly seen: PeopleSeen
  readonly found: FoundProblems
  readonly memberships: Memberships | undefined
  /** The key of the relevant groups of a membership file. */
  readonly keyOfGroups: (groups: readonly string[]) => string
  readonly names: UniqueNames
  readonly ids: UniqueNames
  /** Keys of lines read so far, with their classes. */
  readonly known: Map<string, OpenClass>
  users: number
}

/** Iterates over the names and ids of a file that was already read. */
export interface Reread {
  readonly eachName: EachName
  readonly eachId: EachName
}

const progressEvery = 50_000

/** Reports what is wrong. */
export const report = ({ found }: Reading, diagnostics: readonly Diagnostic[]): void => found.add(diagnostics)

/** Counts a user. */
export function count(
  reading: Reading,
  into: OpenClass,
  name: string,
  member: () => Member,
  account?: AccountName,
): void {
  const { options } = reading
  reading.users += 1
  countUser(into, name, options.onUser, account)
  if (options.onMember !== undefined) options.onMember(into.index, member())
  if (reading.users % progressEvery === 0) options.onProgress?.(reading.users)
}

/** The record with the groups from a membership file. */
function withGroups(record: PopulationRecord, listed: readonly string[]): PopulationRecord {
  const { value, rangeOf, rangeOfKey } = record
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return record
  const disputed = disputedGroups(value)
  if (disputed !== undefined) {
    const groups = disputed.map((one: unknown) => (Array.isArray(one) ? [...one, ...listed] : one))
    const exportsDisagree = { ...Object(value)['exportsDisagree'], groups }
    return { value: { ...value, exportsDisagree }, rangeOf, rangeOfKey }
  }
  const { groups = [] }: { readonly groups?: unknown } = value
  return Array.isArray(groups) ? { value: { ...value, groups: [...groups, ...listed] }, rangeOf, rangeOfKey } : record
}

/** The groups of a user as exports that disagree state them; undefined where the record itself states them. */
function disputedGroups(value: object): readonly unknown[] | undefined {
  const { groups, exportsDisagree }: { readonly groups?: unknown; readonly exportsDisagree?: unknown } = value
  if (groups !== undefined || !isMapping(exportsDisagree)) return undefined
  const { groups: disputed } = exportsDisagree
  return Array.isArray(disputed) ? disputed : undefined
}

/** No groups. */
export const noGroups: readonly string[] = []

/** The class of the user that a record declares; undefined if the record is invalid, which is reported. */
export function judged(
  reading: Reading,
  written: PopulationRecord,
  listed: readonly string[] = noGroups,
): OpenClass | undefined {
  const record = reading.memberships === undefined ? written : withGroups(written, listed)
  const { user, diagnostics } = judgeRecord(record, reading.tenant)
  report(reading, diagnostics)
  if (user === undefined) return undefined
  report(reading, meet(reading.seen, user, record))
  return reading.into.classOf(user, record.value)
}

/** The data recorded for a user by these names: the stated groups, and those that list the user. */
export function memberOf(
  { tenant }: Reading,
  maybeListed: (name: string) => boolean,
  names: readonly string[],
  groups: readonly string[],
): Member {
  const { listing } = tenant.surroundings.groups
  const [name = '', displayName = ''] = names
  const listed = names.flatMap((one) => (maybeListed(one) ? (listing.get(one.toLowerCase()) ?? []) : []))
  const all = listed.length === 0 ? groups : [...groups, ...listed.map((group) => group.name)]
  return { name, displayName: displayName === '' ? undefined : displayName, groups: all }
}
