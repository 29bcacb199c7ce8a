import type { Client } from '../catalog/client.ts'
import type { WorkloadName } from '../vocabulary/actors.ts'
import type { DayStep } from '../vocabulary/days.ts'
import type { FactValue } from '../vocabulary/facts.ts'
import type { Origin } from '../vocabulary/origin.ts'
import type { Flow, Protocol } from '../vocabulary/protocols.ts'
import type { ClientName, Instant, NetworkName, UserName } from '../vocabulary/requests.ts'
import type { HelloTrust, UnlockMethod } from '../vocabulary/tokens.ts'
import type { AuthenticationMethodsPolicy } from './authentication-methods-policy.ts'
import type { AutodiscoverTopology } from './autodiscover-topology.ts'
import type { ConditionalAccess } from './conditional-access/model.ts'
import type { CrossTenantAccess } from './cross-tenant-access.ts'
import type { Declared } from './declared.ts'
import type { Domain, IdentityProvider } from './domain.ts'
import type { HomeRealmDiscoveryPolicy } from './home-realm-discovery-policy.ts'
import type { PopulationBeside } from './population-beside.ts'
import type { Disputes } from './settings/disputes.ts'
import type { mfaSettings } from './settings/mfa.ts'
import type { TenantRestrictions } from './settings/networks.ts'
import type { PlainValues } from './settings/setting.ts'
import type { tenantSettings } from './settings/tenant.ts'
import type { AccountOnPremises, userSettings } from './settings/users.ts'
import type { UserSurroundings } from './user-surroundings.ts'

/** What dated account events leave behind, per place that knows the account. */
export interface AccountState {
  readonly onPremises?: FactValue<'accountOnPremises'>
  readonly inCloud?: FactValue<'accountInCloud'>
}

/** Another user than the one that is stated: what is different, and in which of the tenant's readings. */
export interface UserReading {
  /** The index of the reading of the tenant; absent for the tenant as it is stated. */
  readonly tenant?: number
  readonly user: Partial<User>
}

/** A user or program that signs in; the plain settings are held as the file states them. */
export interface User extends Declared, PlainValues<typeof userSettings>, AccountOnPremises {
  readonly userPrincipalName: UserName
  readonly id?: string
  readonly displayName: string
  readonly kind: FactValue<'accountKind'>
  readonly service: boolean
  readonly emergencyAccess: boolean
  readonly guestType?: string
  /** What the account is if it is not of that kind, where exports disagree on it. */
  readonly otherwise?: { readonly kind: 'guest'; readonly guestType: string }
  /** The settings that are open because exports disagree on them, in the words of the file. */
  readonly inDispute?: readonly string[]
  readonly homeTenant?: string
  /** Whose account it is: ours, or an outsider's, who is verified elsewhere. */
  readonly accountHome: FactValue<'accountHome'>
  readonly domain?: Domain
  readonly synced: boolean
  readonly perUserMfaState?: FactValue<'perUserMfaState'>
  readonly mfaRegistered?: boolean
  readonly appPasswords?: readonly string[]
  readonly account: AccountState
  /** Transitive groups, lower-cased names and ids; undefined if the entry does not state them. */
  readonly groups?: ReadonlySet<string>
  /** Whether a staged rollout of the domain names a group that the user is in directly; nested ones do not count. */
  readonly stagedRollout?: FactValue<'stagedRollout'>
  /** Of applications that require it, whether the user is assigned, by lower-cased app id; left out if not known. */
  readonly assignments?: ReadonlyMap<string, boolean>
  /** Role template ids that count for policies; undefined if not stated. */
  readonly roles?: ReadonlySet<string>
  readonly adminRole?: boolean
  /** Mailbox switches by their `Set-CASMailbox` names: EwsEnabled, PopEnabled ..., and those on which exports disagree. */
  readonly mailboxSwitches: Readonly<Record<string, boolean | null | Disputes>>
  readonly authenticationPolicy?: string
  readonly firstInteractiveSignIn?: Instant
  /** The last second factor, for remembered MFA. */
  readonly lastMfa?: Instant
  /** What else the user may be where exports disagree; empty if that is too much to look at. */
  readonly readings?: readonly UserReading[]
  /** The settings by which the readings differ, in the words of the file. */
  readonly playedInDispute?: readonly string[]
}

