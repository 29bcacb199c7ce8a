import type { Verifier } from '../../vocabulary/actors.ts'
import type { Credential, SecondFactor } from '../../vocabulary/credentials.ts'
import type { Flow } from '../../vocabulary/protocols.ts'
import type { LegName, Purpose } from '../../vocabulary/requests.ts'

/** Words for the cells of a table, where every column counts. */

/** Credentials in a cell. */
export const shortCredentials = {
  'account-password': 'account password',
  'app-password': 'app password',
  interactive: 'interactive',
  'windows-integrated': 'Windows logon',
  certificate: 'certificate',
  'app-only': 'application',
  'source-address': 'source address',
  none: 'none',
} as const satisfies Record<Credential, string>

/** Verifiers in a cell, where the trace does not name them. */
export const shortVerifiers = {
  'entra-id': 'Entra ID',
  'federated-idp': 'identity provider',
  'active-directory': 'Active Directory',
  'pass-through-agent': 'pass-through agent',
  'home-tenant': 'home tenant',
  'microsoft-account': 'Microsoft account',
  'relying-party': 'the service',
} as const satisfies Record<Verifier, string>

/** The outcome of the second factor, in a cell. */
export const shortSecondFactors = {
  asked: 'asked',
  'already-satisfied': 'satisfied',
  'not-required': '–',
  bypassed: 'bypassed',
  'registration-required': 'register first',
  'may-be-asked': 'may be asked',
} as const satisfies Record<SecondFactor, string>

/** Ways of authenticating in a cell. */
export const shortFlows = {
  modern: 'modern',
  basic: 'basic',
  'sign-in-assistant': 'Sign-in Assistant',
  'password-grant': 'password grant',
  'windows-integrated': 'Windows',
  digest: 'digest',
  certificate: 'certificate',
  none: 'unauthenticated',
} as const satisfies Record<Flow, string>

/** Purposes in a cell. */
export const shortPurposes = {
  'read-mail': 'mail',
  'open-address-book': 'address book',
  'check-free-busy': 'free/busy',
  'open-archive': 'archive',
  'open-shared-mailbox': 'shared mailbox',
  'open-public-folders': 'public folders',
  'send-mail': 'sending',
  'send-instant-messages': 'messages',
  'join-meeting': 'meetings',
  'open-documents': 'documents',
  'connect-to-vpn': 'VPN',
  'open-remote-desktop': 'remote desktop',
  'open-published-application': 'published application',
  'open-file-share': 'file share',
  'open-server-share': 'file server',
  'query-database': 'database',
  'open-site': 'site',
  'open-remote-computer': 'remote computer',
  'open-joined-computer': 'joined computer',
  'query-directory': 'directory',
  administer: 'admin',
  'get-token': 'token',
  'register-for-mfa': 'MFA registration',
  'create-app-password': 'new app password',
  'delete-app-password': 'app password deletion',
  'register-device': 'device registration',
  'set-up-hello': 'Windows Hello set-up',
} as const satisfies Record<Purpose, string>

/** Conversations in a cell. */
export const shortLegs = {
  'autodiscover:on-premises': 'autodiscover on-premises',
  'autodiscover:cloud': 'autodiscover cloud',
  'activesync:on-premises': 'ActiveSync on-premises',
  mailbox: 'mailbox',
  archive: 'archive',
  'shared-mailbox': 'shared mailbox',
  'public-folders': 'public folders',
  'address-book': 'address book',
  'free-busy': 'free/busy',
  submission: 'submission',
  registrar: 'registrar',
  'web-services': 'web services',
  'exchange-web-services': 'Exchange',
  meeting: 'meeting',
  documents: 'documents',
  vpn: 'VPN',
  'remote-desktop-gateway': 'RD Gateway',
  'published-application': 'published application',
  'file-share': 'file share',
  'domain-server': 'server of the domain',
  'joined-computer': 'joined computer',
  administration: 'administration',
  token: 'token',
  'self-service': 'self-service',
} as const satisfies Record<LegName, string>
