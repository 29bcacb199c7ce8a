import type { Domain } from './domain.ts'
import type { UserFile } from './principal-file.ts'
import { openSettings } from './settings/disputes.ts'
import type { AccountState, User } from './tenant.ts'

/** What kind of principal an entry is, as far as it says; a user where it says nothing. */
export function kindOf(file: UserFile): User['kind'] {
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
  'microsoft-account': 'microsoft-account',
  federated: 'other-identity-provider',
  'one-time-passcode': 'one-time-passcode',
} as const

/** Where an account is at home: a guest's name ends in one of our domains, and its account is elsewhere. */
export function accountHomeOf(file: UserFile, domain: Domain | undefined): User['accountHome'] {
  const { homeIdentity, externalUserType, userPrincipalName } = file
  // Direct connect is with another Microsoft Entra tenant, which a file may say as well.
  const connected = externalUserType === 'b2bDirectConnectUser'
  if (connected && (homeIdentity === undefined || homeIdentity === 'entra-tenant')) return 'direct-connect'
  if (homeIdentity !== undefined) return homeOf[homeIdentity]
  if (externalUserType === 'internalGuest') return 'here'
  const invited = /#ext#@/i.test(userPrincipalName) || file.externalTenantId !== undefined
  const outside = (kindOf(file) === 'guest' || mayBeGuest(file)) && domain === undefined
  return externalUserType !== undefined || invited || outside ? 'entra-tenant' : 'here'
}

/** The kind of an external user, which follows from where the account is at home and from its type in this directory. */
export function guestTypeOf(file: UserFile, accountHome: User['accountHome']): User['guestType'] {
  if (file.externalUserType !== undefined || accountHome === 'direct-connect') return file.externalUserType
  const isGuest = kindOf(file) === 'guest'
  if (accountHome === 'here') return isGuest ? 'internalGuest' : undefined
  if (isGuest) return 'b2bCollaborationGuest'
  return file.userType === 'Member' || mayBeGuest(file) ? 'b2bCollaborationMember' : undefined
}

/** Whether exports disagree on whether the account is a guest. */
export function mayBeGuest(file: UserFile): boolean {
  if (file.exportsDisagree === undefined || file.userType !== undefined || kindOf(file) !== 'user') return false
  const open = openSettings(file)
  return open.has('kind') || open.has('userType')
}

/** What someone who may be a guest is then: where the account is at home follows from its name. */
export function otherwiseOf(file: UserFile, accountHome: User['accountHome']): Pick<User, 'otherwise'> {
  if (!mayBeGuest(file)) return {}
  const guestType = accountHome === 'here' ? 'internalGuest' : 'b2bCollaborationGuest'
  return { otherwise: { kind: 'guest', guestType: file.externalUserType ?? guestType } }
}

/** Whether an account in the cloud has the state of the one on-premises. */
const isFollowed = (state: unknown): state is 'disabled' | 'deleted' => state === 'disabled' || state === 'deleted'

/** A state that is stated for one place only has long reached the other, as far as it does at all. */
export function accountOf(file: UserFile, synced: boolean, open: ReadonlySet<string>): AccountState {
  const stated = file.onPremisesAccountState as AccountState['onPremises']
  const onPremises = stated ?? 'sound'
  const own = open.has('onPremisesAccountState') ? {} : { onPremises }
  if (open.has('accountEnabled')) return own
  const followed = synced && isFollowed(stated) ? stated : 'sound'
  const enabled = file.accountEnabled === undefined ? followed : file.accountEnabled ? 'sound' : 'disabled'
  const perhaps = open.has('onPremisesAccountState') ? file.exportsDisagree?.['onPremisesAccountState'] : []
  const follows = file.accountEnabled === undefined && synced && perhaps?.some(isFollowed) === true
  if (follows || (enabled === 'sound' && open.has('cloudPasswordExpired'))) return own
  const inCloud = enabled === 'sound' && file.cloudPasswordExpired === true ? 'password-expired' : enabled
  return { ...own, inCloud }
}
