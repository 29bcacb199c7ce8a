import { roleOf } from '../../catalog/roles.ts'
import type { GroupFile, RoleFile, UserFile } from '../../tenant/principal-file.ts'
import type { CoverageEntry } from '../coverage.ts'
import { flagIn, type GraphObject, listIn, ofKind, sortedObjects, textIn } from './collect.ts'
import { type GroupNames, groupNames, groupsOf, membersOutside, withoutStrangers, withUsersGroups } from './groups.ts'
import type { Fields } from './recognize.ts'

/** Users and groups of an export. */
export interface ImportedPrincipals {
  readonly users: readonly UserFile[]
  readonly groups: readonly GroupFile[]
  readonly coverage: readonly CoverageEntry[]
}

/** What is known of memberships: roles by member, and whether anybody's groups and roles are known at all. */
interface Memberships {
  readonly roles: ReadonlyMap<string, readonly (string | RoleFile)[]>
  readonly rolesKnown: boolean
  readonly groupsKnown: boolean
  readonly names: GroupNames
  readonly mfa: ReadonlyMap<string, string>
  readonly registered: ReadonlyMap<string, boolean>
}

const lower = (text: string): string => text.toLowerCase()
const roleName = (id: string): string => roleOf(id)?.name ?? id

function add<Value>(map: Map<string, readonly Value[]>, key: string | undefined, value: Value): void {
  if (key !== undefined) map.set(lower(key), [...(map.get(lower(key)) ?? []), value])
}

/** Roles by the id or name of who holds them: from roles with members, and from assignments with their scope. */
function rolesByMember(objects: readonly GraphObject[]): ReadonlyMap<string, readonly (string | RoleFile)[]> {
  const roles = new Map<string, readonly (string | RoleFile)[]>()
  for (const { fields } of sortedObjects(ofKind(objects, 'directory role'))) {
    const template = textIn(fields, 'roletemplateid')
    if (template === undefined) continue
    for (const member of listIn(fields, 'members'))
      add(roles, textIn(member, 'id') ?? textIn(member, 'userprincipalname'), roleName(template))
  }
  for (const { fields } of sortedObjects(ofKind(objects, 'role assignment'))) {
    const role = textIn(fields, 'roledefinitionid')
    const scope = textIn(fields, 'directoryscopeid') ?? '/'
    if (role === undefined) continue
    const held = roleOf(role) === undefined ? { role, isBuiltIn: false } : roleName(role)
    const scoped =
      scope === '/' ? held : { ...(typeof held === 'string' ? { role: held } : held), directoryScopeId: scope }
    add(roles, textIn(fields, 'principalid'), scoped)
  }
  return roles
}

const asked = /users\('([^']+)'\)/i

/** Per-user MFA states by user: each export of one names its user in its address, or carries it. */
function mfaStates(objects: readonly GraphObject[]): ReadonlyMap<string, string> {
  const states = new Map<string, string>()
  for (const { fields, context } of [...ofKind(objects, 'per-user MFA requirement'), ...ofKind(objects, 'user')]) {
    const state = textIn(fields, 'perusermfastate')
    const user =
      textIn(fields, 'userprincipalname') ??
      textIn(fields, 'userid') ??
      textIn(fields, 'id') ??
      asked.exec(context)?.[1]
    if (state !== undefined && user !== undefined) states.set(lower(user), lower(state))
  }
  return states
}

function registrations(objects: readonly GraphObject[]): ReadonlyMap<string, boolean> {
  const found = ofKind(objects, 'registration detail').flatMap(({ fields }) => {
    const [user, registered] = [
      textIn(fields, 'userprincipalname') ?? textIn(fields, 'id'),
      flagIn(fields, 'ismfaregistered'),
    ]
    return user === undefined || registered === undefined ? [] : [[lower(user), registered] as const]
  })
  return new Map(found)
}

const isMfaState = (state: string | undefined): state is 'disabled' | 'enabled' | 'enforced' =>
  state === 'disabled' || state === 'enabled' || state === 'enforced'

/** Direct groups that the user's own entry lists. */
function ownGroups(fields: Fields, names: GroupNames): readonly string[] | undefined {
  if (!fields.has('memberof') && !fields.has('transitivememberof')) return undefined
  const groups = [...listIn(fields, 'memberof'), ...listIn(fields, 'transitivememberof')]
  const named = groups
    .filter((group) => !group.has('roletemplateid'))
    .flatMap((group) => names.of(textIn(group, 'id'), textIn(group, 'displayname')) ?? [])
  return [...new Set(named)].sort()
}

function find<Value>(map: ReadonlyMap<string, Value>, fields: Fields): Value | undefined {
  for (const name of ['id', 'userprincipalname']) {
    const key = textIn(fields, name)
    const value = key === undefined ? undefined : map.get(lower(key))
    if (value !== undefined) return value
  }
  return undefined
}

