import type { Home, Session } from './session.ts'

/**
 * The service that a client connects to for a mailbox. An app whose mail the vendor's cloud fetches signs in to Exchange
 * Online also where the mailbox is on-premises, once the server accepts tokens from Microsoft Entra ID over ActiveSync.
 */
export function servedHome({ tenant, client }: Pick<Session, 'tenant' | 'client'>, mailbox: Home): Home {
  if (mailbox !== 'exchange-server' || client.product.cloudBacked !== true) return mailbox
  const server = tenant.workloads.get('exchange-server')
  if (server?.modernAuthentication !== 'on' || server.modernAuthority !== 'entra-id') return mailbox
  const listed = server.offeredFlows?.['exchange-activesync'] ?? server.offeredFlows?.default
  return listed === undefined || listed.includes('modern') ? 'exchange-online' : mailbox
}
