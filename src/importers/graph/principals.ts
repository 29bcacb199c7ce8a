import { roleOf } from '../../catalog/roles.ts'
import type { GroupFile, RoleFile, UserFile } from '../../tenant/principal-file.ts'
import type { CoverageEntry } from '../coverage.ts'
import type { PeopleFacts } from '../fragment.ts'
import { differentValues, disputedValues } from '../in-dispute.ts'
import { many } from '../many.ts'
import { type GraphObject, listIn, ofKind, sortedObjects, textIn } from './collect.ts'
import { type GroupNames, groupNames, groupsOf } from './groups.ts'
import {
  copiesOf,
  flagOf,
  guestIn,
  homeIn,
  kindIn,
  type MfaState,
  mayBeGuest,
  methodsIn,
  mfaStatesIn,
  mustChange,
  profilesIn,
  same,
  statements,
  withDisputes,
} from './person-settings.ts'
import type { Fields } from './recognize.ts'

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
  readonly mfa: ReadonlyMap<string, readonly MfaState[]>
  readonly registered: ReadonlyMap<string, Registration>
  /** No other export has to be compared with the users. */
  readonly alone: boolean
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

/** Per-user MFA states by user, who is named in the address of the export or in the object. */
function mfaStates(objects: readonly GraphObject[]): ReadonlyMap<string, readonly MfaState[]> {
  const states = new Map<string, readonly MfaState[]>()
  for (const { fields, context } of [...ofKind(objects, 'per-user MFA requirement'), ...ofKind(objects, 'user')]) {
    const user =
      textIn(fields, 'userprincipalname') ??
      textIn(fields, 'userid') ??
      textIn(fields, 'id') ??
      asked.exec(context)?.[1]
    for (const state of mfaStatesIn(fields.get('perusermfastate'))) add(states, user, state)
  }
  return states
}

/** What a report says about the registration of a user. */
type Registration = Pick<UserFile, 'registered' | 'methods' | 'exportsDisagree'>

function registrations(objects: readonly GraphObject[]): ReadonlyMap<string, Registration> {
  const found = ofKind(objects, 'registration detail').flatMap(({ fields }) => {
    const user = textIn(fields, 'userprincipalname') ?? textIn(fields, 'id')
    const registration: Registration = statements([
      ['registered', fields.get('ismfaregistered'), flagOf],
      ['methods', fields.get('methodsregistered'), methodsIn],
    ])
    return user === undefined ? [] : [[lower(user), registration] as const]
  })
  return new Map(found)
}

/** Direct groups that the user's own entry lists. */
function ownGroups(fields: Fields, names: GroupNames): readonly string[] | undefined {
  if (!fields.has('memberof') && !fields.has('transitivememberof')) return undefined
  const groups = [...listIn(fields, 'memberof'), ...listIn(fields, 'transitivememberof')]
  const named = groups
    .filter((group) => !group.has('roletemplateid'))
    .flatMap((group) => names.of(textIn(group, 'id'), textIn(group, 'displayname')) ?? [])
  return [...new Set(named)].sort()
}

/** The MFA states that are stated by the id and by the name of a user. */
function mfaStatesOf(states: ReadonlyMap<string, readonly MfaState[]>, fields: Fields): readonly unknown[] {
  return differentValues(
    ['id', 'userprincipalname'].flatMap((name) => states.get(lower(textIn(fields, name) ?? '')) ?? []),
  )
}

function find<Value>(map: ReadonlyMap<string, Value>, fields: Fields): Value | undefined {
  for (const name of ['id', 'userprincipalname']) {
    const key = textIn(fields, name)
    const value = key === undefined ? undefined : map.get(lower(key))
    if (value !== undefined) return value
  }
  return undefined
}

/** The account in Active Directory, by which servers name the user. */
function accountIn(fields: Fields): Pick<UserFile, 'onPremisesSamAccountName' | 'onPremisesDomainName'> {
  const [name, domain] = [textIn(fields, 'onpremisessamaccountname'), textIn(fields, 'onpremisesdomainname')]
  if (name === undefined) return {}
  return { onPremisesSamAccountName: name, ...(domain === undefined ? {} : { onPremisesDomainName: domain }) }
}

