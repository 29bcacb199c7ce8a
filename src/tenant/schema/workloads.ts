import { cidr, flag, flagOrNull, type JsonSchema, list, names, object, oneOf, type Properties, text } from './parts.ts'
import { modernAuthentication, servers } from './servers.ts'
import { skypeOnline, skypeServer } from './skype.ts'

const basicSwitches = [
  'ActiveSync',
  'Autodiscover',
  'Imap',
  'Mapi',
  'OfflineAddressBook',
  'OutlookService',
  'Pop',
  'Powershell',
  'ReportingWebServices',
  'Rpc',
  'Smtp',
  'WebServices',
] as const

const serverSwitches = [
  'ActiveSync',
  'Autodiscover',
  'Imap',
  'Mapi',
  'OfflineAddressBook',
  'Pop',
  'Rpc',
  'WebServices',
] as const

function switches(prefix: string, protocols: readonly string[], description: string): Properties {
  return Object.fromEntries(
    protocols.map((protocol) => [`${prefix}${protocol}`, flag('switch', `${description} ${protocol}.`)]),
  )
}

function authenticationPolicies(properties: Properties, description: string): JsonSchema {
  const name = text('policy name', 'The name of the authentication policy.')
  const policy = object('an authentication policy', description, { name, ...properties }, ['name'])
  return list('authentication policies', 'Authentication policies by their own switches.', policy)
}

const clientProfile = flag(
  'OAuth2ClientProfileEnabled',
  'The switch of `Set-OrganizationConfig` for modern authentication.',
)

const defaultPolicy = {
  type: ['string', 'null'],
  title: 'default authentication policy',
  description: 'The authentication policy of users without one of their own.',
  minLength: 1,
}

const authenticationMethods = {
  type: 'object',
  title: 'the authentication methods',
  description:
    'What virtual directories offer (`IISAuthenticationMethods`) by protocol, or under `default` for all others: Basic, Digest, Negotiate, Kerberos, NTLM, OAuth, Certificate.',
  additionalProperties: list(
    'methods',
    'Methods that this protocol offers.',
    oneOf('authentication method', 'One method.', [
      'Basic',
      'Digest',
      'Negotiate',
      'Kerberos',
      'NTLM',
      'Ntlm',
      'OAuth',
      'Certificate',
    ]),
  ),
}

const connector = object(
  'a connector',
  'An inbound connector that accepts mail from a device by its address or certificate.',
  {
    name: text('connector name', 'Its name.'),
    SenderIPAddresses: list('sender addresses', 'Addresses that may send.', cidr('sender address', 'One address.')),
    TlsSenderCertificateName: text('certificate name', 'The name in the certificate of the sender.'),
  },
  ['name'],
)

const ewsSwitches = {
  EwsEnabled: flagOrNull('EwsEnabled', 'Exchange web services for the organization; null when never set.'),
  EwsAllowedAppIDs: names('EwsAllowedAppIDs', 'App ids that may use Exchange web services.', 'app id'),
  EwsAllowList: names('EwsAllowList', 'User agents that may use Exchange web services.', 'user agent'),
  EwsAllowOutlook: flagOrNull('EwsAllowOutlook', 'Exchange web services for Outlook.'),
  EwsAllowMacOutlook: flagOrNull('EwsAllowMacOutlook', 'Exchange web services for Outlook for Mac.'),
}

const exchangeOnline = object('Exchange Online', 'Exchange Online, with its switches by their cmdlet names.', {
  modernAuthentication,
  OAuth2ClientProfileEnabled: clientProfile,
  authenticationPolicies: authenticationPolicies(
    switches('AllowBasicAuth', basicSwitches, 'Whether basic authentication is allowed for'),
    'What basic authentication may be used for; a switch left out blocks.',
  ),
  DefaultAuthenticationPolicy: defaultPolicy,
  SmtpClientAuthenticationDisabled: flag(
    'SmtpClientAuthenticationDisabled',
    'SMTP AUTH for the organization, of `Set-TransportConfig`.',
  ),
  RejectDirectSend: flag('RejectDirectSend', 'Whether mail sent without authentication to own domains is rejected.'),
  ...ewsSwitches,
  connectors: list('connectors', 'Inbound connectors for devices.', connector),
})

