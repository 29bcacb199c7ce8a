import type { GroupFile, UserFile } from '../tenant/principal-file.ts'
import type { TenantFile } from '../tenant/tenant-file.ts'
import { isMapping } from '../vocabulary/mapping.ts'
import { assumed, type CoverageEntry } from './coverage.ts'
import type { PeopleFacts } from './fragment.ts'
import { userWithoutStatedDisputes } from './in-dispute.ts'
import { withPeopleFacts } from './people-facts.ts'

/** The people and groups that a tenant file can contain, and a report on the others. */
export interface SettledPrincipals {
  readonly users: readonly UserFile[]
  readonly groups: readonly GroupFile[]
  readonly coverage: readonly CoverageEntry[]
}

const lower = (text: string): string => text.toLowerCase()
/** Templates name groups that are still to be chosen: `<RING>`, `%group%`, `{{group}}`. */
const isPlaceholder = (name: string): boolean => /[<>%{}]/.test(name)

/** The groups that policies name. */
function namedGroups(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(namedGroups)
  if (!isMapping(value)) return []
  return Object.entries(value).flatMap(([key, part]) => {
    if (!/^(?:in|ex)cludegroups$/i.test(key)) return namedGroups(part)
    const named: readonly unknown[] = Array.isArray(part) ? part : [part]
    return named.filter((name): name is string => typeof name === 'string' && name.trim() !== '')
  })
}

const namesOfGroup = ({ name, id }: GroupFile): readonly string[] => [
  lower(name),
  ...(id === undefined ? [] : [lower(id)]),
]

function namesIn(users: readonly UserFile[], groups: readonly GroupFile[]): ReadonlySet<string> {
  const people = users.flatMap(({ userPrincipalName, displayName, id }) => [userPrincipalName, displayName, id])
  const named = people.flatMap((name) => (name === undefined ? [] : [lower(name)]))
  return new Set([...named, ...groups.flatMap(namesOfGroup)])
}

/** The groups, and those besides that only users name. */
function withUsersGroups(groups: readonly GroupFile[], users: readonly UserFile[]): readonly GroupFile[] {
  const known = new Set(groups.flatMap(namesOfGroup))
  const more = new Map<string, GroupFile>()
  for (const group of users.flatMap((user) => user.groups ?? []))
    if (!known.has(lower(group))) more.set(lower(group), { name: group })
  return [...groups, ...more.values()]
}

/**
 * The group with the members that the file declares, because other users cannot be queried; and the number of other
 * members.
 */
function withoutStrangers(group: GroupFile, known: ReadonlySet<string>) {
  const members = group.members?.filter((member) => known.has(lower(member)))
  const outside = (group.members?.length ?? 0) - (members?.length ?? 0)
  return { group: members === undefined ? group : { ...group, members }, outside }
}

interface Membership {
  readonly users: readonly UserFile[]
  readonly groups: readonly GroupFile[]
  readonly coverage: readonly CoverageEntry[]
}

/** Groups count as known when the members of each one that a policy or another group names are listed. */
function memberships(file: Partial<TenantFile>, users: readonly UserFile[]): Membership {
  const groups = file.groups ?? []
  const told = groups.filter(({ members }) => members !== undefined)
  const names = new Set(told.flatMap(namesOfGroup))
  const nested = groups.filter(({ members }) => members === undefined).map(({ id, name }) => id ?? name)
  const needed = [...namedGroups(file.conditionalAccess?.policies).filter((name) => !isPlaceholder(name)), ...nested]
  const untold = [...new Set(needed)].filter((name) => !names.has(lower(name))).sort()
  const members = 'a policy or a group names it, but no export lists its members: Get-MgGroup with Get-MgGroupMember'
  const open = untold.map((name) => assumed('group', name, members))
  if (told.length === 0 || untold.length > 0) return { users, groups: [], coverage: open }
  const closed = users.map((user) =>
    user.groups === undefined && user.exportsDisagree?.['groups'] === undefined ? { ...user, groups: [] } : user,
  )
  const declared = withUsersGroups(told, users)
  const known = namesIn(users, declared)
  const kept = declared.map((group) => withoutStrangers(group, known))
  return {
    users: closed,
    groups: kept.map(({ group }) => group),
    coverage: kept.flatMap(({ group, outside }) =>
      outside === 0 ? [] : [assumed('group', group.name, `${outside} of its members are not in the exports`)],
    ),
  }
}

/** A member is what a user is by default; exports that say so are compared with those that say something else. */
function withoutDefault({ kind, ...user }: UserFile): UserFile {
  return kind === undefined || kind === 'member' ? user : { ...user, kind }
}

/** The users whose domain the file declares, and the groups if enough is known about them. */
export function settlePrincipals(file: Partial<TenantFile>, people?: PeopleFacts): SettledPrincipals {
  const domains = new Set((file.domains ?? []).map(({ name }) => lower(name)))
  const all = Array.isArray(file.users) ? (file.users as readonly UserFile[]) : []
  const hasHome = ({ kind, userPrincipalName: name }: UserFile): boolean =>
    kind === 'service-principal' || domains.has(lower(name.slice(name.lastIndexOf('@') + 1)))
  const note = 'its domain is not in any export: Get-MgDomain'
  const homeless = all
    .filter((user) => !hasHome(user))
    .map((user): CoverageEntry => ({ ...assumed('user', user.userPrincipalName, note), status: 'not-understood' }))
  const told = withPeopleFacts(all.filter(hasHome).map(withoutDefault), people)
  const { users, groups, coverage } = memberships(file, told.users.map(userWithoutStatedDisputes))
  return { users, groups, coverage: [...coverage, ...told.coverage, ...homeless] }
}
