Feature: Old clients meet a policy

  An old client can neither answer a second factor nor tell the state of its device, so any control that reaches it keeps
  it out; an app password is no way round.
  Sources: https://learn.microsoft.com/entra/identity/conditional-access/policy-block-legacy-authentication
  and https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-conditions

  Background:
    Given the tenant architecture "conditional-access-controls"
    And sign-ins come from the hotel

  Scenario: the policy that blocks legacy authentication stops passwords and app passwords, and nobody else
    Given the Conditional Access policy:
      """yaml
      displayName: Block legacy authentication
      state: enabled
      conditions:
        users: { includeUsers: [All] }
        applications: { includeApplications: [All] }
        clientAppTypes: [exchangeActiveSync, other]
      grantControls: { operator: OR, builtInControls: [block] }
      """
    Then the verdicts are:
      | user   | client                        | purpose   | verdict  | rule   | error       |
      | clerk  | Outlook 2010                  | read mail | blocked  | POL-3  | AADSTS53003 |
      | clerk  | IMAP client                   | read mail | blocked  | POL-3  | AADSTS53003 |
      | legacy | Outlook 2010                  | read mail | blocked  | POL-3  | AADSTS53003 |
      | clerk  | Outlook on the managed laptop | read mail | signs in | CRED-3 | -           |
    When the legacy tries the app password to read mail with Outlook 2010
    Then the sign-in is blocked by the policy "Block legacy authentication"
    And these policies take part:
      | policy                        | effect  | rule | result  |
      | "Block legacy authentication" | applies | CA-1 | failure |

  Scenario: MFA by policy gives no app password, it blocks
    When the everyday uses Outlook 2010 to read mail
    Then the sign-in is blocked by the policy "MFA everywhere"
    And rule POL-5 ends the sign-in
    And these policies take part:
      | policy           | effect  | rule |
      | "MFA everywhere" | applies | CA-2 |
    And rule APP-3 decides the app password

  Scenario: per-user MFA without a policy asks the same client for an app password
    When the legacy uses Outlook 2010 to read mail
    Then the required credential is the app password
    And rule CRED-2 decides the credential
    And no policy takes part

  Scenario: a policy for modern clients alone leaves old ones alone
    When the compliant uses Outlook 2010 to read mail
    Then the required credential is the account password
    And no policy takes part

  Scenario Outline: a policy of <year> that names no client app types
    Given the Conditional Access policy:
      """yaml
      displayName: MFA for everybody
      state: enabled
      createdDateTime: <year>-12-01T00:00:00Z
      conditions:
        users: { includeUsers: [clerk@proseware.com] }
        applications: { includeApplications: [All] }
      grantControls: { operator: OR, builtInControls: [mfa] }
      """
    When the clerk uses Outlook 2010 to read mail
    Then rule <rule> ends the sign-in

    Examples:
      | year | rule   |
      | 2019 | CRED-5 |
      | 2021 | POL-5  |

  Scenario: the policy takes effect between two sign-ins
    Given the Conditional Access policy:
      """yaml
      displayName: Block legacy authentication
      state: enabledForReportingButNotEnforced
      conditions:
        users: { includeUsers: [All] }
        applications: { includeApplications: [All] }
        clientAppTypes: [exchangeActiveSync, other]
      grantControls: { operator: OR, builtInControls: [block] }
      """
    When the clerk uses Outlook 2010 to read mail
    Then the required credential is the account password
    When a day passes
    And the policy "Block legacy authentication" is enabled
    Then the sign-in is blocked by the policy "Block legacy authentication"
