import type { ClientAppType } from '../vocabulary/policies.ts'
import type { Protocol } from '../vocabulary/protocols.ts'
import type { Row } from './row.ts'

/** Protocol names as the switches of authentication policies end: `AllowBasicAuth` + Imap. */
export type PolicySwitch =
  | 'ActiveSync'
  | 'Autodiscover'
  | 'Imap'
  | 'Mapi'
  | 'OfflineAddressBook'
  | 'OutlookService'
  | 'Pop'
  | 'Powershell'
  | 'ReportingWebServices'
  | 'Rpc'
  | 'Smtp'
  | 'WebServices'

/** What the vendor publishes of a protocol. */
export interface ProtocolRow extends Row {
  readonly id: Protocol
  readonly name: string
  /** What Conditional Access sees where the client sends a user name and password; absent where it never sees the sign-in. */
  readonly legacyClientAppType?: ClientAppType
  /**
   * What Conditional Access sees where the client brings a token. Two entries: the vendor's pages disagree.
   * Absent where the client decides (a browser is a browser).
   */
  readonly modernClientAppType?: readonly ClientAppType[]
  /** Ending of the `AllowBasicAuth` switch of Exchange Online. */
  readonly allowBasicAuth?: PolicySwitch
  /** Ending of the `BlockLegacyAuth` and `BlockModernAuth` switches of Exchange Server. */
  readonly blockLegacyAuth?: PolicySwitch
  /** Value of the claim x-ms-client-application that Exchange Online sets for AD FS. */
  readonly adfsClientApplication?: string
  /** Switch of Set-CASMailbox that turns the protocol off for a mailbox. */
  readonly mailboxSwitch?: string
  /** Words of the sign-in log's client app column. */
  readonly signInLogNames: readonly string[]
  /** Carries tokens at all. */
  readonly modern: boolean
  readonly standing: 'documented' | 'secondary' | 'inferred'
}

