/** The same company as an architect would write it down who has seen no export of it. */
export const litwareByHand = `
name: Litware
asOf: 2026-06-01
createdDateTime: 2014-03-01T08:00:00Z
licences: [p1]
securityDefaults: false

domains:
  - name: litware.com
    isDefault: true
    authenticationType: federated
    identityProvider: sts.litware.com
    federatedIdpMfaBehavior: rejectMfaByFederatedIdp
    issuerUri: http://sts.litware.com/adfs/services/trust
    activeSignInUri: https://sts.litware.com/adfs/services/trust/2005/usernamemixed
    passiveSignInUri: https://sts.litware.com/adfs/ls/
    preferredAuthenticationProtocol: wsFed
  - { name: litware.onmicrosoft.com, authenticationType: managed, managedSignIn: password-hash-sync }

identityProviders:
  - name: sts.litware.com
    product: ad-fs
    version: "2019"
    passesClaims: [authnmethodsreferences, insidecorporatenetwork]
    accessRules:
      - name: Block outside
        effect: deny
        conditions:
          - { claim: x-ms-proxy, operator: exists }
          - { claim: x-ms-forwarded-client-ip, operator: not-matches, value: '\\b203\\.0\\.113\\.' }

networks:
  - { name: Head office, ranges: [203.0.113.0/24] }
  - { name: Branch, ranges: [198.51.100.0/24] }
  - { name: internet }

groups:
  - { name: Staff, members: [anna@litware.com, bernd@litware.com] }
  - { name: Field, members: [bernd@litware.com] }

conditionalAccess:
  namedLocations:
    - { displayName: Head office, isTrusted: true, ipRanges: [{ cidrAddress: 203.0.113.0/24 }] }
    - { displayName: Branch, isTrusted: true, ipRanges: [{ cidrAddress: 198.51.100.0/24 }] }
  policies:
    - displayName: MFA outside the head office
      state: enabled
      conditions:
        clientAppTypes: [all]
        users: { includeGroups: [Staff] }
        applications: { includeApplications: [All] }
        locations: { includeLocations: [All], excludeLocations: [Head office] }
      grantControls: { operator: OR, builtInControls: [mfa] }
    - displayName: Block legacy authentication
      state: enabled
      conditions:
        clientAppTypes: [exchangeActiveSync, other]
        users: { includeUsers: [All], excludeGroups: [Field] }
        applications: { includeApplications: [All] }
        locations: { includeLocations: [All], excludeLocations: [Branch] }
      grantControls: { operator: OR, builtInControls: [block] }
    - displayName: Administrators
      state: enabled
      conditions:
        clientAppTypes: [all]
        users: { includeRoles: [Global Administrator] }
        applications: { includeApplications: [All] }
      grantControls:
        operator: OR
        authenticationStrength: { id: 00000000-0000-0000-0000-000000000004 }

autodiscover:
  kind: hybrid
  serviceConnectionPoints: [{ host: autodiscover.litware.com, site: Berlin }]

workloads:
  exchange-online:
    OAuth2ClientProfileEnabled: true
    DefaultAuthenticationPolicy: Block Basic
    EwsEnabled: null
    EwsAllowOutlook: null
    EwsAllowMacOutlook: false
    RejectDirectSend: true
    SmtpClientAuthenticationDisabled: true
    connectors: [{ name: Devices, SenderIPAddresses: [203.0.113.10/32, 198.51.100.0/24] }]
    authenticationPolicies:
      - { name: Block Basic, ${switches([])} }
      - { name: Printers, ${switches(['Pop', 'Smtp'])} }
  exchange-server:
    OAuth2ClientProfileEnabled: true
    modernAuthority: entra-id
    owaModernAuthentication: false
    hybrid: classic-full
    MapiHttpEnabled: true
    SSLOffloading: false
    DefaultAuthenticationPolicy: null
    servers:
      - { name: EX1, version: "2019", cumulativeUpdate: 14, role: mailbox }
      - { name: EX2, version: "2016", cumulativeUpdate: 23, role: mailbox }
    authenticationMethods:
      autodiscover: [Basic, NTLM, Negotiate, OAuth]
      ews: [NTLM, Negotiate, OAuth]
      exchange-activesync: [Basic, OAuth]
      https: [Basic]
      mapi-http: [NTLM, Negotiate, OAuth]
      rpc-http: [Basic, NTLM, Negotiate]
    authenticationPolicies:
      - name: Block legacy
        BlockLegacyAuthActiveSync: true
        BlockLegacyAuthAutodiscover: true
        BlockLegacyAuthImap: true
        BlockLegacyAuthMapi: true
        BlockLegacyAuthOfflineAddressBook: true
        BlockLegacyAuthPop: true
        BlockLegacyAuthRpc: true
        BlockLegacyAuthWebServices: true
  skype-for-business-online: {}
  skype-for-business-server:
    modernAuthority: ad-fs
    ClientAuthorizationOAuthServerIdentity: sts.litware.com
    Scenario: BlockWindowsAuthExternally
    UsePassiveAuthentication: false
    servers: [{ name: fe1.corp.litware.com, version: "2019", buildOrUpdate: 7.0.2046.524 }]

clients:
  - { name: outlook-2013 15.0.5589.1000, client: outlook-2013, build: 15.0.5589.1000 }
  - { name: outlook-2016 16.0.5400.1000, client: outlook-2016, build: 16.0.5400.1000 }
  - { name: outlook-microsoft-365 16.0.17928.20114, client: outlook-microsoft-365, build: 16.0.17928.20114 }
  - outlook-mobile-ios
  - samsung-mail

users:
  - userPrincipalName: anna@litware.com
    displayName: Anna Ahl
    accountEnabled: true
    onPremisesSyncEnabled: true
    perUserMfaState: disabled
    registered: true
    methods: [microsoftAuthenticatorPush]
    groups: [Staff]
    roles: []
    mailbox: exchange-online
    archive: exchange-online
    registrar: skype-for-business-server
    authenticationPolicy: Printers
    mailboxSwitches:
      ActiveSyncEnabled: true
      OWAEnabled: true
      PopEnabled: false
      ImapEnabled: false
      MAPIEnabled: true
      EwsEnabled: null
      SmtpClientAuthenticationDisabled: null
      OutlookMobileEnabled: true

  - userPrincipalName: bernd@litware.com
    displayName: Bernd Berg
    accountEnabled: true
    onPremisesSyncEnabled: true
    perUserMfaState: enforced
    registered: false
    methods: []
    groups: [Staff, Field]
    roles: []
    mailbox: exchange-server
    archive: none
    sharedMailbox: exchange-online
    registrar: skype-for-business-online

  - userPrincipalName: carla_fabrikam.com#EXT#@litware.onmicrosoft.com
    displayName: Carla
    kind: guest
    homeIdentity: entra-tenant
    accountEnabled: true
    onPremisesSyncEnabled: false
    groups: []
    roles: []

  - userPrincipalName: dora@litware.onmicrosoft.com
    displayName: Dora, administrator
    accountEnabled: true
    perUserMfaState: disabled
    registered: true
    methods: [fido2]
    groups: []
    roles: [Global Administrator]

  - userPrincipalName: Ticket system
    displayName: Ticket system
    kind: service-principal
    mailbox: exchange-online
    mailboxAccess: granted
`

function switches(allowed: readonly string[]): string {
  return [
    ...['ActiveSync', 'Autodiscover', 'Imap', 'Mapi', 'OfflineAddressBook', 'OutlookService', 'Pop', 'Powershell'],
    ...['ReportingWebServices', 'Rpc', 'Smtp', 'WebServices'],
  ]
    .map((protocol) => `AllowBasicAuth${protocol}: ${allowed.includes(protocol)}`)
    .join(', ')
}
