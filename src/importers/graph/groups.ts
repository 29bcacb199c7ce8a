import type { GroupFile } from '../../tenant/principal-file.ts'
import { type GraphObject, listIn, nameOf, ofKind, sortedObjects, textIn } from './collect.ts'
import type { Fields } from './recognize.ts'

const lower = (text: string): string => text.toLowerCase()

/** The names of exported groups in the tenant file, where names are unique. */
export interface GroupNames {
  /** The name of the group with this id, otherwise of the group with this display name. */
  readonly of: (id: string | undefined, displayName: string | undefined) => string | undefined
}

/** Names of all groups of an export; groups that share a name also get their id. */
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

/** Groups with the exported members, including nested groups, whose own members may be missing. */
export function groupsOf(objects: readonly GraphObject[], names: GroupNames): readonly GroupFile[] {
  const groups = new Map<string, GroupFile>()
  const nested = new Map<string, GroupFile>()
  for (const object of sortedObjects(ofKind(objects, 'group'))) {
    const { fields } = object
    const id = textIn(fields, 'id')
    const name = names.of(id, nameOf(object))
    if (!fields.has('members') || name === undefined || groups.has(lower(name))) continue
    const listed = listIn(fields, 'members')
    for (const member of listed.filter(isGroup)) {
      const of = textIn(member, 'id')
      const called = names.of(of, textIn(member, 'displayname'))
      if (called !== undefined) nested.set(lower(called), { name: called, ...(of === undefined ? {} : { id: of }) })
    }
    const members = listed.flatMap(
      (member) => textIn(member, 'userprincipalname') ?? textIn(member, 'id') ?? textIn(member, 'displayname') ?? [],
    )
    groups.set(lower(name), { name, ...(id === undefined ? {} : { id }), members: [...new Set(members)].sort() })
  }
  return [...groups.values(), ...[...nested].filter(([key]) => !groups.has(key)).map(([, group]) => group)]
}