function userOf({ fields }: GraphObject, userPrincipalName: string, known: Memberships): UserFile {
  const [id, displayName] = [textIn(fields, 'id'), textIn(fields, 'displayname')]
  const guest = textIn(fields, 'usertype')?.toLowerCase() === 'guest'
  const state = find(known.mfa, fields)
  const registered = find(known.registered, fields)
  const groups = ownGroups(fields, known.names) ?? (known.groupsKnown ? [] : undefined)
  const roles = find(known.roles, fields) ?? (known.rolesKnown ? [] : undefined)
  const [enabled, synced] = [flagIn(fields, 'accountenabled'), flagIn(fields, 'onpremisessyncenabled')]
  return {
    userPrincipalName,
    ...(id === undefined ? {} : { id }),
    ...(displayName === undefined ? {} : { displayName }),
    ...(guest ? { kind: 'guest' as const } : {}),
    ...(isMfaState(state) ? { perUserMfaState: state } : {}),
    ...(registered === undefined ? {} : { registered }),
    ...(enabled === undefined ? {} : { accountEnabled: enabled }),
    ...(synced === undefined ? {} : { onPremisesSyncEnabled: synced }),
    ...(groups === undefined ? {} : { groups }),
    ...(roles === undefined ? {} : { roles }),
  }
}

/** Groups that policies or other groups name and of which the export does not tell the members. */
function untoldGroups(groups: readonly GroupFile[], named: readonly string[]): readonly string[] {
  const told = new Set(groups.flatMap(({ id, name }) => [lower(id ?? name), lower(name)]))
  return named.filter((group) => !told.has(lower(group)))
}

/** Users by user principal name, each once, and the names of those given again. */
function distinctUsers(users: readonly UserFile[]) {
  const first = new Map<string, UserFile>()
  const dropped: string[] = []
  for (const user of users) {
    const key = lower(user.userPrincipalName)
    if (first.has(key)) dropped.push(user.userPrincipalName)
    else first.set(key, user)
  }
  return { kept: [...first.values()], dropped }
}

interface Read {
  readonly user?: UserFile
  readonly coverage: CoverageEntry
}

function readUser(object: GraphObject, domains: ReadonlySet<string>, known: Memberships): readonly Read[] {
  const name = textIn(object.fields, 'userprincipalname')
  if (name === undefined) return []
  const entry = { source: object.document.source.name, kind: 'user', name }
  if (domains.has(lower(name.slice(name.lastIndexOf('@') + 1)))) {
    return [{ user: userOf(object, name, known), coverage: { ...entry, status: 'understood' } }]
  }
  const note = 'the export does not hold the domain: Get-MgDomain'
  return [{ coverage: { ...entry, status: 'not-understood', note } }]
}

function areRolesKnown(objects: readonly GraphObject[]): boolean {
  const withMembers = ofKind(objects, 'directory role').some(({ fields }) => fields.has('members'))
  return withMembers || ofKind(objects, 'role assignment').length > 0
}

const assumed = (kind: string, name: string, note: string): CoverageEntry => ({
  source: '',
  kind,
  name,
  status: 'assumed',
  note,
})

/** Users whose domain the export declares, and groups if it tells the members of every group that policies name. */
export function importPrincipals(
  objects: readonly GraphObject[],
  domains: readonly string[],
  namedGroups: readonly string[],
): ImportedPrincipals {
  const names = groupNames(objects)
  const { groups, members: listed, nested } = groupsOf(objects, names)
  const untold = untoldGroups(groups, [...namedGroups, ...nested])
  const groupsKnown = groups.length > 0 && untold.length === 0
  const rolesKnown = areRolesKnown(objects)
  const [mfa, registered] = [mfaStates(objects), registrations(objects)]
  const known: Memberships = { roles: rolesByMember(objects), rolesKnown, groupsKnown, names, mfa, registered }
  const declared = new Set(domains.map(lower))
  const read = sortedObjects(ofKind(objects, 'user')).flatMap((object) => readUser(object, declared, known))
  const { kept: users, dropped: twins } = distinctUsers(read.flatMap(({ user }) => user ?? []))
  const declaredGroups = groupsKnown ? withUsersGroups(groups, users, names) : []
  const strangers = groupsKnown ? membersOutside(listed, users, declaredGroups) : []
  const members = 'a policy names it and the export does not tell its members: Get-MgGroup with Get-MgGroupMember'
  const holders = 'who holds which is not in the export: Get-MgRoleManagementDirectoryRoleAssignment'
  return {
    users,
    groups: declaredGroups.map((group) => withoutStrangers(group, users, declaredGroups)),
    coverage: [
      ...strangers.map(({ group, count }) => assumed('group', group, `${count} of its members are not in the export`)),
      ...twins.map((name) => assumed('user', name, 'the export holds it more than once; the first one counts')),
      ...untold.map((name) => assumed('group', name, members)),
      ...read.map(({ coverage }) => coverage),
      ...(users.length > 0 && !rolesKnown ? [assumed('role', '', holders)] : []),
    ],
  }
}