function userOf(fields: Fields, userPrincipalName: string, known: Memberships): UserFile {
  const [id, displayName] = [textIn(fields, 'id'), textIn(fields, 'displayname')]
  const userType = fields.get('usertype')
  const isInvited = mayBeGuest(userType) || /#ext#@/i.test(userPrincipalName)
  const { exportsDisagree, ...registration } = find(known.registered, fields) ?? {}
  const groups = ownGroups(fields, known.names)
  const roles = find(known.roles, fields) ?? (known.rolesKnown ? [] : undefined)
  const { exportsDisagree: disputes, ...stated } = statements([
    ['kind', userType, known.alone && disputedValues(userType) === undefined ? guestIn : kindIn],
    ['homeIdentity', isInvited ? fields.get('identities') : undefined, homeIn],
    ['perUserMfaState', copiesOf(mfaStatesOf(known.mfa, fields)), same],
    ['accountEnabled', fields.get('accountenabled'), flagOf],
    ['onPremisesSyncEnabled', fields.get('onpremisessyncenabled'), flagOf],
    ['cloudPasswordExpired', profilesIn(fields.get('passwordprofile')), mustChange],
  ])
  const user = {
    userPrincipalName,
    ...(id === undefined ? {} : { id }),
    ...(displayName === undefined ? {} : { displayName }),
    ...accountIn(fields),
    ...registration,
    ...stated,
    ...(groups === undefined ? {} : { groups }),
    ...(roles === undefined ? {} : { roles }),
  }
  return withDisputes(user, { ...exportsDisagree, ...disputes })
}

/** The user that an object describes; undefined if it has no name. */
function readUser({ fields }: GraphObject, known: Memberships): UserFile | undefined {
  const name = textIn(fields, 'userprincipalname')
  return name === undefined ? undefined : userOf(fields, name, known)
}

/** What is reported of users, of very many as one count for each file. */
function coverageOf(objects: readonly GraphObject[], { mfa }: Memberships): readonly CoverageEntry[] {
  const note = 'perUserMfaState: exports contradict each other; it stays undetermined'
  const entries: CoverageEntry[] = []
  const counts = new Map<string, number>()
  for (const { fields, document } of objects) {
    const name = textIn(fields, 'userprincipalname')
    const source = document.source.name
    if (name === undefined) continue
    if (mfaStatesOf(mfa, fields).length > 1)
      entries.push({ source, kind: 'user', name, status: 'not-understood', note })
    else if (objects.length > many) counts.set(source, (counts.get(source) ?? 0) + 1)
    else entries.push({ source, kind: 'user', name, status: 'understood' })
  }
  const counted = [...counts].map(
    ([source, count]): CoverageEntry => ({ source, kind: 'user', name: '', status: 'understood', count }),
  )
  return [...counted, ...entries]
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
      const held = roles.get(name)
      const { exportsDisagree, ...registration } = registered.get(name) ?? {}
      const { exportsDisagree: disputes, ...state } = statements([['perUserMfaState', copiesOf(mfa.get(name)), same]])
      const facts = { ...(held === undefined ? {} : { roles: held }), ...state, ...registration }
      return [name, withDisputes(facts, { ...exportsDisagree, ...disputes })]
    }),
  )
  const namesOf = ({ id, userPrincipalName: name }: UserFile) => (id === undefined ? [name] : [id, name])
  return { byName, areRolesKnown: rolesKnown, recorded: () => new Set(users.flatMap(namesOf).map(lower)) }
}

/** Users, and the groups with exported members, including nested ones. */
export function importPrincipals(objects: readonly GraphObject[], alone = false): ImportedPrincipals {
  const names = groupNames(objects)
  const rolesKnown = areRolesKnown(objects)
  const [mfa, registered] = [mfaStates(objects), registrations(objects)]
  const known: Memberships = { roles: rolesByMember(objects), rolesKnown, names, mfa, registered, alone }
  const found = sortedObjects(ofKind(objects, 'user'))
  const users = found.flatMap((object) => readUser(object, known) ?? [])
  const holders = 'the holders of each role are not in the export: Get-MgRoleManagementDirectoryRoleAssignment'
  const roles = users.length > 0 && !rolesKnown ? [assumed('role', '', holders)] : []
  const people = peopleFacts(known, users)
  return { users, groups: groupsOf(objects, names), people, coverage: [...coverageOf(found, known), ...roles] }
}
