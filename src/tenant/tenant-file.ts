import type { AutodiscoverKind, ClientKind, OfficeGeneration, Platform } from '../catalog/client.ts'
import type { WorkloadName } from '../vocabulary/actors.ts'
import type { Flow, Protocol } from '../vocabulary/protocols.ts'
import type { Purpose } from '../vocabulary/requests.ts'
import type { CrossTenantAccessFile } from './cross-tenant-access.ts'
import type { GroupFile, UserFile } from './principal-file.ts'
import type { DomainFile } from './settings/domains.ts'
import type { IdentityProviderFile } from './settings/identity-providers.ts'
import type { MultifactorAuthenticationFile } from './settings/mfa.ts'

/** One server of a workload as authored. */
export interface ServerFile {
  readonly name?: string
  readonly version: string
  readonly cumulativeUpdate?: number
  readonly role?: string
  readonly buildOrUpdate?: string
}

/** An authentication policy as authored: its name, and switches by their cmdlet names. */
export interface AuthenticationPolicyFile {
  readonly name: string
  readonly [switchName: string]: string | boolean
}

/** A workload as authored; switches stand under their cmdlet parameter names. */
export interface WorkloadFile {
  readonly servers?: readonly ServerFile[]
  readonly modernAuthentication?: boolean
  readonly modernAuthority?: 'entra-id' | 'ad-fs' | 'none'
  readonly OAuth2ClientProfileEnabled?: boolean
  readonly authenticationPolicies?: readonly AuthenticationPolicyFile[]
  readonly DefaultAuthenticationPolicy?: string | null
  readonly authenticationMethods?: Readonly<Record<string, readonly string[]>>
  readonly [setting: string]: unknown
}

/** Where mail clients look for their endpoints, as authored. */
export interface AutodiscoverFile {
  readonly kind: 'cloud' | 'on-premises' | 'hybrid'
  readonly serviceConnectionPoints?: readonly {
    readonly host: string
    readonly site?: string
    readonly hosting?: 'online' | 'on-premises'
  }[]
  readonly dns?: Readonly<
    Partial<Record<'rootDomain' | 'autodiscoverHost' | 'httpRedirect' | 'srvRecord', 'online' | 'on-premises' | 'none'>>
  >
}

/** A network as authored. */
export interface NetworkFile {
  readonly name: string
  readonly ranges?: readonly string[]
  readonly insideCorporateNetwork?: boolean
  readonly country?: string
}

/** A device as authored: the properties of Graph's device resource. */
export interface DeviceFile {
  readonly name: string
  readonly platform?: string
  readonly domainJoined?: boolean
  readonly registered?: boolean
  readonly [property: string]: string | boolean | undefined
}

/** A client as authored: a catalogue entry with overrides, or one declared by its capabilities. */
export interface ClientFile {
  readonly name: string
  readonly client?: string
  readonly displayName?: string
  readonly registry?: Readonly<Record<string, number | string>>
  readonly build?: string
  readonly installation?: 'click-to-run' | 'msi'
  readonly accountSetup?: 'before-modern' | 'since-modern' | 'restored-from-backup'
  readonly device?: string
  readonly registrarCertificate?: 'held' | 'not-held'
  readonly wsTrust?: boolean
  readonly users?: readonly string[]
  readonly kind?: ClientKind
  readonly platform?: Platform
  readonly office?: OfficeGeneration
  readonly flows?: readonly Flow[]
  readonly protocols?: readonly Protocol[] | Readonly<Partial<Record<Purpose, readonly Protocol[]>>>
  readonly prompts?: 'one' | 'each'
  readonly autodiscover?: AutodiscoverKind
  readonly modernDependsOnSetup?: boolean
  readonly appId?: string
}

/** A registered application as authored. */
export interface ApplicationFile {
  readonly displayName: string
  readonly appId: string
  readonly publicClient?: boolean
}

/** A home realm discovery policy as authored, in Graph's words. */
export interface HomeRealmDiscoveryPolicyFile {
  readonly displayName?: string
  readonly allowCloudPasswordValidation: boolean
  readonly isOrganizationDefault?: boolean
  readonly applications?: readonly string[]
}

/** Where a change that the vendor rolls out stands, as authored. */
export interface RolloutFile {
  readonly change: string
  readonly state: 'applied' | 'not-applied' | 'turned-on-again' | 'postponed' | 'opted-out'
  readonly from?: string
  readonly until?: string
}

/** A dated event as authored; which other keys it has depends on its type. */
export interface EventFile {
  readonly at: string
  readonly type: string
  readonly [detail: string]: unknown
}

/** Conditional Access as authored: Graph's own objects, or patterns of files that hold them. */
export interface ConditionalAccessFile {
  readonly policies?: readonly unknown[]
  readonly namedLocations?: readonly unknown[]
  readonly authenticationStrengths?: readonly unknown[]
  readonly authenticationContexts?: readonly unknown[]
  readonly activeSyncWithOAuthCountsAs?: 'exchangeActiveSync' | 'mobileAppsAndDesktopClients'
}

/** A tenant file as authored, after its shape was checked. */
export interface TenantFile {
  readonly name: string
  readonly asOf: string
  readonly description?: string
  readonly cloud?: 'worldwide' | '21Vianet'
  readonly createdDateTime?: string
  readonly licences?: readonly string[]
  readonly rollouts?: readonly RolloutFile[]
  readonly domains?: readonly DomainFile[]
  readonly identityProviders?: readonly IdentityProviderFile[]
  readonly crossTenantAccess?: CrossTenantAccessFile
  readonly homeRealmDiscoveryPolicies?: readonly HomeRealmDiscoveryPolicyFile[]
  readonly directorySync?: { readonly delay?: string }
  readonly multifactorAuthentication?: MultifactorAuthenticationFile
  readonly securityDefaults?: boolean | { readonly isEnabled: boolean }
  readonly conditionalAccess?: ConditionalAccessFile
  readonly workloads?: Readonly<Partial<Record<WorkloadName, WorkloadFile>>>
  readonly autodiscover?: AutodiscoverFile
  readonly networks?: readonly NetworkFile[]
  readonly devices?: readonly DeviceFile[]
  readonly applications?: readonly ApplicationFile[]
  readonly clients?: readonly (string | ClientFile)[]
  readonly groups?: readonly GroupFile[]
  readonly users?: readonly UserFile[] | { readonly from: string }
  readonly events?: readonly EventFile[]
}
