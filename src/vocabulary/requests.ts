import type { WorkloadName } from './actors.ts'
import type { Credential } from './credentials.ts'
import type { Protocol } from './protocols.ts'
import type { UnlockMethod } from './tokens.ts'

/** A moment as milliseconds since 1970-01-01T00:00Z. */
export type Instant = number

/** The user principal name of a user, or the id of another principal. */
export type UserName = string
/** The name of a client: declared in the tenant file, or a catalog id. */
export type ClientName = string
/** The name of a network of the tenant file. */
export type NetworkName = string
/** The display name of a Conditional Access policy. */
export type PolicyName = string

/** What a user or a program wants of a client. */
export const purposes = [
  'read-mail',
  'open-address-book',
  'check-free-busy',
  'open-archive',
  'open-shared-mailbox',
  'open-public-folders',
  'send-mail',
  'send-instant-messages',
  'join-meeting',
  'open-documents',
  'connect-to-vpn',
  'open-remote-desktop',
  'open-published-application',
  'open-file-share',
  'open-server-share',
  'query-database',
  'open-site',
  'open-remote-computer',
  'open-joined-computer',
  'query-directory',
  'administer',
  'get-token',
  'register-for-mfa',
  'create-app-password',
  'delete-app-password',
  'register-device',
  'set-up-hello',
] as const

/** What the client is used for. */
export type Purpose = (typeof purposes)[number]

/** The conversations a session can need. */
export const legNames = [
  'autodiscover:on-premises',
  'autodiscover:cloud',
  'activesync:on-premises',
  'mailbox',
  'archive',
  'shared-mailbox',
  'public-folders',
  'address-book',
  'free-busy',
  'submission',
  'registrar',
  'web-services',
  'exchange-web-services',
  'meeting',
  'documents',
  'vpn',
  'remote-desktop-gateway',
  'published-application',
  'file-share',
  'domain-server',
  'joined-computer',
  'administration',
  'token',
  'self-service',
] as const

/** One conversation with one relying party. */
export type LegName = (typeof legNames)[number]

/** Legs with one prompt id get what was typed once. */
export type PromptId = string

/** The states of a device property that a policy can see. */
export interface DeviceSignals {
  readonly [property: string]: string
}

/**
 * What one sign-in brings along and no file decides. The keys are those of Graph's `signInConditions` and a few of ours.
 * A key left out is a missing fact; the value `unknown` means seen, but not mapped.
 */
export interface Signals {
  readonly devicePlatform?: string
  readonly clientAppType?: string
  readonly signInRiskLevel?: string
  readonly userRiskLevel?: string
  readonly servicePrincipalRiskLevel?: string
  readonly insiderRiskLevel?: string
  readonly country?: string
  readonly ipAddress?: string
  /** Whether Global Secure Access vouches that the device is on the compliant network of the tenant. */
  readonly compliantNetwork?: 'no' | 'yes'
  /** The authentication context that a resource asks for besides: a protected action, the activation of a role, or data. */
  readonly authenticationContext?: string
  readonly authenticationFlow?: string
  /** Device properties by Graph's `deviceInfo` names: isCompliant, trustType, model ... */
  readonly deviceInfo?: DeviceSignals
  /** Authentication methods used, in Graph's terms (`password`, `sms`, `fido2`, `federatedMultiFactor` ...). */
  readonly methods?: readonly string[]
  /** Grant controls already met, in Graph's terms. */
  readonly satisfied?: readonly string[]
  /** Whose MFA claim the sign-in carries. */
  readonly mfaClaim?: 'entra-id' | 'federated-idp' | 'home-tenant' | 'none'
  /** Age of the last second factor in milliseconds. */
  readonly lastMfa?: number
  /** Whether the first factor typed is right. */
  readonly firstFactor?: 'right' | 'wrong'
  readonly signedIn?: 'no' | 'yes'
  readonly scopes?: readonly string[]
  readonly domainHint?: string
  readonly signInName?: string
  readonly privateBrowsing?: 'no' | 'yes'
  /** Whether the profile of the browser is signed in with the work account. */
  readonly browserProfile?: 'work' | 'other'
  /** Whether the browser can present the token of the device. */
  readonly browserExtension?: 'no' | 'yes'
  readonly primaryRefreshToken?: 'held' | 'lost'
  /** What was presented to the device. */
  readonly deviceSignIn?: UnlockMethod
  /** How long ago that was, in milliseconds. */
  readonly deviceSignInAge?: number
  /** Whether a program of the device has given a second factor since. */
  readonly deviceSecondFactor?: 'no' | 'yes'
  /** How long ago the user last signed in with this client, in milliseconds. */
  readonly lastSignIn?: number
}

/** A client asks for one thing: this user, this client, this purpose, from here, at this instant. */
export interface ClientRequest {
  readonly user: UserName
  readonly client: ClientName
  readonly purpose: Purpose
  readonly network: NetworkName
  readonly at: Instant
  readonly signals: Signals
  readonly presents?: Credential
  /** The application asked for, by app id, where the purpose is a token for it. */
  readonly application?: string
}

/** One place where an endpoint was looked for. */
export interface EndpointCandidate {
  /** The step's id in the catalog of autodiscover methods. */
  readonly method: string
  readonly host?: string
  readonly hosting?: 'online' | 'on-premises'
  readonly basis: 'documented' | 'inferred'
}

/** One conversation with one relying party. Outlook in a hybrid tenant has several. */
export interface SignInRequest extends ClientRequest {
  readonly leg: LegName
  readonly relyingParty: WorkloadName
  readonly protocol: Protocol
  /** Legs with one prompt id are served by what the user typed once. */
  readonly prompt: PromptId
  /** An optional leg can make a conflict but never fails the session. */
  readonly optional: boolean
  /** Endpoints in the order in which this client would try them; the first that answers is `endpoint`. */
  readonly candidates?: readonly EndpointCandidate[]
  readonly endpoint?: EndpointCandidate
}
