Feature: Which resources a policy protects

  Sources: https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-cloud-apps
  and https://learn.microsoft.com/entra/identity/conditional-access/service-dependencies

  Background:
    Given the tenant architecture "conditional-access-controls"
    And sign-ins come from the hotel

  Scenario: a policy for Exchange Online applies in Teams and in Skype for Business
    Given the Conditional Access policy:
      """yaml
      displayName: MFA for mail
      state: enabled
      conditions:
        users: { includeUsers: [clerk@proseware.com] }
        applications: { includeApplications: [00000002-0000-0ff1-ce00-000000000000] }
        clientAppTypes: [all]
      grantControls: { operator: OR, builtInControls: [mfa] }
      """
    When the clerk uses Microsoft Teams to send instant messages
    Then the required credential is the interactive sign-in
    And the second factor is asked by Microsoft Entra ID
    And these policies take part:
      | policy         | effect  | rule | via                    |
      | "MFA for mail" | applies | CA-3 | exchange-online, early |
    When the clerk uses Outlook on the private laptop to read mail
    Then these policies take part:
      | policy         | effect  | via  |
      | "MFA for mail" | applies | none |

  Scenario Outline: all resources but <excluded>
    Given the Conditional Access policy:
      """yaml
      displayName: Block nearly everything
      state: enabled
      conditions:
        users: { includeUsers: [clerk@proseware.com] }
        applications: { includeApplications: [All], excludeApplications: [<excluded>] }
        clientAppTypes: [all]
      grantControls: { operator: OR, builtInControls: [block] }
      """
    When the clerk uses Outlook on the private laptop to read mail
    Then rule <rule> ends the sign-in

    Examples:
      | excluded                             | rule   |
      | 00000002-0000-0ff1-ce00-000000000000 | CRED-3 |
      | Office365                            | CRED-3 |
      | MicrosoftAdminPortals                | POL-3  |

  Scenario Outline: registering is a separate action, not a resource
    Given the Conditional Access policy:
      """yaml
      displayName: Register in the office
      state: enabled
      conditions:
        users: { includeUsers: [clerk@proseware.com] }
        applications: <target>
        clientAppTypes: [all]
        locations: { includeLocations: [All], excludeLocations: [AllTrusted] }
      grantControls: { operator: OR, builtInControls: [block] }
      """
    When the clerk uses Web browser to <purpose> from the <network>
    Then rule <rule> ends the sign-in

    Examples:
      | target                                                    | purpose          | network | rule   |
      | { includeUserActions: ["urn:user:registersecurityinfo"] } | register for MFA | hotel   | POL-3  |
      | { includeUserActions: ["urn:user:registersecurityinfo"] } | register for MFA | office  | CRED-3 |
      | { includeUserActions: ["urn:user:registersecurityinfo"] } | read mail        | hotel   | CRED-3 |
      | { includeApplications: [All] }                            | register for MFA | hotel   | CRED-3 |

  Scenario Outline: the lowest scopes under an all-resources policy with an exclusion, <date>
    Given the Conditional Access policy:
      """yaml
      displayName: Block nearly everything
      state: enabled
      conditions:
        users: { includeUsers: [clerk@proseware.com] }
        applications: { includeApplications: [All], excludeApplications: [00000002-0000-0ff1-ce00-000000000000] }
        clientAppTypes: [all]
      grantControls: { operator: OR, builtInControls: [block] }
      """
    And these signals:
      | scopes | <scopes> |
    When the date becomes <date>
    And the clerk uses Web browser to get a token
    Then rule <rule> ends the sign-in

    Examples:
      | scopes           | date       | rule   |
      | openid,User.Read | 2026-02-28 | CRED-3 |
      | openid,User.Read | 2026-06-14 | CRED-3 |
      | openid,Mail.Read | 2026-02-28 | POL-3  |

  Scenario Outline: a token for <application> is asked for at the application that a policy names
    Given the Conditional Access policy:
      """yaml
      displayName: Block Azure management
      state: enabled
      conditions:
        users: { includeUsers: [clerk@proseware.com] }
        applications: { includeApplications: [797f4846-ba00-4fd7-ba43-dac1f8f63013] }
        clientAppTypes: [all]
      grantControls: { operator: OR, builtInControls: [block] }
      """
    When the clerk uses Web browser to get a token for the application <application>
    Then rule <rule> ends the sign-in

    Examples:
      | application                            | rule   |
      | "azure-service-management"             | POL-3  |
      | "Windows Azure Service Management API" | POL-3  |
      | "797f4846-ba00-4fd7-ba43-dac1f8f63013" | POL-3  |
      | "microsoft-graph"                      | CRED-3 |

  Scenario Outline: the lowest scopes after the rollout has started, which the tenant states as <state>
    Given the Conditional Access policy:
      """yaml
      displayName: Block nearly everything
      state: enabled
      conditions:
        users: { includeUsers: [clerk@proseware.com] }
        applications: { includeApplications: [All], excludeApplications: [00000002-0000-0ff1-ce00-000000000000] }
        clientAppTypes: [all]
      grantControls: { operator: OR, builtInControls: [block] }
      """
    And the tenant architecture has these changes:
      """yaml
      rollouts:
        - { change: lowPrivilegeScopesRollout, state: <state> }
      """
    And these signals:
      | scopes | openid,User.Read |
    When the date becomes <date>
    And the clerk uses Web browser to get a token
    Then rule <rule> ends the sign-in

    Examples:
      | state     | date       | rule   |
      | applied   | 2026-05-30 | POL-3  |
      | applied   | 2026-07-01 | POL-3  |
      | opted-out | 2026-07-01 | CRED-3 |

  Scenario: the lowest scopes after the rollout has started, without a stated state
    Given the Conditional Access policy:
      """yaml
      displayName: Block nearly everything
      state: enabled
      conditions:
        users: { includeUsers: [clerk@proseware.com] }
        applications: { includeApplications: [All], excludeApplications: [00000002-0000-0ff1-ce00-000000000000] }
        clientAppTypes: [all]
      grantControls: { operator: OR, builtInControls: [block] }
      """
    And these signals:
      | scopes | openid,User.Read |
    When the date becomes 2026-06-15
    And the clerk uses Web browser to get a token
    Then the sign-in is undetermined without:
      | lowPrivilegeScopesRollout |

  Scenario Outline: MFA required of the registration itself, of someone with <methods>
    Given the user clerk has these settings:
      | registered | <registered> |
      | methods    | <methods>    |
    And the Conditional Access policy:
      """yaml
      displayName: Registration with MFA
      state: enabled
      conditions:
        users: { includeUsers: [clerk@proseware.com] }
        applications: { includeUserActions: ["urn:user:registersecurityinfo"] }
        clientAppTypes: [all]
      grantControls: { operator: OR, builtInControls: [mfa] }
      """
    When the clerk uses Web browser to register for MFA
    Then rule <rule> ends the sign-in

    Examples:
      | registered | methods                      | rule   |
      | false      | []                           | POL-11 |
      | true       | [temporaryAccessPassOneTime] | CRED-3 |
      | true       | [sms]                        | CRED-3 |
