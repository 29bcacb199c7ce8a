Feature: App passwords outlive a reset of the account password

  Whoever resets the password of a compromised account leaves its app passwords as they are, also one that the intruder
  made. They have to be deleted, and new ones created.
  Source: https://learn.microsoft.com/entra/identity/authentication/howto-mfa-app-passwords

  Background:
    Given the tenant architecture "compromise"

  @founding-10
  Scenario: the reset changes nothing, the deletion ends it, a new one works
    Given the date is 2019-11-04T08:30:00Z
    When the victim tries the app password to read mail with Outlook 2010
    Then the sign-in succeeds
    When the date becomes 2019-11-04T12:00:00Z
    Then the sign-in succeeds
    And rule APP-1 decides app password
    And the app password is verified by Microsoft Entra ID
    And the identity provider is not contacted
    And compared with 2019-11-04T08:30:00Z, no verdict changes
    When the date becomes 2019-11-05T09:30:00Z
    Then the sign-in is refused
    And rule ACC-5 refuses the app password
    When the date becomes 2019-11-05T10:30:00Z
    Then the sign-in succeeds

  @founding-10
  Scenario: a reset without a clean-up is found
    Then checking the tenant architecture finds "TEN-14"
    When the date becomes 2019-11-04T12:00:00Z
    Then sweeping the tenant architecture finds app-password-outlives with Outlook 2010

  @founding-10
  Scenario: with everything deleted nothing is found
    Given these events happen:
      | at         | type                  | user                      |
      | 2019-11-06 | app-passwords-deleted | second.victim@wingtip.com |
    Then checking the tenant architecture does not find "TEN-14"
