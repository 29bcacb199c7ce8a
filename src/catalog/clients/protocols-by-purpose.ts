import type { Protocol } from '../../vocabulary/protocols.ts'
import type { Purpose } from '../../vocabulary/requests.ts'

/** The protocols that a client speaks for each purpose, in the order in which it tries them. */
export type ProtocolsByPurpose = Readonly<Partial<Record<Purpose, readonly Protocol[]>>>

/** All of the mailbox through Exchange Web Services. */
export const webServicesOutlook: ProtocolsByPurpose = {
  'read-mail': ['ews'],
  'open-address-book': ['ews'],
  'check-free-busy': ['ews'],
  'open-archive': ['ews'],
  'send-mail': ['ews'],
}

/** All of the mailbox through a web page. */
export const webMail: ProtocolsByPurpose = {
  'read-mail': ['https'],
  'open-address-book': ['https'],
  'check-free-busy': ['https'],
  'open-archive': ['https'],
  'send-mail': ['https'],
}
