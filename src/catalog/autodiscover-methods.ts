import type { Citation } from '../vocabulary/citations.ts'
import type { AutodiscoverKind } from './client.ts'
import type { Row } from './row.ts'

/** How one step looks for a mailbox. */
export type AutodiscoverWay =
  | 'restart-cache'
  | 'local-xml'
  | 'last-known-good'
  | 'office-365'
  | 'service-connection-point'
  | 'root-domain'
  | 'autodiscover-host'
  | 'http-redirect'
  | 'srv-record'
  | 'autodetect'

/** One step of one kind of client, in its order. */
export interface AutodiscoverMethod extends Row {
  readonly kind: Exclude<AutodiscoverKind, 'none'>
  readonly order: number
  readonly name: string
  readonly way: AutodiscoverWay
  /** Registry value under the Autodiscover key that skips the step where it is 1. */
  readonly skippedBy?: string
  /** Registry value that puts the step first where it is 1. */
  readonly movedToFrontBy?: string
  /** The side that can answer; both where absent. */
  readonly hosting?: 'online' | 'on-premises'
  /** Only on a computer joined to the domain and in reach of it. */
  readonly domainOnly?: boolean
  /** Asks the user for a password before it answers. */
  readonly asksPassword: boolean
  /** Whether the vendor documents the step at this place. */
  readonly basis: 'documented' | 'inferred'
}

const outlook2016: Citation = { source: 'outlook-2016-autodiscover', section: 'Autodiscover process' }
const registry: Citation = { source: 'outlook-autodiscover-registry', section: 'More information' }
const withoutScp: Citation = { source: 'exchange-autodiscover', section: 'Autodiscover services in Outlook' }
const withDirectory: Citation = {
  source: 'exchange-autodiscover',
  section: 'Autodiscover services and Active Directory',
}

