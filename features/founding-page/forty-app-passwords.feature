Feature: Forty app passwords are the limit

  Source: https://learn.microsoft.com/entra/identity/authentication/howto-mfa-app-passwords

  Background:
    Given the tenant architecture "app-password-limit"

  @founding-6
  Scenario: the forty-first is refused until one is deleted
    When the Collector uses the browser to create an app password
    Then the sign-in is blocked
    And rule SELF-3 ends the sign-in
    When an hour passes
    And the Collector deletes the app password "Phone 3"
    Then the sign-in succeeds
    And rule SELF-6 decides self-service
    When an hour passes
    And the Collector creates the app password "Watch"
    Then the sign-in is blocked
    And rule SELF-3 ends the sign-in

  @founding-6
  Scenario: the forty there are work
    When the Collector uses Outlook 2010 to read mail
    Then the required credential is the app password
    And rule CRED-2 decides the credential

  @founding-6
  Scenario: a file that lists more is not believed
    Given the tenant architecture "federated-skype-on-premises"
    And the user finance lead has these settings:
      | appPasswords | [a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, d1, d2, d3, d4, d5, d6, d7, d8, d9, d10, e1] |
    Then checking the tenant architecture finds "CON-26"
