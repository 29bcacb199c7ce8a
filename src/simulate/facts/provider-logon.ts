import type { ClientKind } from '../../catalog/client.ts'
import type { FactValue } from '../../vocabulary/facts.ts'
import type { Flow } from '../../vocabulary/protocols.ts'
import type { LegContext } from '../leg-context.ts'

/** Programs that sign in with a browser, or a browser window, of Windows. */
const withBrowser: ReadonlySet<ClientKind> = new Set(['outlook', 'office', 'skype', 'teams', 'browser', 'powershell'])

/** How AD FS lets a user sign in by default: with the Windows logon where network, device and client allow it. */
export function providerLogon({ network, client, user }: LegContext, flow: Flow): FactValue<'providerLogon'> {
  const { kind, platform, transferMethod } = client.product
  const provider = user.domain?.identityProvider
  if (provider?.product.toLowerCase() !== 'ad-fs' || flow !== 'modern' || !network.inside) return 'forms'
  if (platform !== 'windows' && platform !== 'any') return 'forms'
  if (!withBrowser.has(kind) || transferMethod !== undefined || client.device?.domainJoined === false) return 'forms'
  return 'windows'
}

/** The default behind it, where the file does not say that the device is joined, or which browser it is. */
export function assumedLogon({ client }: LegContext): string | undefined {
  const stated = client.device?.domainJoined === true && client.product.kind !== 'browser'
  return stated ? undefined : 'default-windows-authentication-inside'
}