/** A place a sign-in comes from. */
export interface Network extends Declared {
  readonly name: NetworkName
  readonly inside: boolean
  /** Public egress addresses in CIDR notation. */
  readonly ranges: readonly string[]
  readonly country?: string
  readonly tenantRestrictions?: TenantRestrictions
  readonly compliantNetwork?: boolean
}

/** A device that a client runs on, in the terms of Graph's device resource. */
export interface Device extends Declared {
  readonly name: string
  readonly platform?: string
  readonly domainJoined?: boolean
  readonly registered?: boolean
  /** What people present to it; each the first that they have. Undefined where the file is silent. */
  readonly unlockedWith?: readonly UnlockMethod[]
  readonly unlockedAt?: Instant
  readonly unlockedOnline?: boolean
  readonly helloTrust?: HelloTrust
  readonly properties: Readonly<Record<string, string>>
}

/** A client in use: a catalog entry with what this tenant says about it. */
export interface TenantClient extends Declared {
  readonly name: ClientName
  readonly displayName: string
  /** A client declared by its capabilities has no page to cite. */
  readonly product: Omit<Client, 'citation'>
  /** Registry values by their own names; 1 and 0 as numbers. */
  readonly registry: Readonly<Record<string, number | string>>
  readonly build?: string
  readonly installation?: 'click-to-run' | 'msi'
  readonly accountSetup?: FactValue<'accountSetup'>
  /** The Exchange that the account of an ActiveSync device was set up with. */
  readonly accountServer?: 'exchange-server' | 'exchange-online'
  readonly device?: Device
  /** Whether it gets at the token of its device. */
  readonly deviceSingleSignOn?: boolean
  readonly registrarCertificate?: FactValue<'registrarCertificate'>
  /** Whether it asks a federated person's identity provider itself; undefined if its product says. */
  readonly wsTrust?: boolean
  readonly users?: readonly UserName[]
}

/** A basic-authentication or legacy-authentication policy of Exchange by its switches. */
export interface AuthenticationPolicy extends Declared {
  readonly name: string
  /** `AllowBasicAuthImap`, `BlockLegacyAuthMapi`, `BlockModernAuthPop` ... as authored. */
  readonly switches: Readonly<Record<string, boolean>>
}

/** One server of an on-premises workload. */
export interface Server {
  readonly name?: string
  readonly version: string
  readonly cumulativeUpdate?: number
  readonly role?: string
  readonly buildOrUpdate?: string
}

/** A service of the tenant with its switches under their own cmdlet names. */
export interface Workload extends Declared {
  readonly name: WorkloadName
  readonly servers: readonly Server[]
  /** Modern authentication, after the documented default for the tenant's age; undefined if neither tells. */
  readonly modernAuthentication?: 'on' | 'off'
  /** Who issues tokens for an on-premises workload with modern authentication. */
  readonly modernAuthority?: FactValue<'modernAuthority'>
  readonly authenticationPolicies: ReadonlyMap<string, AuthenticationPolicy>
  readonly defaultAuthenticationPolicy?: string
  /** All other switches as authored, by cmdlet parameter name. */
  readonly settings: Readonly<Record<string, unknown>>
  /** Flows an on-premises server offers per protocol (`IISAuthenticationMethods`); undefined: product default. */
  readonly offeredFlows?: Readonly<Partial<Record<Protocol | 'default', readonly Flow[]>>>
  /** Where exports disagree on settings: what it is under each of the values that they state. */
  readonly readings?: readonly Workload[]
}

/** Tenant-wide settings of per-user MFA; the plain ones are held as the file states them. */
export interface MultifactorAuthentication extends Declared, PlainValues<typeof mfaSettings> {
  readonly appPasswords?: FactValue<'appPasswordsSetting'>
  readonly trustedIps: readonly string[]
  /** Skip MFA for federated users whose token states that they are inside the network. */
  readonly skipForFederatedIntranet: boolean
  readonly mandatoryPostponedUntil?: Instant
}

