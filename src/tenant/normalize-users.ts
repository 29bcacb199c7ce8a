import { roleOf } from '../catalog/roles.ts'
import { parseInstant } from '../source/text/parse-values.ts'
import type { Mutable } from '../vocabulary/mutable.ts'
import { type Assumed, statedOr } from './assume.ts'
import type { Domain } from './domain.ts'
import { directGroupsOf, groupsOf } from './group-membership.ts'
import { below, factPaths, type Place, pathsBelow, placed } from './place.ts'
import type { UserFile } from './principal-file.ts'
import { registeredOf } from './registration.ts'
import { mailboxSwitches } from './settings/mailbox.ts'
import { factKeysOf, plainCopier } from './settings/setting.ts'
import { userSettings } from './settings/users.ts'
import type { AccountState, User } from './tenant.ts'
import type { TenantFile } from './tenant-file.ts'
import type { UserSurroundings } from './user-surroundings.ts'

const userFacts = factPaths({
  ...pathsBelow('mailboxSwitches', factKeysOf(mailboxSwitches)),
  ...factKeysOf(userSettings),
})

const copyPlain = plainCopier(userSettings)

/** The domain that a user name ends in. */
export function domainOf(domains: ReadonlyMap<string, Domain>, userPrincipalName: string): Domain | undefined {
  const suffix = userPrincipalName.slice(userPrincipalName.lastIndexOf('@') + 1).toLowerCase()
  return domains.get(suffix)
}

function kindOf(file: UserFile): User['kind'] {
  switch (file.kind) {
    case 'guest':
    case 'service-principal':
    case 'managed-identity':
    case 'directory-sync':
    case 'anonymous':
      return file.kind
    default:
      return file.userType === 'Guest' ? 'guest' : 'user'
  }
}

const homeOf = {
  'entra-tenant': 'entra-tenant',
  'microsoft-account': 'other-identity-provider',
  federated: 'other-identity-provider',
  'one-time-passcode': 'one-time-passcode',
} as const

/** Where an account is at home: a guest's name ends in one of our domains, and its account is elsewhere. */
function accountHomeOf(file: UserFile, domain: Domain | undefined): User['accountHome'] {
  const { homeIdentity, externalUserType, userPrincipalName } = file
  if (homeIdentity !== undefined) return homeOf[homeIdentity]
  if (externalUserType === 'internalGuest') return 'here'
  if (externalUserType === 'b2bDirectConnectUser') return 'direct-connect'
  const invited = /#ext#@/i.test(userPrincipalName) || file.externalTenantId !== undefined
  const outside = kindOf(file) === 'guest' && domain === undefined
  return externalUserType !== undefined || invited || outside ? 'entra-tenant' : 'here'
}

/** The kind of an external user, which follows from where the account is at home and from its type in this directory. */
function guestTypeOf(file: UserFile, accountHome: User['accountHome']): User['guestType'] {
  if (file.externalUserType !== undefined || accountHome === 'direct-connect') return file.externalUserType
  const isGuest = kindOf(file) === 'guest'
  if (accountHome === 'here') return isGuest ? 'internalGuest' : undefined
  if (isGuest) return 'b2bCollaborationGuest'
  return file.userType === 'Member' ? 'b2bCollaborationMember' : undefined
}

/** A state that is stated for one place only has long reached the other, as far as it does at all. */
function accountOf(file: UserFile, synced: boolean): AccountState {
  const onPremises = file.onPremisesAccountState as AccountState['onPremises']
  const followed = synced && (onPremises === 'disabled' || onPremises === 'deleted') ? onPremises : 'sound'
  const enabled = file.accountEnabled === undefined ? followed : file.accountEnabled ? 'sound' : 'disabled'
  const inCloud = enabled === 'sound' && file.cloudPasswordExpired === true ? 'password-expired' : enabled
  return { onPremises: onPremises ?? 'sound', inCloud }
}

function rolesOf(file: UserFile): Pick<User, 'roles' | 'adminRole'> {
  if (file.roles === undefined) return {}
  const all = file.roles.map((one) => (typeof one === 'string' ? { role: one } : one))
  const counted = all.filter((one) => (one.directoryScopeId ?? '/') === '/' && (one.isBuiltIn ?? true))
  // A role that is not built in is nobody's to policies; its name is kept so that it can be shown.
  const known = counted.map((one) => roleOf(one.role))
  const ids = counted.map((one, index) => known[index]?.id ?? one.role.toLowerCase())
  return { roles: new Set(ids), adminRole: known.some((role) => role?.securityDefaultsAdministrator === true) }
}

const isCertificate = (method: string): boolean => method.toLowerCase().startsWith('x509certificate')

const nameOf = (one: string | { readonly name: string }): string => (typeof one === 'string' ? one : one.name)

