Feature: Setting up Windows Hello for Business demands MFA, of whoever performs it in the domain
  The set-up asks for a token of the device registration service, and needs two factors for it. A Temporary Access Pass is enough,
  except in a federated domain whose identity provider is to perform MFA: the person is sent there, and the pass is not taken.
  https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/how-it-works-provisioning
  https://learn.microsoft.com/entra/identity/authentication/howto-authentication-temporary-access-pass

  Background:
    Given the tenant architecture:
      """yaml
      name: Setting up Windows Hello for Business
      asOf: 2026-11-16
      createdDateTime: 2016-01-01
      licences: [p1]
      domains:
        - { name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }
        - { name: adatum.com, authenticationType: federated, identityProvider: adfs, federatedIdpMfaBehavior: enforceMfaByFederatedIdp }
        - { name: fabrikam.com, authenticationType: federated, identityProvider: adfs, federatedIdpMfaBehavior: rejectMfaByFederatedIdp }
      identityProviders: [{ name: adfs, product: ad-fs, performsMfa: true, reachableFromInternet: true }]
      multifactorAuthentication: { availableMethods: [microsoftAuthenticatorPush, temporaryAccessPassOneTime, windowsHelloForBusiness] }
      securityDefaults: false
      workloads: { exchange-online: { modernAuthentication: true } }
      devices: [{ name: laptop, platform: windows, trustType: AzureAD, domainJoined: false }]
      clients: [{ name: set-up, client: windows-hello-provisioning, device: laptop }]
      users:
        - { userPrincipalName: ann@contoso.com, displayName: Ann, mailbox: none, methods: [microsoftAuthenticatorPush], perUserMfaState: disabled }
        - { userPrincipalName: new@contoso.com, displayName: Newcomer, mailbox: none, methods: [], perUserMfaState: disabled }
        - { userPrincipalName: pass@contoso.com, displayName: Pass, mailbox: none, methods: [temporaryAccessPassOneTime], perUserMfaState: disabled }
        - { userPrincipalName: ann@adatum.com, displayName: Federated, mailbox: none, methods: [], perUserMfaState: disabled }
        - { userPrincipalName: pass@adatum.com, displayName: Federated with a pass, mailbox: none, methods: [temporaryAccessPassOneTime], perUserMfaState: disabled }
        - { userPrincipalName: pass@fabrikam.com, displayName: Rejected with a pass, mailbox: none, methods: [temporaryAccessPassOneTime], perUserMfaState: disabled }
      """

  Scenario Outline: <user>
    Then the verdicts are:
      | user   | client | purpose                           | verdict   | second factor | second factor by | verifier   |
      | <user> | set-up | set up Windows Hello for Business | <verdict> | <factor>      | <by>             | <verifier> |

    Examples:
      | user                  | verdict  | factor             | by                    | verifier              |
      | Ann                   | signs in | asked              | Microsoft Entra ID    | Microsoft Entra ID    |
      | Newcomer              | signs in | registration required | -                     | Microsoft Entra ID    |
      | Pass                  | signs in | asked              | Microsoft Entra ID    | Microsoft Entra ID    |
      | Federated             | signs in | asked              | the identity provider | the identity provider |
      | Federated with a pass | signs in | asked              | the identity provider | the identity provider |
      | Rejected with a pass  | signs in | asked              | Microsoft Entra ID    | Microsoft Entra ID    |

  Scenario Outline: a policy on registering security information, <date>
    Given the Conditional Access policy:
      """yaml
      displayName: Registering in the office only
      state: enabled
      conditions: { users: { includeUsers: [All] }, applications: { includeUserActions: ['urn:user:registersecurityinfo'] }, clientAppTypes: [all] }
      grantControls: { operator: OR, builtInControls: [block] }
      """
    Then the verdicts are:
      | user | client | purpose                           | date   | verdict   |
      | Ann  | set-up | set up Windows Hello for Business | <date> | <verdict> |

    Examples:
      | date       | verdict  |
      | 2026-06-01 | signs in |
      | 2026-08-01 | blocked  |
