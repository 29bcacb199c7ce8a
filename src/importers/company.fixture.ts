/** What one cmdlet printed. */
export interface Printed {
  readonly cmdlet: string
  readonly type: string
  readonly objects: readonly Readonly<Record<string, string | number | boolean | null | readonly string[]>>[]
}

const cloud = (name: string) =>
  `CN=${name},CN=Configuration,CN=litware.onmicrosoft.com,DC=EURPR01A001,DC=PROD,DC=OUTLOOK,DC=COM`
const forest = (name: string) =>
  `CN=${name},CN=Litware,CN=Microsoft Exchange,CN=Services,CN=Configuration,DC=corp,DC=litware,DC=com`

const basic = (allowed: readonly string[]) =>
  Object.fromEntries(
    [
      ...['ActiveSync', 'Autodiscover', 'Imap', 'Mapi', 'OfflineAddressBook', 'OutlookService', 'Pop', 'Powershell'],
      ...['ReportingWebServices', 'Rpc', 'Smtp', 'WebServices'],
    ].map((protocol) => [`AllowBasicAuth${protocol}`, allowed.includes(protocol)]),
  )

const legacy = (blocked: boolean) =>
  Object.fromEntries(
    ['ActiveSync', 'Autodiscover', 'Imap', 'Mapi', 'OfflineAddressBook', 'Pop', 'Rpc', 'WebServices'].map(
      (protocol) => [`BlockLegacyAuth${protocol}`, blocked],
    ),
  )

/** Exchange Online of a made-up company. */
export const exchangeOnlineOfLitware: readonly Printed[] = [
  {
    cmdlet: 'Get-OrganizationConfig',
    type: 'Microsoft.Exchange.Data.Directory.Management.OrganizationConfig',
    objects: [
      {
        Name: 'litware.onmicrosoft.com',
        OAuth2ClientProfileEnabled: true,
        DefaultAuthenticationPolicy: cloud('Block Basic,CN=Auth Policies'),
        EwsEnabled: null,
        EwsAllowOutlook: null,
        EwsAllowMacOutlook: false,
        EwsAllowedAppIDs: null,
        RejectDirectSend: true,
        MapiHttpEnabled: true,
        DistinguishedName: cloud('Litware'),
      },
    ],
  },
  {
    cmdlet: 'Get-TransportConfig',
    type: 'Microsoft.Exchange.Data.Directory.SystemConfiguration.TransportConfigContainer',
    objects: [{ Name: 'Transport Settings', SmtpClientAuthenticationDisabled: true }],
  },
  {
    cmdlet: 'Get-AuthenticationPolicy',
    type: 'Microsoft.Exchange.Data.Directory.SystemConfiguration.AuthenticationPolicy',
    objects: [
      { Name: 'Block Basic', ...basic([]) },
      { Name: 'Printers', ...basic(['Smtp', 'Pop']) },
    ],
  },
  {
    cmdlet: 'Get-Mailbox',
    type: 'Microsoft.Exchange.Data.Directory.Management.Mailbox',
    objects: [
      {
        Name: 'Anna',
        UserPrincipalName: 'anna@litware.com',
        PrimarySmtpAddress: 'anna.ahl@litware.com',
        RecipientTypeDetails: 'UserMailbox',
        ArchiveState: 'Local',
        ExchangeGuid: '0d3c5d1e-0000-4000-8000-000000000001',
        AccountDisabled: false,
        DistinguishedName: cloud('Anna'),
      },
      {
        Name: 'Info',
        UserPrincipalName: 'info@litware.com',
        PrimarySmtpAddress: 'info@litware.com',
        RecipientTypeDetails: 'SharedMailbox',
        ArchiveState: 'None',
        ExchangeGuid: '0d3c5d1e-0000-4000-8000-000000000002',
        AccountDisabled: true,
        DistinguishedName: cloud('Info'),
      },
    ],
  },
  {
    cmdlet: 'Get-CASMailbox',
    type: 'Microsoft.Exchange.Data.Directory.Management.CASMailbox',
    objects: [
      {
        Name: 'Anna',
        PrimarySmtpAddress: 'anna.ahl@litware.com',
        ActiveSyncEnabled: true,
        OWAEnabled: true,
        PopEnabled: false,
        ImapEnabled: false,
        MAPIEnabled: true,
        EwsEnabled: null,
        SmtpClientAuthenticationDisabled: null,
        OutlookMobileEnabled: true,
      },
      {
        Name: 'DiscoverySearchMailbox{D919BA05}',
        PrimarySmtpAddress: 'd@litware.com',
        ActiveSyncEnabled: true,
        OWAEnabled: true,
      },
    ],
  },
  {
    cmdlet: 'Get-User',
    type: 'Microsoft.Exchange.Data.Directory.Management.User',
    objects: [
      {
        UserPrincipalName: 'anna@litware.com',
        AuthenticationPolicy: cloud('Printers,CN=Auth Policies'),
        RecipientTypeDetails: 'UserMailbox',
        DistinguishedName: cloud('Anna'),
      },
    ],
  },
  {
    cmdlet: 'Get-InboundConnector',
    type: 'Microsoft.Exchange.Data.Directory.SystemConfiguration.TenantInboundConnector',
    objects: [
      {
        Name: 'Devices',
        Enabled: true,
        ConnectorType: 'OnPremises',
        SenderIPAddresses: ['203.0.113.10', '198.51.100.0/24'],
        TlsSenderCertificateName: null,
        SenderDomains: ['smtp:*;1'],
      },
      {
        Name: 'Partner',
        Enabled: true,
        ConnectorType: 'Partner',
        SenderIPAddresses: null,
        TlsSenderCertificateName: 'partner.example',
        SenderDomains: ['smtp:partner.example;1'],
      },
    ],
  },
]

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

