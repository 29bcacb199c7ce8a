import { roleOf } from '../../catalog/roles.ts'
import { type GuestHome, homeOfIssuer } from '../../tenant/graph/guest-home.ts'
import type { GroupFile, RoleFile, UserFile } from '../../tenant/principal-file.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import type { AuthenticationMethod } from '../../vocabulary/methods.ts'
import type { CoverageEntry } from '../coverage.ts'
import type { PeopleFacts } from '../fragment.ts'
import { registeredMethods } from '../registered-methods.ts'
import { flagIn, type GraphObject, listIn, ofKind, sortedObjects, textIn } from './collect.ts'
import { type GroupNames, groupNames, groupsOf } from './groups.ts'
import { type Fields, fieldsOf } from './recognize.ts'

/** Users and groups of an export. */
export interface ImportedPrincipals {
  readonly users: readonly UserFile[]
  readonly groups: readonly GroupFile[]
  readonly people: PeopleFacts
  readonly coverage: readonly CoverageEntry[]
}

/** Known memberships: roles by member, and whether the export states roles at all. */
interface Memberships {
  readonly roles: ReadonlyMap<string, readonly (string | RoleFile)[]>
  readonly rolesKnown: boolean
  readonly names: GroupNames
  readonly mfa: ReadonlyMap<string, string>
  readonly registered: ReadonlyMap<string, Registration>
}

const lower = (text: string): string => text.toLowerCase()
const roleName = (id: string): string => roleOf(id)?.name ?? id

function add<Value>(map: Map<string, readonly Value[]>, key: string | undefined, value: Value): void {
  if (key !== undefined) map.set(lower(key), [...(map.get(lower(key)) ?? []), value])
}

/** Roles by the id or name of the holder: from role members, and from assignments with their scope. */
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

/** The MFA state of a user about whom records contradict each other. */
const contradictory = 'exports contradict each other; it stays undetermined'

/** Per-user MFA states by user, who is named in the address of the export or in the object. */
function mfaStates(objects: readonly GraphObject[]): ReadonlyMap<string, string> {
  const states = new Map<string, string>()
  for (const { fields, context } of [...ofKind(objects, 'per-user MFA requirement'), ...ofKind(objects, 'user')]) {
    const state = textIn(fields, 'perusermfastate')
    const user =
      textIn(fields, 'userprincipalname') ??
      textIn(fields, 'userid') ??
      textIn(fields, 'id') ??
      asked.exec(context)?.[1]
    if (state === undefined || user === undefined) continue
    const known = states.get(lower(user)) ?? lower(state)
    states.set(lower(user), known === lower(state) ? known : contradictory)
  }
  return states
}

/** What a report says about the registration of a user. */
interface Registration {
  readonly registered?: boolean
  readonly methods?: readonly AuthenticationMethod[]
}

/** The methods of a registration record; undefined if the report lists none, or one that is unknown. */
function methodsIn(fields: Fields): readonly AuthenticationMethod[] | undefined {
  const listed = fields.get('methodsregistered')
  if (listed === undefined || listed === null) return undefined
  const items: readonly unknown[] = Array.isArray(listed) ? listed : [listed]
  const words = items.filter((item) => typeof item === 'string')
  if (words.length < items.length) return undefined
  const found = registeredMethods(words)
  return 'methods' in found ? found.methods : undefined
}

function registrations(objects: readonly GraphObject[]): ReadonlyMap<string, Registration> {
  const found = ofKind(objects, 'registration detail').flatMap(({ fields }) => {
    const user = textIn(fields, 'userprincipalname') ?? textIn(fields, 'id')
    const [registered, methods] = [flagIn(fields, 'ismfaregistered'), methodsIn(fields)]
    const registration: Registration = {
      ...(registered === undefined ? {} : { registered }),
      ...(methods === undefined ? {} : { methods }),
    }
    return user === undefined ? [] : [[lower(user), registration] as const]
  })
  return new Map(found)
}

