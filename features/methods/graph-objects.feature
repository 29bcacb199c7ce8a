Feature: A tenant file takes objects as Graph returns them
  What `GET /policies/authenticationMethodsPolicy` answers can be pasted as it is: annotations, null and documented keys
  without effect change nothing, and what has an effect counts.
  https://learn.microsoft.com/graph/api/resources/authenticationmethodspolicy

  Background:
    Given the tenant architecture:
      """yaml
      name: Pasted
      asOf: 2025-06-01
      createdDateTime: 2019-01-01
      licences: [p1]
      securityDefaults: { id: 00000000-0000-0000-0000-000000000005, displayName: Security Defaults, isEnabled: false }
      domains: [{ id: contoso.com, authenticationType: Managed, isVerified: true, supportedServices: [Email] }]
      workloads: { exchange-online: { OAuth2ClientProfileEnabled: true } }
      clients: [{ name: Outlook, client: outlook-microsoft-365 }]
      groups: [{ id: aaaaaaaa-0000-4000-8000-000000000001, displayName: Pilots, securityEnabled: true, members: [ada@contoso.com] }]
      users:
        - userPrincipalName: ada@contoso.com
          displayName: Ada
          accountEnabled: true
          onPremisesSyncEnabled: null
          usageLocation: DE
          mailbox: exchange-online
          methods: [softwareOath, microsoftAuthenticatorPush]
        - userPrincipalName: bob@contoso.com
          displayName: Bob
          mailbox: exchange-online
          methods: [x509CertificateMultiFactor, softwareOath]
      authenticationMethodsPolicy:
        "@odata.context": https://graph.microsoft.com/v1.0/$metadata#authenticationMethodsPolicy
        id: authenticationMethodsPolicy
        displayName: Authentication Methods Policy
        policyVersion: "1.5"
        reconfirmationInDays: null
        policyMigrationState: migrationComplete
        systemCredentialPreferences:
          state: enabled
          includeTargets: [{ id: Pilots, targetType: group }]
          excludeTargets: []
        authenticationMethodConfigurations:
          - "@odata.type": "#microsoft.graph.microsoftAuthenticatorAuthenticationMethodConfiguration"
            id: MicrosoftAuthenticator
            state: enabled
            isSoftwareOathEnabled: true
            includeTargets: [{ id: all_users, targetType: group, authenticationMode: push }]
          - "@odata.type": "#microsoft.graph.softwareOathAuthenticationMethodConfiguration"
            id: SoftwareOath
            state: enabled
            includeTargets: [{ id: all_users, targetType: group }]
          - "@odata.type": "#microsoft.graph.x509CertificateAuthenticationMethodConfiguration"
            id: X509Certificate
            state: enabled
            certificateUserBindings: []
            authenticationModeConfiguration:
              x509CertificateAuthenticationDefaultMode: x509CertificateSingleFactor
              x509CertificateDefaultRequiredAffinityLevel: low
              rules: []
            includeTargets: [{ id: all_users, targetType: group }]
      conditionalAccess:
        policies:
          - displayName: MFA
            state: enabled
            conditions:
              users: { includeUsers: [All] }
              applications: { includeApplications: [All] }
              clientAppTypes: [all]
            grantControls: { operator: OR, builtInControls: [mfa] }
      """

  # https://learn.microsoft.com/entra/identity/authentication/concept-system-preferred-multifactor-authentication
  Scenario: the highest-ranked method is asked of the pilots
    Then the verdicts are:
      | user | client  | purpose   | verdict  | presents                   |
      | Ada  | Outlook | read mail | signs in | password and Authenticator |

  # https://learn.microsoft.com/entra/identity/authentication/how-to-certificate-based-authentication
  Scenario: a certificate that the policy makes one factor is followed by another
    Then the verdicts are:
      | user | client  | purpose   | verdict  | presents | second factor |
      | Bob  | Outlook | read mail | signs in | -        | asked         |

  # https://learn.microsoft.com/entra/identity-platform/reference-error-codes
  Scenario Outline: a password that has to be changed, and a sign-in with <methods>
    Given the tenant architecture has these changes:
      """yaml
      users:
        - userPrincipalName: ada@contoso.com
          passwordProfile: { forceChangePasswordNextSignIn: true }
          methods: [fido2, microsoftAuthenticatorPush]
      authenticationMethodsPolicy:
        authenticationMethodConfigurations:
          - { id: Fido2, state: enabled, includeTargets: [{ id: all_users, targetType: group }] }
      """
    And these signals:
      | methods | <methods> |
    Then the verdicts are:
      | user | client  | purpose   | verdict   |
      | Ada  | Outlook | read mail | <verdict> |

    Examples:
      | methods                             | verdict        |
      | password,microsoftAuthenticatorPush | cannot sign in |
      | fido2                               | undetermined   |

  # https://learn.microsoft.com/graph/api/resources/authorizationpolicy
  Scenario Outline: the authorization policy and <client> with blockMsolPowerShell <blocked>
    Given the tenant architecture has these changes:
      """yaml
      asOf: 2024-02-01
      workloads: { microsoft-graph: {} }
      clients: [{ name: <client>, client: <client> }]
      authorizationPolicy: { id: authorizationPolicy, allowInvitesFrom: everyone, blockMsolPowerShell: <blocked> }
      """
    Then the verdicts are:
      | user | client   | purpose    | verdict   | rule   |
      | Ada  | <client> | administer | <verdict> | <rule> |

    Examples:
      | client              | blocked | verdict  | rule    |
      | msonline-powershell | true    | blocked  | GATE-21 |
      | msonline-powershell | false   | signs in | CRED-3  |
      | graph-powershell    | true    | signs in | CRED-3  |
