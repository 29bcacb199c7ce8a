import type { Row } from './row.ts'

/** A registry value or in-band setting of a client that changes how it signs in. */
export interface ClientSetting extends Row {
  readonly name: string
  /** Registry key below HKEY_CURRENT_USER, where there is one; `x.0` is the version of Outlook. */
  readonly key?: string
  readonly values: readonly (number | string)[]
  /** Catalog ids of the clients concerned. */
  readonly clients: readonly string[]
  readonly statement: string
}

const identity2013 = 'Software\\Microsoft\\Office\\15.0\\Common\\Identity'
const identity2016 = 'Software\\Microsoft\\Office\\16.0\\Common\\Identity'
const exchange = 'Software\\Microsoft\\Exchange'
const autodiscover = 'Software\\Microsoft\\Office\\x.0\\Outlook\\AutoDiscover'

const office2013 = ['outlook-2013', 'office-2013', 'lync-2013', 'skype-for-business-2015'] as const
const office2016 = [
  'outlook-2016',
  'outlook-2019',
  'outlook-2021',
  'outlook-2024',
  'outlook-microsoft-365',
  'office-2016',
  'office-2019',
  'office-2021',
  'office-2024',
  'skype-for-business-2016',
  'skype-for-business-2019',
] as const
const outlook2016 = ['outlook-2016', 'outlook-2019', 'outlook-2021', 'outlook-2024', 'outlook-microsoft-365'] as const

const outlookOfAnyAge = ['outlook-2007', 'outlook-2010', 'outlook-2013', ...outlook2016] as const
/** Steps that only Outlook 2016 and later have. */
const newerSteps: ReadonlySet<string> = new Set(['ExcludeLastKnownGoodURL', 'ExcludeExplicitO365Endpoint'])

const skips: readonly (readonly [name: string, what: string])[] = [
  ['ExcludeLastKnownGoodURL', 'the last known good endpoint'],
  ['ExcludeExplicitO365Endpoint', 'Office 365, first and last'],
  ['ExcludeScpLookup', 'the service connection point'],
  ['ExcludeHttpsRootDomain', 'HTTPS at the mail domain'],
  ['ExcludeHttpsAutoDiscoverDomain', 'HTTPS at the autodiscover host'],
  ['ExcludeHttpRedirect', 'the HTTP redirect'],
  ['ExcludeSrvRecord', 'the SRV record'],
]

/** Every published setting of a client. */
export const clientSettings: readonly ClientSetting[] = [
  {
    id: 'enable-adal-2013',
    name: 'EnableADAL',
    key: identity2013,
    values: [0, 1],
    clients: office2013,
    statement: 'Office 2013 uses modern authentication only if this is 1, together with Version.',
    citation: { source: 'office-2013-enable', section: 'Enable modern authentication for Office 2013 clients' },
  },
  {
    id: 'version-2013',
    name: 'Version',
    key: identity2013,
    values: [1],
    clients: office2013,
    statement: 'Goes with EnableADAL on Office 2013.',
    citation: { source: 'office-2013-enable', section: 'Enable modern authentication for Office 2013 clients' },
  },
  {
    id: 'always-use-ms-oauth',
    name: 'AlwaysUseMSOAuthForAutoDiscover',
    key: exchange,
    values: [1],
    clients: ['outlook-2013', ...outlook2016],
    statement:
      'Outlook requires modern authentication; the documentation does not say what happens if the tenant has it turned off.',
    citation: { source: 'office-modern-auth', section: 'Exchange Online' },
  },
  {
    id: 'enable-exchange-on-prem-modern-auth',
    name: 'EnableExchangeOnPremModernAuth',
    key: identity2016,
    values: [0, 1],
    clients: outlook2016,
    statement: 'Outlook uses AD FS tokens with Exchange Server only if this is 1.',
    citation: { source: 'exchange-server-modern-auth', section: 'Configure client devices' },
  },
  {
    id: 'adfs-authorized-urls',
    name: 'ADFSAuthorizedURLs',
    values: ['fs.example.com'],
    clients: ['outlook-mac-legacy'],
    statement: 'A preference of Outlook for Mac: it uses tokens of the AD FS servers that this names.',
    citation: { source: 'exchange-server-modern-auth', section: 'Client-Side Modern Authentication configuration' },
  },
  {
    id: 'enable-adal-2016',
    name: 'EnableADAL',
    key: identity2016,
    values: [0, 1],
    clients: office2016,
    statement: 'Office 2016 and later use modern authentication unless this is 0.',
    citation: { source: 'office-modern-auth', section: 'Sign-in behavior of Office client apps' },
  },
  {
    id: 'allow-adal-for-non-lync',
    name: 'AllowAdalForNonLyncIndependentOfLync',
    values: [1],
    clients: ['lync-2013', 'skype-for-business-2015', 'skype-for-business-2016', 'skype-for-business-2019'],
    statement:
      'A Skype client homed on-premises uses modern authentication with Exchange Online; set by policy key or by the server.',
    citation: { source: 'skype-allow-adal', section: 'More information' },
  },
  {
    id: 'allow-adal-for-non-lync-update-level',
    name: 'update of July 2015 for the policy key, of September 2015 for clients of 2013',
    values: [],
    clients: ['lync-2013', 'skype-for-business-2015', 'skype-for-business-2016'],
    statement: 'Older clients do not know the setting.',
    citation: { source: 'skype-allow-adal-walkthrough', section: 'AllowAdalForNonLyncIndependentOfLync' },
  },
  {
    id: 'prefer-local-xml',
    name: 'PreferLocalXML',
    key: autodiscover,
    values: [0, 1],
    clients: outlookOfAnyAge,
    statement: 'With 1 Outlook asks its local file before anything else.',
    citation: { source: 'outlook-autodiscover-registry', section: 'More information' },
  },
  ...skips.map(
    ([name, what]): ClientSetting => ({
      id: name,
      name,
      key: autodiscover,
      values: [0, 1],
      clients: newerSteps.has(name) ? outlook2016 : outlookOfAnyAge,
      statement: `With 1 Outlook does not ask ${what}.`,
      citation: { source: 'outlook-autodiscover-registry', section: 'More information' },
    }),
  ),
]
