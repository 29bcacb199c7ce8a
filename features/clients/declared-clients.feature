Feature: Clients that a tenant declares by their capabilities

  The protocol says which service a client turns to, whatever sort of program it is. A service that the file does not
  have is a missing fact, never another service.
  https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/deprecation-of-basic-authentication-exchange-online
  https://learn.microsoft.com/skypeforbusiness/plan-your-deployment/clients-and-devices/user-client-authentication

  Background:
    Given the tenant architecture:
      """
      name: Declared clients
      asOf: 2020-01-16
      createdDateTime: 2018-03-01
      domains:
        - { name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }
      multifactorAuthentication: { appPasswords: allowed }
      securityDefaults: false
      workloads:
        exchange-online: { OAuth2ClientProfileEnabled: true, SmtpClientAuthenticationDisabled: false }
        skype-for-business-online: { ClientAdalAuthOverride: Allowed }
      autodiscover: { kind: cloud }
      networks:
        - { name: internet, country: US }
      clients:
        - { name: shell, kind: powershell, protocols: { administer: [remote-powershell] }, flows: [basic] }
        - { name: rest shell, kind: powershell, protocols: [exchange-rest], flows: [modern] }
        - { name: report reader, kind: script, protocols: [reporting-web-services], flows: [basic] }
        - { name: room, kind: device, platform: windows, protocols: { send-instant-messages: [sip] }, flows: [modern] }
        - { name: job, kind: script, protocols: { administer: [https] }, flows: [certificate], appOnly: certificate }
        - { name: browser, client: browser }
      users:
        - userPrincipalName: ada@contoso.com
          displayName: Ada
          perUserMfaState: disabled
          registered: false
          methods: []
          appPasswords: []
          groups: []
          roles: []
          mailbox: exchange-online
          archive: none
          registrar: skype-for-business-online
      """

  Scenario: The protocol determines the service
    Then the verdicts are:
      | user | client        | purpose               | network  | verdict  | credential       |
      | Ada  | shell         | administer            | internet | signs in | account password |
      | Ada  | rest shell    | administer            | internet | signs in | interactive      |
      | Ada  | report reader | administer            | internet | signs in | account password |
      | Ada  | room          | send instant messages | internet | signs in | interactive      |

  Scenario: A service that the tenant does not have is not replaced by another
    Then the verdicts are:
      | user | client  | purpose        | network  | verdict      | rule   |
      | Ada  | browser | open documents | internet | undetermined | OFF-11 |
      | Ada  | browser | join a meeting | internet | undetermined | OFF-11 |

  Scenario: Which service a script administers is unknown unless stated
    Then the verdicts are:
      | user | client | purpose    | network  | verdict      |
      | Ada  | job    | administer | internet | undetermined |
