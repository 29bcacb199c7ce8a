import type { GroupFile, UserFile } from '../../tenant/principal-file.ts'
import { type GraphObject, listIn, nameOf, ofKind, sortedObjects, textIn } from './collect.ts'
import type { Fields } from './recognize.ts'

const lower = (text: string): string => text.toLowerCase()

/** What the groups of an export are called in the tenant file, where no two have one name. */
export interface GroupNames {
  /** The name of the group with this id, else of the group with this display name. */
  readonly of: (id: string | undefined, displayName: string | undefined) => string | undefined
}

/** Names of all groups of an export; of several groups of one name, each is called by its id as well. */
export function groupNames(objects: readonly GraphObject[]): GroupNames {
  const seen = [
    ...ofKind(objects, 'group').map((object) => ({ id: textIn(object.fields, 'id'), name: nameOf(object) })),
    ...ofKind(objects, 'user').flatMap(({ fields }) =>
      [...listIn(fields, 'memberof'), ...listIn(fields, 'transitivememberof')].map((group) => ({
        id: textIn(group, 'id'),
        name: textIn(group, 'displayname') ?? textIn(group, 'id') ?? '',
      })),
    ),
  ]
  const idsByName = new Map<string, Set<string>>()
  const nameById = new Map<string, string>()
  for (const { id, name } of seen) {
    const key = lower(id ?? '')
    idsByName.set(lower(name), (idsByName.get(lower(name)) ?? new Set()).add(key))
    if (id !== undefined && !nameById.has(key)) nameById.set(key, name)
  }
  const ambiguous = (name: string): boolean => (idsByName.get(lower(name))?.size ?? 0) > 1
  return {
    of: (id, displayName) => {
      const name = (id === undefined ? undefined : nameById.get(lower(id))) ?? displayName ?? id
      return name !== undefined && id !== undefined && ambiguous(name) ? `${name} (${id})` : name
    },
  }
}

const isGroup = (member: Fields): boolean => `${member.get('@odata.type')}`.toLowerCase().endsWith('.group')

/** Groups with members, the members as listed, and groups among them; a member that is a user is known by its user principal name. */
export function groupsOf(objects: readonly GraphObject[], names: GroupNames) {
  const groups = new Map<string, GroupFile & { readonly name: string }>()
  const nested: string[] = []
  for (const object of sortedObjects(ofKind(objects, 'group'))) {
    const { fields } = object
    const id = textIn(fields, 'id')
    const name = names.of(id, nameOf(object))
    if (!fields.has('members') || name === undefined || groups.has(lower(name))) continue
    const listed = listIn(fields, 'members')
    nested.push(...listed.filter(isGroup).flatMap((member) => textIn(member, 'id') ?? []))
    const members = listed.flatMap(
      (member) => textIn(member, 'userprincipalname') ?? textIn(member, 'id') ?? textIn(member, 'displayname') ?? [],
    )
    groups.set(lower(name), { name, ...(id === undefined ? {} : { id }), members: [...new Set(members)].sort() })
  }
  const all = [...groups.values()]
  return { groups: all, members: all.map(({ name, members }) => ({ group: name, members: members ?? [] })), nested }
}

/** The groups, and those besides that only users name. */
export function withUsersGroups(
  groups: readonly GroupFile[],
  users: readonly UserFile[],
  names: GroupNames,
): readonly GroupFile[] {
  const known = new Set(groups.flatMap(({ name, id }) => [lower(name), ...(id === undefined ? [] : [lower(id)])]))
  const more = new Map<string, GroupFile>()
  for (const group of users.flatMap((user) => user.groups ?? [])) {
    if (!known.has(lower(group))) more.set(lower(group), { name: names.of(undefined, group) ?? group })
  }
  return [...groups, ...more.values()]
}

function namesIn(users: readonly UserFile[], groups: readonly GroupFile[]): ReadonlySet<string> {
  const named = [
    ...users.flatMap(({ userPrincipalName, displayName, id }) => [userPrincipalName, displayName, id]),
    ...groups.flatMap(({ name, id }) => [name, id]),
  ]
  return new Set(named.flatMap((name) => (name === undefined ? [] : [lower(name)])))
}

/** How many members of each group the export does not hold. */
export function membersOutside(
  listed: readonly { readonly group: string; readonly members: readonly string[] }[],
  users: readonly UserFile[],
  groups: readonly GroupFile[],
): readonly { readonly group: string; readonly count: number }[] {
  const known = namesIn(users, groups)
  return listed.flatMap(({ group, members }) => {
    const count = members.filter((member) => !known.has(lower(member))).length
    return count === 0 ? [] : [{ group, count }]
  })
}

/** The group with those members that the file declares; nobody else can be asked about. */
export function withoutStrangers(
  group: GroupFile,
  users: readonly UserFile[],
  groups: readonly GroupFile[],
): GroupFile {
  if (group.members === undefined) return group
  const known = namesIn(users, groups)
  return { ...group, members: group.members.filter((member) => known.has(lower(member))) }
}
