import type { ActorId, AuditTrail, Issuer, Verifier, WorkloadName } from '../../vocabulary/actors.ts'
import type { Credential, SecondFactor, SecondFactorBy } from '../../vocabulary/credentials.ts'
import type { Protocol } from '../../vocabulary/protocols.ts'
import type { LegName, Purpose } from '../../vocabulary/requests.ts'

/** Who a text is for: what to type, the protocol, or the evidence. */
export type Audience = 'user' | 'architect' | 'auditor'

/** How a credential is called, with and without article, and the sign that tells it apart in drawings. */
export interface CredentialWords {
  readonly name: string
  readonly the: string
  /** What a user does about it, as the end of "you ...". */
  readonly act: string
  readonly symbol: string
}

/** The words of every credential. */
export const credentialWords = {
  'account-password': {
    name: 'account password',
    the: 'the account password',
    act: 'type the user name and password of your work or school account',
    symbol: '■',
  },
  'app-password': {
    name: 'app password',
    the: 'an app password',
    act: 'type an app password where the client asks for your password',
    symbol: '▲',
  },
  interactive: {
    name: 'interactive sign-in',
    the: 'an interactive sign-in',
    act: 'sign in on the web page that the client opens',
    symbol: '◆',
  },
  'windows-integrated': {
    name: 'Windows-integrated',
    the: 'the Windows domain logon',
    act: 'type nothing, your Windows logon is used',
    symbol: '●',
  },
  certificate: {
    name: 'certificate',
    the: 'a certificate',
    act: 'type nothing, a certificate on the device is used',
    symbol: '▼',
  },
  'app-only': {
    name: 'application credential',
    the: 'the credential of the application itself',
    act: 'type nothing, the program signs in as itself',
    symbol: '★',
  },
  'source-address': {
    name: 'source address',
    the: 'the address it sends from',
    act: 'type nothing, the sending address is allowed',
    symbol: '□',
  },
  none: { name: 'no credential', the: 'no credential', act: 'type nothing', symbol: '○' },
} as const satisfies Record<Credential, CredentialWords>

/** Who checks the secret. */
export const verifierNames = {
  'entra-id': 'Microsoft Entra ID',
  'federated-idp': 'the identity provider',
  'active-directory': 'Active Directory',
  'pass-through-agent': 'the pass-through authentication agent',
  'home-tenant': 'the home tenant',
  'microsoft-account': 'the Microsoft account',
  'relying-party': 'the service itself',
} as const satisfies Record<Verifier, string>

/** Who issues the token. */
export const issuerNames = {
  'entra-id': 'Microsoft Entra ID',
  'federated-idp': 'the identity provider',
  'active-directory': 'Active Directory',
  'relying-party': 'the service itself',
} as const satisfies Record<Issuer, string>

/** Where a sign-in is recorded. */
export const auditTrailNames = {
  'entra-id': 'the Microsoft Entra sign-in log',
  'federated-idp': 'the audit log of the identity provider',
  'active-directory': 'the security log of the domain controllers',
  'relying-party': 'the log of the service',
} as const satisfies Record<AuditTrail, string>

/** Services by their names. */
export const workloadWords = {
  'exchange-online': 'Exchange Online',
  'exchange-server': 'Exchange Server',
  'skype-for-business-online': 'Skype for Business Online',
  'skype-for-business-server': 'Skype for Business Server',
  'sharepoint-online': 'SharePoint Online',
  teams: 'Microsoft Teams',
  vpn: 'the VPN',
  'remote-desktop-gateway': 'the Remote Desktop Gateway',
  'application-proxy': 'Microsoft Entra application proxy',
  'azure-files': 'Azure Files',
  'file-server': 'the file server',
  'sql-server': 'SQL Server',
  'sharepoint-server': 'SharePoint Server',
  'remote-computer': 'the remote computer',
  'joined-computer': 'the joined computer',
  'domain-services': 'Microsoft Entra Domain Services',
  'entra-self-service': 'the self-service pages of Microsoft Entra ID',
  'azure-management': 'Azure management',
  'microsoft-365-admin': 'Microsoft 365 administration',
  'microsoft-graph': 'Microsoft Graph',
  application: 'the application',
} as const satisfies Record<WorkloadName, string>

