import type { AutodiscoverKind, Client, ClientKind, OfficeGeneration, Platform } from '../../catalog/client.ts'
import { workloadNames } from '../../vocabulary/actors.ts'
import { factDomains } from '../../vocabulary/facts.ts'
import { type Flow, flows, type Protocol, protocols } from '../../vocabulary/protocols.ts'
import { type Purpose, purposes } from '../../vocabulary/requests.ts'
import { build, type JsonSchema, list, names, oneOf, type Properties, text } from '../schema/parts.ts'
import { type Authored, choice, flag, listOf, propertiesOf, type Settings, setting } from './setting.ts'

const identity = 'a different name would be a different client'
const capability = { readBy: 'the capabilities of the client', notTried: 'it would be a different program' }

const kinds: readonly ClientKind[] = [
  'outlook',
  'office',
  'skype',
  'teams',
  'mail',
  'browser',
  'powershell',
  'device',
  'script',
  'vpn',
  'remote-desktop',
  'file-explorer',
  'database-client',
]
const platforms: readonly Platform[] = ['windows', 'macOS', 'iOS', 'android', 'linux', 'windowsPhone', 'any', 'device']
const generations: readonly OfficeGeneration[] = factDomains.office
const methods: readonly AutodiscoverKind[] = ['outlook-2016', 'outlook', 'ews', 'mobile', 'none']

const protocol = oneOf('protocol', 'One protocol.', protocols)
const protocolsByPurpose: Properties = Object.fromEntries(
  purposes.map((purpose) => [purpose, list('protocols', `Protocols to ${purpose.replaceAll('-', ' ')}.`, protocol)]),
)

