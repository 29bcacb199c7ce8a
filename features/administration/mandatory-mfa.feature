Feature: MFA that the vendor requires for administration

  Since October 2024, tenant by tenant, portals of administration ask every user for MFA, and since October 2025 the tools
  that change Azure resources. No policy or exclusion takes it back, break-glass accounts are included, programs that sign
  in as themselves are not.
  https://learn.microsoft.com/entra/identity/authentication/concept-mandatory-multifactor-authentication

  Background:
    Given the tenant architecture "powershell-automation"
    And the user Operator has these settings:
      | registered | true |

  Scenario Outline: <client> on <date>
    Then the verdicts are:
      | user              | client   | purpose    | network  | date   | verdict  | second factor |
      | Operator          | <client> | administer | internet | <date> | signs in | <factor>      |
      | Emergency account | <client> | administer | internet | <date> | signs in | <factor>      |

    Examples: phase 1, portals
      | client                       | date       | factor       |
      | Azure portal                 | 2024-09-30 | not required |
      | Microsoft Entra admin center | 2024-09-30 | not required |
      | browser                      | 2025-01-31 | not required |
      | Azure portal                 | 2025-09-30 | asked        |
      | Microsoft Entra admin center | 2025-09-30 | asked        |
      | browser                      | 2025-09-30 | asked        |

    Examples: phase 2, tools
      | client                      | date       | factor       |
      | Azure PowerShell            | 2025-09-30 | not required |
      | Azure CLI                   | 2025-09-30 | not required |
      | Azure mobile app            | 2025-09-30 | not required |
      | Infrastructure as code tool | 2025-09-30 | not required |
      | Azure PowerShell            | 2026-07-01 | asked        |
      | Azure CLI                   | 2026-07-01 | asked        |
      | Azure mobile app            | 2026-07-01 | asked        |
      | Infrastructure as code tool | 2026-07-01 | asked        |

    Examples: not concerned
      | client                     | date       | factor       |
      | Microsoft Graph PowerShell | 2026-11-22 | not required |
      | Exchange Online PowerShell | 2026-11-22 | not required |

  Scenario Outline: between the first and the last tenant nobody knows whether <client> asks on <date>
    When the date becomes <date>
    And the Operator uses <client> to administer from the internet
    Then the sign-in is undetermined without:
      | mandatoryMfa |

    Examples:
      | client           | date       |
      | Azure portal     | 2024-10-01 |
      | browser          | 2025-02-01 |
      | Azure PowerShell | 2025-10-01 |
      | Azure CLI        | 2026-06-30 |

  Scenario Outline: <change> <state>, <client> on <date>
    Given the tenant architecture has these changes:
      """yaml
      rollouts:
        - { change: <change>, state: <state> }
      """
    Then the verdicts are:
      | user     | client   | purpose    | network  | date   | verdict  | second factor |
      | Operator | <client> | administer | internet | <date> | signs in | <factor>      |

    Examples:
      | change             | state       | client       | date       | factor       |
      | mandatoryMfaPhase1 | applied     | Azure portal | 2024-11-01 | asked        |
      | mandatoryMfaPhase1 | not-applied | Azure portal | 2024-11-01 | not required |
      | mandatoryMfaPhase1 | postponed   | Azure portal | 2025-06-01 | not required |
      | mandatoryMfaPhase1 | postponed   | Azure portal | 2025-10-01 | asked        |
      | mandatoryMfaPhase2 | applied     | Azure CLI    | 2025-11-01 | asked        |
      | mandatoryMfaPhase2 | postponed   | Azure CLI    | 2026-06-01 | not required |
      | mandatoryMfaPhase2 | postponed   | Azure CLI    | 2026-07-01 | asked        |

  Scenario: a stored password then fails, and an application keeps working
    Given the date is 2026-11-22
    Then the verdicts are:
      | user           | client                            | purpose    | network  | verdict        | rule    |
      | Script account | Azure PowerShell with -Credential | administer | internet | cannot sign in | CRED-10 |
      | Script account | Azure CLI with a password         | administer | internet | cannot sign in | CRED-10 |
      | Runbook        | Azure CLI with a managed identity | administer | internet | signs in       | CRED-7  |

  Scenario: who has registered nothing is asked to register
    Given the date is 2026-11-22
    Then the verdicts are:
      | user           | client       | purpose    | network  | verdict  | second factor         |
      | Script account | Azure portal | administer | internet | signs in | registration required |

  Scenario: a policy's exclusion takes nothing back
    Given the Conditional Access policy:
      """yaml
      displayName: MFA for all but the emergency account
      state: enabled
      conditions:
        users: { includeUsers: [All], excludeUsers: [emergency@litware.com] }
        applications: { includeApplications: [All] }
        clientAppTypes: [all]
      grantControls: { operator: OR, builtInControls: [mfa] }
      """
    And the date is 2026-11-22
    Then the verdicts are:
      | user              | client           | purpose    | network  | verdict  | second factor |
      | Emergency account | Azure portal     | administer | internet | signs in | asked         |
      | Emergency account | Azure PowerShell | administer | internet | signs in | asked         |
