import type { Printed } from '../company.fixture.ts'

const requestClaims = 'http://schemas.microsoft.com/2012/01/requestcontext/claims/'
const authorization = 'http://schemas.microsoft.com/authorization/claims/'
const passOn = (type: string): string => `c:[Type == "${type}"] => issue(claim = c);`

/** AD FS of a made-up company, which signs users in from its own addresses only. */
export const adfsOfLitware: readonly Printed[] = [
  {
    cmdlet: 'Get-AdfsProperties',
    type: 'Microsoft.IdentityServer.Management.Resources.ServiceSettings',
    objects: [{ HostName: 'STS.litware.com', CurrentFarmBehavior: 4, ExtranetLockoutThreshold: 10 }],
  },
  {
    cmdlet: 'Get-AdfsRelyingPartyTrust',
    type: 'Microsoft.IdentityServer.Management.Resources.RelyingPartyTrust',
    objects: [
      {
        Name: 'Microsoft Office 365 Identity Platform',
        Identifier: ['https://login.microsoftonline.com/extSTS.srf', 'urn:federation:MicrosoftOnline'],
        Enabled: true,
        AccessControlPolicyName: null,
        IssuanceAuthorizationRules: [
          `@RuleTemplate = "AllowAllAuthzRule" => issue(Type = "${authorization}permit", Value = "true");`,
          `@RuleName = "Block outside" exists([Type == "${requestClaims}x-ms-proxy"])`,
          `&& NOT EXISTS([Type == "${requestClaims}x-ms-forwarded-client-ip", Value =~ "\\b203\\.0\\.113\\."])`,
          `=> issue(Type = "${authorization}deny", Value = "true");`,
        ].join(' '),
        IssuanceTransformRules: [
          passOn('http://schemas.microsoft.com/claims/authnmethodsreferences'),
          passOn('http://schemas.microsoft.com/ws/2012/01/insidecorporatenetwork'),
        ].join(' '),
      },
      {
        Name: 'Intranet portal',
        Identifier: ['https://portal.litware.com/'],
        Enabled: true,
        AccessControlPolicyName: 'Permit everyone',
        IssuanceAuthorizationRules: null,
        IssuanceTransformRules: null,
      },
    ],
  },
  {
    cmdlet: 'Get-AdfsEndpoint',
    type: 'Microsoft.IdentityServer.Management.Resources.Endpoint',
    objects: [
      { AddressPath: '/adfs/ls/', Enabled: true, Proxy: true },
      { AddressPath: '/adfs/services/trust/2005/usernamemixed', Enabled: true, Proxy: true },
      { AddressPath: '/adfs/services/trust/13/windows', Enabled: false, Proxy: false },
    ],
  },
]
