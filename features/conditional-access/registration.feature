Feature: Registering a method first is a separate sign-in

  A person of whom MFA is required, and who has no method, is asked to register one. Where registering is blocked there and
  then, the sign-in does not succeed: at risk, by a policy on the user action, or for want of a method that is switched on.
  https://learn.microsoft.com/entra/identity-platform/reference-error-codes
  https://learn.microsoft.com/entra/identity/conditional-access/policy-all-users-security-info-registration

  Background:
    Given the tenant architecture "conditional-access-controls"
    And sign-ins come from the hotel
    And the user clerk has these settings:
      | registered | false |
      | methods    | []    |

  Scenario Outline: MFA because of <risk> at <level>
    Given the Conditional Access policy:
      """yaml
      displayName: Risky
      state: enabled
      conditions:
        users: { includeUsers: [clerk@proseware.com] }
        applications: { includeApplications: [All] }
        clientAppTypes: [all]
        <levels>: [medium, high]
      grantControls: { operator: OR, builtInControls: [mfa] }
      """
    And these signals:
      | <risk> | <level> |
    Then the verdicts are:
      | user  | client                        | purpose   | verdict   | second factor | rule   | error   |
      | clerk | Outlook on the private laptop | read mail | <verdict> | <factor>      | <rule> | <error> |

    Examples:
      | risk            | levels           | level | verdict  | factor       | rule   | error       |
      | signInRiskLevel | signInRiskLevels | high  | blocked  | -            | POL-21 | AADSTS53004 |
      | userRiskLevel   | userRiskLevels   | high  | blocked  | -            | POL-21 | AADSTS53004 |
      | signInRiskLevel | signInRiskLevels | none  | signs in | not required | CRED-3 | -           |

  Scenario: a user who has registered meets the same policy
    Given the user clerk has these settings:
      | registered | true  |
      | methods    | [sms] |
    And the Conditional Access policy:
      """yaml
      displayName: Risky
      state: enabled
      conditions:
        users: { includeUsers: [clerk@proseware.com] }
        applications: { includeApplications: [All] }
        clientAppTypes: [all]
        signInRiskLevels: [medium, high]
      grantControls: { operator: OR, builtInControls: [mfa] }
      """
    And these signals:
      | signInRiskLevel | high |
    When the clerk uses Outlook on the private laptop to read mail
    Then the second factor is asked

  Scenario Outline: registration requires <demand>, from the <network>
    Given the Conditional Access policy:
      """yaml
      displayName: MFA
      state: enabled
      conditions:
        users: { includeUsers: [clerk@proseware.com] }
        applications: { includeApplications: [All] }
        clientAppTypes: [all]
      grantControls: { operator: OR, builtInControls: [mfa] }
      """
    And the Conditional Access policy:
      """yaml
      displayName: Registration
      state: enabled
      conditions:
        users: { includeUsers: [clerk@proseware.com] }
        applications: { includeUserActions: ["urn:user:registersecurityinfo"] }
        clientAppTypes: [all]
        locations: { includeLocations: [All], excludeLocations: [AllTrusted] }
      grantControls: { operator: OR, builtInControls: [<demand>] }
      """
    Then the verdicts are:
      | user  | client                        | purpose   | network   | verdict   | second factor | rule   | error   |
      | clerk | Outlook on the <device>       | read mail | <network> | <verdict> | <factor>      | <rule> | <error> |

    Examples:
      | demand          | device         | network | verdict  | factor                | rule   | error       |
      | block           | private laptop | hotel   | blocked  | -                     | POL-22 | AADSTS53010 |
      | block           | private laptop | office  | signs in | registration required | CRED-3 | -           |
      | mfa             | private laptop | hotel   | blocked  | -                     | POL-22 | AADSTS53010 |
      | compliantDevice | private laptop | hotel   | blocked  | -                     | POL-22 | AADSTS53010 |
      | compliantDevice | managed laptop | hotel   | signs in | registration required | CRED-3 | -           |

  Scenario: a policy on registration that nobody can judge leaves the sign-in open
    Given the Conditional Access policy:
      """yaml
      displayName: MFA
      state: enabled
      conditions:
        users: { includeUsers: [clerk@proseware.com] }
        applications: { includeApplications: [All] }
        clientAppTypes: [all]
      grantControls: { operator: OR, builtInControls: [mfa] }
      """
    And the Conditional Access policy:
      """yaml
      displayName: Registration
      state: enabled
      conditions:
        users: { includeUsers: [clerk@proseware.com] }
        applications: { includeUserActions: ["urn:user:registersecurityinfo"] }
        clientAppTypes: [all]
      grantControls: { operator: OR, builtInControls: [compliantDevice] }
      """
    When the clerk uses Outlook for iOS to read mail
    Then the sign-in is undetermined without:
      | deviceInfo.isCompliant |

  Scenario Outline: the tenant allows <available>
    Given the tenant architecture has these changes:
      """yaml
      multifactorAuthentication: { availableMethods: <available> }
      """
    And the Conditional Access policy:
      """yaml
      displayName: MFA
      state: enabled
      conditions:
        users: { includeUsers: [clerk@proseware.com] }
        applications: { includeApplications: [All] }
        clientAppTypes: [all]
      grantControls: { operator: OR, builtInControls: [mfa] }
      """
    Then the verdicts are:
      | user  | client                        | purpose   | verdict   | second factor | rule   |
      | clerk | Outlook on the private laptop | read mail | <verdict> | <factor>      | <rule> |

    Examples:
      | available      | verdict        | factor                | rule   |
      | [sms]          | signs in       | registration required | CRED-3 |
      | []             | blocked        | -                     | POL-23 |
      | [fido2]        | blocked        | -                     | POL-23 |