/** Every step, kind by kind, in the order tried. */
export const autodiscoverMethods: readonly AutodiscoverMethod[] = [
  {
    id: 'outlook-2016-restart-cache',
    kind: 'outlook-2016',
    order: 1,
    name: 'cached response after a restart',
    way: 'restart-cache',
    asksPassword: false,
    basis: 'documented',
    citation: outlook2016,
  },
  {
    id: 'outlook-2016-local-xml-preferred',
    kind: 'outlook-2016',
    order: 2,
    name: 'local file, if preferred',
    way: 'local-xml',
    movedToFrontBy: 'PreferLocalXML',
    asksPassword: false,
    basis: 'inferred',
    citation: registry,
  },
  {
    id: 'outlook-2016-last-known-good',
    kind: 'outlook-2016',
    order: 3,
    name: 'last known good endpoint',
    way: 'last-known-good',
    skippedBy: 'ExcludeLastKnownGoodURL',
    asksPassword: true,
    basis: 'inferred',
    citation: outlook2016,
  },
  {
    id: 'outlook-2016-office-365-first',
    kind: 'outlook-2016',
    order: 4,
    name: 'Office 365 first (direct connect)',
    way: 'office-365',
    skippedBy: 'ExcludeExplicitO365Endpoint',
    hosting: 'online',
    asksPassword: true,
    basis: 'documented',
    citation: outlook2016,
  },
  {
    id: 'outlook-2016-service-connection-point',
    kind: 'outlook-2016',
    order: 5,
    name: 'service connection point',
    way: 'service-connection-point',
    skippedBy: 'ExcludeScpLookup',
    domainOnly: true,
    asksPassword: true,
    basis: 'inferred',
    citation: outlook2016,
  },
  {
    id: 'outlook-2016-root-domain',
    kind: 'outlook-2016',
    order: 6,
    name: 'HTTPS at the mail domain',
    way: 'root-domain',
    skippedBy: 'ExcludeHttpsRootDomain',
    asksPassword: true,
    basis: 'inferred',
    citation: outlook2016,
  },
  {
    id: 'outlook-2016-autodiscover-host',
    kind: 'outlook-2016',
    order: 7,
    name: 'HTTPS at the autodiscover host',
    way: 'autodiscover-host',
    skippedBy: 'ExcludeHttpsAutoDiscoverDomain',
    asksPassword: true,
    basis: 'inferred',
    citation: outlook2016,
  },
  {
    id: 'outlook-2016-local-xml',
    kind: 'outlook-2016',
    order: 8,
    name: 'local file',
    way: 'local-xml',
    asksPassword: false,
    basis: 'inferred',
    citation: registry,
  },
  {
    id: 'outlook-2016-http-redirect',
    kind: 'outlook-2016',
    order: 9,
    name: 'HTTP redirect',
    way: 'http-redirect',
    skippedBy: 'ExcludeHttpRedirect',
    asksPassword: true,
    basis: 'documented',
    citation: outlook2016,
  },
  {
    id: 'outlook-2016-srv-record',
    kind: 'outlook-2016',
    order: 10,
    name: 'SRV record',
    way: 'srv-record',
    skippedBy: 'ExcludeSrvRecord',
    asksPassword: true,
    basis: 'inferred',
    citation: outlook2016,
  },
  {
    id: 'outlook-2016-office-365-last',
    kind: 'outlook-2016',
    order: 11,
    name: 'Office 365 as a last resort',
    way: 'office-365',
    skippedBy: 'ExcludeExplicitO365Endpoint',
    hosting: 'online',
    asksPassword: true,
    basis: 'inferred',
    citation: outlook2016,
  },
  {
    id: 'outlook-local-xml-preferred',
    kind: 'outlook',
    order: 1,
    name: 'local file, if preferred',
    way: 'local-xml',
    movedToFrontBy: 'PreferLocalXML',
    asksPassword: false,
    basis: 'inferred',
    citation: registry,
  },
  {
    id: 'outlook-service-connection-point',
    kind: 'outlook',
    order: 2,
    name: 'service connection point',
    way: 'service-connection-point',
    skippedBy: 'ExcludeScpLookup',
    domainOnly: true,
    asksPassword: true,
    basis: 'documented',
    citation: withDirectory,
  },
  {
    id: 'outlook-root-domain',
    kind: 'outlook',
    order: 3,
    name: 'HTTPS at the mail domain',
    way: 'root-domain',
    skippedBy: 'ExcludeHttpsRootDomain',
    asksPassword: true,
    basis: 'documented',
    citation: withoutScp,
  },
  {
    id: 'outlook-autodiscover-host',
    kind: 'outlook',
    order: 4,
    name: 'HTTPS at the autodiscover host',
    way: 'autodiscover-host',
    skippedBy: 'ExcludeHttpsAutoDiscoverDomain',
    asksPassword: true,
    basis: 'documented',
    citation: withoutScp,
  },
  {
    id: 'outlook-http-redirect',
    kind: 'outlook',
    order: 5,
    name: 'HTTP redirect',
    way: 'http-redirect',
    skippedBy: 'ExcludeHttpRedirect',
    asksPassword: true,
    basis: 'documented',
    citation: withoutScp,
  },
  {
    id: 'outlook-srv-record',
    kind: 'outlook',
    order: 6,
    name: 'SRV record',
    way: 'srv-record',
    skippedBy: 'ExcludeSrvRecord',
    asksPassword: true,
    basis: 'documented',
    citation: withoutScp,
  },
  {
    id: 'ews-service-connection-point-in-site',
    kind: 'ews',
    order: 1,
    name: 'service connection point of the site',
    way: 'service-connection-point',
    domainOnly: true,
    asksPassword: true,
    basis: 'documented',
    citation: withDirectory,
  },
  {
    id: 'ews-service-connection-point-without-site',
    kind: 'ews',
    order: 2,
    name: 'service connection point without a site',
    way: 'service-connection-point',
    domainOnly: true,
    asksPassword: true,
    basis: 'documented',
    citation: withDirectory,
  },
  {
    id: 'ews-service-connection-point-elsewhere',
    kind: 'ews',
    order: 3,
    name: 'service connection point of a different site',
    way: 'service-connection-point',
    domainOnly: true,
    asksPassword: true,
    basis: 'documented',
    citation: withDirectory,
  },
  {
    id: 'ews-root-domain',
    kind: 'ews',
    order: 4,
    name: 'HTTPS at the mail domain',
    way: 'root-domain',
    asksPassword: true,
    basis: 'documented',
    citation: withDirectory,
  },
  {
    id: 'ews-autodiscover-host',
    kind: 'ews',
    order: 5,
    name: 'HTTPS at the autodiscover host',
    way: 'autodiscover-host',
    asksPassword: true,
    basis: 'documented',
    citation: withDirectory,
  },
  {
    id: 'mobile-autodetect',
    kind: 'mobile',
    order: 1,
    name: 'Exchange Online, which redirects to the server (JSON)',
    way: 'autodetect',
    hosting: 'online',
    asksPassword: false,
    basis: 'inferred',
    citation: { source: 'hma-outlook-mobile', section: 'Connection flow' },
  },
  {
    id: 'mobile-autodiscover-host',
    kind: 'mobile',
    order: 2,
    name: 'HTTPS at the autodiscover host (JSON)',
    way: 'autodiscover-host',
    asksPassword: false,
    basis: 'inferred',
    citation: { source: 'hma-outlook-mobile', section: 'Connection flow' },
  },
]

/** The steps of one kind of client, first to last. */
export const autodiscoverOrder = (kind: AutodiscoverKind): readonly AutodiscoverMethod[] =>
  autodiscoverMethods.filter((method) => method.kind === kind)
