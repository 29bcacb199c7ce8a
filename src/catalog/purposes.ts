import type { LegName, Purpose } from '../vocabulary/requests.ts'
import type { Row } from './row.ts'

/** A purpose: the verb phrase people write, and the conversations it can need. */
export interface PurposeRow extends Row {
  readonly id: Purpose
  /** A verb phrase, as in "to read mail". */
  readonly name: string
  readonly legs: readonly LegName[]
  /** Legs that can make a conflict but never fail the session. */
  readonly optionalLegs: readonly LegName[]
  /** A legacy credential can never do it. */
  readonly administrative: boolean
}

const discovery = [
  'autodiscover:on-premises',
  'autodiscover:cloud',
  'activesync:on-premises',
] as const satisfies readonly LegName[]

/** Every purpose, by id. */
export const purposeTable: readonly PurposeRow[] = [
  {
    id: 'read-mail',
    name: 'read mail',
    legs: [...discovery, 'mailbox'],
    optionalLegs: ['archive', 'shared-mailbox', 'free-busy'],
    administrative: false,
    citation: { source: 'exo-disable-basic', section: 'Exchange Online protocols, by legacy client' },
  },
  {
    id: 'open-address-book',
    name: 'open the address book',
    legs: [...discovery, 'address-book'],
    optionalLegs: [],
    administrative: false,
    citation: { source: 'exo-disable-basic', section: 'Exchange Online protocols, by legacy client' },
  },
  {
    id: 'check-free-busy',
    name: 'check free/busy',
    legs: [...discovery, 'free-busy'],
    optionalLegs: [],
    administrative: false,
    citation: { source: 'exchange-hybrid', section: 'Hybrid deployment features' },
  },
  {
    id: 'open-archive',
    name: 'open the archive',
    legs: [...discovery, 'archive'],
    optionalLegs: [],
    administrative: false,
    citation: { source: 'exchange-hybrid-single-sign-on', section: 'Cloud-based archives' },
  },
  {
    id: 'open-shared-mailbox',
    name: 'open a shared mailbox',
    legs: [...discovery, 'mailbox', 'shared-mailbox'],
    optionalLegs: [],
    administrative: false,
    citation: {
      source: 'exchange-hybrid-permissions',
      section: 'Mailbox permissions supported in hybrid environments',
    },
  },
  {
    id: 'open-public-folders',
    name: 'open public folders',
    legs: [...discovery, 'mailbox', 'public-folders'],
    optionalLegs: [],
    administrative: false,
    citation: {
      source: 'exchange-public-folder-access',
      section: 'How do clients (Outlook or OWA) connect to public folders?',
    },
  },
  {
    id: 'send-mail',
    name: 'send mail',
    legs: [...discovery, 'submission'],
    optionalLegs: [],
    administrative: false,
    citation: { source: 'exo-multifunction-device', section: 'Compare the options' },
  },
  {
    id: 'send-instant-messages',
    name: 'send instant messages',
    legs: ['registrar', 'web-services'],
    optionalLegs: ['exchange-web-services'],
    administrative: false,
    citation: { source: 'skype-allow-adal', section: 'More information' },
  },
  {
    id: 'join-meeting',
    name: 'join a meeting',
    legs: ['meeting'],
    optionalLegs: [],
    administrative: false,
    citation: { source: 'skype-client-authentication', section: 'User authentication' },
  },
  {
    id: 'open-documents',
    name: 'open documents',
    legs: ['documents'],
    optionalLegs: [],
    administrative: false,
    citation: { source: 'office-modern-auth', section: 'SharePoint Online' },
  },
  {
    id: 'connect-to-vpn',
    name: 'join the VPN',
    legs: ['vpn'],
    optionalLegs: [],
    administrative: false,
    citation: { source: 'entra-nps-extension', section: 'How the NPS extension works' },
  },
  {
    id: 'open-remote-desktop',
    name: 'open a remote desktop',
    legs: ['remote-desktop-gateway'],
    optionalLegs: [],
    administrative: false,
    citation: { source: 'entra-nps-extension-rd-gateway', section: 'Authentication Flow' },
  },
  {
    id: 'open-published-application',
    name: 'open a published application',
    legs: ['published-application'],
    optionalLegs: [],
    administrative: false,
    citation: { source: 'entra-application-proxy-security', section: 'Accessing published applications' },
  },
  {
    id: 'open-file-share',
    name: 'open a file share',
    legs: ['file-share'],
    optionalLegs: [],
    administrative: false,
    citation: { source: 'azure-files-entra-kerberos', section: 'Introduction' },
  },
  {
    id: 'open-server-share',
    name: 'open a server share',
    legs: ['domain-server'],
    optionalLegs: [],
    administrative: false,
    citation: { source: 'entra-sso-on-premises', section: 'What you get' },
  },
  {
    id: 'query-database',
    name: 'query a database',
    legs: ['domain-server'],
    optionalLegs: [],
    administrative: false,
    citation: { source: 'sql-server-authentication-mode', section: 'Connecting Through Windows Authentication' },
  },
  {
    id: 'open-site',
    name: 'open a site',
    legs: ['domain-server'],
    optionalLegs: [],
    administrative: false,
    citation: { source: 'entra-sso-on-premises', section: 'What you get' },
  },
  {
    id: 'open-remote-computer',
    name: 'open a remote computer',
    legs: ['domain-server'],
    optionalLegs: [],
    administrative: false,
    citation: {
      source: 'remote-credential-guard',
      section: 'Compare Remote Credential Guard with other connection options',
    },
  },
  {
    id: 'open-joined-computer',
    name: 'open a Microsoft Entra joined computer',
    legs: ['joined-computer'],
    optionalLegs: [],
    administrative: false,
    citation: { source: 'remote-joined-device', section: 'Connect with Microsoft Entra authentication' },
  },
  {
    id: 'query-directory',
    name: 'query the directory',
    legs: ['domain-server'],
    optionalLegs: [],
    administrative: false,
    citation: { source: 'domain-services-ldaps', section: 'Test queries to the managed domain' },
  },
  {
    id: 'administer',
    name: 'administer',
    legs: ['administration'],
    optionalLegs: [],
    administrative: true,
    citation: { source: 'entra-app-passwords', section: 'Overview and considerations' },
  },
  {
    id: 'get-token',
    name: 'get a token',
    legs: ['token'],
    optionalLegs: [],
    administrative: false,
    citation: { source: 'ca-cloud-apps', section: 'Conditional Access for different client types' },
  },
  {
    id: 'register-for-mfa',
    name: 'register for multifactor authentication',
    legs: ['self-service'],
    optionalLegs: [],
    administrative: false,
    citation: { source: 'entra-combined-registration', section: 'Interrupt mode' },
  },
  {
    id: 'create-app-password',
    name: 'create an app password',
    legs: ['self-service'],
    optionalLegs: [],
    administrative: false,
    citation: { source: 'user-help-security-info-app-passwords', section: 'Create new app passwords' },
  },
  {
    id: 'delete-app-password',
    name: 'delete an app password',
    legs: ['self-service'],
    optionalLegs: [],
    administrative: false,
    citation: { source: 'user-help-app-passwords', section: 'Delete an app password' },
  },
  {
    id: 'register-device',
    name: 'register a device',
    legs: ['self-service'],
    optionalLegs: [],
    administrative: false,
    citation: { source: 'graph-applications', section: 'includeUserActions' },
  },
  {
    id: 'set-up-hello',
    name: 'set up Windows Hello for Business',
    legs: ['self-service'],
    optionalLegs: [],
    administrative: false,
    citation: { source: 'hello-provisioning', section: 'Provisioning for Microsoft Entra joined devices' },
  },
]
