Feature: The setting that lets users create app passwords

  Users cannot create app passwords unless the tenant allows it. Turned off again, it leaves existing ones working, and
  nobody but an administrator can delete them.
  Source: https://learn.microsoft.com/entra/identity/authentication/howto-mfa-app-passwords

  Background:
    Given the tenant architecture "federated-skype-on-premises"

  @founding-21
  Scenario: by default nobody creates one
    Given the tenant architecture has these changes:
      """yaml
      multifactorAuthentication:
        appPasswords: null
      """
    When the finance lead uses the browser to create an app password
    Then the sign-in is blocked
    And rule SELF-1 ends the sign-in

  @founding-21
  Scenario: where the tenant allows it, enforced users do
    When the finance lead uses the browser to create an app password
    Then the required credential is the interactive sign-in
    And rule SELF-6 decides self-service

  @founding-21
  Scenario: not everyone may change it
    When a day passes
    And the Exchange administrator stops allowing app passwords in the tenant
    Then checking the tenant architecture finds "TEN-15"

  @founding-21
  Scenario: an Authentication Policy Administrator may
    Given the user Exchange administrator has these settings:
      | roles | [Authentication Policy Administrator] |
    When a day passes
    And the Exchange administrator stops allowing app passwords in the tenant
    Then checking the tenant architecture does not find "TEN-15"

  @founding-21
  Scenario: without an app password and unable to create one, a legacy client cannot sign in
    Given the tenant architecture has these changes:
      """yaml
      multifactorAuthentication:
        appPasswords: blocked
      """
    And the user finance lead has these settings:
      | appPasswords | [] |
    When the finance lead uses Outlook 2010 to read mail
    Then no credential can sign in
    And rule CRED-13 ends the sign-in

  @founding-22
  Scenario: turned off, it leaves existing app passwords working, and their owners cannot manage them
    When a day passes
    And the tenant stops allowing app passwords
    And the finance lead uses Outlook 2010 to read mail
    Then the required credential is the app password
    And rule APP-1 decides app password
    When the finance lead uses the browser to create an app password
    Then the sign-in is blocked
    And rule SELF-1 ends the sign-in
    When the finance lead uses the browser to delete an app password
    Then the sign-in is blocked
    And rule SELF-4 ends the sign-in
    When an hour passes
    And an administrator deletes all app passwords of the finance lead
    And the finance lead tries the app password to read mail with Outlook 2010
    Then the sign-in is refused
    And rule ACC-5 refuses the app password

  @founding-22
  Scenario: a sweep finds app passwords that nobody can manage any more
    When a day passes
    And the tenant stops allowing app passwords
    Then sweeping the tenant architecture finds app-password-outlives with Outlook 2010

  @founding-22
  Scenario: while it is on, their owners delete them
    When the finance lead uses the browser to delete an app password
    Then the sign-in succeeds
    And these messages are sent in this order:
      | from               | to     | message              |
      | entra-self-service | client | app password deleted |
