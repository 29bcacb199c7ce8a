import type { ClientKind } from '../../catalog/client.ts'
import type { IdentityProvider } from '../../tenant/domain.ts'
import { patternMatches } from '../../tenant/pattern-matches.ts'
import type { FactValue } from '../../vocabulary/facts.ts'
import type { Flow } from '../../vocabulary/protocols.ts'
import type { LegContext } from '../leg-context.ts'

/** Programs that sign in with a browser, or a browser window, of Windows. */
const withBrowser: ReadonlySet<ClientKind> = new Set(['outlook', 'office', 'skype', 'teams', 'browser', 'powershell'])

const explorer = 'Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 10.0; WOW64; Trident/7.0; rv:11.0)'
const edge =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537.36 Edg/120.0'
const safari =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Safari/605.1.15'

/** Whether an entry of the list matches a user agent; a pattern that nobody can read is taken to match. */
function matches(entry: string, agent: string): boolean {
  if (!entry.startsWith('=~')) return agent.includes(entry)
  return patternMatches(entry.slice(2), agent) !== false
}

/** Whether AD FS asks a program of this platform for Windows authentication, by the list that it keeps or has by default. */
function asksUserAgent({ windowsUserAgents: listed }: IdentityProvider, platform: string): boolean {
  const onWindows = platform === 'windows' || platform === 'any'
  if (listed === undefined) return onWindows
  const agents = onWindows ? [explorer, edge] : platform === 'macOS' ? [safari] : []
  return agents.some((agent) => listed.some((entry) => matches(entry, agent)))
}

const asksInside = ({ intranetMethods }: IdentityProvider): boolean =>
  intranetMethods?.some((method) => method.toLowerCase() === 'windowsauthentication') !== false

/** How AD FS lets a user sign in: with the Windows logon where network, device and client allow it. */
export function providerLogon({ network, client, user }: LegContext, flow: Flow): FactValue<'providerLogon'> {
  const { kind, transferMethod } = client.product
  const platform = client.device?.platform ?? client.product.platform
  const provider = user.domain?.identityProvider
  if (provider?.product.toLowerCase() !== 'ad-fs' || flow !== 'modern' || !network.inside) return 'forms'
  if (!asksInside(provider) || !asksUserAgent(provider, platform)) return 'forms'
  if (!withBrowser.has(kind) || transferMethod !== undefined || client.device?.domainJoined === false) return 'forms'
  return 'windows'
}

/** The default behind it, where the file does not say that the device is joined, or which browser it is. */
export function assumedLogon({ client, user }: LegContext): string | undefined {
  if (client.device?.domainJoined !== true) return 'default-windows-authentication-inside'
  if (client.product.kind !== 'browser') return undefined
  const listed = user.domain?.identityProvider?.windowsUserAgents !== undefined
  return listed ? 'default-windows-authentication-inside' : 'default-wia-supported-user-agents'
}
