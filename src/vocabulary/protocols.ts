import type { ActorId } from './actors.ts'
import type { Credential } from './credentials.ts'
import type { Presented } from './methods.ts'

/** Ways of authenticating. `basic` is a user name and password with each request; `modern` is OAuth 2.0. */
export const flows = [
  'modern',
  'basic',
  'sign-in-assistant',
  'password-grant',
  'windows-integrated',
  'digest',
  'certificate',
  'none',
] as const

/** One authentication method. */
export type Flow = (typeof flows)[number]

/** What is spoken on a leg. */
export const protocols = [
  'mapi-http',
  'rpc-http',
  'ews',
  'oab',
  'autodiscover',
  'autodiscover-v2',
  'exchange-activesync',
  'outlook-service',
  'pop3',
  'imap4',
  'smtp-auth',
  'smtp',
  'smtp-hve',
  'remote-powershell',
  'reporting-web-services',
  'exchange-rest',
  'sip',
  'skype-web-services',
  'https',
  'oauth',
  'radius',
  'rd-gateway',
  'smb',
  'tds',
  'rdp',
  'ldap',
] as const

/** A protocol of a leg. */
export type Protocol = (typeof protocols)[number]

/** The Kerberos or NTLM half of Windows-integrated authentication. */
export type Mechanism = 'kerberos' | 'ntlm' | 'tls-dsk'

/** One message on the wire. The kinds are closed, so that a kind without words does not compile. */
export type Message =
  | { readonly kind: 'autodiscover-request'; readonly host?: string }
  | { readonly kind: 'autodiscover-redirect'; readonly to?: string }
  | { readonly kind: 'autodiscover-answer' }
  | { readonly kind: 'activesync-redirect' }
  | { readonly kind: 'connect'; readonly protocol: Protocol }
  | { readonly kind: 'challenge'; readonly flows: readonly Flow[] }
  | { readonly kind: 'protocol-refused'; readonly status: string }
  | { readonly kind: 'credential-presented'; readonly credential: Credential; readonly methods?: Presented }
  | { readonly kind: 'credential-forwarded'; readonly credential: Credential }
  | { readonly kind: 'home-realm-query' }
  | { readonly kind: 'home-realm-answer'; readonly realm: 'managed' | 'federated' }
  | { readonly kind: 'authorization-request' }
  | { readonly kind: 'passive-redirect' }
  | { readonly kind: 'sign-in-page' }
  | { readonly kind: 'ws-trust-request' }
  | { readonly kind: 'ws-trust-response' }
  | { readonly kind: 'federation-token' }
  | { readonly kind: 'password-validation-request' }
  | { readonly kind: 'password-validation-answer'; readonly right: boolean; readonly account?: 'unusable' }
  | { readonly kind: 'ticket-request'; readonly mechanism: Mechanism }
  | { readonly kind: 'ticket-issued'; readonly mechanism: Mechanism }
  | { readonly kind: 'second-factor-request' }
  | { readonly kind: 'second-factor-challenge' }
  | { readonly kind: 'second-factor-response'; readonly method?: string }
  | { readonly kind: 'registration-required' }
  | { readonly kind: 'register-method' }
  | { readonly kind: 'token-request' }
  | { readonly kind: 'primary-refresh-token-presented' }
  | { readonly kind: 'token-issued' }
  | { readonly kind: 'token-presented' }
  | { readonly kind: 'certificate-issued' }
  | { readonly kind: 'app-password-offered' }
  | { readonly kind: 'app-password-issued' }
  | { readonly kind: 'app-password-deleted' }
  | { readonly kind: 'refusal'; readonly error?: string }
  | { readonly kind: 'access-granted' }

/** A message between two actors. */
export interface Sent {
  readonly from: ActorId
  readonly to: ActorId
  readonly message: Message
}
