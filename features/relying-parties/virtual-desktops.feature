Feature: The sign-in to virtual desktops, Cloud PCs and SQL is one under the policies of their applications
  The client asks for tokens of several applications: a policy that names only one of them leaves the others open. The
  sign-in to the session host without single sign-on is a conversation of its own, which is not modeled.
  https://learn.microsoft.com/azure/virtual-desktop/set-up-mfa
  https://learn.microsoft.com/windows-365/enterprise/set-conditional-access-policies

  Background:
    Given the tenant architecture:
      """yaml
      name: Virtual desktops
      asOf: 2026-06-01
      createdDateTime: 2016-01-01
      licences: [p1]
      domains: [{ name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }]
      workloads: { application: {} }
      devices: [{ name: thin client, platform: windows, registered: false }]
      clients: [{ name: Windows App, client: native-application, device: thin client }]
      users: [{ userPrincipalName: ann@contoso.com, displayName: Ann, mailbox: none, methods: [microsoftAuthenticatorPush] }]
      conditionalAccess:
        policies:
          - displayName: MFA for Azure Virtual Desktop
            state: enabled
            conditions: { users: { includeUsers: [All] }, applications: { includeApplications: [9cdead84-a844-4324-93f2-b2e6bb768d07] }, clientAppTypes: [all] }
            grantControls: { operator: OR, builtInControls: [mfa] }
          - displayName: Compliant devices for SQL
            state: enabled
            conditions: { users: { includeUsers: [All] }, applications: { includeApplications: [022907d3-0f1b-48f7-badc-1ba6abab6d66] }, clientAppTypes: [all] }
            grantControls: { operator: OR, builtInControls: [compliantDevice] }
      """

  Scenario: The service asks for the second factor
    When Ann uses Windows App to get a token for the application "azure-virtual-desktop"
    Then the second factor is asked

  Scenario Outline: <application> is not named by the policy
    When Ann uses Windows App to get a token for the application "<application>"
    Then the second factor is not required

    Examples:
      | application              |
      | windows-cloud-login      |
      | microsoft-remote-desktop |
      | windows-365              |

  Scenario: A database behind a device control
    When Ann uses Windows App to get a token for the application "azure-sql-database"
    Then rule POL-7 ends the sign-in

  # https://learn.microsoft.com/azure/virtual-desktop/configure-single-sign-on
  Scenario Outline: a domain administrator at hosts that are <hosts>, the replication policy loosened: <loosened>
    Given the tenant architecture has these changes:
      """yaml
      applications: [{ displayName: Hosts, appId: 270efc09-cd0d-444b-a71f-39af4910ec45, sessionHosts: <hosts> }]
      directorySync: { entraKerberosForPrivileged: <loosened> }
      users: [{ userPrincipalName: ann@contoso.com, onPremisesSyncEnabled: true, privilegedInActiveDirectory: <privileged> }]
      """
    When Ann uses Windows App to get a token for the application "Hosts"
    Then rule <rule> ends the sign-in

    Examples:
      | hosts         | privileged | loosened | rule   |
      | hybrid-joined | true       | false    | MBX-12 |

  Scenario Outline: hosts that are <hosts> let in who is privileged: <privileged>, the replication policy loosened: <loosened>
    Given the tenant architecture has these changes:
      """yaml
      applications: [{ displayName: Hosts, appId: 270efc09-cd0d-444b-a71f-39af4910ec45, sessionHosts: <hosts> }]
      directorySync: { entraKerberosForPrivileged: <loosened> }
      users: [{ userPrincipalName: ann@contoso.com, onPremisesSyncEnabled: true, privilegedInActiveDirectory: <privileged> }]
      """
    When Ann uses Windows App to get a token for the application "Hosts"
    Then the sign-in succeeds

    Examples:
      | hosts         | privileged | loosened |
      | hybrid-joined | true       | true     |
      | hybrid-joined | false      | false    |
      | entra-joined  | true       | false    |
