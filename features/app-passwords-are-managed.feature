Feature: App passwords are allowed, created and deleted

  Background:
    Given the tenant architecture "federated-skype-on-premises"

  @founding-21
  Scenario: by default users cannot create app passwords
    Given the tenant architecture has these changes:
      """yaml
      multifactorAuthentication:
        appPasswords: null
      """
    When the finance lead uses the browser to create an app password
    Then the sign-in is blocked
    And rule SELF-1 ends the sign-in

  @founding-21
  Scenario: a tenant setting allows them
    When the finance lead uses the browser to create an app password
    Then the required credential is the interactive sign-in
    And rule SELF-6 decides self-service

  @founding-22
  Scenario: turning the setting off leaves existing app passwords working, and nobody can manage them
    When a day passes
    And the tenant stops allowing app passwords
    And the finance lead uses Outlook 2010 to read mail
    Then the required credential is the app password
    And rule APP-1 decides app password
    When the finance lead uses the browser to delete an app password
    Then the sign-in is blocked
    And rule SELF-4 ends the sign-in

  @founding-23
  Scenario: a policy that blocks legacy authentication stops existing app passwords
    When the finance lead uses Outlook 2010 to read mail
    Then the required credential is the app password
    Given the Conditional Access policy:
      """yaml
      displayName: Block legacy authentication
      state: enabled
      conditions:
        users: { includeUsers: [All] }
        applications: { includeApplications: [All] }
        clientAppTypes: [exchangeActiveSync, other]
      grantControls: { operator: OR, builtInControls: [block] }
      """
    Then the sign-in is blocked by the policy "Block legacy authentication"
    And rule POL-3 ends the sign-in
    When the finance lead tries the app password to read mail with Outlook 2010
    Then the sign-in is blocked

  @founding-24
  Scenario: an app password comes after the registration, on the security information page
    When the new starter uses the browser to create an app password
    Then the sign-in is blocked
    And rule SELF-2 ends the sign-in
    When the new starter uses the browser to register for MFA
    Then the sign-in succeeds
    When an hour passes
    And the new starter completes the registration for MFA
    And the new starter uses the browser to create an app password
    Then the sign-in succeeds

  @founding-6
  Scenario: the forty-first app password is refused until one is deleted
    Given the user finance lead has these settings:
      | appPasswords | [a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, d1, d2, d3, d4, d5, d6, d7, d8, d9, d10] |
    When the finance lead uses the browser to create an app password
    Then the sign-in is blocked
    And rule SELF-3 ends the sign-in
    When an hour passes
    And the finance lead deletes the app password "a1"
    And the finance lead uses the browser to create an app password
    Then the sign-in succeeds

  @founding-13
  Scenario: one app password for each device is advised
    Given the user finance lead has these settings:
      | appPasswords | [Laptop, Outlook] |
    Then checking the tenant architecture finds "TEN-9"

  @founding-9
  Scenario: a script signs in with a service account that is not enforced
    Given these users:
      | userPrincipalName          | displayName    | kind            | perUserMfaState | registered | appPasswords | groups | roles | mailbox |
      | nightly.script@contoso.com | Nightly script | service-account | disabled        | false      | []           | []     | []    | none    |
    Then the Nightly script must use the account password to administer with windows-powershell-basic
    And checking the tenant architecture does not find "TEN-10"

  @founding-9
  Scenario: later that advice is superseded
    Given these users:
      | userPrincipalName          | displayName    | kind            | perUserMfaState | registered | appPasswords | groups | roles | mailbox |
      | nightly.script@contoso.com | Nightly script | service-account | disabled        | false      | []           | []     | []    | none    |
    And the tenant architecture has these changes:
      """yaml
      asOf: 2026-11-22
      """
    Then checking the tenant architecture finds "TEN-10"
    And the Nightly script cannot administer with windows-powershell-basic
