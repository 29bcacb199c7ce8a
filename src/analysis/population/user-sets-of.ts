import { type UserSetBuilder, type UserSets, userSets } from '../../classes/user-sets.ts'
import type { Diagnostic, Loaded } from '../../source/diagnostics/diagnostic.ts'
import { loadedOf } from '../../source/diagnostics/diagnostic.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import { folderOf } from '../../source/text/source-path.ts'
import { startOf } from '../../source/text/source-text.ts'
import { dataText } from '../../tenant/data-text.ts'
import type { PopulationBeside } from '../../tenant/population-beside.ts'
import type { Tenant, User } from '../../tenant/tenant.ts'
import { countUser, memberOf, type OpenClass, type PopulationOptions } from './classes.ts'
import { readMemberships } from './memberships.ts'
import { nobodySeen, type PeopleSeen } from './people-seen.ts'
import { classifier, readPeople, withNamesSettled } from './population.ts'
import { judgeRecord } from './record.ts'
import { type RelevantNames, relevantNames, rolesRead } from './relevant-names.ts'

/** Population options, and whether kinds are classes, so that users of a kind do not differ in policies either. */
export type SetOptions = PopulationOptions & { readonly kindsAs?: 'classes' | 'coarse' }

/** The global administrator role, which keeps SMS and voice calls longer than others do. */
const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10'

/** Whether exports disagree on what concerns many users. */
const isInDispute = ({ readings, domains }: Tenant): boolean =>
  readings !== undefined || [...domains.values()].some((domain) => domain.readings !== undefined)

/** Users as sets, with the population record of each kind's representative, by the index of the kind. */
export interface RecordedSets {
  readonly sets: UserSets
  readonly records: ReadonlyMap<number, unknown>
  /**
   * The same users in another tenant whose file differs in nothing but its name, its date and its policies: undefined if its
   * policies read more or less of users, who are then to be read for it.
   */
  readonly inTenant: (other: Tenant) => Loaded<RecordedSets> | undefined
}

/**
 * The users of a tenant, inline or in a file, as sets. Users of a kind are equal in everything that affects a sign-in
 * except for the groups that policies name, which are columns.
 */
export function userSetsOf(written: Tenant, reader?: SourceReader, options: SetOptions = {}): Loaded<UserSets> {
  const read = recordedSetsOf(written, reader, options)
  return read.ok ? { ...read, value: read.value.sets } : read
}

/** Which names of users, groups and roles a tenant reads, with these options. */
function namesReadBy(tenant: Tenant, { people, memberships, kindsAs = 'coarse' }: SetOptions): RelevantNames {
  return relevantNames(tenant, {
    ...memberships,
    ...(people === undefined ? {} : { people }),
    ...(kindsAs === 'classes' || isInDispute(tenant)
      ? {}
      : { roles: [...(memberships?.roles ?? []), globalAdministrator], anyRole: true, withoutPolicyGroups: true }),
  })
}

/** The users of a tenant as they were read. */
interface ReadUsers {
  readonly written: Tenant
  /** The tenant with the nested groups of its membership file. */
  readonly tenant: Tenant
  readonly reader: SourceReader | undefined
  readonly options: SetOptions
  readonly relevant: RelevantNames
  readonly classes: readonly OpenClass[]
  readonly making: UserSetBuilder
  readonly seen: PeopleSeen
  /** Diagnostics of the files of users and memberships. */
  readonly found: readonly Diagnostic[]
}

/** The users who were read in a tenant, the representatives of their kinds as it knows them. */
function inTenant(read: ReadUsers, tenant: Tenant, known: readonly User[]): Loaded<RecordedSets> {
  const { classes, making, seen, reader, found } = read
  const diagnostics = [...found]
  const users = new Map(known.map((user) => [user.userPrincipalName, user]))
  const { population: _file, ...rest } = withNamesSettled({ ...tenant, users }, reader, seen, diagnostics)
  const made = classes.map(({ user, size, traits }) => ({ representative: user.userPrincipalName, size, traits }))
  const records = new Map(classes.flatMap(({ index, record }) => (record === undefined ? [] : [[index, record]])))
  const sets = making.finish({ ...rest, users }, made, tenant)
  return loadedOf({ sets, records, inTenant: (other) => inOtherTenant(read, other) }, diagnostics)
}

