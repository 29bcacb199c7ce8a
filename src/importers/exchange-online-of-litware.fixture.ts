import type { Printed } from './printed.fixture.ts'

const cloud = (name: string) =>
  `CN=${name},CN=Configuration,CN=litware.onmicrosoft.com,DC=EURPR01A001,DC=PROD,DC=OUTLOOK,DC=COM`

const basic = (allowed: readonly string[]) =>
  Object.fromEntries(
    [
      ...['ActiveSync', 'Autodiscover', 'Imap', 'Mapi', 'OfflineAddressBook', 'OutlookService', 'Pop', 'Powershell'],
      ...['ReportingWebServices', 'Rpc', 'Smtp', 'WebServices'],
    ].map((protocol) => [`AllowBasicAuth${protocol}`, allowed.includes(protocol)]),
  )

const permission = (mailbox: string, user: string, rights: readonly string[]) => ({
  Identity: mailbox,
  User: user,
  AccessRights: rights,
  IsInherited: false,
  Deny: false,
})

const program = {
  DisplayName: 'Ticket system',
  AppId: '0d3c5d1e-0000-4000-8000-0000000000a1',
  ObjectId: '0d3c5d1e-0000-4000-8000-0000000000a2',
  Sid: 'S-1-5-21-1-2-3-4',
}

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
    cmdlet: 'Get-MailboxPermission',
    type: 'Microsoft.Exchange.Management.RecipientTasks.MailboxAcePresentationObject',
    objects: [
      permission('Info', 'NT AUTHORITY\\SELF', ['FullAccess', 'ReadPermission']),
      permission('Info', 'bernd@litware.com', ['FullAccess']),
      permission('Info', 'anna@litware.com', ['ReadPermission']),
      permission('Info', program.ObjectId, ['FullAccess']),
    ],
  },
  {
    cmdlet: 'Get-ServicePrincipal',
    type: 'Microsoft.Exchange.Data.Directory.Management.ServicePrincipal',
    objects: [program],
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
