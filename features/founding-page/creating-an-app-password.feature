Feature: An app password is created by an interactive sign-in

  The service generates it and shows it once; nobody chooses it. It is offered when the registration for MFA ends, and
  later on the security information page. Setting one up involves the identity provider; using it never does.
  Source: https://learn.microsoft.com/entra/identity/authentication/howto-mfa-app-passwords

  Background:
    Given the tenant architecture "federated-skype-on-premises"

  @founding-5
  Scenario: it is generated, and handed to the client
    When the finance lead uses the browser to create an app password
    Then the sign-in succeeds
    And rule SELF-6 decides self-service
    And these messages are sent in this order:
      | from               | to     | message             |
      | entra-self-service | client | app password issued |

  @founding-5
  Scenario: it is typed once into the client that keeps it
    When the finance lead uses Outlook 2010 to read mail
    Then the required credential is the app password
    And rule CRED-2 decides the credential
    And the user is prompted 1 time

  @founding-14
  Scenario: the setup involves the identity provider
    When the finance lead uses the browser to create an app password
    Then the required credential is the interactive sign-in
    And the interactive sign-in is verified by the identity provider
    And rule VER-6 decides the verifier
    And the second factor is asked by Microsoft Entra ID
    And these messages are sent in this order:
      | from               | to                | message                 |
      | client             | identity provider | passive redirect        |
      | identity provider  | client            | federation token        |
      | Microsoft Entra ID | client            | second factor challenge |
      | entra-self-service | client            | app password issued     |

  @founding-24
  Scenario: the end of the registration offers one
    When the new starter uses the browser to register for MFA
    Then the sign-in succeeds
    And these messages are sent in this order:
      | from               | to     | message              |
      | entra-self-service | client | app password offered |

  @founding-24
  Scenario: before the registration there is none, after it the security information page makes one
    When the new starter uses the browser to create an app password
    Then the sign-in is blocked
    And rule SELF-2 ends the sign-in
    When an hour passes
    And the new starter completes the registration for MFA
    And the new starter uses the browser to create an app password
    Then the sign-in succeeds
    And rule SELF-6 decides self-service

  @founding-24
  Scenario: nobody else is offered one
    When the warehouse clerk uses the browser to create an app password
    Then the sign-in is blocked
    And rule SELF-2 ends the sign-in