const exchangeServer = object(
  'Exchange Server',
  'Exchange Server on-premises, with its switches by their cmdlet names.',
  {
    servers,
    modernAuthentication,
    OAuth2ClientProfileEnabled: clientProfile,
    modernAuthority: oneOf(
      'authorization server',
      'Who issues tokens for clients: Microsoft Entra ID (hybrid modern authentication), AD FS, or nobody.',
      ['entra-id', 'ad-fs', 'none'],
    ),
    hybrid: oneOf('hybrid deployment', 'How Exchange is joined with Exchange Online.', [
      'none',
      'classic-full',
      'classic-minimal',
      'modern-agent',
    ]),
    owaModernAuthentication: flag(
      'modern authentication of Outlook on the web',
      'Whether Outlook on the web and the admin center were set up for tokens too, which the switch of the organization does not do. Silent: not.',
    ),
    SSLOffloading: flag('SSLOffloading', 'Whether TLS ends before the servers.'),
    MapiHttpEnabled: flag('MapiHttpEnabled', 'MAPI over HTTP.'),
    authenticationPolicies: authenticationPolicies(
      {
        ...switches('BlockLegacyAuth', serverSwitches, 'Whether basic, digest, NTLM and Kerberos are blocked for'),
        ...switches('BlockModernAuth', serverSwitches, 'Whether modern authentication is blocked for'),
      },
      'What is blocked on Exchange Server; a switch left out does not block.',
    ),
    DefaultAuthenticationPolicy: defaultPolicy,
    authenticationMethods,
  },
)

const sharepoint = object('SharePoint Online', 'SharePoint Online.', {
  modernAuthentication,
  LegacyAuthProtocolsEnabled: flag('LegacyAuthProtocolsEnabled', 'The switch of `Set-SPOTenant`.'),
})

const plain = (title: string) => object(title, `${title}, which has no switches here.`, {})

/** The services of the tenant. */
export const workloadProperties = {
  workloads: object('the workloads', 'The services that the tenant has; one that is not named is not there.', {
    'exchange-online': exchangeOnline,
    'exchange-server': exchangeServer,
    'skype-for-business-online': skypeOnline,
    'skype-for-business-server': skypeServer,
    'sharepoint-online': sharepoint,
    teams: plain('Microsoft Teams'),
    'entra-self-service': plain('the security information pages'),
    'azure-management': plain('Azure management'),
    'microsoft-365-admin': plain('the Microsoft 365 admin center'),
    'microsoft-graph': plain('Microsoft Graph'),
    application: plain('registered applications'),
  }),
  autodiscover: object(
    'autodiscover',
    'Where mail clients find their endpoints.',
    {
      kind: oneOf('autodiscover topology', 'Which autodiscover endpoints there are.', [
        'cloud',
        'on-premises',
        'hybrid',
      ]),
      serviceConnectionPoints: list(
        'service connection points',
        'Published in Active Directory for domain-joined clients.',
        object(
          'a service connection point',
          'One published endpoint.',
          {
            host: text('host', 'The host it names.'),
            site: text('site', 'The Active Directory site it is for.'),
            hosting: oneOf('hosting', 'Where the host is; on-premises when left out.', ['online', 'on-premises']),
          },
          ['host'],
        ),
      ),
      dns: object('the DNS steps', 'Where each DNS step of autodiscover leads.', {
        rootDomain: destination('The root domain'),
        autodiscoverHost: destination('The host `autodiscover` of the domain'),
        httpRedirect: destination('The redirect over HTTP'),
        srvRecord: destination('The SRV record'),
      }),
    },
    ['kind'],
  ),
}

function destination(step: string): JsonSchema {
  return oneOf('destination', `${step} leads there.`, ['online', 'on-premises', 'none'])
}
