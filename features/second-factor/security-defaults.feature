Feature: Security defaults

  Everybody registers for MFA. Administrators of the published list are asked at every sign-in, everybody is asked for
  Azure management, other people when Microsoft deems it needed. Old protocols are blocked, and the account of directory
  synchronization is excluded.
  https://learn.microsoft.com/entra/fundamentals/security-defaults

  Background:
    Given the tenant architecture "security-defaults"

  Rule: who is asked, and for what

    Scenario Outline: <user> with <client>, to <purpose>
      Then the verdicts are:
        | user   | client   | purpose   | verdict  | credential  | second factor | second factor by |
        | <user> | <client> | <purpose> | signs in | interactive | <factor>      | <by>             |

      Examples: administrators, at every sign-in
        | user              | client                     | purpose    | factor | by       |
        | Administrator     | Outlook 2016               | read mail  | asked  | Entra ID |
        | Administrator     | browser                    | read mail  | asked  | Entra ID |
        | Administrator     | Exchange Online PowerShell | administer | asked  | Entra ID |
        | Administrator     | Azure portal               | administer | asked  | Entra ID |
        | Emergency account | browser                    | administer | asked  | Entra ID |

      Examples: other people, when Microsoft deems it needed
        | user      | client                     | purpose        | factor       | by       |
        | Winemaker | Outlook 2016               | read mail      | may be asked | Entra ID |
        | Winemaker | browser                    | read mail      | may be asked | Entra ID |
        | Winemaker | browser                    | open documents | may be asked | Entra ID |
        | Winemaker | Microsoft Graph PowerShell | administer     | may be asked | Entra ID |
        | Auditor   | browser                    | administer     | may be asked | Entra ID |
        | Importer  | browser                    | open documents | may be asked | Entra ID |

      Examples: Azure management, everyone
        | user      | client                       | purpose    | factor | by       |
        | Winemaker | Azure portal                 | administer | asked  | Entra ID |
        | Winemaker | Microsoft Entra admin center | administer | asked  | Entra ID |
        | Winemaker | Azure PowerShell             | administer | asked  | Entra ID |
        | Winemaker | Azure CLI                    | administer | asked  | Entra ID |
        | Auditor   | Azure portal                 | administer | asked  | Entra ID |
        | Importer  | Azure portal                 | administer | asked  | Entra ID |

    Scenario Outline: a holder of <role> is asked: <factor>
      Given the user Auditor has these settings:
        | roles | [<role>] |
      When the Auditor uses the browser to read mail
      Then the second factor is <factor>

      Examples: asked at every sign-in
        | role                                    | factor |
        | Global Administrator                    | asked  |
        | Application Administrator               | asked  |
        | Authentication Administrator            | asked  |
        | Authentication Policy Administrator     | asked  |
        | Billing Administrator                   | asked  |
        | Cloud Application Administrator         | asked  |
        | Conditional Access Administrator        | asked  |
        | Exchange Administrator                  | asked  |
        | Helpdesk Administrator                  | asked  |
        | Identity Governance Administrator       | asked  |
        | Password Administrator                  | asked  |
        | Privileged Authentication Administrator | asked  |
        | Privileged Role Administrator           | asked  |
        | Security Administrator                  | asked  |
        | SharePoint Administrator                | asked  |
        | User Administrator                      | asked  |

      Examples: not on the list
        | role                  | factor       |
        | Global Reader         | may be asked |
        | Reports Reader        | may be asked |
        | Teams Administrator   | may be asked |
        | Message Center Reader | may be asked |

    # https://learn.microsoft.com/entra/fundamentals/users-default-permissions
    Scenario: a user has no role until one is assigned, which is assumed where the file is silent
      Given the user Auditor has these settings:
        | roles | null |
      When the Auditor uses the browser to read mail
      Then the second factor is may be asked

    Scenario: the synchronization account and programs are not asked
      Then the verdicts are:
        | user                    | client                            | purpose    | verdict  | credential  | second factor |
        | Synchronization account | browser                           | administer | signs in | interactive | not required  |
        | Backup job              | Azure CLI with a managed identity | administer | signs in | app-only    | not required  |

    Scenario: a program that sends a stored password
      Then the verdicts are:
        | user          | client                                      | purpose    | verdict        | rule    | missing                                       |
        | Administrator | Exchange Online PowerShell with -Credential | administer | blocked        | POL-25  | -                                             |
        | Winemaker     | Exchange Online PowerShell with -Credential | administer | undetermined   | CRED-11 | whether Microsoft demands MFA at this sign-in |
        | Winemaker     | Azure PowerShell with -Credential           | administer | blocked        | POL-25  | -                                             |

  Rule: everyone registers

    Scenario: who has put it off long enough registers at the sign-in
      Given the tenant architecture has these changes:
        """yaml
        createdDateTime: 2024-12-02
        asOf: 2025-03-01
        """
      Then the verdicts are:
        | user     | client       | purpose    | verdict  | second factor         | rule   |
        | New hand | browser      | read mail  | signs in | registration required | CRED-3 |
        | New hand | Outlook 2016 | read mail  | signs in | registration required | CRED-3 |
        | New hand | Azure portal | administer | signs in | registration required | CRED-3 |

    # https://techcommunity.microsoft.com/blog/identity/update-to-security-defaults/4044868
    Scenario Outline: created on <created>, first signed in on <first>, on <date>, rollout <rollout>
      Given the tenant architecture has these changes:
        """yaml
        createdDateTime: <created>
        asOf: <date>
        rollouts: <rollout>
        """
      And the user New hand has these settings:
        | firstInteractiveSignIn | <first> |
      When the New hand uses the browser to read mail
      Then the second factor is <factor>

      Examples:
        | created    | first      | date       | rollout                                                        | factor                |
        | 2020-03-02 | 2024-05-25 | 2024-06-01 | []                                                             | may be asked          |
        | 2020-03-02 | 2024-06-01 | 2024-06-01 | []                                                             | may be asked          |
        | 2020-03-02 | 2024-05-18 | 2024-06-01 | []                                                             | registration required |
        | 2020-03-02 | 2024-12-20 | 2024-12-31 | []                                                             | may be asked          |
        | 2024-12-01 | 2024-12-20 | 2024-12-31 | []                                                             | may be asked          |
        | 2024-12-02 | 2024-12-20 | 2024-12-31 | []                                                             | registration required |
        | 2024-12-02 | 2026-11-20 | 2026-11-22 | []                                                             | registration required |
        # Days that are over are over, wherever the rollout stands.
        | 2020-03-02 | 2025-05-17 | 2025-06-01 | []                                                             | registration required |
        | 2020-03-02 | 2025-05-17 | 2025-06-01 | [{ change: securityDefaultsGraceRollout, state: not-applied }] | registration required |
        | 2020-03-02 | 2025-05-20 | 2025-06-01 | [{ change: securityDefaultsGraceRollout, state: applied }]     | registration required |
        | 2020-03-02 | 2025-05-20 | 2025-06-01 | [{ change: securityDefaultsGraceRollout, state: not-applied }] | may be asked          |

    Scenario: when the days to register began is a fact that an event or the file gives
      Given the tenant architecture has these changes:
        """yaml
        createdDateTime: 2020-03-02
        asOf: 2024-06-01
        """
      When the New hand uses the browser to read mail
      Then the sign-in is undetermined without:
        | registrationGrace |

    Scenario Outline: the days run from the first sign-in, on <date>
      Given the tenant architecture has these changes:
        """yaml
        createdDateTime: 2020-03-02
        asOf: 2024-05-01
        """
      And these events happen:
        | at         | type            | user     |
        | 2024-05-10 | first-signed-in | New hand |
      When the date becomes <date>
      And the New hand uses the browser to read mail
      Then the second factor is <factor>

      Examples:
        | date       | factor                |
        | 2024-05-11 | may be asked          |
        | 2024-05-24 | registration required |

    Scenario: when the days of grace were taken from an existing tenant was nowhere published
      Given the date is 2025-06-01
      When the New hand uses the browser to read mail
      Then the sign-in is undetermined without:
        | registrationGrace |

    Scenario: Azure management does not wait
      When the New hand uses the Azure portal to administer
      Then the second factor is registration required

  Rule: old protocols are blocked

    Scenario Outline: <client>, to <purpose>, before Exchange Online ended basic authentication
      Given the date is 2020-06-01
      Then the verdicts are:
        | user      | client   | purpose   | verdict   | rule   | stage   |
        | Winemaker | <client> | <purpose> | <verdict> | <rule> | <stage> |

      Examples:
        | client                          | purpose   | verdict  | rule   | stage               |
        | Outlook 2010                    | read mail | blocked  | POL-2  | after the password  |
        | IMAP client                     | read mail | blocked  | POL-2  | after the password  |
        | POP client                      | read mail | blocked  | POL-2  | after the password  |
        | ActiveSync client without OAuth | read mail | blocked  | POL-2  | after the password  |
        | IMAP client                     | send mail | blocked  | GATE-3 | before the password |
        | Multifunction device            | send mail | blocked  | GATE-3 | before the password |
        | Device with direct send         | send mail | signs in | CRED-9 | -                   |
        | Outlook 2016                    | read mail | signs in | CRED-3 | -                   |

  Rule: whether they are on depends on the tenant

    Scenario Outline: a tenant created on <created> without a setting
      Given the tenant architecture has these changes:
        """yaml
        createdDateTime: <created>
        securityDefaults: null
        """
      When the Winemaker uses the browser to read mail
      Then the second factor is <factor>

      Examples:
        | created    | factor       |
        | 2019-10-21 | not required |
        | 2019-10-22 | may be asked |

    Scenario: they cannot be combined with Conditional Access policies
      Given the Conditional Access policy:
        """yaml
        displayName: Block everything from nowhere
        state: enabled
        conditions:
          users: { includeUsers: [All] }
          applications: { includeApplications: [All] }
          clientAppTypes: [other]
        grantControls: { operator: OR, builtInControls: [block] }
        """
      Then checking the tenant architecture finds "CON-17"
