Feature: A policy that requires token protection admits bound tokens only

  A token of a registered device is bound to it. A native app on a device that is not registered has no such token, and
  is refused, and so is one on a virtual machine that is joined in an unsupported way. Where no page says whether a client's token is bound, the sign-in stays undetermined.
  https://learn.microsoft.com/entra/identity/conditional-access/deployment-guide-token-protection-windows

  Background:
    Given the tenant architecture:
      """yaml
      name: Bound tokens
      asOf: 2026-11-16
      createdDateTime: 2018-03-01
      licences: [p1]
      domains: [{ name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }]
      securityDefaults: false
      workloads: { exchange-online: {}, teams: {}, sharepoint-online: {} }
      networks: [{ name: internet }]
      devices:
        - { name: private computer, platform: windows, registered: false, domainJoined: false }
        - { name: company laptop, platform: windows, trustType: AzureAD }
        - { name: Mac, platform: macOS, trustType: AzureAD }
        - { name: managed Mac, platform: macOS, trustType: AzureAD, isCompliant: true }
        - { name: managed phone, platform: iOS, trustType: Workplace, isCompliant: true }
        - { name: private phone, platform: iOS, registered: false, domainJoined: false }
        - { name: Cloud PC, platform: windows, trustType: AzureAD, systemLabels: CloudPC }
        - { name: session host, platform: windows, trustType: ServerAD, systemLabels: AzureVirtualDesktop }
        - { name: virtual machine, platform: windows, trustType: AzureAD, profileType: SecureVM }
      clients:
        - { name: private-outlook, client: outlook-microsoft-365, device: private computer }
        - { name: private-teams, client: teams-desktop, device: private computer }
        - { name: private-browser, client: browser, device: private computer }
        - { name: outlook, client: outlook-microsoft-365, device: company laptop }
        - { name: outlook-2019, client: outlook-2019, device: company laptop }
        - { name: teams, client: teams-desktop, device: company laptop }
        - { name: mac-teams, client: teams-desktop, device: Mac }
        - { name: managed-mac-teams, client: teams-desktop, device: managed Mac }
        - { name: managed-phone-outlook, client: outlook-mobile-ios, device: managed phone }
        - { name: private-phone-outlook, client: outlook-mobile-ios, device: private phone }
        - { name: cloud-pc-outlook, client: outlook-microsoft-365, device: Cloud PC }
        - { name: session-host-outlook, client: outlook-microsoft-365, device: session host }
        - { name: vm-outlook, client: outlook-microsoft-365, device: virtual machine }
        - { name: module, client: exchange-online-powershell-v3, device: company laptop }
        - { name: unknown-outlook, client: outlook-microsoft-365 }
      users:
        - { userPrincipalName: max@contoso.com, displayName: Max, perUserMfaState: disabled, methods: [fido2], appPasswords: [], groups: [], roles: [], mailbox: exchange-online, archive: none, registrar: none }
      """
    And sign-ins come from the internet
    And the Conditional Access policy:
      """yaml
      displayName: Bound tokens
      state: enabled
      conditions:
        users: { includeUsers: [All] }
        applications: { includeApplications: [00000002-0000-0ff1-ce00-000000000000, cc15fd57-2c6c-4117-a88c-83b1d56b4bbe] }
        clientAppTypes: [mobileAppsAndDesktopClients]
      sessionControls: { secureSignInSession: { isEnabled: true } }
      """

  Scenario Outline: <client>
    Then the verdicts are:
      | user | client   | purpose   | verdict   | rule   | error   |
      | Max  | <client> | <purpose> | <verdict> | <rule> | <error> |

    Examples:
      | client          | purpose               | verdict      | rule   | error        |
      | private-outlook | read mail             | blocked      | POL-27 | AADSTS530084 |
      | private-teams   | send instant messages | blocked      | POL-27 | AADSTS530084 |
      | private-browser | read mail             | signs in     | CRED-3 | -            |
      | outlook         | read mail             | signs in     | CRED-3 | -            |
      | teams           | send instant messages | signs in     | CRED-3 | -            |
      | outlook-2019    | read mail             | blocked      | POL-27 | AADSTS530084 |
      | mac-teams       | send instant messages | undetermined | POL-6  | -            |
      | unknown-outlook | read mail             | undetermined | POL-6  | -            |
      | managed-mac-teams | send instant messages | signs in | CRED-3 | - |
      | managed-phone-outlook | read mail | signs in | CRED-3 | - |
      | private-phone-outlook | read mail | blocked | POL-27 | AADSTS530084 |
      | cloud-pc-outlook | read mail | blocked | POL-27 | AADSTS530084 |
      | session-host-outlook | read mail | signs in | CRED-3 | - |
      | vm-outlook | read mail | blocked | POL-27 | AADSTS530084 |
      | module | administer | signs in | CRED-3 | - |

  Scenario: it is the device that would have to change
    When Max uses private-outlook to read mail
    Then rule POL-27 ends the sign-in
    And the failure is caused by the device

  Scenario: a browser that the policy does not leave out
    Given the Conditional Access policy:
      """yaml
      displayName: Bound tokens of browsers
      state: enabled
      conditions:
        users: { includeUsers: [All] }
        applications: { includeApplications: [00000002-0000-0ff1-ce00-000000000000] }
        clientAppTypes: [browser]
      sessionControls: { secureSignInSession: { isEnabled: true } }
      """
    Then the verdicts are:
      | user | client          | purpose   | verdict      |
      | Max  | private-browser | read mail | undetermined |

  Scenario: a sign-in that states that its token is bound
    Given these signals:
      | satisfied | secureSignInSession |
    Then the verdicts are:
      | user | client          | purpose   | verdict  |
      | Max  | unknown-outlook | read mail | signs in |
