import { roleOf } from '../catalog/roles.ts'
import { parseInstant } from '../source/text/parse-values.ts'
import type { Mutable } from '../vocabulary/mutable.ts'
import { accountHomeOf, accountOf, guestTypeOf, kindOf, otherwiseOf } from './account-of-user.ts'
import { type Assumed, statedOr } from './assume.ts'
import type { Domain } from './domain.ts'
import { directGroupsOf, groupsOf } from './group-membership.ts'
import { below, factPaths, type Place, pathsBelow, placed } from './place.ts'
import type { UserFile } from './principal-file.ts'
import { registeredOf } from './registration.ts'
import { differences } from './same-parts.ts'
import { allReadingsOf, openSettings } from './settings/disputes.ts'
import { mailboxSwitches } from './settings/mailbox.ts'
import { factKeysOf, plainCopier } from './settings/setting.ts'
import { playedSettings, userSettings } from './settings/users.ts'
import type { User, UserReading } from './tenant.ts'
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
  const { onPremisesSamAccountName: account, onPremisesDomainName: accountDomain } = file
  if (account !== undefined) user.onPremisesSamAccountName = account
  if (accountDomain !== undefined) user.onPremisesDomainName = accountDomain
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
function addPerUserMfa(user: Mutable<User>, file: UserFile, assumed: Assumed, open: ReadonlySet<string>): void {
  if (open.has('perUserMfaState')) return
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
  const isComplete = file.groups !== undefined || (groupsDeclared && !openSettings(file).has('groups'))
  return new Map(
    [...assigned].flatMap(([application, assignees]) => {
      const isAssigned = own.some((name) => assignees.has(name))
      return isAssigned || isComplete ? [[application, isAssigned] as const] : []
    }),
  )
}

/** The groups of a user, and whether one of them is in a staged rollout. */
function addGroups(user: Mutable<User>, file: UserFile, { groups }: UserSurroundings): void {
  const names = [file.userPrincipalName, file.id, file.displayName].flatMap((name) => name ?? [])
  user.groups = groupsOf(groups, names, file.groups ?? [])
  const rollout = user.domain?.stagedRollout
  if (rollout === undefined || rollout.size === 0) return
  const direct = directGroupsOf(groups, names, file.groups ?? [])
  user.stagedRollout = [...direct].some((group) => rollout.has(group)) ? 'in' : 'out'
}

/** One user, without the place in a file, and what else the user may be where exports disagree. */
export function normalizeUser(file: UserFile, surroundings: UserSurroundings): User {
  const files = filesOfUser(file)
  const [stated = file] = files ?? []
  const user = userOf(stated, surroundings)
  const around = [surroundings, ...(surroundings.readings ?? [])]
  if (files?.length === 1 && around.length === 1 && user.domain?.readings === undefined) return user
  const playedInDispute = Object.keys(file.exportsDisagree ?? {}).filter((key) => Object.hasOwn(playedSettings, key))
  if (files === undefined) return { ...user, playedInDispute, readings: [] }
  const readings = around.flatMap((one, at) =>
    domainsOf(file, one).flatMap((domain) =>
      files.map(
        (own): UserReading => ({
          ...(at === 0 ? {} : { tenant: at - 1 }),
          user: differences(user, userOf(own, one, domain), ['assumed']),
        }),
      ),
    ),
  )
  // The first is the user as stated.
  return { ...user, playedInDispute, readings: readings.slice(1) }
}

/** What the domain of a user may be. */
function domainsOf({ userPrincipalName }: UserFile, { domains }: UserSurroundings): readonly (Domain | undefined)[] {
  const named = domainOf(domains, userPrincipalName)
  return [named, ...(named?.readings ?? [])]
}

/** A user with each of the values that exports state for settings that are not left open; undefined if those are too many. */
function filesOfUser(file: UserFile): readonly UserFile[] | undefined {
  if (file.exportsDisagree === undefined) return [file]
  const entries = Object.entries(file.exportsDisagree)
  const [played = {}, left = {}] = [true, false].map((isPlayed) =>
    Object.fromEntries(entries.filter(([key]) => Object.hasOwn(playedSettings, key) === isPlayed)),
  )
  const found = allReadingsOf({ ...file, exportsDisagree: played })
  return found?.length === 0 ? [file] : found?.map((one) => ({ ...one, exportsDisagree: left }))
}

/** A person of whom no role is stated has none. */
function assumeNoRole(user: Mutable<User>, assumed: Assumed): void {
  if (user.kind !== 'user' && user.kind !== 'guest') return
  user.adminRole = false
  assumed.adminRole = 'default-directory-roles'
}

/** One user as a file states it. */
function userOf(
  file: UserFile,
  surroundings: UserSurroundings,
  named = domainOf(surroundings.domains, file.userPrincipalName),
): User {
  const assumed: Assumed = {}
  const open = openSettings(file)
  const accountHome = accountHomeOf(file, named)
  const domain = accountHome === 'here' ? named : undefined
  const home = file.homeIdentity ?? file.externalTenantId
  if (accountHome === 'entra-tenant' && home === undefined && !open.has('homeIdentity'))
    assumed.accountHome = 'default-guest-home'
  const synced = accountHome === 'here' && (file.onPremisesSyncEnabled ?? isSynced(file, domain, surroundings))
  const user: Mutable<User> = {
    ...(open.size === 0 ? {} : { inDispute: [...open].sort() }),
    origins: {},
    assumed,
    userPrincipalName: file.userPrincipalName,
    displayName: file.displayName ?? file.userPrincipalName,
    kind: kindOf(file),
    accountHome,
    service: file.kind === 'service-account',
    emergencyAccess: file.kind === 'emergency-access',
    synced,
    account: accountOf(file, synced, open),
    ...otherwiseOf(file, accountHome),
    mailboxSwitches: file.mailboxSwitches ?? {},
    ...rolesOf(file),
  }
  if (domain !== undefined) user.domain = domain
  addPerUserMfa(user, file, assumed, open)
  if (file.groups !== undefined || (surroundings.groupsDeclared && !open.has('groups')))
    addGroups(user, file, surroundings)
  if (surroundings.assigned.size > 0) user.assignments = assignmentsOf(file, surroundings)
  addStated(user, file, surroundings)
  if (user.adminRole === undefined && !open.has('roles')) assumeNoRole(user, assumed)
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
