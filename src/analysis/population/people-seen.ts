import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { AwaitedName } from '../../tenant/conditional-access/awaited-name.ts'
import { type NameHolders, registerNames } from '../../tenant/names-held-twice.ts'
import type { Tenant, User } from '../../tenant/tenant.ts'
import type { PopulationRecord } from './record.ts'
import type { RelevantNames } from './relevant-names.ts'

/** The names used by the tenant that occur in the records of a population file. */
export interface PeopleSeen {
  /** Names whose records are each processed individually, in lower case. */
  readonly singled: ReadonlySet<string>
  readonly people: NameHolders
  /** Names of service principals and managed identities, in lower case. */
  readonly programs: Set<string>
  /** Groups of all processed records, in lower case. */
  readonly groups: Set<string>
}

/** The initial state, without any names. */
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

/** Records the names and groups of a user; reports a name used by the tenant that two people share. */
export function meet(seen: PeopleSeen, user: User, record: PopulationRecord): readonly Diagnostic[] {
  for (const group of user.groups ?? []) seen.groups.add(group)
  if (user.kind === 'service-principal' || user.kind === 'managed-identity')
    for (const name of [user.userPrincipalName, user.displayName, user.id])
      if (name !== undefined) seen.programs.add(name.toLowerCase())
  return registerNames(
    seen.people,
    user,
    (key) => record.rangeOf([key]),
    (name) => seen.singled.has(name),
  )
}

/** Whether a processed record has the name. */
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