/** Everyone who can take part, for a trace that has not introduced them. */
export const actorWords = {
  ...workloadWords,
  user: 'the user',
  client: 'the client',
  'entra-id': verifierNames['entra-id'],
  'federated-idp': verifierNames['federated-idp'],
  'active-directory': verifierNames['active-directory'],
  'pass-through-agent': verifierNames['pass-through-agent'],
  'home-tenant': verifierNames['home-tenant'],
  'microsoft-account': verifierNames['microsoft-account'],
  'custom-provider': 'the provider of the custom control',
  'external-provider': 'the provider of the external method',
  'directory-sync': 'directory synchronization',
} as const satisfies Record<ActorId, string>

/** What a client is used for, as the end of "in order to ...". */
export const purposeWords = {
  'read-mail': 'read mail',
  'open-address-book': 'open the address book',
  'check-free-busy': 'check free/busy',
  'open-archive': 'open the archive',
  'open-shared-mailbox': 'open a shared mailbox',
  'open-public-folders': 'open public folders',
  'send-mail': 'send mail',
  'send-instant-messages': 'send instant messages',
  'join-meeting': 'join a meeting',
  'open-documents': 'open documents',
  'connect-to-vpn': 'join the VPN',
  'open-remote-desktop': 'open a remote desktop',
  'open-published-application': 'open a published application',
  'open-file-share': 'open a file share',
  'open-server-share': 'open a server share',
  'query-database': 'query a database',
  'open-site': 'open a site',
  'open-remote-computer': 'open a remote computer',
  'open-joined-computer': 'open a joined computer',
  'query-directory': 'query the directory',
  administer: 'administer',
  'get-token': 'get a token',
  'register-for-mfa': 'register for MFA',
  'create-app-password': 'create an app password',
  'delete-app-password': 'delete an app password',
  'register-device': 'register a device',
  'set-up-hello': 'set up Windows Hello for Business',
} as const satisfies Record<Purpose, string>

/** The conversations of a session. */
export const legWords = {
  'autodiscover:on-premises': 'on-premises autodiscover',
  'autodiscover:cloud': 'cloud autodiscover',
  'activesync:on-premises': 'on-premises ActiveSync',
  mailbox: 'mailbox',
  archive: 'archive',
  'shared-mailbox': 'shared mailbox',
  'public-folders': 'public folders',
  'address-book': 'address book',
  'free-busy': 'free/busy',
  submission: 'mail submission',
  registrar: 'registrar',
  'web-services': 'web services',
  'exchange-web-services': 'Exchange web services',
  meeting: 'meeting',
  documents: 'documents',
  vpn: 'VPN',
  'remote-desktop-gateway': 'Remote Desktop Gateway',
  'published-application': 'published application',
  'file-share': 'file share',
  'domain-server': 'server of the domain',
  'joined-computer': 'joined computer',
  administration: 'administration',
  token: 'token',
  'self-service': 'self-service',
} as const satisfies Record<LegName, string>

/** What is spoken on a leg. */
export const protocolWords = {
  'mapi-http': 'MAPI over HTTP',
  'rpc-http': 'Outlook Anywhere (RPC over HTTP)',
  ews: 'Exchange Web Services',
  oab: 'offline address book',
  autodiscover: 'Autodiscover',
  'autodiscover-v2': 'Autodiscover v2',
  'exchange-activesync': 'Exchange ActiveSync',
  'outlook-service': 'Outlook service',
  pop3: 'POP3',
  imap4: 'IMAP4',
  'smtp-auth': 'SMTP AUTH',
  smtp: 'SMTP',
  'smtp-hve': 'SMTP of High Volume Email',
  'remote-powershell': 'remote PowerShell',
  'reporting-web-services': 'reporting web services',
  'exchange-rest': 'Exchange REST',
  sip: 'SIP',
  'skype-web-services': 'Skype web services',
  https: 'HTTPS',
  oauth: 'OAuth 2.0',
  radius: 'RADIUS',
  'rd-gateway': 'RD Gateway',
  smb: 'SMB',
  tds: 'TDS',
  rdp: 'RDP',
  ldap: 'LDAP',
} as const satisfies Record<Protocol, string>

/** The outcome of the second factor. */
export const secondFactorWords = {
  asked: 'asked',
  'already-satisfied': 'already satisfied',
  'not-required': 'not required',
  bypassed: 'bypassed',
  'registration-required': 'must register first',
  'may-be-asked': 'may be asked',
} as const satisfies Record<SecondFactor, string>

/** Who performs a second factor. */
export const secondFactorByWords = {
  'entra-id': 'Microsoft Entra ID',
  'federated-idp': 'the identity provider',
  'home-tenant': 'the home tenant',
  'custom-provider': 'the provider of the custom control',
  'external-provider': 'the provider of the external method',
} as const satisfies Record<SecondFactorBy, string>
