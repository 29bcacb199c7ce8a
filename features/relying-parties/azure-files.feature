Feature: A file share in Azure takes tickets, and no ticket can pass MFA
  With Microsoft Entra Kerberos, Microsoft Entra ID gives a ticket for the file share to a user who is signed in to a joined
  device. Its policies apply to the application of the storage account; where they demand MFA, mounting the share ends with
  system error 1327, so that the application has to be excluded. A storage account of the domain takes tickets of Active
  Directory instead.
  Sources: https://learn.microsoft.com/azure/storage/files/storage-files-identity-auth-hybrid-identities-enable
  and https://learn.microsoft.com/azure/storage/files/storage-files-identity-mount-file-share

  Background:
    Given the tenant architecture "azure-files"
    And sign-ins come from the internet

  Scenario: With the application excluded, a joined device opens the share without a prompt
    When the Clerk uses "explorer on a laptop" to open a file share
    Then the required credential is the Windows sign-in
    And the Windows sign-in is verified by Microsoft Entra ID
    And the second factor is not required

  Scenario Outline: The <user> with <client>
    Given the date is <date>
    Then the verdicts are:
      | user   | client   | purpose           | verdict   | rule   |
      | <user> | <client> | open a file share | <verdict> | <rule> |

    Examples:
      | date       | user            | client                     | verdict        | rule    |
      | 2026-11-16 | Newcomer        | explorer on a laptop       | signs in       | CRED-17 |
      | 2026-11-16 | Clerk           | explorer on a desktop      | signs in       | CRED-17 |
      | 2026-11-16 | Clerk           | explorer on an old desktop | cannot sign in | ACC-38  |
      | 2026-11-16 | Clerk           | explorer at home           | cannot sign in | ACC-38  |
      | 2026-11-16 | Guest           | explorer on a laptop       | cannot sign in | ACC-36  |
      | 2026-11-16 | Enforced user   | explorer on a laptop       | cannot sign in | ACC-39  |
      | 2026-11-16 | Cloud-only user | explorer on a laptop       | signs in       | CRED-17 |
      | 2025-11-26 | Cloud-only user | explorer on a laptop       | signs in       | CRED-17 |
      | 2025-11-25 | Cloud-only user | explorer on a laptop       | cannot sign in | ACC-37  |
      | 2023-10-01 | Cloud-only user | explorer on a laptop       | cannot sign in | ACC-37  |
      | 2023-10-01 | Clerk           | explorer on a laptop       | signs in       | CRED-17 |

  Scenario: Other clouds serve synchronized users alone
    Given the tenant architecture has these changes:
      """yaml
      cloud: 21Vianet
      """
    Then the verdicts are:
      | user            | client               | purpose           | verdict        | rule    |
      | Clerk           | explorer on a laptop | open a file share | signs in       | CRED-17 |
      | Cloud-only user | explorer on a laptop | open a file share | cannot sign in | ACC-37  |

  Rule: a policy for all resources protects a storage account of which no app id is stated

    Scenario Outline: <conditions>
      Given the tenant architecture:
        """yaml
        name: Shares
        asOf: 2026-11-16
        createdDateTime: 2016-01-01
        licences: [p1]
        domains: [{ name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }]
        workloads: { azure-files: { directoryServiceOptions: AADKERB } }
        devices: [{ name: laptop, platform: windows, trustType: AzureAD, domainJoined: false }]
        clients: [{ name: explorer, client: windows-file-explorer, device: laptop }]
        users: [{ userPrincipalName: ann@contoso.com, displayName: Ann, onPremisesSyncEnabled: true, mailbox: none, methods: [fido2], perUserMfaState: disabled }]
        conditionalAccess:
          policies:
            - displayName: MFA
              state: enabled
              conditions: { users: { includeUsers: [All] }, applications: <conditions>, clientAppTypes: [all] }
              grantControls: { operator: OR, builtInControls: [mfa] }
        """
      Then the verdicts are:
        | user | client   | purpose           | verdict   |
        | Ann  | explorer | open a file share | <verdict> |

      Examples:
        | conditions                                                                                             | verdict      |
        | { includeApplications: [All] }                                                                         | blocked      |
        | { includeApplications: [Office365] }                                                                   | signs in     |
        | { includeApplications: [2b6c1f5d-8a3e-4c97-b0d4-7e1f9a5c3d28] }                                        | undetermined |
        | { includeApplications: [All], excludeApplications: [2b6c1f5d-8a3e-4c97-b0d4-7e1f9a5c3d28] }            | undetermined |

  Rule: a policy that demands MFA for the application keeps everyone out

    Background:
      Given the tenant architecture has these changes:
        """yaml
        conditionalAccess:
          policies:
            - displayName: MFA for all applications
              state: enabled
              conditions: { users: { includeUsers: [All] }, applications: { includeApplications: [All] }, clientAppTypes: [all] }
              grantControls: { operator: OR, builtInControls: [mfa] }
        """

    Scenario Outline: The <user> is blocked
      When the <user> uses "explorer on a laptop" to open a file share
      Then the sign-in is blocked by the policy "MFA for all applications"
      And rule POL-42 ends the sign-in
      And the error code is "system-error-1327"

      Examples:
        | user            |
        | Clerk           |
        | Newcomer        |
        | Cloud-only user |

    Scenario: A token of the device that has passed MFA does not help
      Given these signals:
        | mfaClaim | entra-id |
      When the Clerk uses "explorer on a laptop" to open a file share
      Then rule POL-42 ends the sign-in

    Scenario: A control that the device meets leaves MFA out
      Given the Conditional Access policy:
        """yaml
        displayName: MFA for all applications
        state: enabled
        conditions: { users: { includeUsers: [All] }, applications: { includeApplications: [All] }, clientAppTypes: [all] }
        grantControls: { operator: OR, builtInControls: [mfa, compliantDevice] }
        """
      And these signals:
        | deviceInfo.isCompliant | true |
      When the Clerk uses "explorer on a laptop" to open a file share
      Then the required credential is the Windows sign-in

    Scenario: Terms of use are on no page about tickets
      Given the Conditional Access policy:
        """yaml
        displayName: MFA for all applications
        state: enabled
        conditions: { users: { includeUsers: [All] }, applications: { includeApplications: [All] }, clientAppTypes: [all] }
        grantControls: { operator: OR, builtInControls: [], termsOfUse: [0f3c9a1e-52d7-4b6f-8d21-9a7e4c5b6d10] }
        """
      Then the verdicts are:
        | user  | client               | purpose           | verdict      | rule   |
        | Clerk | explorer on a laptop | open a file share | undetermined | POL-43 |

  Rule: the other identity sources leave Microsoft Entra ID out of it

    Scenario: A storage account of the domain takes tickets of Active Directory inside
      Given the workload Azure Files has these settings:
        | directoryServiceOptions | AD |
      Then the verdicts are:
        | user            | client                | purpose           | network  | verdict        | credential         | verifier         | rule   |
        | Clerk           | explorer on a desktop | open a file share | office   | signs in       | Windows sign-in    | Active Directory | CRED-4 |
        | Clerk           | explorer at home      | open a file share | office   | signs in       | account password   | Active Directory | CRED-1 |
        | Clerk           | explorer on a desktop | open a file share | internet | cannot sign in | -                  | -                | ACC-34 |
        | Cloud-only user | explorer on a desktop | open a file share | office   | cannot sign in | -                  | -                | ACC-35 |

    Scenario Outline: The identity source <source>
      Given the workload Azure Files has these settings:
        | directoryServiceOptions | <source> |
      Then the verdicts are:
        | user  | client                | purpose           | verdict   | rule   |
        | Clerk | explorer on a desktop | open a file share | <verdict> | <rule> |

      Examples:
        | source | verdict      | rule   |
        | AADDS  | undetermined | OFF-19 |
        | None   | blocked      | OFF-18 |

  Rule: a token for the application of a storage account is no sign-in to it

    Scenario: A client that asks for such a token is left open
      Given the tenant architecture has these changes:
        """yaml
        workloads: { application: {} }
        clients: [{ name: own app, client: web-application }]
        """
      When the Clerk uses "own app" to get a token for the application "[Storage Account] wwifiles.file.core.windows.net"
      Then the sign-in is undetermined without:
        | shareTickets |

    Scenario: Security defaults leave open what Microsoft demands for a ticket
      Given the tenant architecture has these changes:
        """yaml
        securityDefaults: true
        conditionalAccess: { policies: [] }
        """
      When the Clerk uses "explorer on a laptop" to open a file share
      Then the sign-in is undetermined without:
        | whether Microsoft demands MFA for a ticket |
