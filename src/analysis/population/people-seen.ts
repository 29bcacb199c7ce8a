import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { AwaitedName } from '../../tenant/conditional-access/awaited-name.ts'
import { type NameHolders, takeNames } from '../../tenant/names-held-twice.ts'
import type { Tenant, User } from '../../tenant/tenant.ts'
import type { PopulationRecord } from './record.ts'
import type { RelevantNames } from './relevant-names.ts'

/** Which names of all that the tenant uses the records of a population file have. */
export interface PeopleSeen {
  /** Names of which each record that has one is judged by itself, lower-cased. */
  readonly singled: ReadonlySet<string>
  readonly people: NameHolders
  /** Names of service principals and managed identities, lower-cased. */
  readonly programs: Set<string>
  /** Groups of all records judged, lower-cased. */
  readonly groups: Set<string>
}

/** Nobody seen so far. */
export function nobodySeen(tenant: Tenant, relevant: RelevantNames): PeopleSeen {
  const listed = tenant.surroundings.groups.listing.keys()
  const awaited = (tenant.population?.awaited ?? []).flatMap(({ kind, name }) =>
    kind === 'group' ? [] : [name.toLowerCase()],
  )
  return {
    singled: new Set([...relevant.people, ...listed, ...awaited]),
    people: new Map(),
    programs: new Set(),
    groups: new Set(),
  }
}

/** Takes down what names and groups a user has; a name that the tenant uses and two people have is reported. */
export function meet(seen: PeopleSeen, user: User, record: PopulationRecord): readonly Diagnostic[] {
  for (const group of user.groups ?? []) seen.groups.add(group)
  if (user.kind === 'service-principal' || user.kind === 'managed-identity')
    for (const name of [user.userPrincipalName, user.displayName, user.id])
      if (name !== undefined) seen.programs.add(name.toLowerCase())
  return takeNames(
    seen.people,
    user,
    (key) => record.rangeOf([key]),
    (name) => seen.singled.has(name),
  )
}

/** Whether a record that was judged has the name. */
export function isSeen({ kind, name }: AwaitedName, { people, programs, groups }: PeopleSeen): boolean {
  const lower = name.toLowerCase()
  switch (kind) {
    case 'user':
    case 'user or group':
      return people.has(lower)
    case 'service principal':
      return programs.has(lower)
    case 'group':
      return groups.has(lower)
  }
}
