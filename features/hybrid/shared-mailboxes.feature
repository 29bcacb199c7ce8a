Feature: A shared mailbox is opened with the account of the user who opens it

  Full Access works across a hybrid deployment in Outlook for Windows. A mailbox of the other organization is a conversation
  of its own: whoever verifies accounts there verifies the user's own account, and may prompt once more.
  Source: https://learn.microsoft.com/exchange/permissions

  Background:
    Given the tenant architecture "shared-mailboxes"
    And sign-ins come from the internet

  Scenario Outline: the <user> needs two credentials on <client>
    When the <user> uses "<client>" to open a shared mailbox
    Then the user needs each of these credentials:
      | leg            | credential       |
      | mailbox        | <mailbox>        |
      | shared mailbox | <shared mailbox> |

    Examples:
      | user      | client                      | mailbox          | shared mailbox   |
      | assistant | outlook-microsoft-365       | interactive      | account password |
      | assistant | outlook-on-a-joined-desktop | interactive      | account password |
      | assistant | outlook-web                 | interactive      | account password |
      | clerk     | outlook-microsoft-365       | account password | interactive      |
      | clerk     | outlook-on-a-joined-desktop | account password | interactive      |
      | clerk     | outlook-web                 | account password | interactive      |

  Scenario: inside, the Windows logon of a joined desktop opens the mailbox on the server
    When the assistant uses "outlook-on-a-joined-desktop" to open a shared mailbox from the corporate
    Then the user needs each of these credentials:
      | leg            | credential         |
      | mailbox        | interactive        |
      | shared mailbox | windows integrated |
    And Active Directory is contacted

  Scenario: a shared mailbox next to the user's own needs no second sign-in
    When the colleague uses "outlook-microsoft-365" to open a shared mailbox
    Then the required credential is interactive
    And the interactive sign-in is verified by Microsoft Entra ID
    And rule CRED-3 decides the credential

  Scenario: once both have moved, the second prompt ends
    Given the user assistant has these settings:
      | sharedMailbox | exchange-online |
    When the assistant uses "outlook-microsoft-365" to open a shared mailbox
    Then the required credential is interactive

  Scenario: a mailbox of the other organization does not keep the user's own closed
    Given the workload Exchange Server has these settings:
      | servers | [{ version: '2010', role: mailbox }] |
    When the assistant uses "outlook-microsoft-365" to read mail
    Then the required credential is interactive

  Scenario Outline: Exchange Server 2010 has no permissions across organizations, so the <user> is blocked
    Given the tenant architecture "shared-mailboxes-exchange-2010"
    And sign-ins come from the internet
    When the <user> uses "outlook-2016" to open a shared mailbox
    Then the sign-in is blocked
    And rule GATE-18 ends the sign-in

    Examples:
      | user      |
      | assistant |
      | clerk     |
