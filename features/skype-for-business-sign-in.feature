Feature: Skype for Business signs in on-premises

  The registrar is on-premises, so Active Directory checks the secret. Microsoft Entra ID takes no part, and multifactor
  authentication in the cloud does not reach this sign-in.

  Background:
    Given the tenant architecture "federated-skype-on-premises"

  Scenario Outline: the <user> sends instant messages from <network>
    When the <user> uses skype-for-business-2016 to send instant messages from the <network>
    Then the required credential is the account password
    And rule CRED-1 decides the credential
    And the account password is verified by Active Directory
    And the second factor is not required
    And Microsoft Entra ID is not contacted
    And the identity provider is not contacted
    And the sign-in is not recorded by Microsoft Entra ID

    Examples:
      | user            | network   |
      | finance lead    | corporate |
      | finance lead    | internet  |
      | new starter     | internet  |
      | warehouse clerk | internet  |

  Scenario: the app password is unknown on-premises
    When the finance lead tries the app password to send instant messages with skype-for-business-2016
    Then the sign-in is refused
    And the app password is refused by Active Directory

  Scenario: a joined device on the corporate network needs no password at all
    When the finance lead uses skype-for-business-2016-joined to send instant messages from corporate
    Then the required credential is the Windows sign-in
    And rule CRED-4 decides the credential
    And the Windows sign-in is verified by Active Directory
    And the user is prompted 0 times

  Scenario: the same device outside has no domain to ask
    When the finance lead uses skype-for-business-2016-joined to send instant messages from the internet
    Then the required credential is the account password

  Scenario: a user who also looks up a colleague in Exchange Online needs both passwords
    When the finance lead uses skype-for-business-2016 to check free/busy
    Then the user needs each of these credentials:
      | leg                   | credential       |
      | registrar             | account password |
      | exchange-web-services | app password     |
