Feature: An action in the middle of a session asks for a policy of its own
  A protected action, the activation of a role, or a site asks for an authentication context. The policies of that context
  apply in addition to those of the resource, and the client must be able to meet them.
  https://learn.microsoft.com/entra/identity/role-based-access-control/protected-actions-overview

  Background:
    Given the tenant architecture:
      """yaml
      name: Protected actions
      asOf: 2026-11-16
      createdDateTime: 2018-03-01
      licences: [p2]
      domains: [{ name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }]
      securityDefaults: false
      workloads: { exchange-online: {} }
      networks: [{ name: internet }]
      clients:
        - { name: center, client: entra-admin-center }
        - { name: graph, client: graph-powershell }
        - { name: powershell, client: azure-powershell }
        - { name: cli, client: azure-cli }
      users:
        - { userPrincipalName: key@contoso.com, displayName: Key, perUserMfaState: disabled, methods: [fido2, microsoftAuthenticatorPush], appPasswords: [], groups: [], roles: [Global Administrator], mailbox: none, archive: none, registrar: none }
        - { userPrincipalName: push@contoso.com, displayName: Push, perUserMfaState: disabled, methods: [microsoftAuthenticatorPush], appPasswords: [], groups: [], roles: [Global Administrator], mailbox: none, archive: none, registrar: none }
      conditionalAccess:
        policies:
          - displayName: MFA for administrators
            state: enabled
            conditions:
              users: { includeUsers: [All] }
              applications: { includeApplications: [All] }
              clientAppTypes: [all]
            grantControls: { operator: OR, builtInControls: [mfa] }
          - displayName: Phishing-resistant for protected actions
            state: enabled
            conditions:
              users: { includeUsers: [All] }
              applications: { includeAuthenticationContextClassReferences: [c1] }
              clientAppTypes: [all]
            grantControls:
              operator: OR
              builtInControls: []
              authenticationStrength: { id: 00000000-0000-0000-0000-000000000004 }
      """
    And sign-ins come from the internet

  Scenario Outline: <user> with <client>, for <context>
    Given these signals:
      | authenticationContext | <context> |
    Then the verdicts are:
      | user   | client   | purpose    | verdict   | rule   |
      | <user> | <client> | administer | <verdict> | <rule> |

    Examples:
      | user | client     | context | verdict      | rule   |
      | Key  | center     | c1      | signs in     | CRED-3 |
      | Push | center     | c1      | signs in     | CRED-3 |
      | Push | center     | c2      | signs in     | CRED-3 |
      | Key  | graph      | c1      | signs in     | CRED-3 |
      | Key  | powershell | c1      | blocked      | POL-38 |
      | Key  | powershell | c2      | signs in     | CRED-3 |
      | Key  | cli        | c1      | undetermined | POL-6  |

  Scenario: without the action, the plain policy is enough
    Then the verdicts are:
      | user | client | purpose    | verdict  | rule   |
      | Push | center | administer | signs in | CRED-3 |

  Scenario: it is the client that would have to change
    Given these signals:
      | authenticationContext | c1 |
    When Key uses powershell to administer
    Then rule POL-38 ends the sign-in
    And the failure is caused by the client
