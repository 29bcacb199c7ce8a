import type { Session } from './session.ts'

/**
 * Whether the account of an ActiveSync device names the on-premises server while its mailbox is in the cloud: as stated,
 * else wherever the wizard has joined the server to the cloud and the device could sign in to it.
 */
export function isSetUpOnPremises({ tenant, client }: Session): boolean {
  const server = tenant.workloads.get('exchange-server')
  if (server === undefined || server.settings['hybrid'] === 'none') return false
  if (client.accountServer !== undefined) return client.accountServer === 'exchange-server'
  if (tenant.autodiscover?.kind === 'cloud') return false
  if (server.modernAuthentication === 'on') return true
  // A server without modern authentication had to be given a password when the account was added.
  return client.product.flows.includes('basic') && client.accountSetup !== 'since-modern'
}
