Feature: App passwords outlive what should end them

  Background:
    Given the tenant architecture "federated-skype-on-premises"

  @founding-16
  Scenario: a leaver's account password ends at once, the app password when the directory has synchronised
    When a day passes
    And the account of the finance lead is disabled on-premises
    And the finance lead tries the account password to send instant messages with skype-for-business-2016
    Then the sign-in is refused
    When the finance lead tries the interactive sign-in to read mail with Outlook 2016
    Then the sign-in is refused
    And rule ACC-16 refuses the interactive sign-in
    When the finance lead tries the app password to read mail with Outlook 2010
    Then the sign-in succeeds
    When two hours pass
    Then the sign-in succeeds
    When two hours pass
    Then the sign-in is refused
    And rule ACC-16 refuses the app password

  @founding-16
  Scenario: where the file does not say how long synchronising takes, the time in between is open
    Given the tenant architecture has these changes:
      """yaml
      directorySync: null
      """
    When a day passes
    And the account of the finance lead is disabled on-premises
    And the finance lead tries the app password to read mail with Outlook 2010
    And an hour passes
    Then the sign-in is undetermined without:
      | accountInCloud |
    When three hours pass
    Then the sign-in is refused

  @founding-10
  Scenario: resetting the account password does not end app passwords
    When a day passes
    And the account password of the finance lead is reset
    And the finance lead tries the app password to read mail with Outlook 2010
    Then the sign-in succeeds
    And rule APP-1 decides app password
    When an hour passes
    And an administrator deletes all app passwords of the finance lead
    And the tenant stops allowing app passwords
    Then the sign-in is refused
    And rule ACC-5 refuses the app password
