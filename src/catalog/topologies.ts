import type { Row } from './row.ts'

/** The four places that can have modern authentication, as the page abbreviates them. */
export type ModernAuthPlace =
  | 'exchange-online'
  | 'exchange-server'
  | 'skype-for-business-online'
  | 'skype-for-business-server'

/** A pair of homes: of the mailbox and of the Skype account. */
export interface Homes {
  readonly mailbox: 'exchange-online' | 'exchange-server'
  readonly registrar: 'skype-for-business-online' | 'skype-for-business-server'
}

/** Features that Skype for Business gains with modern authentication. */
export type SkypeFeature = 'mfa' | 'client-certificates' | 'conditional-access-and-app-management'

/** A published topology of Skype for Business and Exchange. */
export interface Topology extends Row {
  readonly name: string
  readonly homes: readonly Homes[]
  readonly modernOn: readonly ModernAuthPlace[]
  /** Places of which the page says nothing. */
  readonly modernNotStated: readonly ModernAuthPlace[]
  /** Who authorizes at each place; a place left out is one on which the page is silent. */
  readonly authorization: Readonly<Partial<Record<ModernAuthPlace, 'entra-id' | 'ad-fs' | 'active-directory'>>>
  readonly features: readonly SkypeFeature[]
  readonly featuresFor: 'nobody' | 'online-users' | 'all-users'
  /** Windows desktops need AllowAdalForNonLyncIndependentOfLync. */
  readonly needsAllowAdal: boolean
  readonly note?: string
}

/** What a feature reaches. */
export interface FeatureReach extends Row {
  readonly feature: SkypeFeature
  readonly platforms: readonly ('windows' | 'macOS' | 'iOS' | 'android' | 'windowsPhone')[]
}

const exoSfbo: Homes = { mailbox: 'exchange-online', registrar: 'skype-for-business-online' }
const exoSfb: Homes = { mailbox: 'exchange-online', registrar: 'skype-for-business-server' }
const exchSfbo: Homes = { mailbox: 'exchange-server', registrar: 'skype-for-business-online' }
const exchSfb: Homes = { mailbox: 'exchange-server', registrar: 'skype-for-business-server' }
const everyHome = [exoSfbo, exoSfb, exchSfbo, exchSfb] as const
const everyFeature = ['mfa', 'client-certificates', 'conditional-access-and-app-management'] as const

/** The published topologies, by id. */
export const topologies: readonly Topology[] = [
  {
    id: 'cloud-only',
    name: 'Cloud only',
    homes: [exoSfbo],
    modernOn: ['exchange-online', 'skype-for-business-online'],
    modernNotStated: [],
    authorization: { 'exchange-online': 'entra-id', 'skype-for-business-online': 'entra-id' },
    features: everyFeature,
    featuresFor: 'all-users',
    needsAllowAdal: false,
    citation: { source: 'skype-ma-topologies', section: 'Cloud only' },
  },
  {
    id: 'on-premises-only',
    name: 'On-premises only',
    homes: [exchSfb],
    modernOn: ['skype-for-business-server'],
    modernNotStated: [],
    authorization: { 'skype-for-business-server': 'ad-fs' },
    features: ['mfa'],
    featuresFor: 'all-users',
    needsAllowAdal: false,
    note: 'Windows desktops alone, no mobile clients, no Exchange integration; not recommended',
    citation: { source: 'skype-ma-topologies', section: 'On-prem only' },
  },
  {
    id: 'mixed-1',
    name: 'Mixed 1',
    homes: [exoSfb],
    modernOn: [],
    modernNotStated: ['exchange-online'],
    authorization: {},
    features: [],
    featuresFor: 'nobody',
    needsAllowAdal: true,
    citation: { source: 'skype-ma-topologies', section: 'Mixed 1' },
  },
  {
    id: 'mixed-2',
    name: 'Mixed 2',
    homes: [exchSfbo],
    modernOn: ['skype-for-business-online'],
    modernNotStated: [],
    authorization: { 'skype-for-business-online': 'entra-id', 'exchange-server': 'active-directory' },
    features: everyFeature,
    featuresFor: 'all-users',
    needsAllowAdal: false,
    citation: { source: 'skype-ma-topologies', section: 'Mixed 2' },
  },
  {
    id: 'mixed-3',
    name: 'Mixed 3',
    homes: [exoSfb, exchSfb],
    modernOn: [],
    modernNotStated: ['exchange-online', 'exchange-server'],
    authorization: {},
    features: [],
    featuresFor: 'nobody',
    needsAllowAdal: true,
    citation: { source: 'skype-ma-topologies', section: 'Mixed 3' },
  },
  {
    id: 'mixed-4',
    name: 'Mixed 4',
    homes: [exchSfbo, exchSfb],
    modernOn: ['skype-for-business-online'],
    modernNotStated: [],
    authorization: {
      'skype-for-business-online': 'entra-id',
      'skype-for-business-server': 'active-directory',
      'exchange-server': 'active-directory',
    },
    features: everyFeature,
    featuresFor: 'online-users',
    needsAllowAdal: false,
    note: 'the page says Exchange Online, but only Exchange Server can be meant; interpreted as Exchange Server',
    citation: { source: 'skype-ma-topologies', section: 'Mixed 4' },
  },
  {
    id: 'mixed-5',
    name: 'Mixed 5',
    homes: everyHome,
    modernOn: ['exchange-online', 'skype-for-business-online'],
    modernNotStated: [],
    authorization: {
      'skype-for-business-online': 'entra-id',
      'exchange-server': 'active-directory',
      'skype-for-business-server': 'active-directory',
    },
    features: everyFeature,
    featuresFor: 'online-users',
    needsAllowAdal: true,
    citation: { source: 'skype-ma-topologies', section: 'Mixed 5' },
  },
  {
    id: 'mixed-6',
    name: 'Mixed 6',
    homes: everyHome,
    modernOn: ['exchange-online', 'exchange-server', 'skype-for-business-online', 'skype-for-business-server'],
    modernNotStated: [],
    authorization: {
      'exchange-online': 'entra-id',
      'exchange-server': 'entra-id',
      'skype-for-business-online': 'entra-id',
      'skype-for-business-server': 'entra-id',
    },
    features: everyFeature,
    featuresFor: 'all-users',
    needsAllowAdal: false,
    citation: { source: 'skype-ma-topologies', section: 'Mixed 6' },
  },
]

/** The platforms that each feature reaches. */
export const featureReach: readonly FeatureReach[] = [
  {
    id: 'reach-mfa',
    feature: 'mfa',
    platforms: ['windows', 'macOS', 'iOS', 'android', 'windowsPhone'],
    citation: { source: 'skype-ma-topologies', section: 'footnote' },
  },
  {
    id: 'reach-client-certificates',
    feature: 'client-certificates',
    platforms: ['windows', 'iOS', 'android'],
    citation: { source: 'skype-ma-topologies', section: 'footnote' },
  },
  {
    id: 'reach-conditional-access-and-app-management',
    feature: 'conditional-access-and-app-management',
    platforms: ['iOS', 'android'],
    citation: { source: 'skype-ma-topologies', section: 'footnote' },
  },
]
