Feature: An authentication strength is met with what a person can present, here
  A strength may admit a method that the person has and cannot present with this client, or only certain keys. Whether
  the sign-in succeeds is then undetermined, and the answer names what is missing.
  https://learn.microsoft.com/entra/identity/authentication/concept-authentication-strength-how-it-works

  Background:
    Given the tenant architecture:
      """yaml
      name: Strengths
      asOf: 2026-06-01
      createdDateTime: 2016-01-01
      licences: [p1]
      domains:
        - { name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }
        - { name: branch.example, authenticationType: managed, managedSignIn: pass-through }
      workloads: { exchange-online: { modernAuthentication: true }, sharepoint-online: {} }
      crossTenantAccess:
        default: { inboundTrust: { isMfaAccepted: true } }
      devices:
        - { name: laptop, displayName: Laptop, operatingSystem: Windows, trustType: AzureAD, unlockedWith: password }
        - { name: phone, platform: iOS, registered: false }
        - { name: work phone, platform: iOS, trustType: Workplace, unlockedWith: windowsHelloForBusiness }
      clients:
        - { name: on the laptop, client: browser, device: laptop }
        - { name: on the phone, client: browser, device: phone }
        - { name: Outlook on the work phone, client: outlook-mobile-ios, device: work phone }
      users:
        - { userPrincipalName: hal@contoso.com, displayName: Hal, mailbox: exchange-online, methods: [windowsHelloForBusiness, microsoftAuthenticatorPush] }
        - { userPrincipalName: kay@contoso.com, displayName: Kay, mailbox: exchange-online, methods: [fido2, microsoftAuthenticatorPush] }
        - { userPrincipalName: pia@branch.example, displayName: Pia, mailbox: exchange-online, methods: [fido2], onPremisesSyncEnabled: true, onPremisesAccountState: password-expired }
        - { userPrincipalName: "ten_fabrikam.com#EXT#@contoso.com", displayName: Ten, userType: Guest, externalUserType: b2bCollaborationGuest, externalTenantId: 22222222-2222-4222-8222-222222222222, methods: [microsoftAuthenticatorPush], mailbox: none }
      """

  Rule: Windows Hello for Business belongs to a Windows device

    # https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/
    Scenario: The method of the strength is on another device
      Given the Conditional Access policy:
        """yaml
        displayName: Phishing-resistant
        state: enabled
        conditions: { users: { includeUsers: [All] }, applications: { includeApplications: [All] }, clientAppTypes: [all] }
        grantControls: { operator: OR, builtInControls: [], authenticationStrength: { id: 00000000-0000-0000-0000-000000000004 } }
        """
      Then the verdicts are:
        | user | client        | purpose        | verdict      | missing     |
        | Hal  | on the laptop | read mail      | signs in     | -           |
        | Hal  | on the phone  | read mail      | undetermined | methodPlace |
        | Kay  | on the phone  | read mail      | signs in     | -           |
        | Ten  | on the phone  | open documents | undetermined | methods     |

    # https://learn.microsoft.com/graph/api/resources/windowshelloforbusinessauthenticationmethod
    Scenario: A phone that is said to be opened with it carries no token
      Then the verdicts are:
        | user | client                    | purpose   | verdict  | device checked by | device token | prompts |
        | Hal  | Outlook on the work phone | read mail | signs in | not possible      | none         | 1       |

  Rule: a strength that allows certain keys is met by those keys

    # https://learn.microsoft.com/entra/identity/authentication/concept-authentication-strength-advanced-options
    Scenario: The keys of the person are not stated
      Given the Conditional Access policy:
        """yaml
        displayName: Our keys
        state: enabled
        conditions: { users: { includeUsers: [All] }, applications: { includeApplications: [All] }, clientAppTypes: [all] }
        grantControls:
          operator: OR
          builtInControls: []
          authenticationStrength:
            id: cccccccc-0000-4000-8000-000000000002
            displayName: Our keys
            policyType: custom
            requirementsSatisfied: mfa
            allowedCombinations: [fido2]
            combinationConfigurations:
              - { "@odata.type": "#microsoft.graph.fido2CombinationConfiguration", id: keys, appliesToCombinations: [fido2], allowedAAGUIDs: [de1e552d-db1d-4423-a619-566b625cdc84] }
        """
      Then the verdicts are:
        | user | client       | purpose   | verdict      | missing      |
        | Kay  | on the phone | read mail | undetermined | methodEnough |

  Rule: a password that fails on-premises does not stop a method that the cloud checks

    # https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-pta-how-it-works
    Scenario: A passkey beside an expired password
      Then the verdicts are:
        | user | client       | purpose   | verdict      | missing |
        | Pia  | on the phone | read mail | undetermined | methods |

    Scenario: The passkey is presented
      Given these signals:
        | methods | fido2 |
      Then the verdicts are:
        | user | client       | purpose   | verdict  | presents |
        | Pia  | on the phone | read mail | signs in | passkey  |
