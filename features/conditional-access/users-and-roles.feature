Feature: Whom a policy reaches

  Exclusion beats inclusion. Roles count where they are built in and held for the whole tenant; guests are among all users.
  Source: https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-users-groups

  Background:
    Given the tenant architecture "conditional-access-controls"
    And sign-ins come from the hotel

  Scenario Outline: <user>, where Exchange administrators need MFA
    Given the Conditional Access policy:
      """yaml
      displayName: MFA for administrators
      state: enabled
      conditions:
        users: { includeRoles: [29232cdf-9323-42fd-ade2-1d097af3e4de] }
        applications: { includeApplications: [All] }
        clientAppTypes: [all]
      grantControls: { operator: OR, builtInControls: [mfa] }
      """
    When the <user> uses Outlook on the private laptop to read mail
    Then the required credential is the interactive sign-in
    And the second factor is <second factor>
    And rule <rule> decides the second factor

    Examples:
      | user                 | second factor | rule   |
      | administrator        | asked         | MFA-7  |
      | scoped administrator | not-required  | MFA-17 |
      | custom administrator | not-required  | MFA-17 |
      | clerk                | not-required  | MFA-17 |

  Scenario Outline: <who> by an assignment of <users>
    Given the Conditional Access policy:
      """yaml
      displayName: Block
      state: enabled
      conditions:
        users: <users>
        applications: { includeApplications: [All] }
        clientAppTypes: [all]
      grantControls: { operator: OR, builtInControls: [block] }
      """
    When the <who> uses Outlook on the private laptop to read mail
    Then rule <rule> ends the sign-in

    Examples:
      | who     | users                                                                                                 | rule   |
      | visitor | { includeUsers: [All] }                                                                               | POL-3  |
      | visitor | { includeUsers: [GuestsOrExternalUsers] }                                                             | POL-3  |
      | clerk   | { includeUsers: [GuestsOrExternalUsers] }                                                             | CRED-3 |
      | visitor | { includeUsers: [All], excludeUsers: [GuestsOrExternalUsers] }                                        | CRED-3 |
      | visitor | { includeGuestsOrExternalUsers: { guestOrExternalUserTypes: "b2bCollaborationGuest,internalGuest" } } | POL-3  |
      | visitor | { includeGuestsOrExternalUsers: { guestOrExternalUserTypes: serviceProvider } }                       | CRED-3 |
      | clerk   | { includeUsers: [All], excludeUsers: [clerk@proseware.com] }                                          | CRED-3 |
      | short   | { includeUsers: [All], excludeGroups: [10000000-0000-4000-8000-000000000006] }                        | CRED-3 |
      | clerk   | { includeUsers: [All], excludeGroups: [99999999-0000-4000-8000-000000000006] }                        | POL-3  |
      | clerk   | { includeUsers: [None] }                                                                              | CRED-3 |
