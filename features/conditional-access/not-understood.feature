Feature: A policy that is not understood does not let anyone sign in

  A word or a field that is not understood leaves the sign-in undetermined, unless the answer is the same whatever it means.
  Source: https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-policies

  Background:
    Given the tenant architecture "conditional-access-controls"
    And sign-ins come from the hotel

  Scenario Outline: Without meaning: <fact>
    Given the Conditional Access policy:
      """yaml
      displayName: P
      state: enabled
      conditions:
        users: <users>
        applications: <applications>
        clientAppTypes: <types>
      grantControls: <grant>
      sessionControls: <session>
      """
    When the clerk uses Outlook on the private laptop to read mail
    Then the sign-in is undetermined without:
      | <fact> |

    Examples: Controls
      | users                   | applications                   | types | grant                                               | session                            | fact                                     |
      | { includeUsers: [All] } | { includeApplications: [All] } | [all] | { operator: OR, builtInControls: [verifiedID] }     | null                               | policy:P:grantControls.builtInControls.0 |
      | { includeUsers: [All] } | { includeApplications: [All] } | [all] | { operator: OR, builtInControls: [mfa, telepathy] } | null                               | policy:P:grantControls.builtInControls.1 |
      | { includeUsers: [All] } | { includeApplications: [All] } | [all] | { telepathy: [x] }                                  | null                               | policy:P:grantControls.telepathy         |
      | { includeUsers: [All] } | { includeApplications: [All] } | [all] | null                                                | { telepathy: { isEnabled: true } } | policy:P:sessionControls.telepathy       |

    Examples: Words of a policy that blocks
      | users                                               | applications                                   | types       | grant                        | session | fact                                                      |
      | { includeUsers: [All] }                             | { includeApplications: [All] }                 | [telepathy] | { builtInControls: [block] } | null    | policy:P:conditions.clientAppTypes.0                      |
      | { includeUsers: [All] }                             | { includeApplications: [Office 365] }          | [all]       | { builtInControls: [block] } | null    | policy:P:conditions.applications.includeApplications.0    |
      | { includeUsers: [All] }                             | { includeApplications: [AllAgentIdResources] } | [all]       | { builtInControls: [block] } | null    | policy:P:conditions.applications.includeApplications.0    |
      | { includeRoles: [All] }                             | { includeApplications: [All] }                 | [all]       | { builtInControls: [block] } | null    | policy:P:conditions.users.includeRoles.0                  |
      | { includeUsers: [All], excludeGroups: [telepaths] } | { includeApplications: [All] }                 | [all]       | { builtInControls: [block] } | null    | policy:P:conditions.users.excludeGroups.0                 |

  Scenario: The rule for session controls is not the reason
    Given the Conditional Access policy:
      """yaml
      displayName: P
      state: enabled
      conditions: { users: { includeUsers: [All] }, applications: { includeApplications: [All] }, clientAppTypes: [all] }
      sessionControls: { telepathy: { isEnabled: true } }
      """
    When the clerk uses Outlook on the private laptop to read mail
    Then these policies take part:
      | policy | effect  | result  | missing                            | rule |
      | P      | applies | unknown | policy:P:sessionControls.telepathy | CA-6 |

  Scenario Outline: Nothing depends on it: <why>
    Given the Conditional Access policy:
      """yaml
      displayName: P
      state: <state>
      conditions: { users: <users>, applications: { includeApplications: [All] }, clientAppTypes: [all] }
      grantControls: { operator: OR, builtInControls: <controls> }
      """
    And these signals:
      | mfaClaim | entra-id |
    When the clerk uses Outlook on the private laptop to read mail
    Then rule <rule> decides the <what>

    Examples:
      | why                            | state                             | users                    | controls           | rule   | what          |
      | another control is met         | enabled                           | { includeUsers: [All] }  | [mfa, telepathy]   | MFA-7  | second factor |
      | the policy is off              | disabled                          | { includeUsers: [All] }  | [telepathy]        | MFA-17 | second factor |
      | the policy only reports        | enabledForReportingButNotEnforced | { includeUsers: [All] }  | [telepathy]        | MFA-17 | second factor |
      | the policy is for nobody       | enabled                           | { includeUsers: [None] } | [telepathy]        | MFA-17 | second factor |