/** A client in use. */
export const clientSettings = {
  name: setting<string>(text, {
    title: 'client name',
    about: 'The name that requests use for it.',
    readBy: 'requests',
    notTried: identity,
  }),
  client: setting<string>((title, about) => text(title, about, { examples: ['outlook-2013'] }), {
    title: 'client',
    about: 'The id of the catalog client.',
    states: 'office',
    notTried: 'the later clients of the catalog are tried',
  }),
  displayName: setting<string>(text, {
    title: 'display name',
    about: 'The name shown in reports.',
    readBy: 'reports',
    notTried: identity,
  }),
  registry: setting<Readonly<Record<string, number | string>>>(
    (title, description) => ({
      type: 'object',
      title: `the ${title}`,
      description,
      additionalProperties: { type: ['number', 'string'], title: 'registry value', description: 'The value.' },
    }),
    {
      title: 'registry values',
      about: 'Registry and policy values by their own names: `EnableADAL`, `ExcludeScpLookup`.',
      readBy: "the client's registry, in which each published value is a separate fact",
      notTried: 'each published value is tried individually',
    },
  ),
  build: setting<string>(build, {
    title: 'build',
    about: 'The build of the program; for Apple Mail the version of iOS or macOS, as in `17.6.1`.',
    states: ['adalBuild', 'adFsTokens'],
    notTried: 'it is removed, because a build has no next value',
  }),
  installation: choice(['click-to-run', 'msi'], {
    title: 'installation',
    about: 'How Office was installed.',
    readBy: 'which builds have modern authentication',
    notTried: 'the build is tried',
  }),
  accountSetup: choice(['before-modern', 'since-modern', 'restored-from-backup'], {
    title: 'account set-up',
    about:
      'When the account was added: before or after the client supported modern authentication, or by restoring a backup.',
    states: 'accountSetup',
    tries: ['since-modern'],
    label: 'Account set up',
  }),
  accountServer: choice(['exchange-server', 'exchange-online'], {
    title: 'server of the account',
    about:
      'For an ActiveSync device: the Exchange that its account was set up with. Default: in a hybrid deployment, the on-premises one, which redirects the device of a mailbox that has moved.',
    readBy: 'where the device of a moved mailbox connects first',
    notTried: 'the device follows its mailbox once it is redirected',
  }),
  device: setting<string>(text, {
    title: 'device',
    about: 'The device it runs on.',
    states: 'deviceSession',
    notTried: 'only the devices declared in the file are tried',
  }),
  deviceSingleSignOn: flag({
    title: 'single sign-on with the device',
    about:
      'For a browser: whether it presents the token of the device (Edge signed in with the work account, Chrome with its extension or CloudAPAuthEnabled, Firefox with Windows single sign-on). For other programs: whether they use the broker.',
    states: 'tokenReach',
    tries: 'every value',
  }),
  registrarCertificate: choice(['held', 'not-held'], {
    title: 'registrar certificate',
    about: 'Whether it holds the certificate that the Skype for Business registrar issued.',
    states: 'registrarCertificate',
    tries: 'every value',
    label: 'Registrar certificate',
  }),
  wsTrust: flag({
    title: 'WS-Trust',
    about:
      "Whether a program with a stored password first asks the identity provider of a federated user, as the vendor's library does. Default: no; undetermined for the vendor's own tools, because it is not documented.",
    states: 'passwordGrantChecked',
    tries: 'every value',
  }),
  users: setting<readonly string[]>((title, about) => names(title, about, 'user'), {
    title: 'users',
    about: 'The users who use it. Default: everyone.',
    readBy: 'which sign-ins exist',
    notTried: 'it would only be a different question',
  }),
  kind: choice(kinds, {
    title: 'kind of client',
    about: 'For a custom client: the kind of program.',
    ...capability,
  }),
  platform: choice(platforms, {
    title: 'platform',
    about: 'For a custom client: its operating system.',
    ...capability,
  }),
  office: choice(generations, {
    title: 'Office generation',
    about: 'For a client of your own that is Office: its generation.',
    states: 'office',
    notTried: capability.notTried,
  }),
  flows: listOf<Flow>(oneOf('flow', 'One method.', flows), {
    title: 'flows',
    about: 'For a custom client: authentication methods, in the order tried.',
    ...capability,
  }),
  protocols: setting<readonly Protocol[] | Readonly<Partial<Record<Purpose, readonly Protocol[]>>>>(
    (title, description) => ({
      type: ['array', 'object'],
      title,
      description,
      items: protocol,
      properties: protocolsByPurpose,
      additionalProperties: false,
    }),
    {
      title: 'protocols',
      about: 'For a custom client: its protocols, or its protocols for each purpose.',
      ...capability,
    },
  ),
  prompts: choice(['one', 'each'], {
    title: 'prompts',
    about: 'For a custom client: one stored credential for all mailbox endpoints, or one for each.',
    ...capability,
  }),
  autodiscover: choice(methods, {
    title: 'autodiscover method',
    about: 'For a custom client: how it finds its mailbox.',
    ...capability,
  }),
  administers: choice(workloadNames, {
    title: 'administered service',
    about: 'For a custom client: the service that it administers, if its protocols do not show it.',
    ...capability,
  }),
  appOnly: choice(['certificate', 'client-secret', 'managed-identity'], {
    title: 'proof',
    about: 'For a client of your own that signs in as itself: how it proves its identity.',
    ...capability,
  }),
  confidential: flag({
    title: 'confidential client',
    about: 'For a custom client: whether it is a confidential OAuth client.',
    ...capability,
  }),
  transferMethod: choice(['deviceCodeFlow'], {
    title: 'transfer method',
    about: 'For a custom client: how the sign-in reaches it from another device.',
    ...capability,
  }),
  modernDependsOnSetup: flag({
    title: 'dependence on set-up',
    about: 'For a custom client: whether an account added earlier stays on basic authentication.',
    ...capability,
  }),
  appId: setting<string>(text, {
    title: 'app id',
    about: 'Its app id: for a custom client, and for one of the catalog that stands for many programs.',
    ...capability,
  }),
}

/** The registry values that state a fact by themselves, by the fact. */
export const registryFacts = {
  enableAdal: 'EnableADAL',
  alwaysUseMsoAuth: 'AlwaysUseMSOAuthForAutoDiscover',
  onPremModernAuth: 'EnableExchangeOnPremModernAuth',
} as const

/** A client as authored: a catalog entry with overrides, or one declared by its capabilities. */
export type ClientFile = Authored<typeof clientSettings, 'name'>

/** One client of the tenant file: a word, or an entry. */
export const clientSchema: JsonSchema = {
  type: ['string', 'object'],
  title: 'a client',
  description:
    'A client in use: the id of a catalog client, a catalog client with settings of this tenant, or a client declared by its capabilities.',
  minLength: 1,
  properties: propertiesOf(clientSettings),
  required: ['name'],
  additionalProperties: false,
}

/** Whether a program holds certificates of a registrar: one for Skype for Business, or another that speaks SIP. */
function speaksSip({ kind, protocols: spoken }: Pick<Client, 'kind' | 'protocols'>): boolean {
  return kind === 'skype' || Object.values(spoken).some((all) => all.includes('sip'))
}

/** The settings of clients that decide something for a product. */
export function clientSettingsOf(product: Pick<Client, 'kind' | 'protocols' | 'modernDependsOnSetup'>): Settings {
  const { accountSetup, registrarCertificate, ...others } = clientSettings
  return {
    ...others,
    ...(product.modernDependsOnSetup === true && { accountSetup }),
    ...(speaksSip(product) && { registrarCertificate }),
  }
}
