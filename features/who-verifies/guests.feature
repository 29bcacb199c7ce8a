Feature: Guests, members of other tenants and delegated partners are verified at home

  The name of a guest ends in a domain of the inviting tenant, and the account does not live there: the home tenant checks
  it, or a Microsoft account, a federated identity provider, a mailed code. Policies of the inviting tenant apply, and its
  inbound settings say whether MFA and devices of the home tenant count; by default they do not.
  https://learn.microsoft.com/entra/external-id/authentication-conditional-access
  https://learn.microsoft.com/entra/external-id/cross-tenant-access-overview

  Background:
    Given the tenant architecture:
      """yaml
      name: Guests
      asOf: 2025-07-22
      createdDateTime: 2018-03-01
      licences: [p1]
      domains:
        - { name: contoso.com, authenticationType: federated, identityProvider: adfs }
        - { name: managed.contoso.com, authenticationType: managed, managedSignIn: pass-through }
      identityProviders:
        - { name: adfs, product: ad-fs, performsMfa: true, passesClaims: [authnmethodsreferences], reachableFromInternet: false }
      directorySync: { delay: PT30M }
      securityDefaults: false
      workloads: { teams: {}, microsoft-graph: {} }
      networks: [{ name: internet, country: US }]
      clients: [browser, teams-web, ropc-script]
      users:
        - { userPrincipalName: "bo_fabrikam.com#EXT#@contoso.com", displayName: Bo, userType: Guest, registered: false, methods: [], groups: [], roles: [], mailbox: none }
        - { userPrincipalName: "mia_fabrikam.com#EXT#@managed.contoso.com", displayName: Mia, externalUserType: b2bCollaborationMember, externalTenantId: 99999999-9999-4999-8999-999999999999, registered: false, methods: [], groups: [], roles: [], mailbox: none }
        - { userPrincipalName: "partner_msp.com#EXT#@contoso.com", displayName: Partner, externalUserType: serviceProvider, registered: false, methods: [], groups: [], roles: [], mailbox: none }
        - { userPrincipalName: channel@fabrikam.com, displayName: Channel, kind: guest, externalUserType: b2bDirectConnectUser, externalTenantId: 99999999-9999-4999-8999-999999999999, groups: [], roles: [], mailbox: none }
        - { userPrincipalName: "lee_outlook.com#EXT#@contoso.com", displayName: Lee, kind: guest, homeIdentity: microsoft-account, registered: false, methods: [], groups: [], roles: [], mailbox: none }
        - { userPrincipalName: "max_saml.example#EXT#@contoso.com", displayName: Max, kind: guest, homeIdentity: federated, registered: false, methods: [], groups: [], roles: [], mailbox: none }
        - { userPrincipalName: "kim_mail.com#EXT#@contoso.com", displayName: Kim, kind: guest, homeIdentity: one-time-passcode, registered: false, methods: [], groups: [], roles: [], mailbox: none }
        - { userPrincipalName: local@managed.contoso.com, displayName: Local, kind: guest, externalUserType: internalGuest, registered: false, methods: [], groups: [], roles: [], mailbox: none }
      """
    And sign-ins come from the internet

  Scenario: who checks
    Then the verdicts are:
      | user    | client    | purpose               | verdict  | verifier               | second factor |
      | Bo      | teams-web | send instant messages | signs in | the home tenant        | not required  |
      | Mia     | teams-web | send instant messages | signs in | the home tenant        | not required  |
      | Partner | teams-web | send instant messages | signs in | the home tenant        | not required  |
      | Channel | teams-web | send instant messages | signs in | the home tenant        | not required  |
      | Lee     | teams-web | send instant messages | signs in | the Microsoft account  | not required  |
      | Max     | teams-web | send instant messages | signs in | the identity provider  | not required  |
      | Kim     | teams-web | send instant messages | signs in | Entra ID               | not required  |
      | Local   | teams-web | send instant messages | signs in | the pass-through agent | not required  |

  Scenario: a guest does not involve our identity provider
    When Bo uses teams-web to send instant messages
    Then the identity provider is not contacted
    And rule REALM-8 decides the home realm

  Scenario: a script does not redirect to the home tenant
    When Bo uses ropc-script to get a token
    Then rule ACC-26 ends the sign-in

  Rule: MFA by policy

    Background:
      Given the Conditional Access policy:
        """yaml
        displayName: MFA for all
        state: enabled
        conditions:
          users: { includeUsers: [All] }
          applications: { includeApplications: [All] }
          clientAppTypes: [all]
        grantControls: { operator: OR, builtInControls: [mfa] }
        """

    Scenario: without trust it is a matter of the inviting tenant
      Given these signals:
        | mfaClaim | home-tenant |
      Then the verdicts are:
        | user    | client    | purpose               | verdict        | second factor       | rule    |
        | Bo      | teams-web | send instant messages | signs in       | registration required | CRED-3  |
        | Mia     | teams-web | send instant messages | signs in       | registration required | CRED-3  |
        | Lee     | teams-web | send instant messages | signs in       | registration required | CRED-3  |
        | Channel | teams-web | send instant messages | blocked        | -                   | POL-12  |

    Scenario Outline: with trust, <case>
      Given the tenant architecture has these changes:
        """yaml
        crossTenantAccess: <settings>
        """
      Then the verdicts are:
        | user    | client    | purpose               | verdict  | second factor | second factor by |
        | Mia     | teams-web | send instant messages | signs in | asked         | the home tenant  |
        | Channel | teams-web | send instant messages | signs in | asked         | the home tenant  |
        | Local   | teams-web | send instant messages | signs in | registration required | -          |

      Examples:
        | case             | settings                                                                                                      |
        | by default       | { default: { inboundTrust: { isMfaAccepted: true } } }                                                        |
        | of the partner   | { partners: [{ tenantId: 99999999-9999-4999-8999-999999999999, inboundTrust: { isMfaAccepted: true } }] }     |

    Scenario: a claim of a trusted home tenant counts
      Given the tenant architecture has these changes:
        """yaml
        crossTenantAccess: { default: { inboundTrust: { isMfaAccepted: true } } }
        """
      And these signals:
        | mfaClaim | home-tenant |
      Then the verdicts are:
        | user | client    | purpose               | verdict  | second factor       |
        | Bo   | teams-web | send instant messages | signs in | already satisfied   |
        | Lee  | teams-web | send instant messages | signs in | registration required |

  Rule: terms of use by policy

    # The table "Comparing External ID Conditional Access policies" has no terms of use for direct connect.
    Scenario: who has no account here cannot accept them
      Given the Conditional Access policy:
        """yaml
        displayName: Terms of use
        state: enabled
        conditions:
          users: { includeUsers: [All] }
          applications: { includeApplications: [All] }
          clientAppTypes: [all]
        grantControls: { operator: OR, builtInControls: [], termsOfUse: [88888888-8888-4888-8888-888888888888] }
        """
      Then the verdicts are:
        | user    | client    | purpose               | verdict  | rule   |
        | Bo      | teams-web | send instant messages | signs in | CRED-3 |
        | Local   | teams-web | send instant messages | signs in | CRED-3 |
        | Channel | teams-web | send instant messages | blocked  | POL-4  |

  Rule: a compliant device by policy

    Background:
      Given the Conditional Access policy:
        """yaml
        displayName: Compliant device
        state: enabled
        conditions:
          users: { includeUsers: [All] }
          applications: { includeApplications: [All] }
          clientAppTypes: [all]
        grantControls: { operator: OR, builtInControls: [compliantDevice] }
        """
      And these signals:
        | deviceInfo.isCompliant | True |

    Scenario Outline: a device of the home tenant, <case>
      Given the tenant architecture has these changes:
        """yaml
        crossTenantAccess: { default: { inboundTrust: { isCompliantDeviceAccepted: <trusted> } } }
        """
      Then the verdicts are:
        | user | client    | purpose               | verdict   | rule   |
        | Bo   | teams-web | send instant messages | <verdict> | <rule> |

      Examples:
        | case        | trusted | verdict        | rule   |
        | trusted     | true    | signs in       | CRED-3 |
        | not trusted | false   | blocked        | POL-7  |

    # Devices can only be managed by a home tenant.
    Scenario Outline: <user> has no home tenant that could manage a device
      Given the tenant architecture has these changes:
        """yaml
        crossTenantAccess: { default: { inboundTrust: { isCompliantDeviceAccepted: true } } }
        """
      Then the verdicts are:
        | user   | client    | purpose               | verdict | rule  | error       |
        | <user> | teams-web | send instant messages | blocked | POL-7 | AADSTS53000 |

      Examples:
        | user |
        | Lee  |
        | Kim  |

  Rule: the kind of an external user follows from where the account is and from its type

    Scenario Outline: a policy for <types>
      Given the Conditional Access policy:
        """yaml
        displayName: External users
        state: enabled
        conditions:
          users: { includeGuestsOrExternalUsers: { guestOrExternalUserTypes: '<types>', externalTenants: { membershipKind: all } } }
          applications: { includeApplications: [All] }
          clientAppTypes: [all]
        grantControls: { operator: OR, builtInControls: [block] }
        """
      Then the verdicts are:
        | user  | client    | purpose               | verdict |
        | Bo    | teams-web | send instant messages | <Bo>    |
        | Lee   | teams-web | send instant messages | <Lee>   |
        | Local | teams-web | send instant messages | <Local> |

      Examples:
        | types                                 | Bo       | Lee      | Local    |
        | b2bCollaborationGuest                 | blocked  | blocked  | signs in |
        | internalGuest                         | signs in | signs in | blocked  |
        | b2bCollaborationMember                | signs in | signs in | signs in |
        | serviceProvider,b2bCollaborationGuest | blocked  | blocked  | signs in |

  Rule: an authentication strength by policy

    # https://learn.microsoft.com/entra/identity/authentication/concept-authentication-strength-external-users
    Scenario Outline: a guest from another tenant with <methods>, <strength>, MFA of the home tenant trusted: <trusted>
      Given the Conditional Access policy:
        """yaml
        displayName: Strength for guests
        state: enabled
        conditions:
          users: { includeGuestsOrExternalUsers: { guestOrExternalUserTypes: 'b2bCollaborationGuest,b2bCollaborationMember', externalTenants: { membershipKind: all } } }
          applications: { includeApplications: [All] }
          clientAppTypes: [all]
        grantControls: { operator: OR, builtInControls: [], authenticationStrength: { id: 00000000-0000-0000-0000-00000000000<id> } }
        """
      And the tenant architecture has these changes:
        """yaml
        crossTenantAccess: { default: { inboundTrust: { isMfaAccepted: <trusted> } } }
        """
      And the user Mia has these settings:
        | methods    | <methods>    |
        | registered | <registered> |
      Then the verdicts are:
        | user | client    | purpose               | verdict   | rule   |
        | Mia  | teams-web | send instant messages | <verdict> | <rule> |

      Examples:
        | methods                      | registered | strength           | id | trusted | verdict  | rule   |
        | [fido2]                      | true       | phishing-resistant | 4  | false   | blocked  | POL-28 |
        | []                           | false      | phishing-resistant | 4  | false   | blocked  | POL-28 |
        | [deviceBasedPush]            | true       | passwordless       | 3  | false   | blocked  | POL-28 |
        | [microsoftAuthenticatorPush] | true       | MFA                | 2  | false   | signs in | CRED-3 |
        | [fido2]                      | true       | phishing-resistant | 4  | true    | signs in | CRED-3 |
        | [microsoftAuthenticatorPush] | true       | MFA                | 2  | true    | signs in | CRED-3 |

    Scenario Outline: a sign-in of <user> that states <methods>, MFA of the home tenant trusted: <trusted>
      Given the Conditional Access policy:
        """yaml
        displayName: What was used
        state: enabled
        conditions: { users: { includeUsers: [All] }, applications: { includeApplications: [All] }, clientAppTypes: [all] }
        grantControls: { operator: OR, builtInControls: [], authenticationStrength: { id: 00000000-0000-0000-0000-00000000000<id> } }
        """
      And the tenant architecture has these changes:
        """yaml
        crossTenantAccess: { default: { inboundTrust: { isMfaAccepted: <trusted> } } }
        """
      And these signals:
        | methods | <methods> |
      Then the verdicts are:
        | user   | client    | purpose               | verdict   | second factor |
        | <user> | teams-web | send instant messages | <verdict> | <factor>      |

      Examples: what only the home tenant has counts only where that is trusted
        | user    | methods                 | id | trusted | verdict  | factor                |
        | Mia     | fido2                   | 4  | false   | blocked  | -                     |
        | Mia     | windowsHelloForBusiness | 4  | false   | blocked  | -                     |
        | Mia     | fido2                   | 4  | true    | signs in | not required          |
        | Mia     | fido2                   | 2  | false   | signs in | registration required |
        | Mia     | deviceBasedPush         | 2  | false   | signs in | registration required |
        | Mia     | federatedMultiFactor    | 2  | false   | signs in | registration required |
        | Mia     | fido2                   | 2  | true    | signs in | already satisfied     |
        | Channel | fido2                   | 2  | false   | blocked  | -                     |
        | Channel | password,sms            | 2  | false   | blocked  | -                     |

    Scenario Outline: a second factor that is registered here counts: <registered>, of Mia who states <methods>
      Given the Conditional Access policy:
        """yaml
        displayName: What was used
        state: enabled
        conditions: { users: { includeUsers: [All] }, applications: { includeApplications: [All] }, clientAppTypes: [all] }
        grantControls: { operator: OR, builtInControls: [], authenticationStrength: { id: 00000000-0000-0000-0000-000000000002 } }
        """
      And the tenant architecture has these changes:
        """yaml
        crossTenantAccess: { default: { inboundTrust: { isMfaAccepted: false } } }
        """
      And the user Mia has these settings:
        | methods    | <registered> |
        | registered | null         |
      And these signals:
        | methods | <methods> |
      Then the verdicts are:
        | user | client    | purpose               | verdict   | second factor | rule   |
        | Mia  | teams-web | send instant messages | <verdict> | <factor>      | <rule> |

      Examples:
        | registered                        | methods                             | verdict        | factor            | rule   |
        | [sms]                             | password,sms                        | signs in       | already satisfied | CRED-3 |
        | [sms, microsoftAuthenticatorPush] | password,microsoftAuthenticatorPush | signs in       | already satisfied | CRED-3 |
        | [microsoftAuthenticatorPush]      | password,sms                        | cannot sign in | -                 | MTH-1  |
        | []                                | password,microsoftAuthenticatorPush | cannot sign in | -                 | MTH-1  |

    Scenario: a guest of a trusted home tenant may have registered more there
      Given the Conditional Access policy:
        """yaml
        displayName: Strength for guests
        state: enabled
        conditions: { users: { includeUsers: [All] }, applications: { includeApplications: [All] }, clientAppTypes: [all] }
        grantControls: { operator: OR, builtInControls: [], authenticationStrength: { id: 00000000-0000-0000-0000-000000000004 } }
        """
      And the tenant architecture has these changes:
        """yaml
        crossTenantAccess: { default: { inboundTrust: { isMfaAccepted: true } } }
        """
      When Mia uses teams-web to send instant messages
      Then the sign-in is undetermined without:
        | methods |

    Scenario: what a guest uses in a trusted home tenant is not for the policy on methods of this one
      Given the Conditional Access policy:
        """yaml
        displayName: Strength for guests
        state: enabled
        conditions: { users: { includeUsers: [All] }, applications: { includeApplications: [All] }, clientAppTypes: [all] }
        grantControls: { operator: OR, builtInControls: [], authenticationStrength: { id: 00000000-0000-0000-0000-000000000004 } }
        """
      And the tenant architecture has these changes:
        """yaml
        crossTenantAccess: { default: { inboundTrust: { isMfaAccepted: true } } }
        authenticationMethodsPolicy:
          policyMigrationState: migrationComplete
          authenticationMethodConfigurations: [{ id: Fido2, state: disabled }]
        """
      And these signals:
        | methods | fido2 |
      When Mia uses teams-web to send instant messages
      Then the sign-in succeeds

    Scenario Outline: a guest of an unknown tenant, where some partners are trusted, <stated>
      Given the Conditional Access policy:
        """yaml
        displayName: Strength for guests
        state: enabled
        conditions: { users: { includeUsers: [All] }, applications: { includeApplications: [All] }, clientAppTypes: [all] }
        grantControls: { operator: OR, builtInControls: [], authenticationStrength: { id: 00000000-0000-0000-0000-00000000000<id> } }
        """
      And the tenant architecture has these changes:
        """yaml
        crossTenantAccess: { partners: [{ tenantId: 99999999-9999-4999-8999-999999999999, inboundTrust: { isMfaAccepted: true } }] }
        """
      And the user Bo has these settings:
        | methods    | [microsoftAuthenticatorPush] |
        | registered | true                         |
      And these signals:
        | methods | <stated> |
      Then the verdicts are:
        | user | client    | purpose               | verdict   |
        | Bo   | teams-web | send instant messages | <verdict> |

      Examples:
        | stated                              | id | verdict      |
        | fido2                               | 4  | undetermined |
        | password,microsoftAuthenticatorPush | 4  | undetermined |
        | fido2                               | 2  | undetermined |
        | password,microsoftAuthenticatorPush | 2  | signs in     |

  Rule: what only the home tenant could give keeps every guest out

    # https://learn.microsoft.com/entra/external-id/authentication-conditional-access
    Scenario Outline: <user>, <control>
      Given the Conditional Access policy:
        """yaml
        displayName: Of the home tenant
        state: enabled
        conditions:
          users: { includeUsers: [All] }
          applications: { includeApplications: [All] }
          clientAppTypes: [all]
        grantControls: { operator: OR, builtInControls: [<control>] }
        """
      Then the verdicts are:
        | user   | client    | purpose               | verdict   | rule   |
        | <user> | teams-web | send instant messages | <verdict> | <rule> |

      Examples:
        | user    | control              | verdict      | rule  |
        | Bo      | approvedApplication  | blocked      | POL-4 |
        | Bo      | compliantApplication | blocked      | POL-4 |
        | Bo      | passwordChange       | blocked      | POL-4 |
        | Mia     | passwordChange       | blocked      | POL-4 |
        | Partner | compliantApplication | blocked      | POL-4 |
        | Channel | compliantApplication | blocked      | POL-4 |
        | Lee     | approvedApplication  | blocked      | POL-4 |
        | Lee     | passwordChange       | blocked      | POL-4 |
        | Kim     | compliantApplication | blocked      | POL-4 |
        | Kim     | passwordChange       | blocked      | POL-4 |
        | Local   | compliantApplication | undetermined | POL-6 |

    Scenario Outline: beside another control, <user> can meet that one
      Given the Conditional Access policy:
        """yaml
        displayName: Either
        state: enabled
        conditions:
          users: { includeUsers: [All] }
          applications: { includeApplications: [All] }
          clientAppTypes: [all]
        grantControls: { operator: OR, builtInControls: [mfa, compliantApplication] }
        """
      Then the verdicts are:
        | user   | client    | purpose               | verdict  | second factor         |
        | <user> | teams-web | send instant messages | signs in | registration required |

      Examples:
        | user |
        | Bo   |
        | Lee  |
        | Kim  |

    Scenario Outline: a strength for <user>, who comes from no tenant
      Given the Conditional Access policy:
        """yaml
        displayName: Strength
        state: enabled
        conditions:
          users: { includeUsers: [All] }
          applications: { includeApplications: [All] }
          clientAppTypes: [all]
        grantControls: { operator: OR, builtInControls: [], authenticationStrength: { id: 00000000-0000-0000-0000-000000000002 } }
        """
      When <user> uses teams-web to send instant messages
      Then the sign-in is undetermined

      Examples:
        | user |
        | Lee  |
        | Kim  |

  Rule: risk of the account is judged by the home tenant

    # https://learn.microsoft.com/entra/identity-platform/reference-error-codes
    Scenario Outline: <user> is at risk at home
      Given the tenant architecture has these changes:
        """yaml
        users: [{ userPrincipalName: "<name>", blockedForRiskAtHome: true }]
        """
      When <user> uses teams-web to send instant messages
      Then rule <rule> ends the sign-in
      And the error code is "<error>"

      Examples:
        | user    | name                             | rule   | error        |
        | Bo      | bo_fabrikam.com#EXT#@contoso.com | POL-44 | AADSTS53011  |
        | Partner | partner_msp.com#EXT#@contoso.com | POL-45 | AADSTS530034 |

    Scenario: an account of this tenant has no other home
      Given the tenant architecture has these changes:
        """yaml
        users: [{ userPrincipalName: local@managed.contoso.com, blockedForRiskAtHome: true }]
        """
      When Local uses teams-web to send instant messages
      Then the sign-in succeeds

  Rule: a policy that demands MFA for registering lets guests with a Microsoft account register here, and no others

    # https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-cloud-apps
    Scenario Outline: <user>
      Given the Conditional Access policy:
        """yaml
        displayName: MFA for registering
        state: enabled
        conditions:
          users: { includeUsers: [All] }
          applications: { includeUserActions: ['urn:user:registersecurityinfo'] }
          clientAppTypes: [all]
        grantControls: { operator: OR, builtInControls: [mfa] }
        """
      Then the verdicts are:
        | user   | client  | purpose          | verdict   | rule   |
        | <user> | browser | register for MFA | <verdict> | <rule> |

      Examples:
        | user | verdict  | rule   |
        | Lee  | signs in | CRED-3 |
        | Max  | blocked  | POL-11 |
