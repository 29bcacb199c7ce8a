Feature: Applications that are not open to everyone
  The administrator of an application can disable sign-in to it, or require that its users are assigned. What Graph
  returns of its service principal says so.
  https://learn.microsoft.com/entra/identity/enterprise-apps/assign-user-or-group-access-portal

  Background:
    Given the tenant architecture:
      """yaml
      name: Applications
      asOf: 2026-06-01
      createdDateTime: 2016-01-01
      licences: [p1]
      domains: [{ name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }]
      workloads: { application: {} }
      clients: [{ name: browser app, client: web-application }]
      groups:
        - { id: aaaaaaaa-0000-4000-8000-00000000000a, displayName: Human Resources, members: [ann@contoso.com, Recruiters] }
        - { id: aaaaaaaa-0000-4000-8000-00000000000b, displayName: Recruiters, members: [rex@contoso.com] }
      users:
        - { userPrincipalName: ann@contoso.com, displayName: Ann, mailbox: none, methods: [microsoftAuthenticatorPush] }
        - { userPrincipalName: rex@contoso.com, displayName: Rex, mailbox: none, methods: [microsoftAuthenticatorPush] }
        - { userPrincipalName: bob@contoso.com, displayName: Bob, mailbox: none, methods: [microsoftAuthenticatorPush] }
      applications:
        - displayName: Payroll
          appId: dddddddd-0000-4000-8000-000000000001
          appRoleAssignmentRequired: true
          appRoleAssignedTo:
            - { principalType: Group, principalId: aaaaaaaa-0000-4000-8000-00000000000a, principalDisplayName: Human Resources }
        - { displayName: Old app, appId: dddddddd-0000-4000-8000-000000000002, accountEnabled: false }
        - { displayName: Travel, appId: dddddddd-0000-4000-8000-000000000003, appRoleAssignmentRequired: true }
        - { displayName: Lunch, appId: dddddddd-0000-4000-8000-000000000004, appRoleAssignmentRequired: false }
      """

  Rule: an application that requires assignment is open to those who are assigned

    Scenario Outline: <user> and <application>
      When <user> uses browser app to get a token for the application "<application>"
      Then <outcome>

      Examples:
        | user | application | outcome                                             |
        | Ann  | Payroll     | the sign-in succeeds                                |
        | Rex  | Payroll     | rule POL-41 ends the sign-in                        |
        | Bob  | Payroll     | rule POL-41 ends the sign-in                        |
        | Ann  | Lunch       | the sign-in succeeds                                |
        | Ann  | Old app     | rule POL-40 ends the sign-in                        |

    Scenario: Who is assigned is not stated
      When Ann uses browser app to get a token for the application "Travel"
      Then the sign-in is undetermined without:
        | applicationAssignment |
