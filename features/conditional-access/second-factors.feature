Feature: What counts as the second factor that a policy requires

  A strength is a list of combinations of methods. MFA of a federated identity provider passes where MFA is asked, and
  never where phishing-resistant methods are.
  Sources: https://learn.microsoft.com/entra/identity/authentication/concept-authentication-strengths
  and https://learn.microsoft.com/graph/api/resources/internaldomainfederation

  Background:
    Given the tenant architecture "conditional-access-controls"
    And sign-ins come from the hotel

  Scenario Outline: <strength>, for the federated user
    Given the Conditional Access policy:
      """yaml
      displayName: Strength
      state: enabled
      conditions:
        users: { includeUsers: [clerk@proseware.com, partner@fed.proseware.com] }
        applications: { includeApplications: [All] }
        clientAppTypes: [browser, mobileAppsAndDesktopClients]
      grantControls: { operator: OR, authenticationStrength: { id: 00000000-0000-0000-0000-00000000000<id> } }
      """
    When the federated uses Outlook on the private laptop to read mail
    Then rule <rule> ends the sign-in

    Examples:
      | strength           | id | rule   |
      | MFA                | 2  | CRED-3 |
      | passwordless       | 3  | POL-26 |
      | phishing-resistant | 4  | POL-26 |

  Scenario Outline: <methods> against <strength>
    Given the user clerk has these settings:
      | methods | <methods> |
    And the Conditional Access policy:
      """yaml
      displayName: Strength
      state: enabled
      conditions:
        users: { includeUsers: [clerk@proseware.com] }
        applications: { includeApplications: [All] }
        clientAppTypes: [browser, mobileAppsAndDesktopClients]
      grantControls: { operator: OR, authenticationStrength: { id: 00000000-0000-0000-0000-00000000000<id> } }
      """
    When the clerk uses Outlook on the private laptop to read mail
    Then rule <rule> ends the sign-in

    Examples:
      | methods                      | strength           | id | rule   |
      | [sms]                        | MFA                | 2  | CRED-3 |
      | [sms]                        | passwordless       | 3  | POL-26 |
      | [deviceBasedPush]            | passwordless       | 3  | CRED-3 |
      | [deviceBasedPush]            | phishing-resistant | 4  | POL-26 |
      | [fido2]                      | phishing-resistant | 4  | CRED-3 |
      | [temporaryAccessPassOneTime] | MFA                | 2  | CRED-3 |
      | [temporaryAccessPassOneTime] | passwordless       | 3  | POL-26 |

  Scenario: a token that carries MFA is not asked again
    Given these signals:
      | mfaClaim | entra-id |
    When the everyday uses Outlook on the private laptop to read mail
    Then the required credential is the interactive sign-in
    And these policies take part:
      | policy           | effect  | result  |
      | "MFA everywhere" | applies | success |
    And the second factor is satisfied already

  Scenario: a token that carries MFA does not stand in for a stronger method
    Given the Conditional Access policy:
      """yaml
      displayName: Phishing-resistant
      state: enabled
      conditions:
        users: { includeUsers: [everyday@proseware.com] }
        applications: { includeApplications: [All] }
        clientAppTypes: [all]
      grantControls: { operator: OR, authenticationStrength: { id: 00000000-0000-0000-0000-000000000004 } }
      """
    And the user everyday has these settings:
      | methods | [fido2] |
    And these signals:
      | mfaClaim | entra-id |
    When the everyday uses Outlook on the private laptop to read mail
    Then the second factor is asked

  Scenario Outline: MFA of the identity provider, with the domain set to <behavior>
    Given the tenant architecture has these changes:
      """yaml
      domains:
        - { name: fed.proseware.com, federatedIdpMfaBehavior: <behavior> }
      """
    And the Conditional Access policy:
      """yaml
      displayName: MFA for partners
      state: enabled
      conditions:
        users: { includeUsers: [partner@fed.proseware.com] }
        applications: { includeApplications: [All] }
        clientAppTypes: [all]
      grantControls: { operator: OR, builtInControls: [mfa] }
      """
    When the federated uses Outlook on the private laptop to read mail
    Then the second factor is asked by <provider>
    And rule MFA-7 decides the second factor

    Examples:
      | behavior                | provider              |
      | enforceMfaByFederatedIdp | the identity provider |
      | rejectMfaByFederatedIdp  | Microsoft Entra ID    |

  Scenario Outline: per-user MFA with a policy, from the <network>
    Given the Conditional Access policy:
      """yaml
      displayName: MFA outside
      state: enabled
      conditions:
        users: { includeUsers: [legacy@proseware.com] }
        applications: { includeApplications: [All] }
        clientAppTypes: [browser, mobileAppsAndDesktopClients]
        locations: { includeLocations: [All], excludeLocations: [AllTrusted] }
      grantControls: { operator: OR, builtInControls: [mfa] }
      """
    When the legacy uses <client> to read mail from the <network>
    Then the required credential is <credential>
    And rule <rule> decides the second factor

    Examples:
      | network | client                        | credential              | rule   |
      | hotel   | Outlook on the private laptop | the interactive sign-in | MFA-7  |
      | office  | Web browser                   | the interactive sign-in | MFA-10 |
      | hotel   | Outlook 2010                  | the app password        | MFA-13 |

  Scenario Outline: nothing registered, MFA of the identity provider, with the domain set to <behavior>
    Given the tenant architecture has these changes:
      """yaml
      identityProviders:
        - { name: adfs, performsMfa: <performs>, passesClaims: [authnmethodsreferences] }
      domains:
        - { name: fed.proseware.com, federatedIdpMfaBehavior: <behavior> }
      """
    And the user federated has these settings:
      | registered | false |
      | methods    | []    |
    And the Conditional Access policy:
      """yaml
      displayName: MFA for partners
      state: enabled
      conditions:
        users: { includeUsers: [partner@fed.proseware.com] }
        applications: { includeApplications: [All] }
        clientAppTypes: [all]
      grantControls: { operator: OR, builtInControls: [mfa] }
      """
    When the federated uses Outlook on the private laptop to read mail
    Then the second factor is <factor>
    And rule <rule> decides the second factor

    Examples:
      | behavior                     | performs | factor                | rule   |
      | acceptIfMfaDoneByFederatedIdp | true     | asked                 | MFA-20 |
      | acceptIfMfaDoneByFederatedIdp | false    | registration required | MFA-5  |
      | enforceMfaByFederatedIdp      | true     | asked                 | MFA-20 |
      | rejectMfaByFederatedIdp       | true     | registration required | MFA-5  |

  Scenario Outline: <methods> of a federated user against <strength>, with the domain set to <behavior>
    Given the tenant architecture has these changes:
      """yaml
      identityProviders:
        - { name: adfs, performsMfa: true, passesClaims: [authnmethodsreferences] }
      domains:
        - { name: fed.proseware.com, federatedIdpMfaBehavior: <behavior> }
      """
    And the user federated has these settings:
      | methods | <methods> |
    And the Conditional Access policy:
      """yaml
      displayName: Strength
      state: enabled
      conditions:
        users: { includeUsers: [partner@fed.proseware.com] }
        applications: { includeApplications: [All] }
        clientAppTypes: [browser, mobileAppsAndDesktopClients]
      grantControls: { operator: OR, authenticationStrength: { id: 00000000-0000-0000-0000-00000000000<id> } }
      """
    When the federated uses Outlook on the private laptop to read mail
    Then rule <rule> ends the sign-in

    Examples:
      | behavior                     | methods | strength           | id | rule   |
      | acceptIfMfaDoneByFederatedIdp | [fido2] | phishing-resistant | 4  | CRED-3 |
      | enforceMfaByFederatedIdp      | [fido2] | phishing-resistant | 4  | POL-26 |
      | enforceMfaByFederatedIdp      | [fido2] | MFA                | 2  | CRED-3 |
      | rejectMfaByFederatedIdp       | [email] | MFA                | 2  | POL-26 |

  Scenario Outline: existing MFA of the identity provider with a policy, with the domain set to <behavior>
    Given the tenant architecture has these changes:
      """yaml
      domains:
        - { name: fed.proseware.com, federatedIdpMfaBehavior: <behavior> }
      """
    And the Conditional Access policy:
      """yaml
      displayName: MFA for partners
      state: enabled
      conditions:
        users: { includeUsers: [partner@fed.proseware.com] }
        applications: { includeApplications: [All] }
        clientAppTypes: [all]
      grantControls: { operator: OR, builtInControls: [mfa] }
      """
    And these signals:
      | mfaClaim | federated-idp |
    When the federated uses Outlook on the private laptop to read mail
    Then the second factor is <factor>

    Examples:
      | behavior                     | factor            |
      | acceptIfMfaDoneByFederatedIdp | satisfied already |
      | rejectMfaByFederatedIdp       | asked             |

  Scenario Outline: someone without a method against the strength <strength>
    Given the user clerk has these settings:
      | registered | false |
      | methods    | []    |
    And the Conditional Access policy:
      """yaml
      displayName: Strength
      state: enabled
      conditions:
        users: { includeUsers: [clerk@proseware.com] }
        applications: { includeApplications: [All] }
        clientAppTypes: [browser, mobileAppsAndDesktopClients]
      grantControls: { operator: OR, authenticationStrength: { id: 00000000-0000-0000-0000-00000000000<id> } }
      """
    When the clerk uses Outlook on the private laptop to read mail
    Then rule <rule> ends the sign-in

    Examples:
      | strength           | id | rule   |
      | MFA                | 2  | CRED-3 |
      | phishing-resistant | 4  | POL-26 |
