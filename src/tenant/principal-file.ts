/** What sort of principal a user entry is. */
export const principalKinds = [
  'member',
  'guest',
  'service-account',
  'emergency-access',
  'service-principal',
  'managed-identity',
  'directory-sync',
  'anonymous',
] as const

/** One sort of principal. */
export type PrincipalKind = (typeof principalKinds)[number]

/** A role of a user: its name or template id, and what it is limited to. */
export interface RoleFile {
  readonly role: string
  readonly directoryScopeId?: string
  readonly isBuiltIn?: boolean
}

/** A principal as authored. */
export interface UserFile {
  readonly userPrincipalName: string
  readonly id?: string
  readonly displayName?: string
  readonly kind?: PrincipalKind
  readonly userType?: 'Member' | 'Guest'
  readonly externalUserType?: string
  readonly externalTenantId?: string
  readonly perUserMfaState?: 'disabled' | 'enabled' | 'enforced'
  readonly registered?: boolean
  readonly methods?: readonly string[]
  readonly appPasswords?: readonly (string | { readonly name: string })[]
  readonly accountEnabled?: boolean
  readonly onPremisesSyncEnabled?: boolean
  readonly onPremisesAccountState?: string
  readonly cloudPasswordExpired?: boolean
  readonly groups?: readonly string[]
  readonly roles?: readonly (string | RoleFile)[]
  readonly mailbox?: 'exchange-online' | 'exchange-server' | 'none'
  readonly archive?: 'exchange-online' | 'exchange-server' | 'none'
  readonly registrar?: 'skype-for-business-online' | 'skype-for-business-server' | 'none'
  readonly mailboxSwitches?: Readonly<Record<string, boolean | null>>
  readonly authenticationPolicy?: string
  readonly lastMfa?: string
}

/** A group as authored; members are users or groups by name or id. */
export interface GroupFile {
  readonly name: string
  readonly id?: string
  readonly members?: readonly string[]
}
