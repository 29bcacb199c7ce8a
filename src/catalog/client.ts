import type { WorkloadName } from '../vocabulary/actors.ts'
import type { Citation } from '../vocabulary/citations.ts'
import type { Flow, Protocol } from '../vocabulary/protocols.ts'
import type { Purpose } from '../vocabulary/requests.ts'
import type { Row } from './row.ts'
import type { SharedDevice } from './shared-devices.ts'

/** Operating systems in Graph's terms; `device` is an appliance without one that a policy could see. */
export type Platform = 'windows' | 'macOS' | 'iOS' | 'android' | 'linux' | 'windowsPhone' | 'any' | 'device'

/** What sort of program a client is. */
export type ClientKind =
  | 'outlook'
  | 'office'
  | 'skype'
  | 'teams'
  | 'mail'
  | 'browser'
  | 'powershell'
  | 'device'
  | 'script'
  | 'vpn'
  | 'remote-desktop'
  | 'file-explorer'
  | 'database-client'

/** How a client finds its mailbox: the ordered lists are in the table of autodiscover methods. */
export type AutodiscoverKind = 'outlook-2016' | 'outlook' | 'ews' | 'mobile' | 'none'

/** Office generations as the vendor's tables distinguish them. */
export type OfficeGeneration = 'not-office' | '2010-or-earlier' | '2013' | '2016-or-later'

/** From when on a client uses tokens of AD FS with Exchange Server. */
export interface AdFsTokens {
  /** `unsupported`: the vendor supports no version, and does not say what one does that is told to use them. */
  readonly support: 'from-a-version' | 'from-a-date' | 'unsupported'
  /** The first version of any channel. */
  readonly from?: string
  /** The first version of the slowest channel: between the two it depends on the channel. */
  readonly fromInEveryChannel?: string
  /** A version that nobody states is recent enough, since the vendor updates it. */
  readonly presumed?: boolean
  /** The setting of the client that names the AD FS to trust. */
  readonly setting?: string
  /** The version of Exchange Server that it needs. */
  readonly server?: 'SE'
}

/** What can be said about a client: capabilities only, never a verdict. */
export interface Client extends Row {
  readonly name: string
  readonly kind: ClientKind
  readonly platform: Platform
  /** Decides by the vendor's registry tables where it is not `not-office`; then `flows` is not read. */
  readonly office: OfficeGeneration
  /** Flows this client can try, first to last, where no table of the vendor decides. */
  readonly flows: readonly Flow[]
  /** Protocols by purpose, the first one carrying it. A purpose left out is one this client cannot do. */
  readonly protocols: Readonly<Partial<Record<Purpose, readonly Protocol[]>>>
  /** `one`: a single stored credential for all mailbox endpoints; `each`: every endpoint has a separate prompt. */
  readonly prompts: 'one' | 'each'
  readonly autodiscover: AutodiscoverKind
  /** Has its mail fetched by the vendor's cloud, which synchronizes the mailbox of a server with hybrid modern authentication. */
  readonly cloudBacked?: boolean
  /** Modern only for accounts added (or added again) since the client learnt it; an earlier or restored one stays basic. */
  readonly modernDependsOnSetup?: boolean
  /** The vendor names no version of this client with modern authentication: whether an installed one can is a separate fact. */
  readonly modernNotStated?: boolean
  /** The version below which the vendor's pages disagree whether it has modern authentication. */
  readonly modernDisputedBelow?: string
  /** Which versions of this client use tokens of AD FS with Exchange Server; without it none does. */
  readonly adFsTokens?: AdFsTokens
  /** Opens mailboxes of the vendor's cloud only, whatever a server offers. */
  readonly onlineMailboxesOnly?: boolean
  /** Signs in as itself, with no user: how it proves what it is. */
  readonly appOnly?: 'certificate' | 'client-secret' | 'managed-identity'
  /** How the sign-in reaches this client from another device, in Graph's terms. */
  readonly transferMethod?: 'deviceCodeFlow'
  /** A shared device of Teams, whose account belongs to a room or a place. */
  readonly sharedDevice?: SharedDevice
  /** Is in neither of the vendor's lists of approved client apps and of apps with app protection policies. */
  readonly appProtection?: 'none'
  /** Is not played where a file is silent on clients: only files and requests that name it. */
  readonly onlyNamed?: boolean
  /** A confidential OAuth client, which a policy sees as a browser. */
  readonly confidential?: boolean
  /** The service that the purpose `administer` means for this client. */
  readonly administers?: WorkloadName
  /** App id of the resource this client asks a token for, where it is not the service's own. */
  readonly resource?: string
  /** Protocols a legacy client cannot do without, as the vendor lists them for authentication policies. */
  readonly needs?: readonly Protocol[]
  /** Switches of Set-CASMailbox that name this client and not a protocol; each of them must be on. */
  readonly mailboxSwitches?: readonly (
    | 'OutlookMobileEnabled'
    | 'UniversalOutlookEnabled'
    | 'OWAEnabled'
    | 'OneWinNativeOutlookEnabled'
  )[]
  /** The way of sending mail by id in the table of sending options. */
  readonly sendingOption?: string
  /** Of a PowerShell module, whether the page on passkeys says that it takes them: the old browser control does not. */
  readonly takesPasskeys?: boolean
  /**
   * Asks the identity provider of a federated person over WS-Trust, before its password grant at Microsoft Entra ID. The
   * vendor's libraries do so; of its tools no page says it.
   */
  readonly wsTrust?: boolean | 'not-said'
  /** Confidential or public client app id, where the vendor publishes one. */
  readonly appId?: string
  /** The day (ISO) on which the client became available, where the vendor names one. */
  readonly from?: string
  /** The page that names this day. */
  readonly fromCitation?: Citation
  /** First build with modern authentication, and builds known to be without it, for Office. */
  readonly note?: string
}