const filesText = ({ files, memberships }: PopulationBeside): string =>
  JSON.stringify([files.map(({ name }) => name), memberships?.name])

/** What all users of a tenant have in common, apart from its groups. */
const surroundingsText = ({ surroundings: { groups: _index, readings: _disputes, ...rest } }: Tenant): string =>
  dataText(rest)

/** Whether all users have the same in common: files of a tenant file can say something else in another folder. */
const sameSurroundings = (one: Tenant, other: Tenant): boolean =>
  folderOf(one.file) === folderOf(other.file) && surroundingsText(one) === surroundingsText(other)

function inOtherTenant(read: ReadUsers, other: Tenant): Loaded<RecordedSets> | undefined {
  const { population: files } = read.tenant
  const { population } = other
  if (files === undefined || population === undefined || !sameNames(read, other)) return undefined
  if (filesText(files) !== filesText(population) || !sameSurroundings(read.written, other)) return undefined
  const { groups } = read.tenant.surroundings
  const tenant = { ...other, surroundings: { ...other.surroundings, groups } }
  const at = startOf({ name: other.file, text: '' })
  const known = read.classes.flatMap(({ user, record }) => {
    const place = { value: record, rangeOf: () => at, rangeOfKey: () => at }
    const own = record === undefined ? other.users.get(user.userPrincipalName) : judgeRecord(place, tenant).user
    return own === undefined ? [] : [own]
  })
  return known.length === read.classes.length ? inTenant(read, tenant, known) : undefined
}

/** The names that decide which users are distinguished, and whose records are read one by one. */
function namesText(tenant: Tenant, { people, anyRole, nameConditions, remembersMfa }: RelevantNames): string {
  const awaited = (tenant.population?.awaited ?? []).filter(({ kind }) => kind !== 'group')
  const names = [people, rolesRead(tenant), new Set(awaited.map(({ kind, name }) => `${kind} ${name.toLowerCase()}`))]
  return JSON.stringify([names.map((one) => [...one].sort()), anyRole, nameConditions, remembersMfa])
}

/** Whether the same users are distinguished in another tenant; policies may name other groups, which are columns. */
function sameNames({ tenant, options, relevant }: ReadUsers, other: Tenant): boolean {
  if (options.kindsAs === 'classes' || isInDispute(tenant) || isInDispute(other)) return false
  return namesText(tenant, relevant) === namesText(other, namesReadBy(other, options))
}

/** The same, with the records of population files. */
export function recordedSetsOf(written: Tenant, reader?: SourceReader, options: SetOptions = {}): Loaded<RecordedSets> {
  const { tenant, memberships, diagnostics: ofMemberships } = readMemberships(written, reader)
  const relevant = namesReadBy(tenant, options)
  const kinds = classifier(relevant, false)
  const making = userSets(tenant)
  const seen = nobodySeen(tenant, relevant)
  const found: Diagnostic[] = [...ofMemberships]
  for (const user of tenant.users.values()) {
    const kind = kinds.classOf(user)
    countUser(kind, user.userPrincipalName, options.onUser)
    making.add(kind.index, memberOf(user))
  }
  if (tenant.population !== undefined) {
    const reading = { ...options, onMember: making.add }
    found.push(...readPeople(tenant, reader, kinds, seen, reading, memberships))
    for (const group of making.groupNames()) seen.groups.add(group)
  }
  const { classes } = kinds
  const read = { written, tenant, reader, options, relevant, classes, making, seen, found }
  return inTenant(
    read,
    tenant,
    classes.map(({ user }) => user),
  )
}