/** Where a guest has its account, by the issuer of its identities. */
function homeIn(fields: Fields): GuestHome | undefined {
  const homes = listIn(fields, 'identities').flatMap((one) => homeOfIssuer(textIn(one, 'issuer') ?? '') ?? [])
  const [home, ...others] = [...new Set(homes)]
  return others.length === 0 ? home : undefined
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

/** The MFA state that is stated by the id and by the name of a user. */
function mfaStateOf(states: ReadonlyMap<string, string>, fields: Fields): string | undefined {
  const stated = ['id', 'userprincipalname'].flatMap((name) => states.get(lower(textIn(fields, name) ?? '')) ?? [])
  return new Set(stated).size > 1 ? contradictory : stated[0]
}

function find<Value>(map: ReadonlyMap<string, Value>, fields: Fields): Value | undefined {
  for (const name of ['id', 'userprincipalname']) {
    const key = textIn(fields, name)
    const value = key === undefined ? undefined : map.get(lower(key))
    if (value !== undefined) return value
  }
  return undefined
}

/** Whether the password has to be changed at the next sign-in, which Graph says in the profile of the password. */
function mustChange(fields: Fields): boolean {
  const written = fields.get('passwordprofile')
  if (!isMapping(written)) return false
  const profile = fieldsOf(written)
  return ['forcechangepasswordnextsignin', 'forcechangepasswordnextsigninwithmfa'].some(
    (key) => flagIn(profile, key) === true,
  )
}

function userOf({ fields }: GraphObject, userPrincipalName: string, known: Memberships): UserFile {
  const [id, displayName] = [textIn(fields, 'id'), textIn(fields, 'displayname')]
  const type = textIn(fields, 'usertype')?.toLowerCase()
  const guest = type === 'guest'
  const state = mfaStateOf(known.mfa, fields)
  const registration = find(known.registered, fields)
  const home = guest || /#ext#@/i.test(userPrincipalName) ? homeIn(fields) : undefined
  const groups = ownGroups(fields, known.names)
  const roles = find(known.roles, fields) ?? (known.rolesKnown ? [] : undefined)
  const [enabled, synced] = [flagIn(fields, 'accountenabled'), flagIn(fields, 'onpremisessyncenabled')]
  return {
    userPrincipalName,
    ...(id === undefined ? {} : { id }),
    ...(displayName === undefined ? {} : { displayName }),
    ...(type === 'guest' || type === 'member' ? { kind: type } : {}),
    ...(home === undefined ? {} : { homeIdentity: home }),
    ...(isMfaState(state) ? { perUserMfaState: state } : {}),
    ...registration,
    ...(enabled === undefined ? {} : { accountEnabled: enabled }),
    ...(synced === undefined ? {} : { onPremisesSyncEnabled: synced }),
    ...(mustChange(fields) ? { cloudPasswordExpired: true } : {}),
    ...(groups === undefined ? {} : { groups }),
    ...(roles === undefined ? {} : { roles }),
  }
}

interface Read {
  readonly user: UserFile
  readonly coverage: CoverageEntry
}

function readUser(object: GraphObject, known: Memberships): readonly Read[] {
  const name = textIn(object.fields, 'userprincipalname')
  if (name === undefined) return []
  const entry = { source: object.document.source.name, kind: 'user', name }
  const read: Read = { user: userOf(object, name, known), coverage: { ...entry, status: 'understood' } }
  if (mfaStateOf(known.mfa, object.fields) !== contradictory) return [read]
  return [{ ...read, coverage: { ...entry, status: 'not-understood', note: `perUserMfaState: ${contradictory}` } }]
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

/** Facts from role, MFA and registration exports, by the id or name of the user. */
function peopleFacts({ roles, rolesKnown, mfa, registered }: Memberships, users: readonly UserFile[]): PeopleFacts {
  const names = new Set([...roles.keys(), ...mfa.keys(), ...registered.keys()])
  const byName = new Map(
    [...names].map((name): readonly [string, Partial<UserFile>] => {
      const [held, state] = [roles.get(name), mfa.get(name)]
      return [
        name,
        {
          ...(held === undefined ? {} : { roles: held }),
          ...(isMfaState(state) ? { perUserMfaState: state } : {}),
          ...registered.get(name),
        },
      ]
    }),
  )
  const recorded = users.flatMap(({ id, userPrincipalName: name }) => (id === undefined ? [name] : [id, name]))
  return { byName, areRolesKnown: rolesKnown, recorded: new Set(recorded.map(lower)) }
}

/** Users, and the groups with exported members, including nested ones. */
export function importPrincipals(objects: readonly GraphObject[]): ImportedPrincipals {
  const names = groupNames(objects)
  const rolesKnown = areRolesKnown(objects)
  const [mfa, registered] = [mfaStates(objects), registrations(objects)]
  const known: Memberships = { roles: rolesByMember(objects), rolesKnown, names, mfa, registered }
  const read = sortedObjects(ofKind(objects, 'user')).flatMap((object) => readUser(object, known))
  const holders = 'the holders of each role are not in the export: Get-MgRoleManagementDirectoryRoleAssignment'
  const users = read.map(({ user }) => user)
  return {
    users,
    groups: groupsOf(objects, names),
    people: peopleFacts(known, users),
    coverage: [
      ...read.map(({ coverage }) => coverage),
      ...(read.length > 0 && !rolesKnown ? [assumed('role', '', holders)] : []),
    ],
  }
}
