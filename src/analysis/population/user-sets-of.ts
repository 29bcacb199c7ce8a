import { type UserSets, userSets } from '../../classes/user-sets.ts'
import type { Diagnostic, Loaded } from '../../source/diagnostics/diagnostic.ts'
import { loadedOf } from '../../source/diagnostics/diagnostic.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { countUser, memberOf, type PopulationOptions } from './classes.ts'
import { readMemberships } from './memberships.ts'
import { nobodySeen } from './people-seen.ts'
import { classifier, readPeople, withNamesSettled } from './population.ts'
import { relevantNames } from './relevant-names.ts'

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
}

/**
 * The users of a tenant, inline or in a file, as sets. Users of a kind are equal in everything that affects a sign-in
 * except for the groups that policies name, which are columns.
 */
export function userSetsOf(written: Tenant, reader?: SourceReader, options: SetOptions = {}): Loaded<UserSets> {
  const read = recordedSetsOf(written, reader, options)
  return read.ok ? { ...read, value: read.value.sets } : read
}

/** The same, with the records of population files. */
export function recordedSetsOf(written: Tenant, reader?: SourceReader, options: SetOptions = {}): Loaded<RecordedSets> {
  const { people, memberships: told, kindsAs = 'coarse' } = options
  const { tenant, memberships, diagnostics: ofMemberships } = readMemberships(written, reader)
  const relevant = relevantNames(tenant, {
    ...told,
    ...(people === undefined ? {} : { people }),
    ...(kindsAs === 'classes' || isInDispute(tenant)
      ? {}
      : { roles: [...(told?.roles ?? []), globalAdministrator], anyRole: true, withoutPolicyGroups: true }),
  })
  const kinds = classifier(relevant, false)
  const making = userSets(tenant)
  const seen = nobodySeen(tenant, relevant)
  const diagnostics: Diagnostic[] = [...ofMemberships]
  for (const user of tenant.users.values()) {
    const kind = kinds.classOf(user)
    countUser(kind, user.userPrincipalName, options.onUser)
    making.add(kind.index, memberOf(user))
  }
  if (tenant.population !== undefined) {
    const reading = { ...options, onMember: making.add }
    diagnostics.push(...readPeople(tenant, reader, kinds, seen, reading, memberships))
    for (const group of making.groupNames()) seen.groups.add(group)
  }
  const users = new Map(kinds.classes.map(({ user }) => [user.userPrincipalName, user]))
  const { population: _file, ...rest } = withNamesSettled({ ...tenant, users }, reader, seen, diagnostics)
  const made = kinds.classes.map(({ user, size, traits }) => ({ representative: user.userPrincipalName, size, traits }))
  const records = new Map(kinds.classes.flatMap(({ index, record }) => (record === undefined ? [] : [[index, record]])))
  return loadedOf({ sets: making.finish({ ...rest, users }, made), records }, diagnostics)
}