/** Every protocol, by id. */
export const protocolTable: readonly ProtocolRow[] = [
  {
    id: 'mapi-http',
    name: 'MAPI over HTTP',
    legacyClientAppType: 'other',
    modernClientAppType: ['mobileAppsAndDesktopClients'],
    allowBasicAuth: 'Mapi',
    blockLegacyAuth: 'Mapi',
    mailboxSwitch: 'MAPIEnabled',
    signInLogNames: ['MAPI Over HTTP'],
    modern: true,
    standing: 'documented',
    citation: { source: 'ca-conditions', section: 'Client apps' },
  },
  {
    id: 'rpc-http',
    name: 'Outlook Anywhere (RPC over HTTP)',
    legacyClientAppType: 'other',
    allowBasicAuth: 'Rpc',
    blockLegacyAuth: 'Rpc',
    adfsClientApplication: 'Microsoft.Exchange.RPC',
    mailboxSwitch: 'MAPIEnabled',
    signInLogNames: ['Outlook Anywhere (RPC over HTTP)'],
    modern: false,
    standing: 'documented',
    citation: { source: 'exo-set-outlookanywhere', section: '-IISAuthenticationMethods' },
  },
  {
    id: 'ews',
    name: 'Exchange web services',
    legacyClientAppType: 'other',
    modernClientAppType: ['mobileAppsAndDesktopClients'],
    allowBasicAuth: 'WebServices',
    blockLegacyAuth: 'WebServices',
    adfsClientApplication: 'Microsoft.Exchange.WebServices',
    mailboxSwitch: 'EwsEnabled',
    signInLogNames: ['Exchange Web Services'],
    modern: true,
    standing: 'documented',
    citation: { source: 'ca-conditions', section: 'Client apps' },
  },
  {
    id: 'oab',
    name: 'Offline address book',
    legacyClientAppType: 'other',
    modernClientAppType: ['mobileAppsAndDesktopClients'],
    allowBasicAuth: 'OfflineAddressBook',
    blockLegacyAuth: 'OfflineAddressBook',
    adfsClientApplication: 'Microsoft.Exchange.OfflineAddressBook',
    signInLogNames: ['Offline Address Book'],
    modern: true,
    standing: 'documented',
    citation: { source: 'exo-basic-deprecation', section: 'Outlook, MAPI, RPC, and Offline Address Book (OAB)' },
  },
  {
    id: 'autodiscover',
    name: 'Autodiscover',
    legacyClientAppType: 'other',
    modernClientAppType: ['mobileAppsAndDesktopClients'],
    allowBasicAuth: 'Autodiscover',
    blockLegacyAuth: 'Autodiscover',
    adfsClientApplication: 'Microsoft.Exchange.Autodiscover',
    signInLogNames: ['AutoDiscover'],
    modern: true,
    standing: 'documented',
    citation: { source: 'exo-new-authentication-policy', section: '-AllowBasicAuthAutodiscover' },
  },
  {
    id: 'autodiscover-v2',
    name: 'Autodiscover V2 (JSON)',
    signInLogNames: [],
    modern: false,
    standing: 'inferred',
    citation: { source: 'hma-outlook-mobile', section: 'Connection flow' },
  },
  {
    id: 'exchange-activesync',
    name: 'Exchange ActiveSync',
    legacyClientAppType: 'exchangeActiveSync',
    modernClientAppType: ['exchangeActiveSync', 'mobileAppsAndDesktopClients'],
    allowBasicAuth: 'ActiveSync',
    blockLegacyAuth: 'ActiveSync',
    adfsClientApplication: 'Microsoft.Exchange.ActiveSync',
    mailboxSwitch: 'ActiveSyncEnabled',
    signInLogNames: ['Exchange ActiveSync', 'Exchange ActiveSync (EAS)'],
    modern: true,
    standing: 'documented',
    citation: { source: 'exo-outlook-mobile-setup', section: 'Conditional Access policies' },
  },
  {
    id: 'outlook-service',
    name: 'Outlook Service',
    legacyClientAppType: 'other',
    modernClientAppType: ['mobileAppsAndDesktopClients'],
    allowBasicAuth: 'OutlookService',
    signInLogNames: ['Outlook Service', 'Universal Outlook'],
    modern: true,
    standing: 'documented',
    citation: { source: 'ca-conditions', section: 'Client apps' },
  },
  {
    id: 'pop3',
    name: 'POP3',
    legacyClientAppType: 'other',
    modernClientAppType: ['mobileAppsAndDesktopClients'],
    allowBasicAuth: 'Pop',
    blockLegacyAuth: 'Pop',
    adfsClientApplication: 'Microsoft.Exchange.Pop',
    mailboxSwitch: 'PopEnabled',
    signInLogNames: ['POP3', 'POP'],
    modern: true,
    standing: 'documented',
    citation: { source: 'exo-oauth-pop', section: 'announcement' },
  },
  {
    id: 'imap4',
    name: 'IMAP4',
    legacyClientAppType: 'other',
    modernClientAppType: ['mobileAppsAndDesktopClients'],
    allowBasicAuth: 'Imap',
    blockLegacyAuth: 'Imap',
    adfsClientApplication: 'Microsoft.Exchange.Imap',
    mailboxSwitch: 'ImapEnabled',
    signInLogNames: ['IMAP4', 'IMAP'],
    modern: true,
    standing: 'documented',
    citation: { source: 'exo-oauth-imap-smtp', section: 'announcement' },
  },
  {
    id: 'smtp-auth',
    name: 'SMTP AUTH client submission',
    legacyClientAppType: 'other',
    modernClientAppType: ['mobileAppsAndDesktopClients'],
    allowBasicAuth: 'Smtp',
    adfsClientApplication: 'Microsoft.Exchange.SMTP',
    signInLogNames: ['Authenticated SMTP', 'SMTP'],
    modern: true,
    standing: 'documented',
    citation: { source: 'exo-smtp-submission', section: 'Introduction' },
  },
  {
    id: 'smtp',
    name: 'SMTP without a mailbox',
    signInLogNames: [],
    modern: false,
    standing: 'documented',
    citation: { source: 'exo-multifunction-device', section: 'Compare the options' },
  },
  {
    id: 'smtp-hve',
    name: 'High Volume Email',
    legacyClientAppType: 'other',
    modernClientAppType: ['mobileAppsAndDesktopClients'],
    allowBasicAuth: 'Smtp',
    signInLogNames: [],
    modern: true,
    standing: 'secondary',
    citation: { source: 'exo-hve-practice', section: 'Configure your legacy authentication Conditional Access rules' },
  },
  {
    id: 'remote-powershell',
    name: 'Remote PowerShell',
    legacyClientAppType: 'other',
    modernClientAppType: ['mobileAppsAndDesktopClients'],
    allowBasicAuth: 'Powershell',
    adfsClientApplication: 'Microsoft.Exchange.Powershell',
    signInLogNames: ['Exchange Online PowerShell'],
    modern: true,
    standing: 'documented',
    citation: { source: 'adfs-access-control', section: 'X-MS-Client-Application' },
  },
  {
    id: 'reporting-web-services',
    name: 'Reporting web services',
    legacyClientAppType: 'other',
    modernClientAppType: ['mobileAppsAndDesktopClients'],
    allowBasicAuth: 'ReportingWebServices',
    signInLogNames: ['Reporting Web Services'],
    modern: true,
    standing: 'documented',
    citation: { source: 'ca-conditions', section: 'Client apps' },
  },
  {
    id: 'exchange-rest',
    name: 'Exchange REST',
    modernClientAppType: ['mobileAppsAndDesktopClients'],
    signInLogNames: ['Mobile Apps and Desktop clients'],
    modern: true,
    standing: 'documented',
    citation: { source: 'exo-powershell-module', section: 'REST API connections' },
  },
  {
    id: 'sip',
    name: 'SIP',
    legacyClientAppType: 'other',
    modernClientAppType: ['mobileAppsAndDesktopClients'],
    signInLogNames: [],
    modern: true,
    standing: 'documented',
    citation: { source: 'skype-set-csauthconfig', section: 'Description' },
  },
  {
    id: 'skype-web-services',
    name: 'Skype web services',
    legacyClientAppType: 'other',
    modernClientAppType: ['mobileAppsAndDesktopClients'],
    signInLogNames: [],
    modern: true,
    standing: 'documented',
    citation: { source: 'skype-set-csauthconfig', section: 'Description' },
  },
  {
    id: 'https',
    name: 'HTTPS',
    legacyClientAppType: 'other',
    signInLogNames: ['Browser', 'Mobile Apps and Desktop clients'],
    modern: true,
    standing: 'documented',
    citation: { source: 'ca-conditions', section: 'Client apps' },
  },
  {
    id: 'oauth',
    name: 'OAuth 2.0',
    signInLogNames: ['Browser', 'Mobile Apps and Desktop clients'],
    modern: true,
    standing: 'documented',
    citation: { source: 'ca-cloud-apps', section: 'Conditional Access for different client types' },
  },
  {
    id: 'radius',
    name: 'RADIUS',
    signInLogNames: [],
    modern: false,
    standing: 'documented',
    citation: { source: 'entra-nps-extension', section: 'RADIUS protocol behavior and the NPS extension' },
  },
  {
    id: 'rd-gateway',
    name: 'RD Gateway',
    signInLogNames: [],
    modern: false,
    standing: 'documented',
    citation: { source: 'entra-nps-extension-rd-gateway', section: 'Install the NPS extension' },
  },
  {
    id: 'smb',
    name: 'SMB',
    signInLogNames: [],
    modern: false,
    standing: 'documented',
    citation: { source: 'azure-files-entra-kerberos', section: 'Introduction' },
  },
  {
    id: 'tds',
    name: 'Tabular Data Stream',
    signInLogNames: [],
    modern: false,
    standing: 'documented',
    citation: { source: 'sql-server-authentication-mode', section: 'Connecting Through Windows Authentication' },
  },
  {
    id: 'rdp',
    name: 'Remote Desktop Protocol',
    legacyClientAppType: 'mobileAppsAndDesktopClients',
    modernClientAppType: ['mobileAppsAndDesktopClients'],
    signInLogNames: [],
    modern: true,
    standing: 'documented',
    citation: {
      source: 'remote-credential-guard',
      section: 'Compare Remote Credential Guard with other connection options',
    },
  },
  {
    id: 'ldap',
    name: 'LDAP',
    signInLogNames: [],
    modern: false,
    standing: 'documented',
    citation: { source: 'domain-services-ldaps', section: 'Test queries to the managed domain' },
  },
]

const byId: ReadonlyMap<string, ProtocolRow> = new Map(protocolTable.map((row) => [row.id, row]))

/** The catalog's row of a protocol, if there is one of that id. */
export const protocolRowOf = (id: string): ProtocolRow | undefined => byId.get(id)