/** Skype for Business of the same company. */
export const skypeOfLitware: readonly Printed[] = [
  {
    cmdlet: 'Get-CsAuthConfig',
    type: 'Microsoft.Rtc.Management.AuthConfig',
    objects: [{ Scenario: 'BlockWindowsAuthExternally' }],
  },
  {
    cmdlet: 'Get-CsOAuthConfiguration',
    type: 'Microsoft.Rtc.Management.WritableConfig.Settings.SSAuth.OAuthSettings',
    objects: [
      {
        Identity: 'Global',
        Realm: 'litware.com',
        ClientAuthorizationOAuthServerIdentity: 'sts.litware.com',
        ClientAdalAuthOverride: 'NoOverride',
      },
    ],
  },
  {
    cmdlet: 'Get-CsOAuthServer',
    type: 'Microsoft.Rtc.Management.WritableConfig.Settings.SSAuth.OAuthServer',
    objects: [
      {
        Identity: 'sts.litware.com',
        Type: 'ADFS',
        MetadataUrl: 'https://sts.litware.com/FederationMetadata/2007-06/FederationMetadata.xml',
      },
    ],
  },
  {
    cmdlet: 'Get-CsWebServiceConfiguration',
    type: 'Microsoft.Rtc.Management.WritableConfig.Settings.Web.WebServiceSettings',
    objects: [
      {
        Identity: 'Global',
        UseWindowsAuth: 'Negotiate',
        UseCertificateAuth: true,
        UsePinAuth: true,
        UseWsFedPassiveAuth: false,
      },
    ],
  },
  {
    cmdlet: 'Get-CsManagementStoreReplicationStatus',
    type: 'Microsoft.Rtc.Management.Xds.ReplicaState',
    objects: [{ ReplicaFqdn: 'fe1.corp.litware.com', ProductVersion: '7.0.2046.524', UpToDate: true }],
  },
  {
    cmdlet: 'Get-CsUser',
    type: 'Microsoft.Rtc.Management.ADConnect.Schema.OCSADUser',
    objects: [
      {
        UserPrincipalName: 'anna@litware.com',
        SipAddress: 'sip:anna@litware.com',
        Enabled: true,
        RegistrarPool: 'pool1.corp.litware.com',
        HostingProvider: 'SRV:',
      },
      {
        UserPrincipalName: 'bernd@litware.com',
        SipAddress: 'sip:bernd@litware.com',
        Enabled: true,
        RegistrarPool: null,
        HostingProvider: 'sipfed.online.lync.com',
      },
    ],
  },
]
