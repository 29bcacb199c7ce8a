import type { Client } from '../catalog/client.ts'
import type { Protocol } from '../vocabulary/protocols.ts'
import type { Purpose } from '../vocabulary/requests.ts'
import { present } from './freeze.ts'
import type { ClientFile } from './tenant-file.ts'

/** What each protocol can be used for, where a client of one's own lists protocols without purposes. */
const purposesOf: { readonly [Name in Protocol]: readonly Purpose[] } = {
  'mapi-http': ['read-mail', 'open-archive', 'open-shared-mailbox', 'open-public-folders', 'send-mail'],
  'rpc-http': ['read-mail', 'open-archive', 'open-shared-mailbox', 'open-public-folders', 'send-mail'],
  ews: ['read-mail', 'open-address-book', 'check-free-busy', 'open-archive', 'send-mail'],
  oab: ['open-address-book'],
  autodiscover: [],
  'autodiscover-v2': [],
  'exchange-activesync': ['read-mail', 'open-address-book', 'send-mail'],
  'outlook-service': ['read-mail', 'send-mail'],
  pop3: ['read-mail'],
  imap4: ['read-mail'],
  'smtp-auth': ['send-mail'],
  smtp: ['send-mail'],
  'smtp-hve': ['send-mail'],
  'remote-powershell': ['administer'],
  'reporting-web-services': ['administer'],
  'exchange-rest': ['administer'],
  sip: ['send-instant-messages', 'join-meeting'],
  'skype-web-services': ['join-meeting'],
  https: ['open-documents'],
  oauth: ['get-token'],
  radius: ['connect-to-vpn'],
  'rd-gateway': ['open-remote-desktop'],
  smb: ['open-file-share', 'open-server-share'],
  tds: ['query-database'],
  rdp: ['open-remote-computer', 'open-joined-computer'],
  ldap: ['query-directory'],
}

function protocolsOf(authored: ClientFile['protocols']): Client['protocols'] {
  if (authored === undefined) return {}
  // Array.isArray does not narrow a readonly list.
  if (!Array.isArray(authored)) return authored as Client['protocols']
  const listed = authored as readonly Protocol[]
  const byPurpose: Partial<Record<Purpose, Protocol[]>> = {}
  for (const protocol of listed) {
    for (const purpose of purposesOf[protocol]) byPurpose[purpose] = [...(byPurpose[purpose] ?? []), protocol]
  }
  return byPurpose
}

/** Whether an entry declares a client by its capabilities. */
export function isOwnClient(file: ClientFile): boolean {
  return file.client === undefined && file.kind !== undefined
}

/** A client that a tenant declares by its capabilities. */
export function ownClient(file: ClientFile): Omit<Client, 'citation'> {
  return present({
    id: file.name,
    name: file.displayName ?? file.name,
    kind: file.kind ?? 'script',
    platform: file.platform ?? 'any',
    office: file.office ?? 'not-office',
    flows: file.flows ?? [],
    protocols: protocolsOf(file.protocols),
    prompts: file.prompts ?? 'each',
    autodiscover: file.autodiscover ?? 'none',
    modernDependsOnSetup: file.modernDependsOnSetup,
    appId: file.appId,
    administers: file.administers,
    appOnly: file.appOnly,
    confidential: file.confidential,
    transferMethod: file.transferMethod,
  } as const)
}
