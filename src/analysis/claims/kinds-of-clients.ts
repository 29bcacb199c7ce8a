import type { TenantClient } from '../../tenant/tenant.ts'
import type { Trace } from '../../trace/step.ts'
import type { Citation } from '../../vocabulary/citations.ts'
import type { ClientAppType } from '../../vocabulary/policies.ts'
import { nothing, only, type Reading } from './reading.ts'

/** A kind of client that claims can name. */
export interface KindOfClients {
  readonly id: 'legacy' | 'browser' | 'mobile' | 'desktop' | 'modern'
  readonly words: readonly string[]
  readonly definition: string
  readonly citation: Citation
}

const citation: Citation = { source: 'ca-conditions', section: 'Client apps' }

/** All kinds of clients, each defined once, by how the client authenticates in the sign-in. */
export const kindsOfClients: readonly KindOfClients[] = [
  {
    id: 'legacy',
    words: ['legacy', 'legacy clients', 'legacy client', 'legacy authentication', 'legacy authentication clients'],
    definition:
      'clients that send a user name and password: in policies, Exchange ActiveSync clients and other clients; if no policy sees the sign-in, a client that cannot use modern authentication; a device that sends mail without a sign-in is of no kind',
    citation,
  },
  {
    id: 'modern',
    words: ['modern', 'modern clients', 'modern client', 'modern authentication clients'],
    definition: 'browsers, and mobile apps and desktop clients with modern authentication',
    citation,
  },
  {
    id: 'browser',
    words: ['browser', 'browsers'],
    definition: 'clients that policies treat as a browser',
    citation,
  },
  {
    id: 'mobile',
    words: ['mobile', 'mobile clients', 'mobile client', 'mobile apps', 'mobile app'],
    definition: 'modern clients other than browsers on Android, iOS or Windows Phone',
    citation,
  },
  {
    id: 'desktop',
    words: ['desktop', 'desktop clients', 'desktop client', 'desktop apps', 'desktop app'],
    definition: 'modern clients other than browsers on Windows, macOS or Linux',
    citation,
  },
]

const mobilePlatforms: readonly string[] = ['android', 'iOS', 'windowsPhone']
const desktopPlatforms: readonly string[] = ['windows', 'macOS', 'linux']

function modern(platform: string | undefined): Reading {
  if (platform !== undefined && mobilePlatforms.includes(platform)) return { values: ['modern', 'mobile'] }
  if (platform !== undefined && desktopPlatforms.includes(platform)) return { values: ['modern', 'desktop'] }
  return { values: ['modern'], maybe: { values: ['mobile', 'desktop'], missing: ['devicePlatform'] } }
}

/** The kinds that a client can be, given its client app type and platform. */
export function kindsOfClientType(type: ClientAppType, platform: string | undefined): Reading {
  switch (type) {
    case 'browser':
      return { values: ['modern', 'browser'] }
    case 'mobileAppsAndDesktopClients':
      return modern(platform)
    case 'exchangeActiveSync':
    case 'other':
      return only('legacy')
  }
}

/** The platform that a client runs on; undefined if it is unknown. */
export function platformOf(client: TenantClient | undefined, signalled: string | undefined): string | undefined {
  const own = client?.product.platform
  return signalled ?? client?.device?.platform ?? (own === 'any' || own === 'device' ? undefined : own)
}

/** Whether a client presents no account: by direct send, or through a connector that knows its address or certificate. */
const signsInNowhere = ({ product: { flows, sendingOption } }: TenantClient): boolean =>
  flows.every((flow) => flow === 'none') || sendingOption === 'relay-connector-certificate'

/** The kinds of a client on one leg. */
export function clientKindOf(client: TenantClient | undefined, platform: string | undefined, leg: Trace): Reading {
  if (client === undefined || client.product.appOnly !== undefined || signsInNowhere(client)) return nothing
  if (leg.clientAppType !== undefined) return kindsOfClientType(leg.clientAppType, platform)
  if (client.product.kind === 'browser') return { values: ['modern', 'browser'] }
  const tried = leg.authentication
  if (tried === undefined) return { values: [], maybe: { values: 'any', missing: ['clientAppType'] } }
  const { used, order } = tried
  if (used === 'modern' || (used === null && order.includes('modern'))) return modern(platform)
  return only('legacy')
}
