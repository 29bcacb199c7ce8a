import type { Printed } from './printed.fixture.ts'

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
