Feature: An external method is performed by its provider
  Microsoft Entra ID checks the first factor and redirects the browser to the provider of the external method, which
  performs the second one.
  https://learn.microsoft.com/entra/identity/authentication/concept-authentication-external-method-provider

  Background:
    Given the tenant architecture:
      """yaml
      name: External methods
      asOf: 2026-06-01
      createdDateTime: 2016-01-01
      licences: [p1]
      domains:
        - { name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }
        - { name: fabrikam.com, authenticationType: federated, identityProvider: adfs }
      identityProviders: [{ name: adfs, product: ad-fs, performsMfa: false, reachableFromInternet: true }]
      workloads: { exchange-online: { modernAuthentication: true } }
      clients: [browser]
      users:
        - { userPrincipalName: eve@contoso.com, displayName: Eve, mailbox: exchange-online, methods: [externalAuthenticationMethod] }
        - { userPrincipalName: pat@contoso.com, displayName: Pat, mailbox: exchange-online, methods: [microsoftAuthenticatorPush, externalAuthenticationMethod] }
        - { userPrincipalName: sam@contoso.com, displayName: Sam, mailbox: exchange-online, methods: [externalAuthenticationMethod, sms] }
        - { userPrincipalName: fay@fabrikam.com, displayName: Fay, mailbox: exchange-online, methods: [externalAuthenticationMethod] }
      conditionalAccess:
        policies:
          - displayName: MFA
            state: enabled
            conditions: { users: { includeUsers: [All] }, applications: { includeApplications: [All] }, clientAppTypes: [all] }
            grantControls: { operator: OR, builtInControls: [mfa] }
      """

  Scenario: Who performs the second factor
    Then the verdicts are:
      | user | client  | purpose   | verdict  | second factor | second factor by                | verifier                    |
      | Eve  | browser | read mail | signs in | asked         | provider of the external method | Microsoft Entra ID          |
      | Pat  | browser | read mail | signs in | asked         | Microsoft Entra ID              | Microsoft Entra ID          |
      | Fay  | browser | read mail | signs in | asked         | provider of the external method | the identity provider       |

  Scenario: The provider takes part in the conversation
    When Eve uses browser to read mail
    Then the provider of the external method is contacted

  Scenario: A person who chooses
    Given these signals:
      | methods | password,externalAuthenticationMethod |
    Then the verdicts are:
      | user | client  | purpose   | verdict  | presents                     |
      | Sam  | browser | read mail | signs in | password and external method |
