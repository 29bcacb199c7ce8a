Feature: App passwords bypass federation

  An app password is kept and checked by Microsoft Entra ID. The identity provider, which checks every other
  sign-in of a federated domain, never hears of it: not its access rules, not its log.

  Background:
    Given the tenant architecture "federated-skype-on-premises"

  Scenario Outline: <client> takes the app password to <purpose>
    When the finance lead uses <client> to <purpose>
    Then the required credential is the app password
    And rule CRED-2 decides the credential
    And the app password is verified by Microsoft Entra ID
    And rule VER-4 decides the verifier
    And the second factor is bypassed
    And the identity provider is not contacted
    And Active Directory is not contacted

    Examples:
      | client               | purpose               |
      | Outlook 2010         | read mail             |
      | Outlook 2010         | open the address book |
      | Outlook 2013         | read mail             |
      | Apple Mail on iOS 10 | read mail             |

  Scenario: the account password takes the longer path and is refused
    When the finance lead tries the account password to read mail with Outlook 2010
    Then the sign-in is refused
    And the account password is refused by Microsoft Entra ID
    And rule ACC-1 refuses the account password
    And the account password is refused with error "AADSTS50076"
    And the identity provider is contacted
    And these messages are sent in this order:
      | from               | to                 | message                     |
      | Exchange Online    | Microsoft Entra ID | home realm query            |
      | Exchange Online    | identity provider  | ws-trust request            |
      | identity provider  | Active Directory   | password validation request |
      | Exchange Online    | Microsoft Entra ID | federation token            |
      | Microsoft Entra ID | Exchange Online    | refusal                     |

  Scenario: no log on-premises records an app password
    When the finance lead tries the app password to read mail with Outlook 2010
    Then the sign-in succeeds
    And the sign-in is recorded by Microsoft Entra ID
    And the sign-in is not recorded by the identity provider
    And the sign-in is not recorded by Active Directory

  Scenario: wherever an app password is taken, federation is left out
    Then every sign-in with the app password is verified by Microsoft Entra ID
    And no sign-in with the app password contacts the identity provider
    And no sign-in with the app password contacts Active Directory
