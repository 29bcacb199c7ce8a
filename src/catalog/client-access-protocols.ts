import type { Protocol } from '../vocabulary/protocols.ts'

/** The protocols that client access rules of Exchange Online distinguish, in the words of the cmdlet. */
export const clientAccessProtocols = [
  'ExchangeActiveSync',
  'ExchangeAdminCenter',
  'ExchangeWebServices',
  'IMAP4',
  'OfflineAddressBook',
  'OutlookAnywhere',
  'OutlookWebApp',
  'POP3',
  'PowerShellWebServices',
  'RemotePowerShell',
  'REST',
] as const

/** The ways to authenticate that they distinguish. */
export const clientAccessAuthenticationTypes = [
  'AdfsAuthentication',
  'BasicAuthentication',
  'CertificateBasedAuthentication',
  'NonBasicAuthentication',
  'OAuthAuthentication',
] as const

/** One of the protocols that the rules distinguish. */
export type ClientAccessProtocol = (typeof clientAccessProtocols)[number]
/** One of the ways to authenticate that they distinguish. */
export type ClientAccessAuthenticationType = (typeof clientAccessAuthenticationTypes)[number]

/** What the rules call a protocol; those that are left out they do not name. */
export const namesInAccessRules: Readonly<Partial<Record<Protocol, ClientAccessProtocol>>> = {
  'exchange-activesync': 'ExchangeActiveSync',
  ews: 'ExchangeWebServices',
  imap4: 'IMAP4',
  pop3: 'POP3',
  oab: 'OfflineAddressBook',
  'mapi-http': 'OutlookAnywhere',
  'rpc-http': 'OutlookAnywhere',
  'remote-powershell': 'RemotePowerShell',
}
