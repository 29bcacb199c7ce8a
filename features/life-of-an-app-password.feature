Feature: The life of an app password

  Background:
    Given the tenant architecture "federated-skype-on-premises"

  Scenario: allowed, created, used, outliving a reset, blocked, gone
    # Nobody may create one yet, and the new starter is not even enforced.
    Given the tenant architecture has these changes:
      """yaml
      multifactorAuthentication:
        appPasswords: blocked
      """
    When the new starter uses Outlook 2010 to read mail
    Then the required credential is the account password

    # The registration enforces MFA: the old client stops.
    When a day passes
    And the new starter completes the registration for MFA
    Then no credential opens the sign-in
    And rule CRED-13 ends the sign-in

    # The tenant allows app passwords, and one is created.
    When a day passes
    And the tenant starts to allow app passwords
    And the new starter creates the app password "Laptop"
    Then the required credential is the app password
    And the identity provider is not contacted

    # A reset of the account password changes nothing for it.
    When a day passes
    And the account password of the new starter is reset
    Then the required credential is the app password

    # The setting is turned off: it works on, and nobody can manage it.
    When a day passes
    And the tenant stops allowing app passwords
    Then the required credential is the app password
    When the new starter uses the browser to delete an app password
    Then the sign-in is blocked

    # An administrator deletes it.
    When a day passes
    And an administrator deletes all app passwords of the new starter
    And the new starter uses Outlook 2010 to read mail
    Then no credential opens the sign-in
    And rule CRED-13 ends the sign-in
