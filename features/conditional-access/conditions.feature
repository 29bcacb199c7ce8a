Feature: Platforms, risks, flows and what is not understood

  A condition that is not configured hits everything; one that the sign-in does not tell leaves the verdict open.
  Sources: https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-conditions
  and https://learn.microsoft.com/graph/api/conditionalaccessroot-post-policies

  Background:
    Given the tenant architecture "conditional-access-controls"
    And sign-ins come from the hotel

  Scenario Outline: platforms that nobody supports are blocked, seen on <platform>
    Given the Conditional Access policy:
      """yaml
      displayName: Block unsupported platforms
      state: enabled
      conditions:
        users: { includeUsers: [clerk@proseware.com] }
        applications: { includeApplications: [All] }
        clientAppTypes: [all]
        platforms: { includePlatforms: [all], excludePlatforms: [android, iOS, windows, macOS, linux] }
      grantControls: { operator: OR, builtInControls: [block] }
      """
    And these signals:
      | devicePlatform | <platform> |
    When the clerk uses Outlook on the private laptop to read mail
    Then rule <rule> ends the sign-in

    Examples:
      | platform | rule   |
      | windows  | CRED-3 |
      | linux    | CRED-3 |
      | unknown  | POL-3  |

  Scenario: unknown risk
    Given the Conditional Access policy:
      """yaml
      displayName: MFA at risk
      state: enabled
      conditions:
        users: { includeUsers: [clerk@proseware.com] }
        applications: { includeApplications: [All] }
        clientAppTypes: [all]
        signInRiskLevels: [high, medium]
      grantControls: { operator: OR, builtInControls: [block] }
      """
    When the clerk uses Outlook on the private laptop to read mail
    Then the sign-in is undetermined without:
      | signInRiskLevel |
    And these policies take part:
      | policy        | effect           | missing         |
      | "MFA at risk" | signal-dependent | signInRiskLevel |

  Scenario Outline: <level> risk
    Given the Conditional Access policy:
      """yaml
      displayName: Block at risk
      state: enabled
      conditions:
        users: { includeUsers: [clerk@proseware.com] }
        applications: { includeApplications: [All] }
        clientAppTypes: [all]
        signInRiskLevels: [high, medium]
      grantControls: { operator: OR, builtInControls: [block] }
      """
    And these signals:
      | signInRiskLevel | <level> |
    When the clerk uses Outlook on the private laptop to read mail
    Then rule <rule> ends the sign-in

    Examples:
      | level  | rule   |
      | none   | CRED-3 |
      | low    | CRED-3 |
      | medium | POL-3  |
      | high   | POL-3  |

  Scenario Outline: a password change is required at <level> user risk
    Given the Conditional Access policy:
      """yaml
      displayName: Change the password
      state: enabled
      conditions:
        users: { includeUsers: [clerk@proseware.com] }
        applications: { includeApplications: [All] }
        clientAppTypes: [all]
        userRiskLevels: [high]
      grantControls: { operator: AND, builtInControls: [mfa, passwordChange] }
      """
    And these signals:
      | userRiskLevel | <level> |
    When the clerk uses Outlook on the private laptop to read mail
    Then the required credential is the interactive sign-in
    And the second factor is <second factor>

    Examples:
      | level | second factor |
      | high  | asked         |
      | none  | not-required  |

  Scenario: device code flow is blocked, the same shell without it is not
    Given the Conditional Access policy:
      """yaml
      displayName: Block device code flow
      state: enabled
      conditions:
        users: { includeUsers: [clerk@proseware.com] }
        applications: { includeApplications: [All] }
        clientAppTypes: [all]
        authenticationFlows: { transferMethods: "deviceCodeFlow,authenticationTransfer" }
      grantControls: { operator: OR, builtInControls: [block] }
      """
    When the clerk uses exchange-online-powershell-v3-device-code to administer
    Then the sign-in is blocked by the policy "Block device code flow"
    When the clerk uses Outlook on the private laptop to read mail
    Then no policy takes part

  Scenario: a condition newer than what is known is not skipped
    Given the Conditional Access policy:
      """yaml
      displayName: Something new
      state: enabled
      conditions:
        users: { includeUsers: [clerk@proseware.com] }
        applications: { includeApplications: [All] }
        clientAppTypes: [all]
        moonPhase: { includePhases: [full] }
      grantControls: { operator: OR, builtInControls: [block] }
      """
    When the clerk uses Outlook on the private laptop to read mail
    Then the sign-in is undetermined without:
      | policy:Something new:conditions.moonPhase |

  Scenario Outline: a policy that is <state>
    Given the Conditional Access policy:
      """yaml
      displayName: Block everything
      state: <state>
      conditions:
        users: { includeUsers: [clerk@proseware.com] }
        applications: { includeApplications: [All] }
        clientAppTypes: [all]
      grantControls: { operator: OR, builtInControls: [block] }
      """
    When the clerk uses Outlook on the private laptop to read mail
    Then rule <rule> ends the sign-in

    Examples:
      | state                             | rule   |
      | enabled                           | POL-3  |
      | disabled                          | CRED-3 |
      | enabledForReportingButNotEnforced | CRED-3 |

  Scenario: a report-only policy is reported but not enforced
    Given the Conditional Access policy:
      """yaml
      displayName: Block everything (trial)
      state: enabledForReportingButNotEnforced
      conditions:
        users: { includeUsers: [All] }
        applications: { includeApplications: [All] }
        clientAppTypes: [all]
      grantControls: { operator: OR, builtInControls: [block] }
      """
    Then compared with the unchanged tenant architecture, no verdict changes
    When the clerk uses Outlook on the private laptop to read mail
    Then these policies take part:
      | policy                     | effect      | rule | result            |
      | "Block everything (trial)" | report-only | CA-4 | reportOnlyFailure |
