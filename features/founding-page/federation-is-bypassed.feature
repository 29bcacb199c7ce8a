Feature: An app password is checked past federation

  The passive flow sends the client to the identity provider. An app password goes to Microsoft Entra ID, which keeps it
  and checks it; the identity provider is not contacted.
  Source: https://learn.microsoft.com/entra/identity/authentication/howto-mfa-app-passwords

  Background:
    Given the tenant architecture "federated-skype-on-premises"

  @founding-14 @founding-15
  Scenario: the app password
    When the finance lead uses Outlook 2010 to read mail
    Then the required credential is the app password
    And rule VER-4 decides the verifier
    And the identity provider is not contacted
    And these messages are sent in this order:
      | from               | to                 | message              |
      | client             | Exchange Online    | credential presented |
      | Exchange Online    | Microsoft Entra ID | credential forwarded |
      | Microsoft Entra ID | Exchange Online    | token issued         |

  @founding-15
  Scenario: the passive flow of the same user
    When the finance lead uses Outlook 2016 to read mail
    Then the required credential is the interactive sign-in
    And rule VER-6 decides the verifier
    And the identity provider is contacted
    And these messages are sent in this order:
      | from              | to                 | message               |
      | client            | Microsoft Entra ID | authorization request |
      | client            | identity provider  | passive redirect      |
      | identity provider | client             | federation token      |
      | client            | Microsoft Entra ID | federation token      |

  @founding-15
  Scenario: the active flow of someone without MFA
    When the warehouse clerk uses Outlook 2010 to read mail
    Then the required credential is the account password
    And the identity provider is contacted
    And these messages are sent in this order:
      | from            | to                | message          |
      | Exchange Online | identity provider | ws-trust request |
