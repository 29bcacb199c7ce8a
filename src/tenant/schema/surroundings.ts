import { flows, protocols } from '../../vocabulary/protocols.ts'
import { purposes } from '../../vocabulary/requests.ts'
import { cidr, flag, instant, type JsonSchema, list, names, object, oneOf, type Properties, text } from './parts.ts'

const network = object(
  'a network',
  'A place that sign-ins come from.',
  {
    name: text('network name', 'The name by which requests refer to it.'),
    ranges: list('ranges', 'Public egress addresses of the network.', cidr('range', 'One range.')),
    insideCorporateNetwork: flag(
      'position',
      'Whether it is inside the perimeter, where servers on-premises and domain controllers are reached. Left out: outside.',
    ),
    country: text('country', 'Two-letter country code of the egress addresses.', {
      $comment: 'a two-letter country code',
      pattern: '^[A-Z]{2}$',
      examples: ['DE'],
    }),
  },
  ['name'],
)

const extensionAttributes: Properties = Object.fromEntries(
  Array.from({ length: 15 }, (_, index) => [
    `extensionAttribute${index + 1}`,
    text('extension attribute', 'A free attribute.'),
  ]),
)

const device = object(
  'a device',
  "A device that clients run on, in the words of Graph's device resource.",
  {
    name: text('device name', 'The name by which clients refer to it.'),
    platform: oneOf('platform', 'Its operating system as policies see it.', [
      'windows',
      'macOS',
      'iOS',
      'android',
      'linux',
      'windowsPhone',
      'unknown',
    ]),
    domainJoined: flag('domain membership', 'Whether it is joined to the Active Directory domain.'),
    registered: flag('registration', 'Whether it is registered with Microsoft Entra ID.'),
    displayName: text('display name', 'The name in the directory.'),
    deviceId: text('device id', 'The id in the directory.'),
    isCompliant: flag('compliance', 'Whether device management found it compliant.'),
    trustType: oneOf('trust type', 'How it is joined.', ['AzureAD', 'ServerAD', 'Workplace']),
    deviceOwnership: text('ownership', 'Company or Personal.'),
    profileType: text('profile type', 'The kind of registration.'),
    model: text('model', 'The model.'),
    manufacturer: text('manufacturer', 'The manufacturer.'),
    operatingSystem: text('operating system', 'The operating system.'),
    operatingSystemVersion: text('operating system version', 'The version of the operating system.'),
    enrollmentProfileName: text('enrollment profile', 'The enrollment profile.'),
    mdmAppId: text('management application', 'The app id of the device management.'),
    ...extensionAttributes,
  },
  ['name'],
)

const application = object(
  'an application',
  'A registered application or another resource that tokens are asked for.',
  {
    displayName: text('application name', 'The name by which requests refer to it.'),
    appId: text('app id', 'The app id.'),
    publicClient: flag('public client', 'Whether it is a public client, which keeps no secret.'),
  },
  ['displayName', 'appId'],
)

const protocol = oneOf('protocol', 'One protocol.', protocols)
const protocolsByPurpose: Properties = Object.fromEntries(
  purposes.map((purpose) => [purpose, list('protocols', `Protocols to ${purpose.replaceAll('-', ' ')}.`, protocol)]),
)

const client: JsonSchema = {
  type: ['string', 'object'],
  title: 'a client',
  description:
    'A client in use: the id of a catalogue client, that with what this tenant says of it, or a client declared by its capabilities.',
  minLength: 1,
  properties: {
    name: text('client name', 'The name by which requests refer to it.'),
    client: text('client', 'The catalogue client that this is.', { examples: ['outlook-2013'] }),
    displayName: text('display name', 'The name shown in reports.'),
    registry: {
      type: 'object',
      title: 'the registry values',
      description: 'Registry and policy values by their own names: `EnableADAL`, `ExcludeScpLookup`.',
      additionalProperties: { type: ['number', 'string'], title: 'registry value', description: 'The value.' },
    },
    build: text('build', 'The build of the program.', { examples: ['15.0.4753.1001'] }),
    installation: oneOf('installation', 'How Office was installed.', ['click-to-run', 'msi']),
    accountSetup: oneOf(
      'account set-up',
      'When the account was added: before the client learnt modern authentication, since, or by restoring a backup.',
      ['before-modern', 'since-modern', 'restored-from-backup'],
    ),
    device: text('device', 'The device it runs on.'),
    registrarCertificate: oneOf(
      'registrar certificate',
      'Whether it holds the certificate that the Skype for Business registrar issued.',
      ['held', 'not-held'],
    ),
    wsTrust: flag(
      'WS-Trust',
      "Whether a program with a stored password first asks the identity provider of a federated person, as the vendor's library does. Silent: as the product does, else not.",
    ),
    users: names('users', 'The people who use it; everybody when left out.', 'user'),
    kind: oneOf('kind of client', 'For a client of your own: what sort of program it is.', [
      'outlook',
      'office',
      'skype',
      'teams',
      'mail',
      'browser',
      'powershell',
      'device',
      'script',
    ]),
    platform: oneOf('platform', 'For a client of your own: its operating system.', [
      'windows',
      'macOS',
      'iOS',
      'android',
      'linux',
      'windowsPhone',
      'any',
      'device',
    ]),
    office: oneOf('Office generation', 'For a client of your own that is Office: its generation.', [
      'not-office',
      '2010-or-earlier',
      '2013',
      '2016-or-later',
    ]),
    flows: list(
      'flows',
      'For a client of your own: ways of authenticating in the order tried.',
      oneOf('flow', 'One way.', flows),
    ),
    protocols: {
      type: ['array', 'object'],
      title: 'protocols',
      description: 'For a client of your own: its protocols, or its protocols for each purpose.',
      items: protocol,
      properties: protocolsByPurpose,
      additionalProperties: false,
    },
    prompts: oneOf(
      'prompts',
      'For a client of your own: one stored credential for all mailbox endpoints, or one for each.',
      ['one', 'each'],
    ),
    autodiscover: oneOf('autodiscover method', 'For a client of your own: how it finds its mailbox.', [
      'outlook-2016',
      'outlook',
      'ews',
      'mobile',
      'none',
    ]),
    modernDependsOnSetup: flag(
      'dependence on set-up',
      'For a client of your own: whether an account added earlier stays on basic authentication.',
    ),
    appId: text('app id', 'For a client of your own: its app id.'),
  },
  required: ['name'],
  additionalProperties: false,
}

/** Networks, devices, applications and clients. */
export const surroundingProperties = {
  networks: list('networks', 'Places that sign-ins come from.', network),
  devices: list('devices', 'Devices that clients run on.', device),
  applications: list('applications', 'Registered applications and other resources.', application),
  clients: list('clients', 'The clients in use. Silent: the whole catalogue.', client),
  rollouts: list(
    'roll-outs',
    'Where changes that the vendor rolls out tenant by tenant stand.',
    object(
      'a roll-out',
      'One change of the vendor timeline in this tenant.',
      {
        change: text('change', 'Its id in the vendor timeline.'),
        state: oneOf('roll-out state', 'What happened here.', [
          'applied',
          'not-applied',
          'turned-on-again',
          'postponed',
          'opted-out',
        ]),
        from: instant('start', 'From when this holds.'),
        until: instant('end', 'Until when this holds.'),
      },
      ['change', 'state'],
    ),
  ),
}
