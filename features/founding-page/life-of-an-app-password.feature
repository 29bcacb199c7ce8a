Feature: The life of an app password

  Allowed, created, used, reset, blocked, orphaned: what one app password goes through, told by the events of the tenant
  file and the clock.
  Source: https://learn.microsoft.com/entra/identity/authentication/howto-mfa-app-passwords

  Background:
    Given the tenant architecture "app-password-life"

  @founding-10 @founding-21 @founding-22 @founding-23 @founding-25
  Scenario: a year and its app password
    # October: the author is only enabled, and nobody may create app passwords.
    When the author uses "office laptop" to read mail
    Then the required credential is the account password
    And rule MFA-16 decides second factor

    # November: the registration enforces MFA, and the old client stops.
    When the date becomes 2019-11-01T12:00:00Z
    Then no credential can sign in
    And rule CRED-13 ends the sign-in
    When the author uses the browser to create an app password
    Then the sign-in is blocked
    And rule SELF-1 ends the sign-in

    # The next day the tenant allows app passwords.
    When the date becomes 2019-11-02T12:00:00Z
    Then the sign-in succeeds
    And rule SELF-6 decides self-service

    # One is created for the laptop, and used.
    When the date becomes 2019-11-03T12:00:00Z
    And the author uses "office laptop" to read mail
    Then the required credential is the app password
    And rule CRED-2 decides the credential
    And the app password is verified by Microsoft Entra ID
    And the identity provider is not contacted

    # February: the account password is reset. The app password does not notice.
    When the date becomes 2020-02-02
    Then the required credential is the app password
    And rule APP-1 decides app password
    And compared with 2020-01-31, no verdict changes

    # March: the setting is turned off. It works on, and its owner can no longer manage it.
    When the date becomes 2020-03-02
    Then the required credential is the app password
    When the author uses the browser to delete an app password
    Then the sign-in is blocked
    And rule SELF-4 ends the sign-in

    # May: a policy blocks legacy authentication.
    When the date becomes 2020-05-02
    And the author uses "office laptop" to read mail
    Then the sign-in is blocked by the policy "Block legacy authentication"
    And rule POL-3 ends the sign-in

    # June: the client is replaced by one with modern authentication. The app password is an orphan: no client uses it.
    When the date becomes 2020-06-02
    Then the required credential is the interactive sign-in
    And the second factor is asked
    And the app password is refused
    And rule ACC-3 refuses the app password
    And no sign-in of the author uses the app password

    # September: an administrator deletes it.
    When the date becomes 2020-09-02
    Then the required credential is the interactive sign-in
    And checking the tenant architecture does not find "TEN-14"

  @founding-3
  Scenario: a device that is restored from a backup falls back, until the account is added again
    Given the tenant architecture "federated-skype-on-premises"
    When the finance lead uses "apple-mail-ios-11" to read mail
    Then the required credential is the interactive sign-in
    When a day passes
    And the device of the client "apple-mail-ios-11" is restored from a backup
    Then the required credential is the app password
    When a day passes
    And the account is added again to the client "apple-mail-ios-11"
    Then the required credential is the interactive sign-in

  @founding-11 @founding-19
  Scenario: a mailbox that moves to the cloud takes its clients along
    Given the tenant architecture "hybrid-autodiscover"
    And sign-ins come from the internet
    And the user archive keeper has these settings:
      | archive | none |
    When the archive keeper uses Outlook 2010 to read mail
    Then the required credential is the account password
    And rule CRED-1 decides the credential
    When a day passes
    And the mailbox of the archive keeper moves to "exchange-online"
    Then one prompt would need these credentials:
      | leg                      | credential       |
      | on-premises autodiscover | account password |
      | cloud autodiscover       | app password     |
      | mailbox                  | app password     |
