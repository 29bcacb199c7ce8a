import type { Printed } from './printed.fixture.ts'

const forest = (name: string) =>
  `CN=${name},CN=Litware,CN=Microsoft Exchange,CN=Services,CN=Configuration,DC=corp,DC=litware,DC=com`

const legacy = (blocked: boolean) =>
  Object.fromEntries(
    ['ActiveSync', 'Autodiscover', 'Imap', 'Mapi', 'OfflineAddressBook', 'Pop', 'Rpc', 'WebServices'].map(
      (protocol) => [`BlockLegacyAuth${protocol}`, blocked],
    ),
  )

const directory = (name: string, server: string) => ({
  Name: `${name} (Default Web Site)`,
  Server: server,
  Identity: `${server}\\${name} (Default Web Site)`,
})
const flags = (basicOn: boolean, windows: boolean, oauth: boolean) => ({
  BasicAuthentication: basicOn,
  DigestAuthentication: false,
  WindowsAuthentication: windows,
  OAuthAuthentication: oauth,
  WSSecurityAuthentication: true,
})

/** Exchange Server of the same company, in hybrid deployment with hybrid modern authentication. */
export const exchangeServerOfLitware: readonly Printed[] = [
  {
    cmdlet: 'Get-OrganizationConfig',
    type: 'Microsoft.Exchange.Data.Directory.Management.OrganizationConfig',
    objects: [
      {
        Name: 'Litware',
        OAuth2ClientProfileEnabled: true,
        DefaultAuthenticationPolicy: null,
        MapiHttpEnabled: true,
        DistinguishedName: forest('Litware'),
      },
    ],
  },
  {
    cmdlet: 'Get-AuthenticationPolicy',
    type: 'Microsoft.Exchange.Data.Directory.SystemConfiguration.AuthenticationPolicy',
    objects: [{ Name: 'Block legacy', ...legacy(true) }],
  },
  {
    cmdlet: 'Get-ExchangeServer',
    type: 'Microsoft.Exchange.Data.Directory.Management.ExchangeServer',
    objects: [
      { Name: 'EX1', AdminDisplayVersion: 'Version 15.2 (Build 1544.4)', ServerRole: 'Mailbox, ClientAccess' },
      { Name: 'EX2', AdminDisplayVersion: 'Version 15.1 (Build 2507.6)', ServerRole: 'Mailbox, ClientAccess' },
    ],
  },
  {
    cmdlet: 'Get-MapiVirtualDirectory',
    type: 'Microsoft.Exchange.Management.SystemConfigurationTasks.ADMapiVirtualDirectory',
    objects: ['EX1', 'EX2'].map((server) => ({
      ...directory('mapi', server),
      IISAuthenticationMethods: server === 'EX1' ? ['Ntlm', 'OAuth', 'Negotiate'] : ['OAuth', 'Negotiate', 'Ntlm'],
    })),
  },
  {
    cmdlet: 'Get-WebServicesVirtualDirectory',
    type: 'Microsoft.Exchange.Data.Directory.Management.ADWebServicesVirtualDirectory',
    objects: [
      { ...directory('EWS', 'EX1'), ...flags(false, true, true) },
      { ...directory('EWS', 'EX1'), Name: 'EWS (Exchange Back End)', ...flags(true, true, false) },
    ],
  },
  {
    cmdlet: 'Get-AutodiscoverVirtualDirectory',
    type: 'Microsoft.Exchange.Data.Directory.Management.ADAutodiscoverVirtualDirectory',
    objects: [{ ...directory('Autodiscover', 'EX1'), ...flags(true, true, true) }],
  },
  {
    cmdlet: 'Get-OutlookAnywhere',
    type: 'Microsoft.Exchange.Data.Directory.Management.ADRpcHttpVirtualDirectory',
    objects: [
      {
        ...directory('Rpc', 'EX1'),
        SSLOffloading: false,
        ExternalClientAuthenticationMethod: 'Ntlm',
        InternalClientAuthenticationMethod: 'Ntlm',
        IISAuthenticationMethods: ['Basic', 'Ntlm', 'Negotiate'],
      },
    ],
  },
  {
    cmdlet: 'Get-ActiveSyncVirtualDirectory',
    type: 'Microsoft.Exchange.Data.Directory.Management.ADMobileVirtualDirectory',
    objects: [
      {
        ...directory('Microsoft-Server-ActiveSync', 'EX1'),
        BasicAuthEnabled: true,
        WindowsAuthEnabled: false,
        ClientCertAuth: 'Ignore',
      },
    ],
  },
  {
    cmdlet: 'Get-OwaVirtualDirectory',
    type: 'Microsoft.Exchange.Data.Directory.Management.ADOwaVirtualDirectory',
    objects: [
      {
        ...directory('owa', 'EX1'),
        FormsAuthentication: true,
        AdfsAuthentication: false,
        ...flags(true, false, false),
      },
    ],
  },
  {
    cmdlet: 'Get-ClientAccessService',
    type: 'Microsoft.Exchange.Data.Directory.Management.ClientAccessServer',
    objects: ['EX1', 'EX2'].map((Name) => ({
      Name,
      AutoDiscoverServiceInternalUri: 'https://autodiscover.litware.com/Autodiscover/Autodiscover.xml',
      AutoDiscoverSiteScope: ['Berlin'],
    })),
  },
  {
    cmdlet: 'Get-AuthServer',
    type: 'Microsoft.Exchange.Data.Directory.SystemConfiguration.AuthServer',
    objects: [
      {
        Name: 'EvoSts - 2f0a',
        Type: 'AzureAD',
        Enabled: true,
        IsDefaultAuthorizationEndpoint: true,
        AuthMetadataUrl:
          'https://login.windows.net/litware.onmicrosoft.com/federationmetadata/2007-06/federationmetadata.xml',
      },
      {
        Name: 'ACS - 2f0a',
        Type: 'MicrosoftACS',
        Enabled: true,
        IsDefaultAuthorizationEndpoint: false,
        AuthMetadataUrl: 'https://accounts.accesscontrol.windows.net/litware.onmicrosoft.com/metadata/json/1',
      },
    ],
  },
  {
    cmdlet: 'Get-HybridConfiguration',
    type: 'Microsoft.Exchange.Data.Directory.Management.HybridConfiguration',
    objects: [
      {
        Domains: ['litware.com'],
        Features: ['FreeBusy', 'MoveMailbox', 'Photos'],
        OnPremisesSmartHost: 'mail.litware.com',
      },
    ],
  },
  {
    cmdlet: 'Get-RemoteMailbox',
    type: 'Microsoft.Exchange.Data.Directory.Management.RemoteMailbox',
    objects: [
      {
        UserPrincipalName: 'anna@litware.com',
        RemoteRoutingAddress: 'SMTP:anna@litware.mail.onmicrosoft.com',
        RecipientTypeDetails: 'RemoteUserMailbox',
        ArchiveState: 'HostedProvisioned',
      },
    ],
  },
  {
    cmdlet: 'Get-Mailbox',
    type: 'Microsoft.Exchange.Data.Directory.Management.Mailbox',
    objects: [
      {
        UserPrincipalName: 'bernd@litware.com',
        PrimarySmtpAddress: 'bernd@litware.com',
        RecipientTypeDetails: 'UserMailbox',
        ArchiveState: 'None',
        ExchangeGuid: '0d3c5d1e-0000-4000-8000-000000000003',
        DistinguishedName: 'CN=Bernd,OU=Staff,DC=corp,DC=litware,DC=com',
      },
    ],
  },
  {
    cmdlet: 'Get-OutlookProvider',
    type: 'Microsoft.Exchange.Data.Directory.SystemConfiguration.OutlookProvider',
    objects: [{ Name: 'EXPR', CertPrincipalName: 'msstd:mail.litware.com', OutlookProviderFlags: 'None' }],
  },
]