/** The facts of a user that the file may leave out. */
function addStated(user: Mutable<User>, file: UserFile, surroundings: UserSurroundings): void {
  copyPlain(user, file)
  const { certificateMode } = surroundings
  if (user.methods !== undefined && certificateMode !== undefined)
    user.methods = user.methods.map((method) => (isCertificate(method) ? certificateMode : method))
  const registered = registeredOf(file)
  if (file.id !== undefined) user.id = file.id
  const guestType = guestTypeOf(file, user.accountHome)
  if (guestType !== undefined) user.guestType = guestType
  if (file.externalTenantId !== undefined) user.homeTenant = file.externalTenantId
  if (registered !== undefined) user.mfaRegistered = registered
  if (file.appPasswords !== undefined) user.appPasswords = file.appPasswords.map(nameOf)
  if (file.authenticationPolicy !== undefined) {
    const declared = surroundings.authenticationPolicies.get(file.authenticationPolicy.toLowerCase())
    user.authenticationPolicy = declared ?? file.authenticationPolicy
  }
  const first = file.firstInteractiveSignIn === undefined ? undefined : parseInstant(file.firstInteractiveSignIn)
  if (first !== undefined) user.firstInteractiveSignIn = first
  const lastMfa = file.lastMfa === undefined ? undefined : parseInstant(file.lastMfa)
  if (lastMfa !== undefined) user.lastMfa = lastMfa
}

/** Accounts come from the on-premises directory where the domain is federated, or its passwords are checked there. */
function isSynced(file: UserFile, domain: Domain | undefined, { syncDeclared }: UserSurroundings): boolean {
  const kind = kindOf(file)
  if (domain?.managedSignIn === 'cloud-only' || (kind !== 'user' && kind !== 'guest')) return false
  return domain?.authentication === 'federated' || domain?.managedSignIn !== undefined || syncDeclared
}

/** A user on whom MFA is not enforced has no app passwords, unless the file states some. */
function addPerUserMfa(user: Mutable<User>, file: UserFile, assumed: Assumed): void {
  const state = statedOr(file.perUserMfaState, 'perUserMfaState', 'perUserMfaState', assumed)
  if (state !== undefined) user.perUserMfaState = state
  if (state !== 'disabled' || file.appPasswords !== undefined) return
  user.appPasswords = []
  assumed.appPasswordCount = 'default-app-passwords-of-user'
}

/** Whether a user is assigned to each application that requires it; nested groups do not count, unstated ones may. */
function assignmentsOf(
  file: UserFile,
  { assigned, groups, groupsDeclared }: UserSurroundings,
): ReadonlyMap<string, boolean> {
  const names = [file.userPrincipalName, file.id, file.displayName].flatMap((name) => name ?? [])
  const own = [...names.map((name) => name.toLowerCase()), ...directGroupsOf(groups, names, file.groups ?? [])]
  const isComplete = file.groups !== undefined || groupsDeclared
  return new Map(
    [...assigned].flatMap(([application, assignees]) => {
      const isAssigned = own.some((name) => assignees.has(name))
      return isAssigned || isComplete ? [[application, isAssigned] as const] : []
    }),
  )
}

/** One user, without the place in a file. */
export function normalizeUser(file: UserFile, surroundings: UserSurroundings): User {
  const assumed: Assumed = {}
  const named = domainOf(surroundings.domains, file.userPrincipalName)
  const accountHome = accountHomeOf(file, named)
  const domain = accountHome === 'here' ? named : undefined
  if (accountHome === 'entra-tenant' && file.homeIdentity === undefined && file.externalTenantId === undefined)
    assumed.accountHome = 'default-guest-home'
  const synced = accountHome === 'here' && (file.onPremisesSyncEnabled ?? isSynced(file, domain, surroundings))
  const user: Mutable<User> = {
    origins: {},
    assumed,
    userPrincipalName: file.userPrincipalName,
    displayName: file.displayName ?? file.userPrincipalName,
    kind: kindOf(file),
    accountHome,
    service: file.kind === 'service-account',
    emergencyAccess: file.kind === 'emergency-access',
    synced,
    account: accountOf(file, synced),
    mailboxSwitches: file.mailboxSwitches ?? {},
    ...rolesOf(file),
  }
  if (domain !== undefined) user.domain = domain
  addPerUserMfa(user, file, assumed)
  if (file.groups !== undefined || surroundings.groupsDeclared) {
    const names = [file.userPrincipalName, file.id, file.displayName].flatMap((name) => name ?? [])
    user.groups = groupsOf(surroundings.groups, names, file.groups ?? [])
    if (domain !== undefined && domain.stagedRollout.size > 0) {
      const direct = directGroupsOf(surroundings.groups, names, file.groups ?? [])
      user.stagedRollout = [...direct].some((group) => domain.stagedRollout.has(group)) ? 'in' : 'out'
    }
  }
  if (surroundings.assigned.size > 0) user.assignments = assignmentsOf(file, surroundings)
  addStated(user, file, surroundings)
  if (user.adminRole === undefined && (user.kind === 'user' || user.kind === 'guest')) {
    user.adminRole = false
    assumed.adminRole = 'default-directory-roles'
  }
  return user
}

/** The users by user principal name. */
export function normalizeUsers(
  place: Place,
  file: TenantFile,
  surroundings: UserSurroundings,
): ReadonlyMap<string, User> {
  const users = new Map<string, User>()
  if (!Array.isArray(file.users)) return users
  // Array.isArray does not narrow a readonly list.
  const entries = file.users as readonly UserFile[]
  for (const [index, one] of entries.entries()) {
    const user = normalizeUser(one, surroundings)
    users.set(one.userPrincipalName, Object.assign(user, placed(below(place, 'users', index), one, userFacts)))
  }
  return users
}