/** Something dated that happens to the tenant. */
export interface TenantEvent {
  readonly at: Instant
  readonly type: string
  readonly origin?: Origin
  readonly details: Readonly<Record<string, unknown>>
}

/** Where a vendor rollout stands for this tenant: an id of the vendor timeline and what the tenant says about it. */
export interface Rollout {
  readonly change: string
  readonly state: 'applied' | 'not-applied' | 'turned-on-again' | 'postponed' | 'opted-out'
  readonly from?: Instant
  readonly until?: Instant
}

/** A registered application or other token resource. */
export interface Application extends Declared {
  readonly name: string
  readonly appId: string
  readonly publicClient: boolean
  /** Whether users can sign in to it. */
  readonly enabled: boolean
  readonly assignmentRequired: boolean
  /** How the session hosts of virtual desktops are joined; undefined if the file is silent. */
  readonly sessionHosts?: 'hybrid-joined' | 'entra-joined'
  /** Who is assigned, lower-cased names and ids; undefined if the file does not say. */
  readonly assignees?: ReadonlySet<string>
}

/** The architecture that one file declares: names resolved to objects, defaults filled, frozen once. */
export interface Tenant extends Declared, PlainValues<typeof tenantSettings> {
  readonly name: string
  readonly file: string
  readonly asOf: Instant
  readonly cloud: 'worldwide' | '21Vianet'
  readonly createdAt?: Instant
  readonly licences?: ReadonlySet<string>
  /** What the tenant says about each change, in the order of the file; a later statement that holds at an instant wins. */
  readonly crossTenantAccess: CrossTenantAccess
  readonly homeRealmDiscoveryPolicies: readonly HomeRealmDiscoveryPolicy[]
  readonly rollouts: ReadonlyMap<string, readonly Rollout[]>
  readonly day: readonly DayStep[]
  readonly domains: ReadonlyMap<string, Domain>
  readonly identityProviders: ReadonlyMap<string, IdentityProvider>
  /** Longest time a change on-premises takes to reach the cloud, in milliseconds; undefined if not declared. */
  readonly syncDelay?: number
  /** Whether Active Directory has the object of Microsoft Entra Kerberos; undefined if the file is silent. */
  readonly entraKerberos?: boolean
  readonly entraKerberosForPrivileged?: boolean
  readonly multifactorAuthentication: MultifactorAuthentication
  /** Whether the MSOnline module is switched off. */
  readonly blockMsolPowerShell?: boolean
  readonly authenticationMethods?: AuthenticationMethodsPolicy
  readonly securityDefaults?: boolean
  /** Exports disagree on whether security defaults are on, and nothing else says it. */
  readonly securityDefaultsInDispute?: boolean
  readonly conditionalAccess: ConditionalAccess
  readonly activeSyncWithOAuthCountsAs?: 'exchangeActiveSync' | 'mobileAppsAndDesktopClients'
  readonly workloads: ReadonlyMap<WorkloadName, Workload>
  readonly autodiscover?: AutodiscoverTopology
  readonly networks: ReadonlyMap<NetworkName, Network>
  readonly devices: ReadonlyMap<string, Device>
  readonly clients: ReadonlyMap<ClientName, TenantClient>
  /** False when the file is silent on clients, and the whole catalog stands in. */
  readonly clientsDeclared: boolean
  readonly users: ReadonlyMap<UserName, User>
  /** A population kept outside the file (`users: {from: users.csv}`): the file to stream, never held in memory. */
  readonly population?: PopulationBeside
  /** What every user of the file or of its population has in common. */
  readonly surroundings: UserSurroundings
  readonly applications: ReadonlyMap<string, Application>
  readonly events: readonly TenantEvent[]
  /** What is different in each of the tenants that may be meant where exports disagree; empty if those are too many. */
  readonly readings?: readonly Partial<Tenant>[]
  /** The settings by which those differ, in the words of the file. */
  readonly statedInDispute?: readonly string[]
  /** Subjects of the vendor's timeline (`fact subject`) that a question holds at an earlier instant. */
  readonly vendorHeldAt?: ReadonlyMap<string, Instant>
}
