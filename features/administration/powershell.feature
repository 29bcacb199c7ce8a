Feature: PowerShell and automation

  Exchange Online PowerShell speaks modern authentication alone; accounts with MFA sign in interactively or with a device
  code, a stored credential is for accounts without MFA, and unattended jobs sign in as an application or a managed
  identity. Remote PowerShell ended in October 2023.
  https://learn.microsoft.com/powershell/exchange/connect-to-exchange-online-powershell

  Background:
    Given the tenant architecture "powershell-automation"

  Rule: what each way of connecting takes

    Scenario Outline: <user> with <client>
      Then the verdicts are:
        | user   | client   | purpose    | network  | verdict  | credential   | second factor | verifier   | flow   |
        | <user> | <client> | administer | internet | signs in | <credential> | <factor>      | <verifier> | <flow> |

      Examples: Exchange Online
        | user           | client                                             | credential       | factor       | verifier | flow           |
        | Administrator  | Exchange Online PowerShell                         | interactive      | asked        | Entra ID | modern         |
        | Administrator  | Exchange Online PowerShell with a device code      | interactive      | asked        | Entra ID | modern         |
        | Operator       | Exchange Online PowerShell                         | interactive      | not required | Entra ID | modern         |
        | Operator       | Exchange Online PowerShell with a device code      | interactive      | not required | Entra ID | modern         |
        | Operator       | Exchange Online PowerShell with -Credential        | account password | not required | Entra ID | password grant |
        | Script account | Exchange Online PowerShell with -Credential        | account password | not required | Entra ID | password grant |
        | Nightly report | Exchange Online PowerShell with a certificate      | app-only         | not required | Entra ID | certificate    |
        | Runbook        | Exchange Online PowerShell with a managed identity | app-only         | not required | Entra ID | modern         |

      Examples: other modules and tools
        | user          | client                            | credential       | factor       | verifier | flow           |
        | Administrator | Azure PowerShell                  | interactive      | asked        | Entra ID | modern         |
        | Administrator | Azure CLI                         | interactive      | asked        | Entra ID | modern         |
        | Administrator | Microsoft Graph PowerShell        | interactive      | asked        | Entra ID | modern         |
        | Administrator | MSOnline PowerShell               | interactive      | asked        | Entra ID | modern         |
        | Administrator | Azure AD PowerShell               | interactive      | asked        | Entra ID | modern         |
        | Operator      | Azure PowerShell with -Credential | account password | not required | Entra ID | password grant |
        | Operator      | Azure CLI with a password         | account password | not required | Entra ID | password grant |
        | Runbook       | Azure CLI with a managed identity | app-only         | not required | Entra ID | modern         |

    # https://learn.microsoft.com/powershell/exchange/connect-to-exchange-servers-using-remote-powershell
    Scenario Outline: the servers on-premises take the domain logon, else the account password, from the <network>
      Then the verdicts are:
        | user          | client                    | purpose    | network   | verdict  | credential   | verifier         |
        | Administrator | Exchange Management Shell | administer | <network> | signs in | <credential> | Active Directory |

      Examples:
        | network  | credential         |
        | office   | windows integrated |
        | internet | account password   |

    # https://learn.microsoft.com/entra/identity/authentication/howto-mfa-userstates
    Scenario: what happens to a stored credential of an enabled user is not said
      Given the user Operator has these settings:
        | perUserMfaState | enabled |
        | registered      | false   |
        | methods         | []      |
      Then the verdicts are:
        | user     | client                                      | purpose    | network  | verdict      | missing                                               |
        | Operator | Exchange Online PowerShell with -Credential | administer | internet | undetermined | whether a password grant of an enabled user is refused |
        | Operator | Exchange Online PowerShell                  | administer | internet | signs in     | -                                                     |

    # https://learn.microsoft.com/entra/identity/authentication/concept-mandatory-multifactor-authentication
    Scenario: a policy that requires MFA blocks a stored password, and prompts a user
      Given the Conditional Access policy:
        """yaml
        displayName: MFA for everybody
        state: enabled
        conditions:
          users: { includeUsers: [All] }
          applications: { includeApplications: [All] }
          clientAppTypes: [all]
        grantControls: { operator: OR, builtInControls: [mfa] }
        """
      Then the verdicts are:
        | user     | client                                      | purpose    | network  | verdict  | second factor | rule   |
        | Operator | Exchange Online PowerShell with -Credential | administer | internet | blocked  | -             | POL-24 |
        | Operator | Azure CLI with a password                   | administer | internet | blocked  | -             | POL-24 |
        | Operator | Exchange Online PowerShell                  | administer | internet | signs in | asked         | CRED-3 |

    # https://learn.microsoft.com/entra/identity/conditional-access/workload-identity
    Scenario Outline: a policy for users does not reach a program that signs in as itself: <policy>
      Given the Conditional Access policy:
        """yaml
        displayName: <policy>
        state: enabled
        conditions:
          users: { includeUsers: [All] }
          applications: { includeApplications: [All] }
          clientAppTypes: [<clients>]
        grantControls: { operator: OR, builtInControls: [<control>] }
        """
      Then the verdicts are:
        | user     | client                                             | purpose    | network  | verdict  | rule   |
        | Operator | Exchange Online PowerShell with a certificate      | administer | internet | signs in | CRED-7 |
        | Operator | Exchange Online PowerShell with a managed identity | administer | internet | signs in | CRED-7 |

      Examples:
        | policy            | clients                    | control |
        | Block everything  | all                        | block   |
        | MFA for everybody | all                        | mfa     |
        | Block legacy      | exchangeActiveSync, other  | block   |

    Scenario: a policy for the service principals of the tenant reaches a certificate, but no managed identity
      Given the Conditional Access policy:
        """yaml
        displayName: Programs only from the office
        state: enabled
        conditions:
          users: { includeUsers: [None] }
          clientApplications: { includeServicePrincipals: [ServicePrincipalsInMyTenant] }
          applications: { includeApplications: [All] }
          clientAppTypes: [all]
        grantControls: { operator: OR, builtInControls: [block] }
        """
      Then the verdicts are:
        | user     | client                                             | purpose    | network  | verdict  | rule   |
        | Operator | Exchange Online PowerShell with a certificate      | administer | internet | blocked  | POL-3  |
        | Operator | Exchange Online PowerShell with a managed identity | administer | internet | signs in | CRED-7 |

    Scenario: which service principal it is, the file does not say
      Given the Conditional Access policy:
        """yaml
        displayName: One program
        state: enabled
        conditions:
          users: { includeUsers: [None] }
          clientApplications: { includeServicePrincipals: [33333333-3333-4333-8333-333333333333] }
          applications: { includeApplications: [All] }
          clientAppTypes: [all]
        grantControls: { operator: OR, builtInControls: [block] }
        """
      Then the verdicts are:
        | user     | client                                        | purpose    | network  | verdict      | missing            |
        | Operator | Exchange Online PowerShell with a certificate | administer | internet | undetermined | servicePrincipalId |

    Scenario Outline: a stored credential is of no use with MFA: <client>
      Then the verdicts are:
        | user          | client   | purpose    | network  | verdict        | rule    |
        | Administrator | <client> | administer | internet | cannot sign in | CRED-10 |

      Examples:
        | client                                      |
        | Exchange Online PowerShell with -Credential |
        | Azure PowerShell with -Credential           |
        | Azure CLI with a password                   |

    Scenario: neither the account password nor an app password serves an administrator in an old session
      Given the date is 2019-10-01
      When the Administrator uses "Windows PowerShell with basic authentication" to administer
      Then no credential can sign in
      And rule CRED-12 ends the sign-in
      When the Administrator tries the app password to administer with "Windows PowerShell with basic authentication"
      Then the sign-in is refused
      And rule ACC-4 ends the sign-in

    Scenario Outline: a federated account whose identity provider is not public: <client> from the <network>
      Then the verdicts are:
        | user                 | client   | purpose    | network   | verdict   | rule   | stage   |
        | Branch administrator | <client> | administer | <network> | <verdict> | <rule> | <stage> |

      Examples:
        | client                                        | network  | verdict        | rule   | stage                |
        | Exchange Online PowerShell                    | internet | cannot sign in | ACC-17 | at identity provider |
        | Exchange Online PowerShell                    | office   | cannot sign in | ACC-17 | at identity provider |
        | Exchange Online PowerShell with -Credential   | internet | undetermined   | -      | -                    |
        | Exchange Online PowerShell with a device code | internet | cannot sign in | ACC-17 | at identity provider |
        | Azure PowerShell                              | internet | cannot sign in | ACC-17 | at identity provider |
        | Azure PowerShell                              | office   | signs in       | CRED-3 | -                    |

    Scenario: an application does not sign in as a user
      Then the verdicts are:
        | user           | client                     | purpose    | network  | verdict        | rule    |
        | Runbook        | Exchange Online PowerShell | administer | internet | cannot sign in | CRED-16 |
        | Nightly report | Azure PowerShell           | administer | internet | cannot sign in | CRED-16 |

  Rule: what ended when

    Scenario Outline: <client> on <date>
      Then the verdicts are:
        | user     | client   | purpose    | network  | date   | verdict   | rule   |
        | Operator | <client> | administer | internet | <date> | <verdict> | <rule> |

      Examples: Exchange Online
        | client                                       | date       | verdict  | rule   |
        | Windows PowerShell with basic authentication | 2019-10-01 | signs in | CRED-5 |
        | Windows PowerShell with basic authentication | 2022-09-30 | signs in | CRED-5 |
        | Windows PowerShell with basic authentication | 2023-01-01 | blocked  | GATE-4 |
        | Windows PowerShell with basic authentication | 2023-10-01 | blocked  | GATE-2 |
        | Exchange Online PowerShell                   | 2023-10-01 | signs in | CRED-3 |
        | Exchange Online PowerShell                   | 2026-11-22 | signs in | CRED-3 |

      # https://techcommunity.microsoft.com/blog/microsoft-entra-blog/important-update-deprecation-of-azure-ad-powershell-and-msonline-powershell-modules/4094536
      Examples: the old directory modules were supported until 30 March 2025
        | client                     | date       | verdict      | rule   |
        | MSOnline PowerShell        | 2024-03-30 | signs in     | CRED-3 |
        | MSOnline PowerShell        | 2025-03-29 | signs in     | CRED-3 |
        | MSOnline PowerShell        | 2025-03-30 | undetermined | ORD-22 |
        | MSOnline PowerShell        | 2025-05-31 | undetermined | ORD-22 |
        | Azure AD PowerShell        | 2025-03-29 | signs in     | CRED-3 |
        | Azure AD PowerShell        | 2026-11-22 | undetermined | ORD-22 |
        | Microsoft Graph PowerShell | 2026-11-22 | signs in     | CRED-3 |

      # https://learn.microsoft.com/entra/fundamentals/whats-new
      Examples: MSOnline stopped working between early April and late May 2025
        | client              | date       | verdict | rule    |
        | MSOnline PowerShell | 2025-06-01 | blocked | GATE-22 |
        | MSOnline PowerShell | 2026-11-22 | blocked | GATE-22 |

  Rule: a module that opens the old browser control takes no passkey

    # https://learn.microsoft.com/entra/identity/authentication/concept-fido2-compatibility
    Scenario Outline: <client>, with <methods>
      Given the tenant architecture has these changes:
        """yaml
        clients: [sharepoint-online-powershell, teams-powershell, graph-powershell]
        """
      And the user Administrator has these settings:
        | methods | [fido2, x509CertificateMultiFactor] |
      And these signals:
        | methods | <methods> |
      Then the verdicts are:
        | user          | client   | purpose    | network  | date       | verdict   | rule   |
        | Administrator | <client> | administer | internet | 2026-11-22 | <verdict> | <rule> |

      Examples:
        | client                             | methods                    | verdict        | rule   |
        | SharePoint Online Management Shell | fido2                      | cannot sign in | MTH-14 |
        | SharePoint Online Management Shell | x509CertificateMultiFactor | signs in       | CRED-3 |
        | Microsoft Teams PowerShell         | fido2                      | cannot sign in | MTH-14 |
        | Microsoft Teams PowerShell         | x509CertificateMultiFactor | signs in       | CRED-3 |
        | Microsoft Graph PowerShell         | fido2                      | signs in       | CRED-3 |
